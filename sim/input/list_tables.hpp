#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "sim/input/reading.hpp"
#include "sim/input/value.hpp"

namespace meesterplan::input {

/// Calls `read` for each item of the list of tables `list`, which is called `name`; null:
/// there is none. Reports what is no list.
void for_each_table(Reading& reading, Value const* list, std::string const& name,
                    std::function<void(Value const&)> const& read);

/// Whether `item` of `list`, called `path`, only changes something that is there under
/// nearly the same name: it has a name, and none of the keys `needed` of a new one.
/// That is told, as what is missing would only confuse.
bool is_misnamed(Reading& reading, Value const& list, std::string const& path, Value const& item,
                 std::span<std::string_view const> needed);

}  // namespace meesterplan::input
