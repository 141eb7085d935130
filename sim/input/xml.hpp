#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "sim/input/zip.hpp"

namespace meesterplan::input {

/// The attributes of an element, by their names without prefix.
class XmlAttributes {
 public:
  explicit XmlAttributes(char const* const* pairs) : pairs_(pairs) {}
  /// Empty when there is none.
  std::string_view get(std::string_view name) const;

 private:
  char const* const* pairs_;  ///< name, value, ..., null
};

/// What is done with the elements of a document, all by their names without
/// prefix; what is left empty is not called.
struct XmlHandlers {
  std::function<void(std::string_view, XmlAttributes const&)> start;
  std::function<void(std::string_view)> end;
  std::function<void(std::string_view)> text;  ///< may come in pieces
};

/// Reads a part of an archive as XML, piece by piece. Broken XML counts as
/// broken, and so does a DOCTYPE: workbooks have none, and its entities could
/// grow without end.
Zip::Status read_xml(Zip const& archive, std::string const& part, XmlHandlers const& handlers);

}  // namespace meesterplan::input
