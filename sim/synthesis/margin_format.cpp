#include "sim/synthesis/margin_format.hpp"

namespace meesterplan::synthesis {

input::Format margins_format() {
  constexpr input::Need optional = input::Need::optional;
  return {"margins",
          {{"school", {"BRIN", "instellingscode"}, optional, "school"},
           {"subject", {"vak", "vakcluster", "cluster of subjects"}, optional},
           {"age", {"leeftijd"}, optional},
           {"degree", {"opleidingsniveau"}, optional},
           {"licence", {"bevoegdheid"}, optional},
           {"contract", {"type contract"}, optional},
           {"scale", {"schaal"}, optional},
           {"people", {"mensen", "aantal"}, optional},
           {"weight", {"gewicht"}, optional},
           {"students", {"studenten"}, optional},
           {"programme", {"studie"}, optional},
           {"study_years", {"studieduur"}, optional},
           {"grant", {"lerarenbeurs"}, optional},
           {"fte", {"wtf"}, optional},
           {"vacancies", {"vacatures"}, optional},
           {"board", {"bestuur"}, optional},
           {"region", {"onderwijsregio"}, optional},
           {"cluster", {"cluster"}, optional, "cluster"},
           {"upper_vwo", {"bovenbouw vwo"}, optional},
           {"upper_havo", {"bovenbouw havo"}, optional},
           {"source", {"bron"}, optional}}};
}

}  // namespace meesterplan::synthesis
