#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/input/reading.hpp"
#include "sim/input/value.hpp"

namespace meesterplan::input {

/// A folder with a file for each policy, or for each bottleneck, and what a scenario
/// may use of it by name.
class Library {
 public:
  /// `key` of `root` names the folder ("policies"); `path` is the list of tables that
  /// uses it ("policy").
  Library(Reading& reading, Value const& root, std::string_view key, std::string_view path);

  /// `item` laid over what it uses of the library; as it is when it uses nothing.
  /// Empty, with a problem, when what it uses cannot be read.
  std::optional<Value> complete(Value const& item);

  /// What the folder holds, by name; empty where there is none or that cannot be known.
  std::vector<std::string> const& names() const { return names_; }
  /// Whether names() is all there is; else a name may be right without being there.
  bool is_known() const { return is_known_; }

 private:
  std::optional<Value> base_of(std::string const& name, Place named_at);
  std::string field_of(std::string const& name) const;
  void tell_no_folder(std::string const& name, Place named_at);
  void tell_unknown(std::string const& name, Place named_at);

  Reading* reading_;
  std::string_view key_;
  std::string_view path_;
  std::string folder_;  ///< empty: none is named
  std::vector<std::string> names_;
  bool is_known_ = true;
};

}  // namespace meesterplan::input
