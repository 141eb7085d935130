#pragma once

/// For whom a report is.

namespace meesterplan::publish {

enum class Reader {
  board,    ///< decides: two pages about the whole
  council,  ///< the participation council: the whole and clusters of subjects
  hr,       ///< the school's own planners: every section
  region,   ///< publication: schools and subjects of a region
};

}  // namespace meesterplan::publish
