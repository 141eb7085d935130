import type { Lang, Reader, Report } from "../data/report";
import type { Budget, Driver, FlowRow, Level, Measure, Run, SeriesRow, Target } from "../data/run";
import { cardsExample, historyExample, policiesExample } from "./policies_example.mjs";
import type { Expected, Staffing, StaffingRow, Volume } from "../data/staffing";

const start = 2025;
const years = 6;
const subjects = ["nederlands", "wiskunde", "klassieke_talen"];
const schools = ["VL01", "VL02"];
const groups = ["talen", "exact"];

/** Means of a metric from the start on, one a year. */
type Course = (step: number, unit: number) => number;

const stocks: [string, Measure, Course][] = [
  ["heads", "heads", (step) => 40 + step],
  ["demand", "fte", () => 30],
  ["net_fte", "fte", (step) => 29 - step / 2],
  ["unfilled", "fte", (step, unit) => 1 + step / 2 + unit / 4],
  ["hidden", "fte", () => 0.6],
  ["cancelled", "fte", (step) => 0.5 + step / 10],
  ["lessons_cancelled", "share", (step) => 0.02 + step / 200],
  ["masters", "share", (step, unit) => 0.4 + step / 50 + unit / 10],
  ["masters_heads", "heads", (step) => 16 + step],
  ["wo_upper_vwo", "share", (step) => 0.6 + step / 40],
  ["degree_hbo_master", "share", () => 0.15],
  ["degree_wo_master", "share", () => 0.25],
  ["masters_sitting", "heads", (step) => 16 - step],
  ["masters_starter", "heads", (step) => step],
  ["masters_upskilled", "heads", (step) => step / 2],
  ["masters_outside", "heads", (step) => step / 2],
  ["mean_age", "years", (step) => 45 - step / 5],
  ["share_55plus", "share", (step) => 0.3 - step / 100],
  ["studying", "heads", () => 2],
  ["age_15_24", "heads", () => 2],
  ["age_25_34", "heads", (step) => 10 + step],
  ["age_35_44", "heads", () => 10],
  ["age_45_54", "heads", () => 8],
  ["age_55_64", "heads", (step) => 9 - step / 2],
  ["age_65_up", "heads", () => 1],
];

const events: [string, Measure, Course][] = [
  ["vacancies", "heads", (step) => 5 + step],
  ["vacancy_fte", "fte", (step) => 4 + step / 2],
  ["candidates", "heads", () => 12.5],
  ["candidates_unplaced", "heads", () => 3.2],
  ["enrolments", "heads", () => 1.4],
  ["graduations", "heads", () => 0.8],
  ["dropouts", "heads", () => 0.3],
  ["cost_wages", "euro", (step) => 3.2e6 + step * 5e4],
  ["cost_study", "euro", () => 24000],
  ["cost_policy", "euro", () => 60000],
  ["cost_vacancy", "euro", (step) => 9e4 + step * 1e4],
  ["cost_turnover", "euro", () => 31000],
  ["cost_calendar", "euro", (step) => 3.4e6 + step * 6e4],
];

/** Row of a metric whose quantiles lie evenly around its mean. */
function rowOf(
  metric: string,
  measure: Measure,
  level: Level,
  unit: string,
  step: number,
  mean: number,
): SeriesRow {
  const spread = (step * mean) / 40;
  const at = (steps: number): number | null => (level === "cluster" ? null : mean + steps * spread);
  return {
    metric,
    level,
    unit,
    measure,
    year: start + step,
    n: 1000,
    mean,
    sd: spread,
    p05: at(-2),
    p10: at(-1.5),
    p25: at(-1),
    p50: at(0),
    p75: at(1),
    p90: at(1.5),
    p95: at(2),
  };
}

function seriesOfUnit(level: Level, unit: string, place: number): SeriesRow[] {
  const rows: SeriesRow[] = [];
  for (let step = 0; step <= years; ++step) {
    for (const [metric, measure, course] of stocks)
      rows.push(rowOf(metric, measure, level, unit, step, course(step, place)));
    for (const [metric, measure, course] of step > 0 ? events : [])
      rows.push(rowOf(metric, measure, level, unit, step, course(step, place)));
  }
  return rows;
}

const unitsOfReader: Record<Reader, [Level, string[]][]> = {
  board: [],
  council: [["cluster", groups]],
  hr: [
    ["school", schools],
    ["section", subjects],
  ],
  region: [
    ["board", ["Bestuur Noord", "Bestuur Zuid"]],
    ["school", schools],
    ["subject", subjects],
  ],
};

function targetOf(metric: string, bound: number, probability: number, by: number): Target {
  const error = Math.sqrt((probability * (1 - probability)) / 1000);
  return {
    name: metric,
    metric,
    level: "total",
    unit: "all",
    measure: "share",
    direction: "at_least",
    bound,
    by,
    not_applicable: 0,
    probability,
    standard_error: error,
    by_year: Array.from({ length: years + 1 }, (_, step) => ({
      year: start + step,
      met: 100 * step,
      applies: 1000,
      probability: Math.min(1, step / 8),
      standard_error: error,
    })),
    shortfall: { mean: 2.4, p10: 0, p50: 2, p90: 6, per_year: 0.5, measure: "heads" },
    definition_nl: "Aandeel van de docenten met een hbo- of wo-master.",
    definition_en: "Share of the teachers with an hbo or wo master.",
    dots: Array.from(
      { length: 50 },
      (_, place) => bound + (place - 50 * (1 - probability) + 0.5) / 400,
    ),
  };
}

/** Flows that make each stock grow by one a year. */
function flowsOf(stock: FlowRow["stock"]): FlowRow[] {
  const causes: [string, number][] = [
    ["hire_starter", 3.25],
    ["hire_mover", 1.5],
    ["retirement", -2],
    ["other_board", -1.75],
  ];
  return Array.from({ length: years }, (_, step) =>
    causes.map(([cause, change]) => ({
      stock,
      level: "total" as const,
      unit: "all",
      year: start + step + 1,
      from: change > 0 ? "outside" : stock,
      to: change > 0 ? stock : "outside",
      cause,
      mean: Math.abs(change),
      p10: null,
      p90: null,
    })),
  ).flat();
}

const budget = (year: number): Budget => ({
  board: "",
  year,
  amount: 3.6e6,
  probability: 0.2,
  standard_error: 0.01,
  mean: 3.4e6,
  sd: 1e5,
});

const driver = (parameter: string, share: number): Driver => ({
  target: "masters",
  unit: "all",
  parameter,
  share,
  interval: [share / 2, share * 1.5],
  noise: 0.001,
  distinguishable: share > 0.01,
});

/** That many policies with what they do, for a run of HR. */
export function policiesOf(count: number): Pick<Run, "policy_cards" | "policies"> {
  const cards = cardsExample(count);
  return { policy_cards: cards, policies: policiesExample(cards) };
}

/** A small run: a school that grows by a teacher and a master a year. */
export function exampleRun(reader: Reader, scenario = "Klein voorbeeld", probability = 0.62): Run {
  const units: [Level, string[]][] = [["total", ["all"]], ...unitsOfReader[reader]];
  return {
    schema: "meesterplan.run/1",
    scenario,
    description: "",
    seed: 7,
    replicates: 1000,
    interrupted: false,
    start,
    years,
    targets: [
      targetOf("masters", 0.5, probability, 2030),
      targetOf("wo_upper_vwo", 0.8, 0.31, 2030),
    ],
    series: units.flatMap(([level, keys]) =>
      keys.flatMap((unit, place) => seriesOfUnit(level, unit, place)),
    ),
    flows: [...flowsOf("heads"), ...flowsOf("masters")],
    drivers: [driver("uptake", 0.2), driver("exit/retirement", 0.08), driver("fill", 0.001)],
    budgets: [budget(2026), budget(2027)],
    units: [],
    ...(reader === "hr" ? policiesOf(5) : { policy_cards: [] }),
    history: historyExample(start),
    provenance: {
      version: "0.1.0",
      inputs: [],
      settings: [],
      result_hash: "0123456789abcdef",
    },
    notes: [{ message_nl: "onbekend opleidingsniveau: 3", message_en: "unknown degree: 3" }],
  };
}

const none: Volume = { heads: 0, fte: 0 };
const expected = (mean: number): Expected => ({ mean, p10: 0, p90: 2 * mean });

function staffingRow(level: StaffingRow["level"], unit: string): StaffingRow {
  return {
    level,
    unit,
    school: level === "section" ? "VL01" : null,
    needs_only: false,
    demand_now: 8,
    demand: 8.4,
    net_now: 7.5,
    net_staying: 6.9,
    surplus: 0,
    certain: {
      leavers: { heads: 1, fte: 0.5 },
      starters: none,
      hours: none,
      known: [{ event: "leaves", cause: "retirement", month: "2026-03", heads: 1, fte: 0.5 }],
    },
    dated: { contracts: none, pension_age: none },
    other_leavers: expected(1.3),
    other_leavers_fte: expected(0.9),
    vacancies: expected(2),
    vacancy_fte: { mean: 1.5, p10: null, p90: null },
    unfilled: expected(0.4),
    holes: { leavers: none, replacements: none, contracts: none, pension_age: none },
    cancelled: expected(0.2),
    hidden: null,
  };
}

function exampleStaffing(): Staffing {
  const { provenance } = exampleRun("hr");
  return {
    schema: "meesterplan.staffing/1",
    scenario: "Klein voorbeeld",
    start,
    year: start + 1,
    rows: [...subjects.map((unit) => staffingRow("section", unit)), staffingRow("total", "all")],
    notes: [],
    provenance,
  };
}

/** Report of one run, or of two when `several`. */
export function exampleReport(reader: Reader, lang: Lang, several = false): Report {
  const named = (name: string, run: Run) => ({
    name,
    kept_at: "2026-11-30T12:00:00Z",
    result: run,
  });
  const runs = [named("basis", exampleRun(reader))];
  if (several) runs.push(named("meer", exampleRun(reader, "Meer studenten", 0.8)));
  return {
    schema: "meesterplan.report/1",
    reader,
    lang,
    written: "2026-11-30",
    version: "0.1.0",
    runs,
    staffing: reader === "hr" ? exampleStaffing() : null,
    hidden: {
      threshold: reader === "hr" ? null : 5,
      merged: ["overig"],
      withheld: [],
      without_masters: [],
    },
  };
}
