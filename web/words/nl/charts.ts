import { type Names, capital } from "../names";
import type { Numbers } from "../numbers";

/** What stands in and around the charts. */
export const charts = (numbers: Numbers, names: Names) => ({
  target: "doel",
  met: "doel gehaald",
  missed: "doel niet gehaald",
  now: "nu",
  mean: "gemiddeld",
  begin: "begin",
  end: "eind",
  year: "jaar",
  yes: "ja",
  no: "nee",
  futures: "toekomsten van de 50",
  heads: "personen",
  million: "miljoen euro",
  thousand: "duizend euro",
  budget: "begroting",
  asItWas: "zoals het was",
  expectedCosts: "verwachte kosten",
  unexplained: "toeval per persoon en samenspel",
  likely: "9 van de 10 toekomsten",
  middle: "de helft van de toekomsten",
  usual: "8 van de 10 toekomsten",
  error: "onzekerheid door toeval",
  goalLine: (bound: string) => `doel: ${bound}`,
  source: (scenario: string, replicates: number) =>
    `Bron: meesterplan, ${scenario}, ${numbers.decimal(replicates, 0)} doorgerekende toekomsten.`,
  asTable: "Cijfers als tabel",
  saveCsv: "CSV opslaan",
  saveSvg: "SVG opslaan",
  scrolls: (title: string) => `Grafiek of tabel, schuif om alles te zien: ${title}`,
  columns: {
    rank: "stip",
    value: "waarde",
    met: "doel gehaald",
    year: "jaar",
    schoolYear: "schooljaar",
    calendarYear: "kalenderjaar",
    of50: "van de 50",
    chance: "kans",
    low: "onder 95%-grens",
    high: "boven 95%-grens",
    p05: "5% lager",
    p10: "10% lager",
    p25: "25% lager",
    p50: "midden",
    p75: "25% hoger",
    p90: "10% hoger",
    p95: "5% hoger",
    mean: "gemiddeld",
    cause: "oorzaak",
    change: "verandering",
    unit: "groep",
    band: "leeftijd",
    now: "nu",
    then: "later",
    kind: "soort",
    budget: "begroting",
    over: "kans op overschrijding",
    parameter: "onzeker gegeven",
    share: "aandeel",
    run: "variant",
    unfilled: "niet vervulde fte",
    demand: "nodige fte",
    metric: "gegeven",
  },
  dots: {
    finding: (goal: string, probability: number, when: string) =>
      `In ${names.of50(probability)} is er ${when} ${goal}`,
    axis: (metric: string, when: string) => `${capital(metric)} ${when}`,
    text: (filled: number, low: string, high: string, bound: string) =>
      `Vijftig stippen, ieder een even waarschijnlijke uitkomst. ${filled} stippen zijn gevuld: ` +
      `daar is het doel van ${bound} gehaald. De uitkomsten lopen van ${low} tot ${high}.`,
  },
  chance: {
    finding: (goal: string, first: number, firstYear: number, last: number, lastYear: number) =>
      `In ${names.of50(first)} is er in ${firstYear} ${goal}; in ${lastYear} in ${names.of50(last)}`,
    single: (goal: string, chance: number, year: number) =>
      `In ${names.of50(chance)} is er in ${year} ${goal}`,
    text: "Lijn met per jaar in hoeveel van de 50 toekomsten het doel is gehaald; streepjes geven aan hoeveel dit door toeval kan schelen.",
  },
  fan: {
    finding: (metric: string, when: string, low: string, high: string) =>
      `In 45 van de 50 toekomsten tussen ${low} en ${high}: ${metric} ${when}`,
    now: (value: string) => `nu ${value}`,
    text: (metric: string) =>
      `Lijn met de middelste uitkomst van ${metric} per jaar. De donkere band bevat de helft van de toekomsten, de lichte band 45 van de 50.`,
    history: (year: string, value: string, now: string | null) =>
      `Open stippen laten zien hoe het was: in ${year} ${value}${now === null ? "" : `, nu ${now}`}.`,
    earlier: (sources: string, isMore: boolean) =>
      `Eerdere jaren: ${sources}${isMore ? " en andere" : ""}.`,
  },
  waterfall: {
    heads: (comes: string, goes: string, begin: string, end: string, start: number, by: number) =>
      `Van ${start} tot ${by} komen er ${comes} docenten en gaan er ${goes}: van ${begin} naar ${end}`,
    masters: (comes: string, goes: string, begin: string, end: string, start: number, by: number) =>
      `Van ${start} tot ${by} komen er ${comes} masters bij en gaan er ${goes} af: van ${begin} naar ${end}`,
    text: "Staven van het aantal nu, via wat erbij komt en wat eraf gaat per oorzaak, naar het aantal in het doeljaar. Alles telt precies op.",
  },
  levels: {
    section: "secties",
    school: "scholen",
    board: "besturen",
    region: "regio's",
    total: "groepen",
    subject: "vakken",
    cluster: "groepen vakken",
  },
  grid: {
    reached: (reached: number, of: string, goal: string, year: number) =>
      `In ${year} verwachten we bij ${reached} van de ${of} ${goal}`,
    highest: (metric: string, unit: string, value: string, when: string) =>
      `${capital(when)} heeft ${unit} het meest: ${value} ${metric}`,
    text: "Tabel van groepen bij jaren. Een donkerder vak is een hogere waarde; het getal staat erin, vet waar het doel gehaald is.",
    bold: "Vet: doel gehaald.",
  },
  ages: {
    finding: (now: string, then: string, by: number) =>
      `Docenten van 55 jaar en ouder: nu ${now}, in ${by} naar verwachting ${then}`,
    text: "Per leeftijdsgroep een staaf voor nu en een voor het doeljaar.",
  },
  panels: {
    vacancies: (value: string, when: string) => `${value} vacatures ${when} verwacht`,
    cancelled: (value: string, when: string) => `${when} valt ${value} van de lessen uit`,
    unfilled: (value: string, when: string) => `${when} blijft ${value} fte onvervuld`,
    text: "Per gegeven een klein veld met de verwachting per jaar; streepjes geven de grenzen van 8 van de 10 toekomsten.",
  },
  costs: {
    finding: (wages: string, rest: string, when: string) =>
      `${capital(when)} is ${wages} van de kosten loon; de rest is ${rest}`,
    wages: "loonkosten",
    rest: "andere kosten",
    text: "Gestapelde staven van de kosten per schooljaar; links alle loonkosten, rechts de andere kosten op een eigen schaal.",
  },
  spending: {
    over: (probability: number, year: number) =>
      `In ${names.of50(probability)} kost ${year} meer dan de begroting`,
    plain: (cost: string, year: number) => `De kosten in ${year} zijn naar verwachting ${cost}`,
    text: "Per kalenderjaar een punt voor de verwachte kosten, een streep voor 8 van de 10 toekomsten en een blokje voor de begroting.",
    plainText:
      "Per kalenderjaar een punt voor de verwachte kosten en een streep voor 8 van de 10 toekomsten.",
  },
  drivers: {
    finding: (parameter: string, share: string) =>
      `${capital(parameter)} verklaart ${share} van de verschillen tussen toekomsten`,
    text: "Staven met het aandeel van de verschillen tussen toekomsten dat een onzeker gegeven verklaart. Alleen wat van toeval te onderscheiden is staat erin.",
  },
  comparison: {
    finding: (name: string, probability: number, goal: string, by: number) =>
      `In ${names.of50(probability)} met ${name}, de beste van deze: in ${by} ${goal}`,
    proposed: (name: string, probability: number, goal: string, by: number) =>
      `In ${names.of50(probability)} met ${name}, het voorstel: in ${by} ${goal}`,
    between: (goal: string, low: number, high: number, by: number) =>
      `De kans op ${goal} in ${by} loopt van ${names.cell50(low)} tot ${names.cell50(high)} toekomsten`,
    same: (goal: string, probability: number, by: number) =>
      `In ${names.of50(probability)} is er in ${by} ${goal}, welke variant ook`,
    text: "Per variant een punt voor de kans op het doel, met een streep voor de onzekerheid door toeval.",
  },
  shortage: {
    finding: (unit: string, share: string, year: number) =>
      `In ${year} is het tekort het grootst bij ${unit}: ${share} van de nodige fte`,
    axis: (year: number) => `niet vervuld, % van de nodige fte op 1 oktober ${year}`,
    text: "Staven met het deel van de nodige fte dat niet vervuld is, van groot naar klein.",
  },
});
