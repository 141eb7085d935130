#include "sim/intake/export_formats.hpp"

namespace meesterplan::intake {
namespace {

using input::Column;
using input::Format;
using input::Need;

constexpr Need required = Need::required;
constexpr Need optional = Need::optional;

Column id_column(Need need) {
  return {"id",
          {"personeelsnummer", "medewerker", "medewerkernummer", "medewerkercode", "persnr",
           "werknemerscode", "employee number"},
          need};
}

Column subject_column(Need need) {
  return {"subject", {"vak", "vakcode", "vaknaam"}, need};
}

/// Known so that it is not listed among what nobody reads; sections are of a school.
Column location_column() {
  return {"location", {"vestiging", "vestigingscode", "locatie", "hoofdvestiging"}, optional};
}

Column licence_column() {
  return {"licence", {"bevoegdheid", "graad", "1e gr"}, optional};
}

Column school_column() {
  return {"school", {"BRIN", "BRIN nummer", "instellingscode"}, optional, "school"};
}

}  // namespace

Format employments_format() {
  return {
      "employments",
      {id_column(required),
       {"teacher_code", {"docentcode", "docentafkorting", "roostercode", "afkorting"}, optional},
       {"category",
        {"personeelscategorie", "categorie", "functiecategorie", "OP/OOP", "soort personeel"},
        optional},
       {"function", {"functie", "functienaam", "functieomschrijving"}, optional},
       {"birth_date", {"geboortedatum", "gebdat"}, optional},
       {"birth_year", {"geboortejaar"}, optional},
       {"age", {"leeftijd"}, optional},
       {"service_from",
        {"datum in dienst", "datum indienst", "in dienst per", "op school vanaf"},
        optional},
       {"teaching_since", {"docent vanaf", "datum in dienst (i.v.m. dienstjaren)"}, optional},
       {"employment_from",
        {"begindatum contract", "begindatum dienstverband", "ingangsdatum contract"},
        optional},
       {"employment_to", {"einddatum contract", "einddatum dienstverband"}, optional},
       {"leave_date", {"uit dienst per"}, optional},
       {"last_day", {"datum uit dienst", "geplande laatste datum indienst"}, optional},
       {"leave_reason", {"reden uit dienst", "reden ontslag", "reden vertrek"}, optional},
       {"contract",
        {"type contract", "dienstverband", "type dienstverband", "contractsoort"},
        required},
       {"replacement", {"vervanging"}, optional},
       {"fte", {"wtf", "werktijdfactor", "wft", "betrekkingsomvang", "deeltijdfactor"}, optional},
       {"fte_percentage",
        {"parttime %", "parttimepercentage", "deeltijdpercentage", "wtf %"},
        optional},
       {"scale", {"schaal", "salarisschaal"}, optional},
       {"section", {"sectie", "vaksectie", "vakgroep"}, optional},
       licence_column(),
       {"degree", {"opleidingsniveau", "opleidingsgraad", "diploma", "getuigschrift"}, optional},
       school_column(),
       location_column()}};
}

Format timetable_format() {
  return {"timetable",
          {id_column(optional),
           {"teacher_code",
            {"docentcode", "docent", "docentafkorting", "roostercode", "afkorting"},
            optional},
           subject_column(required),
           {"class", {"klas", "lesgroep", "groep", "stamklas"}, optional},
           {"track", {"schoolsoort", "afdeling"}, optional},
           {"year_of_study", {"leerjaar"}, optional},
           school_column(),
           location_column(),
           {"lessons",
            {"lessen", "aantal lessen", "lesuren", "lessen per week", "lessen per jaar"},
            required}}};
}

Format diplomas_format() {
  return {
      "diplomas",
      {id_column(optional),
       {"teacher_code", {"docentcode", "docentafkorting", "roostercode", "afkorting"}, optional},
       {"diploma", {"opleidingnaam", "naam opleiding", "opleiding", "getuigschrift"}, optional},
       {"level", {"opleidingniveau", "opleidingsniveau", "opleidingsgraad", "niveau"}, optional},
       subject_column(optional),
       licence_column(),
       {"year", {"jaar", "jaar behaald", "diplomajaar"}, optional},
       {"status", {}, optional},
       {"study_years", {"studiejaren"}, optional},
       {"grant", {"lerarenbeurs"}, optional}}};
}

}  // namespace meesterplan::intake
