#include "sim/cli/balance.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/base/visible.hpp"
#include "sim/cli/answer.hpp"
#include "sim/cli/names.hpp"
#include "sim/cli/numbers.hpp"
#include "sim/cli/series_index.hpp"
#include "sim/cli/table.hpp"

namespace meesterplan::cli {
namespace {

/// Share of the spread below which the uncertain numbers together hardly matter.
constexpr double mostly_chance = 0.1;

/// A cause of coming or going over all years, in mean heads.
struct CauseTotal {
  std::string cause;
  bool inward = false;
  double total = 0;
};

/// The metric that holds a stock at a moment, for the begin and the end.
std::string_view metric_of(std::string_view stock) {
  return stock == "masters" ? "masters_heads" : stock;
}

std::vector<CauseTotal> totals_of(results::Results const& results, std::string_view stock,
                                  Scope scope) {
  std::vector<CauseTotal> totals;
  for (results::FlowRow const& flow : results.flows) {
    if (flow.stock != stock || flow.level != scope.level || flow.unit != scope.unit)
      continue;
    bool const inward = flow.to == stock;
    auto found = std::find_if(totals.begin(), totals.end(), [&](CauseTotal const& total) {
      return total.cause == flow.cause && total.inward == inward;
    });
    if (found == totals.end()) {
      totals.push_back({flow.cause, inward, 0});
      found = totals.end() - 1;
    }
    found->total += flow.mean;
  }
  return totals;
}

std::string signed_number(double value, int decimals, Language language) {
  return (value >= 0 ? "+" : "") + decimal(value, decimals, language);
}

void write_stock(results::Results const& results, SeriesIndex const& index, std::string_view stock,
                 Language language, std::ostream& stream) {
  Scope const scope = whole_of(results);
  int const last = results.start + results.years;
  bool const nl = language == Language::nl;
  std::vector<CauseTotal> const totals = totals_of(results, stock, scope);
  results::SeriesRow const* const begin = index.find(metric_of(stock), scope, results.start);
  results::SeriesRow const* const end = index.find(metric_of(stock), scope, last);
  if (totals.empty())
    return;
  std::string title = stock_name(stock, language);
  TextTable table({title, nl ? "per jaar" : "a year", nl ? "totaal" : "total"});
  auto const add_stock = [&](results::SeriesRow const* row, int year) {
    if (row == nullptr)
      return;
    table.add({fmt::format(fmt::runtime(nl ? "op 1 oktober {}" : "on 1 October {}"), year), "",
               decimal(row->mean, 1, language)});
  };
  add_stock(begin, results.start);
  for (bool const inward : {true, false}) {
    for (CauseTotal const& total : totals) {
      if (total.inward != inward || total.total == 0)
        continue;
      double const change = inward ? total.total : -total.total;
      table.add({"  " + cause_name(total.cause, language),
                 signed_number(change / results.years, 2, language),
                 signed_number(change, 1, language)});
    }
  }
  add_stock(end, last);
  stream << "\n" << table.text();
}

/// The drivers that can be told from chance, the largest first, and how many cannot.
void write_drivers_of(std::vector<results::DriverRow const*> drivers, Language language,
                      std::ostream& stream) {
  constexpr std::size_t most = 8;
  bool const nl = language == Language::nl;
  auto const end_of_sure = std::stable_partition(
      drivers.begin(), drivers.end(),
      [](results::DriverRow const* driver) { return driver->distinguishable; });
  std::stable_sort(drivers.begin(), end_of_sure,
                   [](results::DriverRow const* left, results::DriverRow const* right) {
                     return left->share > right->share;
                   });
  std::int64_t const n_unsure = drivers.end() - end_of_sure;
  drivers.erase(end_of_sure, drivers.end());
  double sum = 0;
  for (results::DriverRow const* driver : drivers)
    sum += driver->share;
  drivers.resize(std::min(drivers.size(), most));

  TextTable table({nl ? "onzeker getal" : "uncertain number", nl ? "aandeel" : "share",
                   nl ? "95% tussen" : "95% between"});
  for (results::DriverRow const* driver : drivers) {
    table.add({parameter_name(driver->parameter, language), percent(driver->share, 1, language),
               fmt::format("{}-{}", decimal(100 * driver->low, 1, language),
                           percent(driver->high, 1, language))});
  }
  if (!drivers.empty())
    stream << table.text();
  if (n_unsure > 0) {
    stream << "  "
           << counted(n_unsure,
                      {"onzeker getal is hier niet te onderscheiden van toeval.",
                       "uncertain number cannot be told from chance here."},
                      {"onzekere getallen zijn hier niet te onderscheiden van toeval.",
                       "uncertain numbers cannot be told from chance here."},
                      language)
           << "\n";
  }
  if (sum < mostly_chance) {
    stream
        << (nl ? "  Bijna alles is hier toeval: zekerder cijfers maken de uitkomst niet zekerder.\n"
               : "  Nearly all of it is chance here: surer numbers would not make the outcome "
                 "surer.\n");
  }
}

void write_drivers(results::Results const& results, Language language, std::ostream& stream) {
  bool const nl = language == Language::nl;
  if (results.drivers.empty()) {
    stream
        << (nl ? "\nIn deze run is geen getal onzeker: wat de toekomsten verschillen, is toeval.\n"
               : "\nNo number is uncertain in this run: what differs between futures is "
                 "chance.\n");
    return;
  }
  for (results::TargetResult const& target : results.targets) {
    std::vector<results::DriverRow const*> drivers;
    for (results::DriverRow const& driver : results.drivers) {
      if (driver.target == target.name && driver.unit == target.unit)
        drivers.push_back(&driver);
    }
    if (drivers.empty())
      continue;
    stream << fmt::format(
        fmt::runtime(nl ? "\nWat doel {} ({}) in {} het meest beweegt\n"
                        : "\nWhat moves target {} ({}) in {} most\n"),
        visible_line(target.name),
        target.level == "total" ? level_name(target.level, language) : visible_line(target.unit),
        target.by);
    write_drivers_of(std::move(drivers), language, stream);
  }
  stream << (nl ? "\nHet aandeel is dat van de spreiding tussen toekomsten; de rest is toeval en "
                  "samenspel.\n"
                : "\nThe share is that of the spread between futures; the rest is chance and "
                  "interplay.\n");
}

}  // namespace

void write_balance(results::Results const& results, Language language, std::ostream& stream) {
  SeriesIndex const index(results.series);
  write_heading(results, language, stream);
  for (std::string_view stock : {"heads", "masters"}) {
    write_stock(results, index, stock, language, stream);
  }
  write_drivers(results, language, stream);
}

}  // namespace meesterplan::cli
