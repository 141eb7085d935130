import type { Policies, PolicyCard } from "./policies";

/** What a number counts. */
export type Measure = "heads" | "fte" | "share" | "years" | "euro";

/** Whom a number is about; "cluster" are groups of subjects, in reports meant for others. */
export type Level = "section" | "school" | "board" | "region" | "total" | "subject" | "cluster";

/** Metric of a unit in a year; null where there is nobody to count, or where it is not told. */
export interface SeriesRow {
  metric: string;
  level: Level;
  unit: string;
  measure: Measure;
  /** 1 October of it; of events and costs: the school year that ends then. */
  year: number;
  /** Futures in which the metric applies. */
  n: number;
  mean: number | null;
  sd: number | null;
  p05: number | null;
  p10: number | null;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  p90: number | null;
  p95: number | null;
}

/** Chance of a target had it been set for another year. */
export interface TargetYear {
  year: number;
  met: number;
  applies: number;
  probability: number;
  standard_error: number;
}

/** A goal and how often it is met. */
export interface Target {
  name: string;
  metric: string;
  level: Level;
  unit: string;
  measure: Measure;
  direction: "at_least" | "at_most";
  /** In the metric's measure: 0.5 for half. */
  bound: number;
  by: number;
  not_applicable: number;
  probability: number;
  standard_error: number;
  by_year: TargetYear[];
  /** How many more heads or fte would meet it; null for other goals than a share at least. */
  shortfall: {
    mean: number;
    p10: number;
    p50: number;
    p90: number;
    per_year: number;
    measure: "heads" | "fte";
  } | null;
  definition_nl?: string;
  definition_en?: string;
  /** Fifty evenly spread values out of all futures, of the year `by`; null or absent: not told. */
  dots?: (number | null)[] | null;
}

/** Heads that move between a stock and outside, in the school year that ends in `year`. */
export interface FlowRow {
  stock: "heads" | "masters";
  level: Level;
  unit: string;
  year: number;
  from: string;
  to: string;
  cause: string;
  mean: number;
  p10: number | null;
  p90: number | null;
}

/** Share of a target's variance that an uncertain number explains. */
export interface Driver {
  target: string;
  unit: string;
  parameter: string;
  share: number;
  interval: [number, number];
  noise: number;
  distinguishable: boolean;
}

/** What a board may spend in a calendar year, and how often it spends more. */
export interface Budget {
  /** Empty: the only board. */
  board: string;
  year: number;
  amount: number;
  probability: number;
  standard_error: number;
  mean: number;
  sd: number;
}

/** Warning, or a default that was used. */
export interface Note {
  severity?: "error" | "warning" | "note";
  message_nl: string;
  message_en: string;
}

/** Where an answer comes from. */
export interface Provenance {
  version: string;
  inputs: { name: string; hash: string }[];
  settings: { key: string; value: string }[];
  result_hash: string;
}

/** What the school says of a year before the start. */
export interface HistoryRow {
  metric: string;
  level: Level;
  unit: string;
  measure: Measure;
  /** As of a SeriesRow; before the start. */
  year: number;
  value: number;
  /** Empty: not told. */
  source: string;
}

/** The parts of a meesterplan.run/1 document that the reports use. */
export interface Run {
  schema: "meesterplan.run/1";
  scenario: string;
  description: string;
  seed: number;
  replicates: number;
  interrupted: boolean;
  /** Year 0 is 1 October of it. */
  start: number;
  years: number;
  targets: Target[];
  series: SeriesRow[];
  flows: FlowRow[];
  drivers: Driver[];
  budgets: Budget[];
  units: {
    level: "school" | "section";
    unit: string;
    school: string | null;
    needs_only: boolean;
  }[];
  /** What the scenario does, in its order; empty outside HR, absent in older documents. */
  policy_cards?: PolicyCard[];
  /** Only where the effects of the policies were played. */
  policies?: Policies;
  /** Absent in older documents. */
  history?: HistoryRow[];
  /** What the planner keeps with the plan; absent in older documents. */
  questions?: { text: string; answer: string }[];
  provenance: Provenance;
  notes: Note[];
}
