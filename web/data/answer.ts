import type { NamedRun } from "./report";
import type { Level, Run, SeriesRow, Target } from "./run";

/** A run with its series found by metric, level and unit. */
export interface Answer {
  run: Run;
  /** Name by which the report calls it. */
  name: string;
  /** "A" for the first run of the report, "B" for the second, ... */
  letter: string;
  /** Whether policies are carried out in it. */
  planned: boolean;
  rows: ReadonlyMap<string, SeriesRow[]>;
}

const key = (metric: string, level: Level, unit: string): string => `${metric}|${level}|${unit}`;

/** The run of a report at that place, made ready for look-ups. */
export function toAnswer(named: NamedRun, place: number): Answer {
  const rows = new Map<string, SeriesRow[]>();
  for (const row of named.result.series) {
    const known = rows.get(key(row.metric, row.level, row.unit));
    if (known) known.push(row);
    else rows.set(key(row.metric, row.level, row.unit), [row]);
  }
  for (const list of rows.values()) list.sort((left, right) => left.year - right.year);
  const letter = "ABCD".charAt(place);
  return {
    run: named.result,
    name: named.name,
    letter,
    planned: named.with_policies ?? false,
    rows,
  };
}

/** Rows with a mean, by year; empty where the report does not tell the metric of the unit. */
export function seriesOf(
  answer: Answer,
  metric: string,
  level: Level = "total",
  unit = "all",
): SeriesRow[] {
  return (answer.rows.get(key(metric, level, unit)) ?? []).filter((row) => row.mean !== null);
}

/** Row of one year, or null. */
export function rowAt(
  answer: Answer,
  metric: string,
  year: number,
  level: Level = "total",
  unit = "all",
): SeriesRow | null {
  return seriesOf(answer, metric, level, unit).find((row) => row.year === year) ?? null;
}

/** Mean of one year, or null. */
export function meanAt(
  answer: Answer,
  metric: string,
  year: number,
  level: Level = "total",
  unit = "all",
): number | null {
  return rowAt(answer, metric, year, level, unit)?.mean ?? null;
}

/** Units of a level in the order of the document. */
export function unitsOf(answer: Answer, level: Level): string[] {
  const units = new Set<string>();
  for (const row of answer.run.series) if (row.level === level) units.add(row.unit);
  return [...units];
}

/** Last year of the story: that of the first target, or else of the run. */
export function targetYear(answer: Answer): number {
  return answer.run.targets[0]?.by ?? answer.run.start + answer.run.years;
}

/** The same target of another run, or null; with another bound it is another target. */
export function sameTarget(answer: Answer, target: Target): Target | null {
  return (
    answer.run.targets.find(
      (other) =>
        other.name === target.name &&
        other.metric === target.metric &&
        other.level === target.level &&
        other.unit === target.unit &&
        other.direction === target.direction &&
        other.bound === target.bound &&
        other.by === target.by,
    ) ?? null
  );
}

/** Targets of everything together first; of units after them. */
export function mainTargets(answer: Answer): Target[] {
  return answer.run.targets.filter((target) => target.level === "total");
}

/** Mean over the years from `first` to `last` that are told, or null when none is. */
export function meanOver(
  answer: Answer,
  metric: string,
  first: number,
  last: number,
  level: Level = "total",
  unit = "all",
): number | null {
  const told = seriesOf(answer, metric, level, unit).filter(
    (row) => row.year >= first && row.year <= last,
  );
  if (told.length === 0) return null;
  return told.reduce((sum, row) => sum + (row.mean ?? 0), 0) / told.length;
}

/** Sum of the means of the years from `first` to `last`; null when one of them is not told. */
export function sumOver(
  answer: Answer,
  metric: string,
  first: number,
  last: number,
): number | null {
  const told = seriesOf(answer, metric).filter((row) => row.year >= first && row.year <= last);
  if (told.length !== last - first + 1) return null;
  return told.reduce((sum, row) => sum + (row.mean ?? 0), 0);
}
