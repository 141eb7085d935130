#include "sim/input/definition_texts.hpp"

// The columns of the tables of demand.

namespace meesterplan::input {
namespace {

constexpr Limits years_of_study{1, 6};

Text const track_meaning{
    "Schoolsoort; vwo (4-6) en havo (4-5) hebben een bovenbouw, elke andere is overig.",
    "vwo (4-6) and havo (4-5) have upper years; every other track is \"rest\"."};

void add_demand(Definitions& list) {
  constexpr std::string_view file = "demand";
  constexpr Limits any_fte{0, 1'000'000};
  list.insert(list.end(), {{file,
                            "section",
                            Kind::text,
                            {"De sectie, als in sections.csv.", "Key of sections.csv."},
                            "engels",
                            error_text},
                           {file,
                            "year",
                            Kind::whole,
                            {"Het schooljaar.", "The school year."},
                            "2026",
                            {"dan schooljaar van of tot en met", "then year_from or year_to"},
                            school_year_text,
                            school_years},
                           {file,
                            "year_from",
                            Kind::whole,
                            {"Schooljaar, vanaf.", "School year, from."},
                            "2026",
                            open_text,
                            school_year_text,
                            school_years},
                           {file,
                            "year_to",
                            Kind::whole,
                            {"Schooljaar, tot en met.", "School year, up to and including."},
                            "2030",
                            open_text,
                            school_year_text,
                            school_years},
                           {file,
                            "fte",
                            Kind::number,
                            {"Inzetbare fte die nodig is.", "Deployable (net) fte that is needed."},
                            "5,2",
                            error_text,
                            fte_text,
                            any_fte},
                           {file,
                            "upper_vwo",
                            Kind::number,
                            {"Deel daarvan in vwo 4 tot en met 6.", "Part of it in vwo 4 to 6."},
                            "1,5",
                            {"deel van de peildatum", "share of the reference date"},
                            fte_text,
                            any_fte},
                           {file,
                            "upper_havo",
                            Kind::number,
                            {"Deel daarvan in havo 4 en 5.", "Part of it in havo 4 and 5."},
                            "1,2",
                            {"deel van de peildatum", "share of the reference date"},
                            fte_text,
                            any_fte},
                           source_column(file)});
}

void add_pupils(Definitions& list) {
  constexpr std::string_view file = "pupils";
  list.insert(list.end(), {{file,
                            "school",
                            Kind::text,
                            {"De school, als in schools.csv.", "Key of schools.csv."},
                            "VL01",
                            {"de enige school", "the only school"}},
                           {file, "track", Kind::text, track_meaning, "havo", error_text},
                           {file,
                            "year_of_study",
                            Kind::whole,
                            {"Leerjaar.", "Year of study."},
                            "3",
                            error_text,
                            {},
                            years_of_study},
                           {file,
                            "year",
                            Kind::whole,
                            {"Het schooljaar; van het begin tot het laatste, elk een keer.",
                             "The school year; from the start to the last year, each once."},
                            "2026",
                            error_text,
                            school_year_text,
                            school_years},
                           {file,
                            "pupils",
                            Kind::whole,
                            {"Leerlingen op 1 oktober.", "Pupils on 1 October."},
                            "90",
                            error_text,
                            {"leerlingen", "pupils"},
                            {0, 10'000'000}},
                           source_column(file)});
}

void add_lessons(Definitions& list) {
  constexpr std::string_view file = "lessons";
  list.insert(
      list.end(),
      {{file, "subject", Kind::text, {"Het vak.", "The subject."}, "wiskunde", error_text},
       {file, "track", Kind::text, track_meaning, "vwo", error_text},
       {file,
        "year_of_study",
        Kind::whole,
        {"Leerjaar.", "Year of study."},
        "4",
        error_text,
        {},
        years_of_study},
       {file,
        "participation",
        Kind::number,
        {"Deel van de leerlingen dat het vak volgt.", "Share of the pupils who take the subject."},
        "0,6",
        both("1"),
        share_text,
        share_limits},
       {file,
        "group_size",
        Kind::number,
        {"Leerlingen in een groep.", "Pupils in a group."},
        "27",
        error_text,
        {"leerlingen", "pupils"},
        {1, 1000}},
       {file,
        "lessons",
        Kind::number,
        {"Lessen per week.", "Lessons a week."},
        "4",
        error_text,
        {"lessen per week", "lessons a week"},
        {0}},
       source_column(file)});
}

}  // namespace

Definitions demand_columns() {
  Definitions list;
  add_demand(list);
  add_pupils(list);
  add_lessons(list);
  return list;
}

}  // namespace meesterplan::input
