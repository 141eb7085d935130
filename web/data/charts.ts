import { type Answer, meanAt, rowAt, seriesOf, unitsOf } from "./answer";
import type {
  Budget,
  Driver,
  HistoryRow,
  Level,
  Measure,
  SeriesRow,
  Target,
  TargetYear,
} from "./run";

/** The fifty values of a target year; `filled` of them meet the goal. */
export interface Dots {
  values: number[];
  /** round(50 p): how many of the best values are drawn as met. */
  filled: number;
  bound: number;
  direction: Target["direction"];
  measure: Measure;
  metric: string;
}

/** Null when the report has no fifty values. */
export function dotsOf(target: Target): Dots | null {
  const values = (target.dots ?? []).filter((value): value is number => value !== null);
  if (values.length !== 50) return null;
  return {
    values: [...values].sort((left, right) => left - right),
    filled: Math.round(50 * target.probability),
    bound: target.bound,
    direction: target.direction,
    measure: target.measure,
    metric: target.metric,
  };
}

/** Chance of a target by year. */
export interface Chances {
  years: TargetYear[];
  by: number;
}

/** Null when there are less than two years. */
export function chancesOf(target: Target): Chances | null {
  return target.by_year.length < 2 ? null : { years: target.by_year, by: target.by };
}

/** A metric by year, with its range. */
export interface Fan {
  metric: string;
  measure: Measure;
  rows: SeriesRow[];
  /** How it was in years before the start, by year; empty where it is not told. */
  history: HistoryRow[];
  /** Year that is known already. */
  start: number;
  /** Goal to draw a line at; null: none. */
  bound: number | null;
  by: number | null;
}

/** Null when the metric is told in less than two years. */
export function fanOf(
  answer: Answer,
  metric: string,
  target: Target | null = null,
  level: Level = "total",
  unit = "all",
): Fan | null {
  const rows = seriesOf(answer, metric, level, unit);
  const first = rows[0];
  if (!first || rows.length < 2) return null;
  return {
    metric,
    measure: first.measure,
    rows,
    history: historyOf(answer, first),
    start: answer.run.start,
    bound: target?.bound ?? null,
    by: target?.by ?? null,
  };
}

/** What is told of earlier years in the same measure as a row of the metric. */
function historyOf(answer: Answer, row: SeriesRow): HistoryRow[] {
  const isSame = (one: HistoryRow): boolean =>
    one.metric === row.metric &&
    one.level === row.level &&
    one.unit === row.unit &&
    one.measure === row.measure &&
    one.year < row.year;
  return (answer.run.history ?? []).filter(isSame).sort((left, right) => left.year - right.year);
}

/** Text in a cell for each unit and year. */
export interface Grid {
  metric: string;
  measure: Measure;
  years: number[];
  /** Which side of the goal is good. */
  direction: Target["direction"];
  /** The goal of all units; null: none. */
  goal: number | null;
  /** Decimals of all cells. */
  digits: number;
  rows: { unit: string; values: (number | null)[] }[];
}

/** What a cell counts in: percent, thousands of euro, or the measure itself. */
export const gridScale = (measure: Measure): number =>
  measure === "share" ? 100 : measure === "euro" ? 1e-3 : 1;

/** Whether a value as it is shown meets the goal as it is shown, so that equal cells look equal. */
export function meetsGoal(
  grid: Pick<Grid, "measure" | "direction" | "goal" | "digits">,
  value: number | null,
): boolean {
  if (value === null || grid.goal === null) return false;
  const shown = (one: number): number =>
    Number((one * gridScale(grid.measure)).toFixed(grid.digits));
  return grid.direction === "at_least"
    ? shown(value) >= shown(grid.goal)
    : shown(value) <= shown(grid.goal);
}

/** Shares have no decimals, unless a value would then seem to be on the other side of the goal. */
function gridDigits(grid: Omit<Grid, "digits">): number {
  if (grid.measure === "euro") return 0;
  if (grid.measure !== "share") return 1;
  const { goal, direction } = grid;
  const differs = (value: number | null): boolean => {
    if (value === null || goal === null) return false;
    const met = direction === "at_least" ? value >= goal - 1e-9 : value <= goal + 1e-9;
    return met !== meetsGoal({ ...grid, digits: 0 }, value);
  };
  return grid.rows.some((row) => row.values.some(differs)) ? 1 : 0;
}

/** Units of a level by year of a metric; null when none is told. */
export function gridOf(answer: Answer, metric: string, level: Level, last: number): Grid | null {
  const goal = answer.run.targets.find((target) => target.metric === metric);
  const years: number[] = [];
  for (let year = answer.run.start; year <= last; ++year) years.push(year);
  const rows = unitsOf(answer, level).map((unit) => ({
    unit,
    values: years.map((year) => meanAt(answer, metric, year, level, unit)),
  }));
  const told = rows.filter((row) => row.values.some((value) => value !== null));
  const some = told[0] && seriesOf(answer, metric, level, told[0].unit)[0];
  const used = years.filter((_, place) => told.some((row) => row.values[place] !== null));
  if (!some) return null;
  const places = used.map((year) => years.indexOf(year));
  const grid: Omit<Grid, "digits"> = {
    metric,
    measure: some.measure,
    years: used,
    direction: goal?.direction ?? "at_least",
    goal: goal?.bound ?? null,
    rows: told.map((row) => ({ ...row, values: places.map((place) => row.values[place] ?? null) })),
  };
  return { ...grid, digits: gridDigits(grid) };
}

/** Heads by band of age, now and in the target year. */
export interface Ages {
  start: number;
  by: number;
  /** Oldest last. */
  bands: { band: string; now: number; then: number; low: number | null; high: number | null }[];
}

const ageBands = ["15_24", "25_34", "35_44", "45_54", "55_64", "65_up"];

/** Null when no band is told; a band without anybody counts as zero. */
export function agesOf(answer: Answer, by: number): Ages | null {
  const bands = ageBands.flatMap((band) => {
    const now = rowAt(answer, `age_${band}`, answer.run.start);
    const then = rowAt(answer, `age_${band}`, by);
    if (now?.mean == null || then?.mean == null) return [];
    return [{ band, now: now.mean, then: then.mean, low: then.p10, high: then.p90 }];
  });
  return bands.length < 2 ? null : { start: answer.run.start, by, bands };
}

/** A metric by year in a panel of its own. */
export interface Panels {
  panels: { metric: string; measure: Measure; rows: SeriesRow[] }[];
}

/** Metrics that are told after the start; null when none is. */
export function panelsOf(answer: Answer, metrics: string[]): Panels | null {
  const panels = metrics.flatMap((metric) => {
    const rows = seriesOf(answer, metric).filter((row) => row.year > answer.run.start);
    const first = rows[0];
    return first && rows.length > 1 ? [{ metric, measure: first.measure, rows }] : [];
  });
  return panels.length === 0 ? null : { panels };
}

/** Euro of each kind and school year. */
export interface Costs {
  kinds: string[];
  /** `euro` is one a kind, in their order. */
  years: { year: number; euro: number[] }[];
}

const costKinds = [
  "cost_wages",
  "cost_study",
  "cost_policy",
  "cost_vacancy",
  "cost_turnover",
  "cost_redundancy",
];

/** Kinds that cost something in some year; null when the run has no money. */
export function costsOf(answer: Answer): Costs | null {
  const kinds = costKinds.filter((kind) =>
    seriesOf(answer, kind).some((row) => (row.mean ?? 0) > 0),
  );
  const years = new Set(kinds.flatMap((kind) => seriesOf(answer, kind).map((row) => row.year)));
  const rows = [...years]
    .sort((left, right) => left - right)
    .map((year) => ({ year, euro: kinds.map((kind) => meanAt(answer, kind, year) ?? 0) }));
  return rows.length === 0 ? null : { kinds, years: rows };
}

/** Costs of a calendar year against its budget. */
export interface Spending {
  board: string;
  years: {
    year: number;
    mean: number;
    low: number | null;
    high: number | null;
    budget: Budget | null;
  }[];
}

/** Spending of each board with a budget; of everything when there is none. */
export function spendingOf(answer: Answer): Spending[] {
  const boards = new Set(answer.run.budgets.map((budget) => budget.board));
  if (boards.size === 0) boards.add("");
  return [...boards].flatMap((board) => {
    const own = seriesOf(answer, "cost_calendar", "board", board);
    const rows = own.length > 0 || boards.size > 1 ? own : seriesOf(answer, "cost_calendar");
    const budgets = answer.run.budgets.filter((budget) => budget.board === board);
    const told = rows.filter(
      (row) => budgets.length === 0 || budgets.some((b) => b.year === row.year),
    );
    if (told.length === 0) return [];
    const years = told.map((row) => ({
      year: row.year,
      mean: row.mean ?? 0,
      low: row.p10,
      high: row.p90,
      budget: budgets.find((budget) => budget.year === row.year) ?? null,
    }));
    return [{ board, years }];
  });
}

/** Uncertain numbers that can be told from chance, largest share first. */
export function driversOf(answer: Answer, target: Target): Driver[] {
  return answer.run.drivers
    .filter(
      (driver) =>
        driver.target === target.name && driver.unit === target.unit && driver.distinguishable,
    )
    .sort((left, right) => right.share - left.share);
}

/** Chance of a target in each run of the report. */
export interface Comparison {
  runs: { letter: string; name: string; probability: number; error: number }[];
}

/** Null unless two runs have the target. */
export function comparisonOf(answers: Answer[], target: Target): Comparison | null {
  const runs = answers.flatMap((answer) => {
    const same = answer.run.targets.find(
      (other) => other.name === target.name && other.unit === target.unit,
    );
    if (!same) return [];
    const { probability, standard_error: error } = same;
    return [{ letter: answer.letter, name: answer.name, probability, error }];
  });
  return runs.length < 2 ? null : { runs };
}

/** Share of the fte needed that nobody fills, by unit. */
export interface Shortages {
  year: number;
  /** Largest share first. */
  bars: { unit: string; share: number; unfilled: number; demand: number }[];
}

/** Null when no unit of the level has both numbers. */
export function shortagesOf(answer: Answer, level: Level, year: number): Shortages | null {
  const bars = unitsOf(answer, level).flatMap((unit) => {
    const unfilled = meanAt(answer, "unfilled", year, level, unit);
    const demand = meanAt(answer, "demand", year, level, unit);
    if (unfilled === null || demand === null || demand <= 0) return [];
    return [{ unit, share: unfilled / demand, unfilled, demand }];
  });
  bars.sort((left, right) => right.share - left.share || left.unit.localeCompare(right.unit));
  return bars.length === 0 ? null : { year, bars };
}
