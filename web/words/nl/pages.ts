import type { Numbers } from "../numbers";

/** What all reports share. */
export const pages = (numbers: Numbers) => ({
  readers: {
    board: "voor het bestuur",
    council: "voor de medezeggenschapsraad",
    hr: "voor HR",
    region: "voor de regio",
  },
  noscript: "Dit rapport heeft JavaScript nodig; het haalt niets van het internet.",
  contents: "Inhoud",
  page: (page: number, of: number) => `${page}/${of}`,
  provenance: (seed: number, replicates: string, version: string, date: string, check: string) =>
    `volgnummer van het toeval ${seed} \u00b7 ${replicates} toekomsten \u00b7 meesterplan ${version} \u00b7 ${date} \u00b7 controlegetal ${check}`,
  interrupted: "Let op: het doorrekenen is afgebroken; dit zijn de toekomsten tot dan.",
  variant: "Variant",
  base: "uitgangspunt",
  goal: "Doel",
  goals: "Doelen",
  now: "Nu",
  desired: "Gewenst",
  gap: "Verschil",
  expected: "Verwacht",
  definition: "Zo tellen we:",
  chance: "Kans",
  total: "Totaal",
  school: "School",
  section: "Sectie",
  subject: "Vak",
  unit: "Groep",
  year: "Jaar",
  notTold: "niet vermeld",
  legend: (letter: string) => `Variant ${letter}`,
  goalIn: (goal: string, when: string) => `${goal} ${when}`,
  noGoals: "Dit scenario heeft geen doel.",
  percentPoints: (share: number) => `${numbers.decimal(share * 100, 1)} procentpunt`,
  range: (low: string, high: string) => `${low} tot ${high}`,
  hidden: {
    title: "Wat niet in dit rapport staat",
    threshold: (least: number) =>
      `Groepen van minder dan ${least} personen staan er niet apart in.`,
    merged: (list: string) => `Samengevoegd: ${list}.`,
    withheld: (list: string) => `Niet vermeld: ${list}.`,
    withoutMasters: (list: string) => `Masters niet vermeld bij: ${list}.`,
    persons: "Dit rapport zegt niets over een persoon en zet mensen niet op volgorde.",
  },
  notes: "Opmerkingen bij de gegevens",
});
