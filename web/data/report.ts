import type { Run } from "./run";
import type { Staffing } from "./staffing";

/** For whom a report is; decides its pages. */
export type Reader = "board" | "council" | "hr" | "region";

export type Lang = "nl" | "en";

/** A stored run under the name by which the report calls it. */
export interface NamedRun {
  name: string;
  kept_at: string;
  /** Whether its scenario carries out policies; absent: not known. */
  with_policies?: boolean;
  result: Run;
}

/** The document embedded in a report; its results are filtered for the reader already. */
export interface Report {
  schema: "meesterplan.report/1";
  reader: Reader;
  lang: Lang;
  /** Day on which it was written, "2026-11-30". */
  written: string;
  version: string;
  /** One to four; the first is the one that the others are compared with. */
  runs: NamedRun[];
  staffing: Staffing | null;
  hidden: {
    /** Groups smaller than this are not told; null: every group is told. */
    threshold: number | null;
    merged: string[];
    withheld: string[];
    /** Told, but for how many of them have a master. */
    without_masters: string[];
    /** Names of targets of which nothing is told. */
    without_targets?: string[];
    /** "masters 2021": metric and year; absent: nothing. */
    without_history?: string[];
  };
}

/** Signs that turn the direction of all that follows; the page isolates every text by itself. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;

/** What a row of series does not name is null. */
const nothing = {
  mean: null,
  sd: null,
  p05: null,
  p10: null,
  p25: null,
  p50: null,
  p75: null,
  p90: null,
  p95: null,
};

/** Document of that schema with its rows made whole, or an error that says what it is instead. */
export function readReport(text: string): Report {
  const report = JSON.parse(text.replace(directions, "")) as Report;
  if (report.schema !== "meesterplan.report/1" || report.runs.length === 0)
    throw new Error(`not a meesterplan.report/1 with a run: ${String(report.schema)}`);
  for (const { result } of report.runs)
    result.series = result.series.map((row) => ({ ...nothing, ...row }));
  return report;
}
