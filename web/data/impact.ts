import type { Answer } from "./answer";
import { type Outcome, isSure, titleOf } from "./policies";
import type { Lang } from "./report";

/** A policy by its chance and by what it does when it is carried out, with no other. */
export interface ImpactDot {
  /** Its place in the scenario, from 1. */
  number: number;
  title: string;
  /** Chance of being carried out. */
  chance: number;
  /** What it does when it is carried out, up is better; null where it never is. */
  effect: number | null;
  /** Standard error of `effect`. */
  error: number;
  /** The same without the chance: what may be expected. */
  expected: number;
  /** Whether the effect is larger than chance. */
  sure: boolean;
}

/** The grid of impact and chance of one outcome. */
export interface Impact {
  /** More masters, or fewer leavers. */
  kind: "masters" | "exits";
  /** On 1 October of it, or until then. */
  year: number;
  /** In the order of the scenario. */
  dots: ImpactDot[];
}

/** Null when the effects were not played, or not of this outcome. */
export function impactOf(answer: Answer, kind: Impact["kind"], lang: Lang): Impact | null {
  const { policies } = answer.run;
  const place = policies?.outcomes.findIndex((one: Outcome) => one.kind === kind) ?? -1;
  const outcome = policies?.outcomes[place];
  if (!policies || !outcome || policies.policies.length === 0) return null;
  const dots = policies.policies.map((policy, index): ImpactDot => {
    const chance = policy.carried_out;
    const alone = policy.effects[place]?.alone ?? { mean: 0, standard_error: 0 };
    const gain = kind === "exits" ? 0 - alone.mean : alone.mean;
    return {
      number: index + 1,
      title: titleOf(policy, lang),
      chance,
      effect: chance > 0 ? gain / chance : null,
      error: chance > 0 ? alone.standard_error / chance : 0,
      expected: gain,
      sure: chance > 0 && isSure(alone),
    };
  });
  return { kind, year: outcome.year, dots };
}

/** Largest effect, up or down, of those that are larger than chance; null when none is. */
export function largestOf(impact: Impact): (ImpactDot & { effect: number }) | null {
  let largest: (ImpactDot & { effect: number }) | null = null;
  for (const dot of impact.dots) {
    const { effect } = dot;
    if (!dot.sure || effect === null) continue;
    if (!largest || Math.abs(effect) > Math.abs(largest.effect)) largest = { ...dot, effect };
  }
  return largest;
}
