import type { Names } from "../names";
import type { Numbers } from "../numbers";
import type { Words } from "../words";

/** The board's two pages. */
export const board = (numbers: Numbers, names: Names): Words["board"] => ({
  title: "Proposal to the board",
  decision: {
    heading: "Decision asked",
    alone: (start, planned) =>
      planned
        ? `Confirm the goals below and decide whether this plan is carried out from 1 August ${start}`
        : `Confirm the goals below and choose which measures are prepared from 1 August ${start}`,
    choose: (name, start) => `Choose ${name}, from 1 August ${start}`,
    none: (start) =>
      `Confirm the goals and have other measures worked out before 1 August ${start}: none of the variants makes the chance noticeably larger.`,
    extra: (euro, first, last) =>
      `, which is expected to cost ${euro} more than the starting point, ${first} to ${last} together.`,
    less: (euro, first, last) =>
      `, which is expected to cost ${euro} less than the starting point, ${first} to ${last} together.`,
    same: (first, last) =>
      `, which is expected to cost as much as the starting point, ${first} to ${last} together.`,
    noMoney: "; what it costs is not in this paper, add that before the decision.",
    costs: (euro, year, planned) =>
      planned
        ? `; the teachers are then expected to cost ${euro} in ${year}, this plan included.`
        : `; without new policies the teachers are expected to cost ${euro} in ${year}, and the cost of measures comes on top.`,
    gain: (goal, before, after) =>
      `The chance of ${goal} goes from ${names.cell50(before)} to ${names.cell50(after)} futures.`,
  },
  gap: {
    heading: "Now, desired and the gap",
    short: (low, high, year) =>
      `In ${year} we expect to be ${low} to ${high} teachers short of this goal.`,
    shortFte: (low, high, year) =>
      `In ${year} we expect to be ${low} to ${high} fte short of this goal.`,
    note: "An hbo master counts for the 50%, not for the 80%.",
  },
  nothing: {
    heading: "If we do nothing",
    planned: "If we carry out this plan",
    sentence: (goal, probability, when) =>
      `In ${names.of50(probability)} there will be ${goal} ${when}.`,
    read: "Each dot is one of 50 futures that are equally likely.",
  },
  variants: {
    heading: "What we can do",
    alone: "What we expect",
    caption: (by) => `Chances in ${by}; the other numbers are means per year until then.`,
    chances: (by) => `Chances in ${by}.`,
    means: (by) => `The numbers are means per year until ${by}.`,
    vacancies: "Vacancies per 1 August",
    cancelled: "Cancelled lessons",
    euro: "Costs per calendar year",
    extra: "More than A, per year",
    only: "No variant has been played yet. Ask for at most three variants with their costs.",
    plannedOnly:
      "Only this plan was worked out; how it goes without is not told. Ask for that variant, and for at most two others with their costs.",
    more: "More variants are in the report for HR.",
  },
  unknown: {
    heading: "What we do not know",
    range: (metric, when, low, high) =>
      `How it will go: in 45 out of 50 futures there are between ${low} and ${high} ${metric} ${when}.`,
    counted: (replicates, margin) =>
      `The chance in counting: the chances come from ${numbers.decimal(replicates, 0)} futures and may differ by ${margin} for that reason.`,
    people:
      "The data: we do not know who leaves, comes or studies; we work with our own file and national figures.",
    missing:
      "The data: not everything was filled in; what was missing is filled in differently in each future. We do not know who leaves, comes or studies.",
    margin: (of50) => `at most ${of50} out of 50`,
  },
  who: {
    heading: "Who does what, and when",
    when: "When",
    what: "What",
    who: "Who",
    steps: (start) => [
      [
        `autumn of ${start}`,
        "money for study and mentoring in the budget of the next calendar year",
        "board",
      ],
      [
        `1 February to 15 March ${start + 1}`,
        "ask for the Lerarenbeurs grant (check the dates of that year at DUO)",
        "teacher and school leader",
      ],
      [`March to May ${start + 1}`, "open the vacancies", "school leader and HR"],
      [
        `before the summer of ${start + 1}`,
        "staffing plan, with consent of the participation council",
        "board and council",
      ],
      [`1 October ${start + 1}`, "count and compare with this paper", "HR"],
    ],
  },
  adjust: {
    heading: "When to adjust",
    of: (name) => `The table is of ${name}.`,
    rule: "Every year on 1 October we compare the count with this table. Outside the limit it goes worse than in 45 out of 50 futures, and a new proposal follows.",
    expected: "expected",
    below: "adjust below",
    above: "adjust above",
  },
});
