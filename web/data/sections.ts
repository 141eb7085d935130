import { type Answer, mainTargets, meanAt, meanOver, rowAt, targetYear, unitsOf } from "./answer";
import type { Level } from "./run";

/** Current, desired and gap of a unit; null is not told. */
export interface Gap {
  unit: string;
  needed: number | null;
  now: number | null;
  unfilled: number | null;
  /** Teachers with a master now, as the goal asks of so many teachers, and as expected. */
  masters: number | null;
  wanted: number | null;
  expected: number | null;
}

/** Tabel 4 of the Handreiking for the units of a level, in the year of the first goal. */
export function gapsOf(answer: Answer, level: Level): Gap[] {
  const by = targetYear(answer);
  const goal = mainTargets(answer).find((target) => target.metric === "masters");
  return unitsOf(answer, level).map((unit) => {
    const heads = meanAt(answer, "heads", by, level, unit);
    return {
      unit,
      needed: meanAt(answer, "demand", by, level, unit),
      now: meanAt(answer, "net_fte", answer.run.start, level, unit),
      unfilled: meanAt(answer, "unfilled", by, level, unit),
      masters: meanAt(answer, "masters_heads", answer.run.start, level, unit),
      wanted: goal && heads !== null ? goal.bound * heads : null,
      expected: meanAt(answer, "masters_heads", by, level, unit),
    };
  });
}

/** Teachers with a master of a unit by kind and by route, in heads. */
export interface Masters {
  unit: string;
  hbo: number | null;
  wo: number | null;
  routes: (number | null)[];
  all: number | null;
}

/** Routes in the order of `Masters.routes`. */
export const routes = ["sitting", "starter", "upskilled", "outside"] as const;

/** Tabel 3 of the Handreiking for the units of a level in a year. */
export function mastersOf(answer: Answer, level: Level, year: number): Masters[] {
  return unitsOf(answer, level).map((unit) => {
    const heads = meanAt(answer, "heads", year, level, unit);
    const of = (metric: string): number | null => {
      const share = meanAt(answer, metric, year, level, unit);
      return share === null || heads === null ? null : share * heads;
    };
    return {
      unit,
      hbo: of("degree_hbo_master"),
      wo: of("degree_wo_master"),
      routes: routes.map((route) => meanAt(answer, `masters_${route}`, year, level, unit)),
      all: meanAt(answer, "masters_heads", year, level, unit),
    };
  });
}

/** Who studies in a unit: now, and on average per school year until the first goal. */
export interface Study {
  unit: string;
  now: number | null;
  begin: number | null;
  finish: number | null;
  stop: number | null;
}

/** Study plan of the units of a level, in heads. */
export function studyOf(answer: Answer, level: Level): Study[] {
  const start = answer.run.start;
  const by = targetYear(answer);
  const mean = (metric: string, unit: string): number | null =>
    meanOver(answer, metric, start + 1, by, level, unit);
  return unitsOf(answer, level).map((unit) => ({
    unit,
    now: rowAt(answer, "studying", start, level, unit)?.mean ?? null,
    begin: mean("enrolments", unit),
    finish: mean("graduations", unit),
    stop: mean("dropouts", unit),
  }));
}
