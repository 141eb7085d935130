import { type Names, capital } from "../names";
import type { Numbers } from "../numbers";
import type { Words } from "../words";

/** What stands in and around the charts. */
export const charts = (numbers: Numbers, names: Names): Words["charts"] => ({
  target: "goal",
  met: "goal met",
  missed: "goal not met",
  now: "now",
  mean: "mean",
  begin: "begin",
  end: "end",
  year: "year",
  yes: "yes",
  no: "no",
  futures: "futures out of 50",
  heads: "people",
  million: "million euro",
  thousand: "thousand euro",
  budget: "budget",
  asItWas: "as it was",
  expectedCosts: "expected costs",
  unexplained: "chance per person, and numbers together",
  likely: "9 out of 10 futures",
  middle: "half of the futures",
  usual: "8 out of 10 futures",
  error: "uncertainty by chance",
  goalLine: (bound) => `goal: ${bound}`,
  source: (scenario, replicates) =>
    `Source: meesterplan, ${scenario}, ${numbers.decimal(replicates, 0)} futures played.`,
  asTable: "Numbers as a table",
  saveCsv: "Save CSV",
  saveSvg: "Save SVG",
  scrolls: (title) => `Chart or table, scroll to see all of it: ${title}`,
  columns: {
    rank: "dot",
    value: "value",
    met: "goal met",
    year: "year",
    schoolYear: "school year",
    calendarYear: "calendar year",
    of50: "out of 50",
    chance: "chance",
    low: "lower 95% limit",
    high: "upper 95% limit",
    p05: "5% lower",
    p10: "10% lower",
    p25: "25% lower",
    p50: "middle",
    p75: "25% higher",
    p90: "10% higher",
    p95: "5% higher",
    mean: "mean",
    cause: "cause",
    change: "change",
    unit: "group",
    band: "age",
    now: "now",
    then: "later",
    kind: "kind",
    budget: "budget",
    over: "chance of overspending",
    parameter: "uncertain number",
    share: "share",
    run: "variant",
    unfilled: "unfilled fte",
    demand: "fte needed",
    metric: "number",
  },
  dots: {
    finding: (goal, probability, when) =>
      `In ${names.of50(probability)} there will be ${goal} ${when}`,
    axis: (metric, when) => `${capital(metric)} ${when}`,
    text: (filled, low, high, bound) =>
      `Fifty dots, each an outcome that is equally likely. ${filled} dots are filled: there the goal ` +
      `of ${bound} is met. The outcomes run from ${low} to ${high}.`,
  },
  chance: {
    finding: (goal, first, firstYear, last, lastYear) =>
      `In ${names.of50(first)} there will be ${goal} in ${firstYear}; in ${lastYear} in ${names.of50(last)}`,
    single: (goal, chance, year) => `In ${names.of50(chance)} there will be ${goal} in ${year}`,
    text: "Line with, for each year, in how many out of 50 futures the goal is met; bars show how much this may differ by chance.",
  },
  fan: {
    finding: (metric, when, low, high) =>
      `In 45 out of 50 futures between ${low} and ${high}: ${metric} ${when}`,
    now: (value) => `now ${value}`,
    text: (metric) =>
      `Line with the middle outcome of ${metric} by year. The dark band holds half of the futures, the light band 45 out of 50.`,
    history: (year, value, now) =>
      `Open dots show how it was: in ${year} ${value}${now === null ? "" : `, now ${now}`}.`,
    earlier: (sources, isMore) => `Earlier years: ${sources}${isMore ? " and others" : ""}.`,
  },
  waterfall: {
    heads: (comes, goes, begin, end, start, by) =>
      `From ${start} to ${by} ${comes} teachers come and ${goes} go: from ${begin} to ${end}`,
    masters: (comes, goes, begin, end, start, by) =>
      `From ${start} to ${by} ${comes} masters are added and ${goes} go: from ${begin} to ${end}`,
    text: "Bars from the number now, by what is added and what goes for each cause, to the number in the year of the goal. All adds up exactly.",
  },
  levels: {
    section: "sections",
    school: "schools",
    board: "boards",
    region: "regions",
    total: "groups",
    subject: "subjects",
    cluster: "groups of subjects",
  },
  grid: {
    reached: (reached, of, goal, year) => `In ${year} we expect ${goal} in ${reached} out of ${of}`,
    highest: (metric, unit, value, when) => `${capital(when)} ${unit} has most: ${value} ${metric}`,
    text: "Table of groups by years. A darker cell is a higher value; the number stands in it, bold where the goal is met.",
    bold: "Bold: goal met.",
  },
  ages: {
    finding: (now, then, by) =>
      `Teachers of 55 years and over: ${now} now, ${then} expected in ${by}`,
    text: "For each band of age a bar for now and one for the year of the goal.",
  },
  panels: {
    vacancies: (value, when) => `${value} vacancies expected ${when}`,
    cancelled: (value, when) => `${when} ${value} of the lessons are cancelled`,
    unfilled: (value, when) => `${when} ${value} fte stays unfilled`,
    text: "For each number a small panel with what is expected by year; bars show the limits of 8 out of 10 futures.",
  },
  costs: {
    finding: (wages, rest, when) =>
      `${capital(when)} ${wages} of the costs are wages; the rest is ${rest}`,
    wages: "wages",
    rest: "other costs",
    text: "Stacked bars of the costs by school year; on the left all wages, on the right the other costs on a scale of their own.",
  },
  spending: {
    over: (probability, year) => `In ${names.of50(probability)} ${year} costs more than the budget`,
    plain: (cost, year) => `The costs in ${year} are expected to be ${cost}`,
    text: "For each calendar year a dot for the expected costs, a line for 8 out of 10 futures and a block for the budget.",
    plainText:
      "For each calendar year a dot for the expected costs and a line for 8 out of 10 futures.",
  },
  drivers: {
    finding: (parameter, share) =>
      `${capital(parameter)} explains ${share} of the differences between futures`,
    text: "Bars with the share of the differences between futures that an uncertain number explains. Only what can be told from chance is shown.",
  },
  comparison: {
    finding: (name, probability, goal, by) =>
      `In ${names.of50(probability)} with ${name}, the best of these: ${goal} in ${by}`,
    proposed: (name, probability, goal, by) =>
      `In ${names.of50(probability)} with ${name}, the proposal: ${goal} in ${by}`,
    between: (goal, low, high, by) =>
      `The chance of ${goal} in ${by} runs from ${names.cell50(low)} to ${names.cell50(high)} futures`,
    same: (goal, probability, by) =>
      `In ${names.of50(probability)} there will be ${goal} in ${by}, whatever the variant`,
    text: "For each variant a dot for the chance of the goal, with a line for the uncertainty by chance.",
  },
  shortage: {
    finding: (unit, share, year) =>
      `In ${year} the shortage is largest for ${unit}: ${share} of the fte needed`,
    axis: (year) => `unfilled, % of the fte needed on 1 October ${year}`,
    text: "Bars with the part of the fte needed that is unfilled, from large to small.",
  },
});
