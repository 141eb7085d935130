import type { Words } from "../words";

/** Shortages by subject and school. */
export const region = (): Words["region"] => ({
  title: "Shortages in the region",
  summary: "In short",
  sentence: (unfilled, demand, share, year) =>
    `On 1 October ${year} ${unfilled} of the ${demand} fte needed are expected to be unfilled: ${share}.`,
  range: (low, high) => `In 8 out of 10 futures it is between ${low} and ${high} fte.`,
  hidden: (hidden) => `Besides, teachers without the licence for it give ${hidden} fte of lessons.`,
  candidates: (candidates, unplaced, when) =>
    `${when} ${candidates} candidates are expected to look for work; ${unplaced} find nothing in the region.`,
  subjects: "Shortage by subject",
  schools: "Shortage by school",
  boards: "Shortage by board",
  table: {
    needed: "fte needed",
    unfilled: "unfilled",
    share: "part",
    hidden: "hidden shortage",
    cancelled: "cancelled lessons",
    vacancies: "vacancies",
    candidates: "candidates",
  },
  tableHeading: (level, year) => `Numbers by ${level}, ${year}`,
  overYears: (level) => `Unfilled fte by ${level} and year`,
  goals: "Goals of the region",
  flows: "Who comes and goes in the region",
  flowsNote: "Who changes board within the region is no loss to the region.",
  work: "Vacancies and cancelled lessons",
  drivers: "Where the uncertainty comes from",
  compare: "Variants side by side",
  levels: { subject: "subject", school: "school", board: "board" },
});
