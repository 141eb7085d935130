#pragma once

#include <string>

#include "sim/intake/pseudonym.hpp"

namespace meesterplan::cli {

/// Where the key of pseudonyms is when nobody says: meesterplan/pseudonym.key below
/// $XDG_CONFIG_HOME, else below $HOME/.config. Empty when neither is set.
std::string usual_key_path(char const* xdg_config_home, char const* home);

struct KeyFile {
  intake::PseudonymKey key;
  bool is_new = false;  ///< it was made just now
};

/// The key in the file at `path`; where there is none, a new one that only its owner
/// can read (0600), with the folders above it. Of two processes that make it at once
/// both get the same. Throws InputError when the file holds no key or others than
/// its owner may read it, and IoError when it cannot be read or made.
KeyFile key_at(std::string const& path);

}  // namespace meesterplan::cli
