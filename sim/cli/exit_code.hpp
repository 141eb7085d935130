#pragma once

namespace meesterplan::cli {

/// How the command ends; the values are part of its interface.
enum class ExitCode {
  ok = 0,
  internal = 1,      ///< our mistake, or too little memory
  usage = 2,         ///< the command line cannot be understood
  input = 3,         ///< anything wrong with a named input
  output = 4,        ///< writing failed
  mismatch = 7,      ///< a kept run gave other numbers when it was redone
  interrupted = 130  ///< Ctrl-C
};

}  // namespace meesterplan::cli
