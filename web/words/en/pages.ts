import type { Numbers } from "../numbers";
import type { Words } from "../words";

/** What all reports share. */
export const pages = (numbers: Numbers): Words["pages"] => ({
  readers: {
    board: "for the board",
    council: "for the participation council",
    hr: "for HR",
    region: "for the region",
  },
  noscript: "This report needs JavaScript; it fetches nothing from the internet.",
  contents: "Contents",
  page: (page, of) => `${page}/${of}`,
  provenance: (seed, replicates, version, date, check) =>
    `number of the draw ${seed} \u00b7 ${replicates} futures \u00b7 meesterplan ${version} \u00b7 ${date} \u00b7 check code ${check}`,
  interrupted: "Note: the run was stopped early; these are the futures until then.",
  variant: "Variant",
  base: "starting point",
  goal: "Goal",
  goals: "Goals",
  now: "Now",
  desired: "Desired",
  gap: "Gap",
  expected: "Expected",
  definition: "How we count:",
  chance: "Chance",
  total: "Total",
  school: "School",
  section: "Section",
  subject: "Subject",
  unit: "Group",
  year: "Year",
  notTold: "not told",
  legend: (letter) => `Variant ${letter}`,
  goalIn: (goal, when) => `${goal} ${when}`,
  noGoals: "This scenario has no goal.",
  percentPoints: (share) => `${numbers.decimal(share * 100, 1)} percentage points`,
  range: (low, high) => `${low} to ${high}`,
  hidden: {
    title: "What this report does not tell",
    threshold: (least) => `Groups of less than ${least} people are not told apart.`,
    merged: (list) => `Taken together: ${list}.`,
    withheld: (list) => `Not told: ${list}.`,
    withoutMasters: (list) => `Masters not told of: ${list}.`,
    persons: "This report says nothing about any person and ranks nobody.",
  },
  notes: "Remarks about the data",
});
