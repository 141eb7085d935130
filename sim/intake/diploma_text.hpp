#pragma once

#include <string_view>

#include "sim/scenario/terms.hpp"

namespace meesterplan::intake {

/// What the free text of a diploma says for certain.
struct DiplomaMeaning {
  /// unknown: the text does not tell (`master`, `MO-B`), and somebody must be asked.
  scenario::Degree degree = scenario::Degree::unknown;
  scenario::MasterKind kind = scenario::MasterKind::none;  ///< none: not said
  scenario::Licence licence = scenario::Licence::unknown;  ///< unknown: not said
};

/// Reads a diploma as files and people write it: `drs. Nederlands`, `M Ed`, `NLO`,
/// `tweedegraads lerarenopleiding wiskunde`. Of several in one text the highest
/// degree counts. A degree is only given when the words leave no doubt
/// (docs/import.md): `MSc`, `MA` and `master` alone may be of a
/// university or of a university of applied sciences.
DiplomaMeaning read_diploma(std::string_view text);

}  // namespace meesterplan::intake
