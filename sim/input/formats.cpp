#include "sim/input/formats.hpp"

#include <algorithm>
#include <utility>

#include "sim/base/contracts.hpp"
#include "sim/input/definitions.hpp"

namespace meesterplan::input {
namespace {

constexpr Need required = Need::required;
constexpr Need optional = Need::optional;

Column id_column() {
  return {"id",
          {"personeelsnummer", "medewerker", "docentcode", "medewerkernummer", "medewerkercode",
           "persnr", "werknemerscode", "docentafkorting", "roostercode", "employee number",
           "teacher code"},
          required};
}

Column section_column(Need need) {
  return {"section", {"sectie", "vaksectie", "vakgroep"}, need};
}

Column subject_column(Need need) {
  return {"subject", {"vak", "vakcode"}, need};
}

Column school_column(Need need) {
  return {"school", {"BRIN", "BRIN nummer", "instellingscode"}, need, "school"};
}

Column degree_column(Need need) {
  return {"degree", {"opleidingsniveau", "opleidingsgraad", "diploma", "getuigschrift"}, need};
}

Column licence_column(Need need) {
  return {"licence", {"bevoegdheid", "graad", "1e gr"}, need};
}

Column contract_column(Need need) {
  return {
      "contract", {"type contract", "dienstverband", "type dienstverband", "contractsoort"}, need};
}

Column fte_column(Need need) {
  return {"fte", {"wtf", "werktijdfactor", "wft", "betrekkingsomvang", "deeltijdfactor"}, need};
}

/// Who a row of a rate table is about.
void add_covariates(std::vector<Column>& columns) {
  for (Column& column :
       std::vector<Column>{{"age_from", {"leeftijd van"}, optional},
                           {"age_to", {"leeftijd tot en met"}, optional},
                           {"retirement_from", {"pensioen van"}, optional},
                           {"retirement_to", {"pensioen tot en met"}, optional},
                           {"tenure_from", {"dienstjaren van"}, optional},
                           {"tenure_to", {"dienstjaren tot en met"}, optional},
                           {"experience_from", {"ervaring van"}, optional},
                           {"experience_to", {"ervaring tot en met"}, optional},
                           {"years_since_master_from", {"jaren sinds master van"}, optional},
                           {"years_since_master_to", {"jaren sinds master tot en met"}, optional},
                           {"fte_from", {"wtf van"}, optional},
                           {"fte_to", {"wtf tot en met"}, optional},
                           {"year_from", {"schooljaar van"}, optional},
                           {"year_to", {"schooljaar tot en met"}, optional},
                           degree_column(optional),
                           licence_column(optional),
                           contract_column(optional),
                           subject_column(optional)}) {
    columns.push_back(std::move(column));
  }
}

void add_value(std::vector<Column>& columns, Column value) {
  columns.push_back(std::move(value));
  columns.push_back({"low", {"laag", "ondergrens"}, optional});
  columns.push_back({"high", {"hoog", "bovengrens"}, optional});
  columns.push_back({"group", {"groep"}, optional});
  columns.push_back({"source", {"bron"}, optional});
}

Column probability_column() {
  return {"probability", {"kans"}, required};
}

}  // namespace

Text name_of(Column const& column) {
  std::string_view const first = column.aliases.empty() ? column.key : column.aliases.front();
  return {std::string(column.dutch.empty() ? first : column.dutch), std::string(column.key)};
}

Format people_format() {
  return {"people",
          {id_column(),
           {"birth_date", {"geboortedatum", "gebdat"}, optional},
           {"birth_year", {"geboortejaar"}, optional},
           {"birth_month", {"geboortemaand"}, optional},
           {"age", {"leeftijd"}, optional},
           {"start_date",
            {"in dienst per", "datum in dienst", "begindatum contract", "op school vanaf"},
            optional},
           {"tenure", {"dienstjaren"}, optional},
           {"experience", {"onderwijservaring", "ervaring"}, optional},
           {"teaching_since",
            {"docent vanaf", "datum in dienst (i.v.m. dienstjaren)", "jubileumdatum"},
            optional},
           degree_column(optional),
           {"master_kind", {"soort master"}, optional},
           {"master_year", {"masterjaar"}, optional},
           contract_column(required),
           {"contract_end", {"einddatum contract"}, optional},
           {"scale", {"schaal", "salarisschaal"}, optional},
           {"leave_date",
            {"uit dienst per", "datum uit dienst", "geplande laatste datum indienst"},
            optional},
           {"leave_reason", {"reden uit dienst", "reden ontslag"}, optional},
           {"origin", {"herkomst"}, optional},
           {"licensed_from", {"bevoegd per"}, optional},
           {"licensed_as", {"bevoegd als"}, optional},
           {"hours_from", {"uren per"}, optional},
           {"hours_fte", {"nieuwe wtf", "nieuwe werktijdfactor"}, optional},
           {"programme", {"studie", "opleiding"}, optional},
           {"study_years", {"studiejaren"}, optional},
           {"grant", {"lerarenbeurs"}, optional}}};
}

Format assignments_format() {
  return {"assignments",
          {id_column(),
           section_column(required),
           fte_column(required),
           licence_column(optional),
           {"upper_vwo", {"bovenbouw vwo"}, optional},
           {"upper_havo", {"bovenbouw havo"}, optional}}};
}

Format sections_format() {
  return {"sections",
          {section_column(required),
           {"name", {"naam"}, optional},
           subject_column(required),
           school_column(optional),
           {"cluster", {"vakcluster"}, optional},
           {"open_vacancies", {"openstaande vacatures"}, optional}}};
}

Format schools_format() {
  return {"schools",
          {school_column(required),
           {"board", {"bestuur", "bevoegd gezag", "bevoegd gezag nummer"}, optional},
           {"region", {"onderwijsregio", "regio"}, optional},
           {"sick_leave", {"verzuim"}, optional},
           {"attractiveness", {"aantrekkelijkheid"}, optional}}};
}

Format exit_format() {
  Format format{"exit", {{"cause", {"reden", "oorzaak"}, required}}};
  add_covariates(format.columns);
  add_value(format.columns, probability_column());
  return format;
}

Format exit_factors_format() {
  Format format{"exit_factors",
                {{"factor", {}, required},
                 {"kind", {"soort"}, optional},
                 {"causes", {"redenen", "oorzaken"}, optional}}};
  add_covariates(format.columns);
  add_value(format.columns, {"ratio", {"verhouding"}, required});
  return format;
}

Format hours_format() {
  Format format{"hours", {{"direction", {"richting"}, required}}};
  add_covariates(format.columns);
  add_value(format.columns, probability_column());
  return format;
}

Format uptake_format() {
  Format format{"uptake", {}};
  add_covariates(format.columns);
  add_value(format.columns, probability_column());
  return format;
}

Format leave_format() {
  return {"leave",
          {{"age_from", {"leeftijd van"}, optional},
           {"age_to", {"leeftijd tot en met"}, optional},
           {"share", {"aandeel"}, required},
           {"source", {"bron"}, optional}}};
}

Format fill_format() {
  Format format{"fill", {subject_column(optional)}};
  add_value(format.columns, probability_column());
  return format;
}

Format parameters_format() {
  Format format{"parameters", {{"key", {"sleutel"}, required}}};
  add_value(format.columns, {"value", {"waarde"}, required});
  format.columns.push_back({"note", {"toelichting", "opmerking"}, optional});
  return format;
}

Format pension_age_format() {
  return {"pension_age",
          {{"from", {"vanaf"}, required},
           {"years", {"jaren"}, required},
           {"months", {"maanden"}, optional},
           {"source", {"bron"}, optional}}};
}

Format reference_shares_format() {
  return {"reference_shares",
          {{"what", {"wat"}, required},
           licence_column(optional),
           {"value", {"waarde"}, required},
           {"share", {"aandeel"}, required},
           {"source", {"bron"}, optional}}};
}

Format entrants_format() {
  return {"entrants",
          {subject_column(optional),
           {"origin", {"herkomst"}, required},
           {"weight", {"gewicht"}, optional},
           {"low", {"laag", "ondergrens"}, optional},
           {"high", {"hoog", "bovengrens"}, optional},
           {"group", {"groep"}, optional},
           {"age_from", {"leeftijd van"}, required},
           {"age_to", {"leeftijd tot en met"}, required},
           {"experience_from", {"ervaring van"}, optional},
           {"experience_to", {"ervaring tot en met"}, optional},
           degree_column(required),
           {"master_kind", {"soort master"}, optional},
           {"years_since_master", {"jaren sinds master"}, optional},
           licence_column(required),
           {"licensed_after", {"bevoegd na"}, optional},
           {"licensed_as", {"bevoegd als"}, optional},
           contract_column(required),
           {"scale", {"schaal", "salarisschaal"}, optional},
           fte_column(required),
           {"source", {"bron"}, optional}}};
}

Format pool_format() {
  Format format{"pool",
                {{"region", {"onderwijsregio", "regio"}, optional},
                 subject_column(required),
                 {"origin", {"herkomst"}, required},
                 {"year_from", {"schooljaar van"}, optional},
                 {"year_to", {"schooljaar tot en met"}, optional}}};
  add_value(format.columns, {"candidates", {"kandidaten"}, required});
  return format;
}

Format demand_format() {
  return {"demand",
          {section_column(required),
           {"year", {"schooljaar", "jaar"}, optional},
           {"year_from", {"schooljaar van"}, optional},
           {"year_to", {"schooljaar tot en met"}, optional},
           fte_column(required),
           {"upper_vwo", {"bovenbouw vwo"}, optional},
           {"upper_havo", {"bovenbouw havo"}, optional},
           {"source", {"bron"}, optional}}};
}

Format pupils_format() {
  return {"pupils",
          {school_column(optional),
           {"track", {"schoolsoort"}, required},
           {"year_of_study", {"leerjaar"}, required},
           {"year", {"schooljaar", "jaar"}, required},
           {"pupils", {"leerlingen"}, required},
           {"source", {"bron"}, optional}}};
}

Format lessons_format() {
  return {"lessons",
          {subject_column(required),
           {"track", {"schoolsoort"}, required},
           {"year_of_study", {"leerjaar"}, required},
           {"participation", {"deelname"}, optional},
           {"group_size", {"groepsgrootte"}, required},
           {"lessons", {"lessen"}, required},
           {"source", {"bron"}, optional}}};
}

Format wages_format() {
  Format format{"wages",
                {{"scale", {"schaal", "salarisschaal"}, optional},
                 {"experience_from", {"ervaring van"}, optional},
                 {"experience_to", {"ervaring tot en met"}, optional}}};
  add_value(format.columns, {"amount", {"bedrag", "loonkosten"}, required});
  return format;
}

Format budgets_format() {
  return {"budgets",
          {{"board", {"bestuur", "bevoegd gezag", "bevoegd gezag nummer"}, optional},
           {"for", {"waarvoor"}, optional},
           {"year", {"jaar", "kalenderjaar", "schooljaar"}, required},
           {"amount", {"bedrag", "budget", "begroting"}, required},
           {"source", {"bron"}, optional}}};
}

Format history_format() {
  return {"history",
          {{"year", {"jaar", "schooljaar", "peiljaar"}, required},
           {"metric", {"uitkomstmaat", "maat", "gegeven"}, required},
           {"level", {"niveau"}, optional},
           {"unit", {"eenheid", "onderdeel"}, optional},
           {"value", {"waarde"}, required},
           {"source", {"bron"}, optional}}};
}

std::vector<Format> all_formats() {
  return {people_format(),
          assignments_format(),
          sections_format(),
          schools_format(),
          exit_format(),
          exit_factors_format(),
          hours_format(),
          uptake_format(),
          leave_format(),
          fill_format(),
          parameters_format(),
          pension_age_format(),
          reference_shares_format(),
          entrants_format(),
          history_format(),
          pool_format(),
          demand_format(),
          pupils_format(),
          lessons_format(),
          wages_format(),
          budgets_format()};
}

std::vector<KeyTable> const& scenario_tables() {
  static std::vector<KeyTable> const tables = [] {
    std::vector<KeyTable> list;
    for (Definition const& definition : scenario_definitions()) {
      auto table = std::find_if(list.begin(), list.end(), [&](KeyTable const& candidate) {
        return candidate.path == definition.where;
      });
      if (table == list.end())
        table = list.insert(table, KeyTable{definition.where, {}});
      table->keys.push_back(definition.key);
    }
    return list;
  }();
  return tables;
}

std::span<std::string_view const> keys_of(std::string_view path) {
  std::vector<KeyTable> const& tables = scenario_tables();
  auto const found = std::find_if(tables.begin(), tables.end(),
                                  [&](KeyTable const& table) { return table.path == path; });
  MP_EXPECT(found != tables.end());
  return found->keys;
}

}  // namespace meesterplan::input
