#include "sim/store/content_hash.hpp"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include <fmt/format.h>

#include "sim/base/hash.hpp"
#include "sim/base/problem.hpp"
#include "sim/store/columns.hpp"

namespace meesterplan::store {
namespace {

/// Visits columns(): every row is hashed together with the hash of those before it.
class Hashing final {
 public:
  template <typename Row>
  void add(Row const& row) {
    bytes_.clear();
    add_bytes(hash_);
    columns(*this, row);
    hash_ = hash64(bytes_);
  }

  /// How many there are counts too: a row may not move from one list to the next.
  template <typename Row>
  void add_list(std::vector<Row> const& rows) {
    bytes_.clear();
    add_bytes(hash_);
    add_bytes(std::uint64_t{rows.size()});
    hash_ = hash64(bytes_);
    for (Row const& row : rows)
      this->add(row);
  }

  /// A list that earlier layouts do not have: a run that they kept has the hash that it had.
  template <typename Row>
  void add_later_list(std::vector<Row> const& rows) {
    if (!rows.empty())
      this->add_list(rows);
  }

  template <typename Value>
  void operator()(char const* /*name*/, Value const& value) {
    this->take(value);
  }

  /// Of a run that an earlier layout kept it is nothing, and was not hashed.
  template <typename Value>
  void later(char const* /*name*/, Value const& value) {
    if (value != Value{})
      this->take(value);
  }

  template <typename Group, typename Fields>
  void group(std::optional<Group> const& fields, Fields columns_of) {
    this->take(fields.has_value());
    if (fields)
      columns_of(*this, *fields);
  }

  std::uint64_t hash() const { return hash_; }

 private:
  void take(std::string const& text) {
    add_bytes(std::uint64_t{text.size()});
    bytes_ += text;
  }
  void take(double number) { add_bytes(number == 0 ? 0.0 : number); }
  void take(std::integral auto whole) { add_bytes(static_cast<std::int64_t>(whole)); }
  void take(Severity severity) { take(std::string(key_of(severity))); }
  template <typename Value>
  void take(std::optional<Value> const& value) {
    this->take(value.has_value());
    if (value)
      this->take(*value);
  }

  template <typename Number>
  void add_bytes(Number number) {
    static_assert(std::is_trivially_copyable_v<Number>);
    bytes_ += std::string_view(reinterpret_cast<char const*>(&number), sizeof(number));
  }

  std::string bytes_;
  std::uint64_t hash_ = 0;
};

void add_policies(Hashing& hashing, results::Results const& results) {
  hashing.add_later_list(results.policy_cards);
  for (results::PolicyCard const& card : results.policy_cards) {
    hashing.add_list(card.sizes);
    hashing.add_list(card.prices);
    hashing.add_list(card.limits);
  }
  if (!results.policies)
    return;
  hashing.add(*results.policies);
  hashing.add_list(results.policies->outcomes);
  for (auto const& effects : results.policies->effects)
    hashing.add_list(effects);
}

}  // namespace

std::string content_hash_of(KeptRun const& run) {
  results::Results const& results = run.results;
  Hashing hashing;
  hashing.add(run);
  hashing.add_list(run.settings);
  hashing.add_list(input_rows(run));
  hashing.add_list(results.targets);
  for (results::TargetResult const& target : results.targets) {
    hashing.add_list(target.by_year);
    hashing.add_list(target.first_met);
    hashing.add_list(target.dots);
  }
  hashing.add_list(results.series);
  hashing.add_list(results.flows);
  hashing.add_list(results.known);
  hashing.add_list(results.units);
  hashing.add_list(results.drivers);
  hashing.add_list(results.budgets);
  hashing.add_list(results.notes);
  hashing.add_later_list(results.history);
  hashing.add_later_list(results.questions);
  add_policies(hashing, results);
  return fmt::format("{:016x}", hashing.hash());
}

bool is_as_kept(KeptRun const& run) {
  return !run.content_hash || *run.content_hash == content_hash_of(run);
}

}  // namespace meesterplan::store
