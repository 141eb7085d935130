#include "sim/input/definition_texts.hpp"

// The keys of [money], and the columns of its files.

namespace meesterplan::input {
namespace {

Text const euro_text{"euro", "euro"};
constexpr Limits amount_limits{0};

void add_amount(Definitions& list, std::string_view key, Text meaning, std::string example) {
  list.push_back({"money",
                  key,
                  Kind::uncertain,
                  std::move(meaning),
                  std::move(example),
                  both("0"),
                  euro_text,
                  amount_limits,
                  {},
                  neutral});
}

void add_study(Definitions& list, scenario::Money const& money) {
  list.push_back({"money",
                  "tuition_paid",
                  Kind::number,
                  {"Welk deel van het collegegeld het bestuur betaalt, na aftrek van een beurs.",
                   "Which part of the tuition the board pays, less what a grant pays."},
                  "1",
                  plain(money.tuition_paid),
                  share_text,
                  share_limits,
                  {},
                  assumption});
  add_amount(list, "grant_tuition",
             {"Hoeveel collegegeld een lerarenbeurs per jaar hoogstens betaalt.",
              "How much tuition a grant pays a year at most."},
             "7000");
  add_amount(list, "grant_hour",
             {"Wat een lerarenbeurs de werkgever per uur studieverlof vergoedt, hoogstens wat het "
              "verlof kost.",
              "What a grant gives back to the employer for an hour of study leave, at most what "
              "the leave costs."},
             "34.83");
  list.push_back({"money",
                  "year_hours",
                  Kind::number,
                  {"Uren per jaar van een volle baan: zoveel uren verlof is een jaar lang 1 fte.",
                   "Hours a year of a full-time job: so many hours of leave are 1 fte for a year."},
                  "1659",
                  plain(money.year_hours),
                  {"klokuren", "clock hours"},
                  {1, 3000},
                  {},
                  {"AVS 2009: 1659 uur", "AVS 2009: 1659 hours"}});
}

void add_redundancy(Definitions& list, scenario::Money const& money) {
  Text const years_pay{"jaarlonen", "years' pay"};
  list.push_back({"money",
                  "redundancy",
                  Kind::uncertain,
                  {"Wat een boventallig ontslag kost voor elk voltooid jaar in dienst.",
                   "What a redundancy costs for each completed year of service."},
                  "0.03",
                  both("0"),
                  years_pay,
                  share_limits,
                  {},
                  neutral});
  list.push_back(
      {"money",
       "redundancy_most",
       Kind::number,
       {"Wat een boventallig ontslag hoogstens kost.", "What a redundancy costs at most."},
       "1",
       plain(money.redundancy_most),
       years_pay,
       {0, 10},
       {},
       assumption});
}

void add_budget_columns(Definitions& list) {
  constexpr std::string_view file = "budgets";
  list.insert(list.end(), {{file,
                            "board",
                            Kind::text,
                            {"Het bestuur, als in schools.csv.", "The board, as in schools.csv."},
                            "Bestuur Noord",
                            {"het enige bestuur", "the only board"}},
                           {file,
                            "for",
                            Kind::word,
                            {"Waar het geld voor is: alle kosten, of alleen scholing.",
                             "What the money is for: all costs, or study alone."},
                            "all",
                            both("all"),
                            {},
                            {},
                            budget_for_words()},
                           {file,
                            "year",
                            Kind::whole,
                            {"Het kalenderjaar; bij scholing het schooljaar dat erin begint.",
                             "The calendar year; of study the school year that begins in it."},
                            "2027",
                            error_text,
                            {"jaar", "year"},
                            school_years},
                           {file,
                            "amount",
                            Kind::number,
                            {"Hoeveel er mag worden uitgegeven, in prijzen van dat jaar.",
                             "How much may be spent, in prices of that year."},
                            "5200000",
                            error_text,
                            euro_text,
                            amount_limits},
                           source_column(file)});
}

}  // namespace

void add_money_keys(Definitions& list) {
  scenario::Money const money;
  list.insert(list.end(),
              {{"money",
                "price_year",
                Kind::whole,
                {"Het schooljaar in de prijzen waarvan alle bedragen staan.",
                 "The school year whose prices all amounts are in."},
                "2021",
                required_text,
                school_year_text,
                school_years},
               {"money",
                "price_growth",
                Kind::uncertain,
                {"Hoeveel alle bedragen elk schooljaar stijgen.",
                 "By how much all amounts rise each school year."},
                "0.025",
                plain(money.price_growth),
                {"aandeel per jaar", "share a year"},
                {-0.1, 0.25},
                {},
                neutral},
               {"money",
                "wages",
                Kind::file,
                {"Wat een volle baan per schooljaar kost, met werkgeverslasten (wages.csv).",
                 "What a full-time job costs a school year, employer's costs included "
                 "(wages.csv)."},
                "wages.csv",
                required_text},
               {"money",
                "budgets",
                Kind::file,
                {"Wat een bestuur per jaar mag uitgeven (budgets.csv).",
                 "What a board may spend a year (budgets.csv)."},
                "budgets.csv",
                none_text},
               {"money",
                "default_scale",
                Kind::word,
                {"De schaal waarin wordt betaald wie geen bekende schaal heeft.",
                 "The scale in which those are paid whose scale is not known."},
                "LB",
                both("LB"),
                {},
                {},
                scale_words(),
                assumption}});
  add_study(list, money);
  add_amount(
      list, "vacancy",
      {"Wat een poging om een vacature te vervullen kost.", "What a try to fill a vacancy costs."},
      "2000");
  add_amount(list, "cover",
             {"Wat het kost om lessen zonder docent een schooljaar lang op te vangen, per fte.",
              "What it costs to cover lessons without a teacher for a school year, per fte."},
             "90000");
  add_amount(
      list, "leaver",
      {"Wat een vertrek kost naast het vervullen van de vacature; een vervanging die afloopt "
       "kost niets.",
       "What a teacher who leaves costs besides filling the vacancy; a replacement that "
       "ends costs nothing."},
      "8000");
  add_redundancy(list, money);
}

Definitions money_columns() {
  constexpr std::string_view file = "wages";
  Definitions list = {
      {file,
       "scale",
       Kind::word,
       {"Salarisschaal.", "Pay scale."},
       "LB",
       {"alle schalen zonder eigen rij", "every scale without a row of its own"},
       {},
       {},
       scale_words()},
      {file,
       "experience_from",
       Kind::whole,
       {"Onderwijservaring, vanaf.", "Years of teaching, from."},
       "0",
       open_text,
       {"voltooide jaren", "completed years"},
       {0, 100}},
      {file,
       "experience_to",
       Kind::whole,
       {"Onderwijservaring, tot en met.", "Years of teaching, up to and including."},
       "4",
       open_text,
       {"voltooide jaren", "completed years"},
       {0, 100}},
      {file,
       "amount",
       Kind::number,
       {"Wat een volle baan per schooljaar kost, met werkgeverslasten.",
        "What a full-time job costs a school year, employer's costs included."},
       "87002",
       error_text,
       euro_text,
       amount_limits},
      {file,
       "low",
       Kind::number,
       {"Ondergrens van het 95%-interval.", "Lower end of the 95% interval."},
       "80000",
       certain_text,
       euro_text,
       amount_limits},
      {file,
       "high",
       Kind::number,
       {"Bovengrens van het 95%-interval; beide of geen van beide.",
        "Upper end of the 95% interval; both or neither."},
       "95000",
       certain_text,
       euro_text,
       amount_limits},
      {file,
       "group",
       Kind::text,
       {"Rijen van een groep delen hun loting; zonder groep alle rijen van het bestand.",
        "Rows of one group share their quantile; without a group all rows of the file do."},
       "lonen",
       {"de naam van het bestand", "the name of the file"}},
      source_column(file)};
  add_budget_columns(list);
  return list;
}

}  // namespace meesterplan::input
