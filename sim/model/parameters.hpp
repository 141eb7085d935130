#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/base/problem.hpp"
#include "sim/scenario/source.hpp"
#include "sim/scenario/uncertain.hpp"

namespace meesterplan::model {

/// Equal-probability strata into which the distribution of an uncertain
/// number is cut; a future draws one stratum and uses the quantile at its
/// middle. A multiple of 20, the bins of the drivers.
inline constexpr int n_strata = 1000;

/// What becomes of a drawn number before the engine uses it.
enum class Use {
  as_is,
  hazard,  ///< -ln(1 - p)
  log,     ///< ln(r)
};

/// A number of the model: certain, or the grid to look up by the stratum of
/// its parameter.
struct Number {
  double central = 0;  ///< after Use
  int parameter = -1;  ///< index of the shared quantile; -1: certain
  int grid = -1;       ///< index into ParameterSet::grids
};

/// The uncertain parameters of a model: their names' keys and, for every
/// distinct number, its quantiles.
struct ParameterSet {
  std::vector<std::uint64_t> key;          ///< [parameter] hash64 of the name
  std::vector<std::vector<double>> grids;  ///< [grid][stratum], after Use

  int n_parameters() const { return static_cast<int>(key.size()); }
};

/// Turns scenario numbers into model numbers and gathers the parameters.
///
/// Distributions (docs/methods.md, "Uncertain numbers"): ratios lognormal
/// with the centre as median; probabilities beta with the centre as mean and
/// the interval's width; other numbers normal, truncated at -1 and 1.
/// Quantiles come from Boost.Math and are rounded to a fixed grid, so that the
/// last bits of a library's functions do not reach an event. An interval
/// without width is a certain number.
class ParameterBuilder {
 public:
  /// `sources` names the files for problems' places.
  explicit ParameterBuilder(std::vector<scenario::Source> sources);

  /// The model's form of `number`; registers its parameter when uncertain.
  Number add(scenario::Uncertain const& number, Use use);

  /// Parameters so far, names in the order of their index.
  ParameterSet const& set() const { return set_; }
  std::vector<std::string> const& names() const { return names_; }

  /// Warnings for fitted intervals that miss the given one by over 10%, and
  /// errors for intervals that no distribution fits.
  std::vector<Problem> const& problems() const { return problems_; }

 private:
  struct Known {
    scenario::Uncertain number;
    Use use;
    Number result;
  };
  /// Index of the parameter called `name`, new or known.
  int parameter(std::string const& name);

  std::vector<scenario::Source> sources_;
  std::vector<double> normals_;  ///< [stratum] standard normal quantiles
  ParameterSet set_;
  std::vector<std::string> names_;
  std::vector<Known> known_;
  std::vector<Problem> problems_;
};

}  // namespace meesterplan::model
