import type { Names } from "../names";
import type { Numbers } from "../numbers";

/** The board's two pages. */
export const board = (numbers: Numbers, names: Names) => ({
  title: "Voorstel aan het bestuur",
  decision: {
    heading: "Gevraagd besluit",
    alone: (start: number, planned: boolean) =>
      planned
        ? `Stel de doelen hieronder vast en besluit of dit plan vanaf 1 augustus ${start} wordt uitgevoerd`
        : `Stel de doelen hieronder vast en kies welke maatregelen vanaf 1 augustus ${start} worden voorbereid`,
    choose: (name: string, start: number) => `Kies voor ${name}, vanaf 1 augustus ${start}`,
    none: (start: number) =>
      `Stel de doelen vast en laat voor 1 augustus ${start} andere maatregelen doorrekenen: geen van de varianten maakt de kans merkbaar groter.`,
    extra: (euro: string, first: number, last: number) =>
      `, wat in ${first} tot en met ${last} samen naar verwachting ${euro} meer kost dan het uitgangspunt.`,
    less: (euro: string, first: number, last: number) =>
      `, wat in ${first} tot en met ${last} samen naar verwachting ${euro} minder kost dan het uitgangspunt.`,
    same: (first: number, last: number) =>
      `, wat in ${first} tot en met ${last} samen naar verwachting evenveel kost als het uitgangspunt.`,
    noMoney: "; wat het kost staat niet in dit stuk, leg dat erbij voor het besluit.",
    costs: (euro: string, year: number, planned: boolean) =>
      planned
        ? `; de docenten kosten dan in ${year} naar verwachting ${euro}, dit plan meegerekend.`
        : `; zonder nieuw beleid kosten de docenten in ${year} naar verwachting ${euro}, en wat maatregelen kosten komt daar bij.`,
    gain: (goal: string, before: number, after: number) =>
      `De kans op ${goal} gaat van ${names.cell50(before)} naar ${names.cell50(after)} toekomsten.`,
  },
  gap: {
    heading: "Nu, gewenst en het verschil",
    short: (low: string, high: string, year: number) =>
      `In ${year} komen we naar verwachting ${low} tot ${high} docenten tekort voor dit doel.`,
    shortFte: (low: string, high: string, year: number) =>
      `In ${year} komen we naar verwachting ${low} tot ${high} fte tekort voor dit doel.`,
    note: "Een hbo-master telt mee voor de 50%, niet voor de 80%.",
  },
  nothing: {
    heading: "Als we niets doen",
    planned: "Als we dit plan uitvoeren",
    sentence: (goal: string, probability: number, when: string) =>
      `In ${names.of50(probability)} is er ${when} ${goal}.`,
    read: "Iedere stip is een van 50 even waarschijnlijke toekomsten.",
  },
  variants: {
    heading: "Wat we kunnen doen",
    alone: "Wat we verwachten",
    caption: (by: number) =>
      `Kansen in ${by}; de andere getallen zijn gemiddelden per jaar tot dan.`,
    chances: (by: number) => `Kansen in ${by}.`,
    means: (by: number) => `De getallen zijn gemiddelden per jaar tot ${by}.`,
    vacancies: "Vacatures per 1 augustus",
    cancelled: "Lessen die uitvallen",
    euro: "Kosten per kalenderjaar",
    extra: "Meer dan A, per jaar",
    only: "Er is nog geen variant doorgerekend. Vraag om ten hoogste drie varianten met hun kosten.",
    plannedOnly:
      "Alleen dit plan is doorgerekend; hoe het zonder gaat staat er niet bij. Vraag om die variant, en om ten hoogste twee andere met hun kosten.",
    more: "Meer varianten staan in het rapport voor HR.",
  },
  unknown: {
    heading: "Wat we niet weten",
    range: (metric: string, when: string, low: string, high: string) =>
      `Hoe het loopt: in 45 van de 50 toekomsten zijn er ${when} tussen ${low} en ${high} ${metric}.`,
    counted: (replicates: number, margin: string) =>
      `Het toeval van het tellen: de kansen komen uit ${numbers.decimal(replicates, 0)} doorgerekende toekomsten en kunnen daardoor ${margin} schelen.`,
    people:
      "De gegevens: wie vertrekt, komt of gaat studeren weten we niet; we rekenen met ons eigen bestand en landelijke cijfers.",
    missing:
      "De gegevens: niet alles was ingevuld; wat ontbrak is in iedere toekomst anders ingevuld. Wie vertrekt, komt of gaat studeren weten we niet.",
    margin: (of50: string) => `hooguit ${of50} van de 50`,
  },
  who: {
    heading: "Wie doet wat, en wanneer",
    when: "Wanneer",
    what: "Wat",
    who: "Wie",
    steps: (start: number) => [
      [
        `najaar ${start}`,
        "geld voor scholing en begeleiding in de begroting van het volgende kalenderjaar",
        "bestuur",
      ],
      [
        `1 februari tot 15 maart ${start + 1}`,
        "Lerarenbeurs aanvragen (kijk de data van dat jaar na bij DUO)",
        "docent en schoolleiding",
      ],
      [`maart tot mei ${start + 1}`, "vacatures openstellen", "schoolleiding en HR"],
      [
        `voor de zomer van ${start + 1}`,
        "formatieplan, met instemming van de medezeggenschapsraad",
        "bestuur en raad",
      ],
      [`1 oktober ${start + 1}`, "tellen en vergelijken met dit stuk", "HR"],
    ],
  },
  adjust: {
    heading: "Wanneer we bijsturen",
    of: (name: string) => `De tabel is van ${name}.`,
    rule: "Elk jaar op 1 oktober vergelijken we de telling met deze tabel. Valt zij buiten de grens, dan gaat het slechter dan in 45 van de 50 toekomsten en komt er een nieuw voorstel.",
    expected: "verwacht",
    below: "bijsturen onder",
    above: "bijsturen boven",
  },
});
