import { type Answer, mainTargets, sameTarget, seriesOf, sumOver, targetYear } from "./answer";
import type { Target } from "./run";

/** How the chance of a goal changes by a variant. */
export interface Gain {
  target: Target;
  before: number;
  after: number;
  /** Variance of their difference by counting. */
  variance: number;
}

/** Variance of a chance by counting, also where nothing or everything was counted. */
function varianceOf(chance: number, futures: number): number {
  const near = (chance * futures + 2) / (futures + 4);
  return (near * (1 - near)) / futures;
}

/** Gains of the goals that both runs have. */
export function gainsOf(base: Answer, variant: Answer): Gain[] {
  return mainTargets(base).flatMap((target) => {
    const same = sameTarget(variant, target);
    if (!same) return [];
    const variance =
      varianceOf(target.probability, base.run.replicates) +
      varianceOf(same.probability, variant.run.replicates);
    return [{ target, before: target.probability, after: same.probability, variance }];
  });
}

/** The variant whose chances grow most, or null when none grows by more than counting may err. */
export function bestVariant(base: Answer, variants: Answer[]): Answer | null {
  let best: Answer | null = null;
  let most = 0;
  for (const variant of variants) {
    const gains = gainsOf(base, variant);
    const sum = gains.reduce((total, gain) => total + gain.after - gain.before, 0);
    const variance = gains.reduce((total, gain) => total + gain.variance, 0);
    if (sum > most && sum > 2 * Math.sqrt(variance) && sum >= 0.01) {
      most = sum;
      best = variant;
    }
  }
  return best;
}

/** The goal whose chance a variant makes grow most; null when they share none. */
export function decidingGoal(base: Answer, variant: Answer): Target | null {
  let goal: Target | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const { target, before, after } of gainsOf(base, variant)) {
    if (after - before <= most) continue;
    most = after - before;
    goal = target;
  }
  return goal;
}

/** Calendar years up to that of the first goal whose costs the first run tells; null: none. */
export function costYears(base: Answer): [number, number] | null {
  const years = seriesOf(base, "cost_calendar")
    .map((row) => row.year)
    .filter((year) => year <= targetYear(base));
  const first = years[0];
  const last = years.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}

/** Euro that a variant costs above the base in those calendar years together; null: not told. */
export function extraCost(base: Answer, variant: Answer, years: [number, number]): number | null {
  const without = sumOver(base, "cost_calendar", ...years);
  const withIt = sumOver(variant, "cost_calendar", ...years);
  return without === null || withIt === null ? null : withIt - without;
}
