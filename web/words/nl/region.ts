/** Shortages by subject and school. */
export const region = () => ({
  title: "Tekorten in de regio",
  summary: "In het kort",
  sentence: (unfilled: string, demand: string, share: string, year: number) =>
    `Op 1 oktober ${year} is naar verwachting ${unfilled} van de ${demand} nodige fte niet vervuld: ${share}.`,
  range: (low: string, high: string) =>
    `In 8 van de 10 toekomsten is het tussen ${low} en ${high} fte.`,
  hidden: (hidden: string) =>
    `Daarnaast geven docenten zonder de bevoegdheid ervoor ${hidden} fte aan lessen.`,
  candidates: (candidates: string, unplaced: string, when: string) =>
    `${when} zoeken naar verwachting ${candidates} kandidaten werk; ${unplaced} vinden in de regio niets.`,
  subjects: "Tekort per vak",
  schools: "Tekort per school",
  boards: "Tekort per bestuur",
  table: {
    needed: "nodige fte",
    unfilled: "niet vervuld",
    share: "deel",
    hidden: "verborgen tekort",
    cancelled: "lesuitval",
    vacancies: "vacatures",
    candidates: "kandidaten",
  },
  tableHeading: (level: string, year: number) => `Getallen per ${level}, ${year}`,
  overYears: (level: string) => `Niet vervulde fte per ${level} en jaar`,
  goals: "Doelen van de regio",
  flows: "Wie komt en gaat in de regio",
  flowsNote: "Wie binnen de regio van bestuur wisselt is voor de regio geen verlies.",
  work: "Vacatures en lesuitval",
  drivers: "Waar de onzekerheid vandaan komt",
  compare: "Varianten naast elkaar",
  levels: { subject: "vak", school: "school", board: "bestuur" },
});
