import type { Lang } from "./report";
import type { Level, Measure } from "./run";

/** An uncertain number; the limits of its 95%, null when it is certain. */
export interface Uncertain {
  central: number;
  low: number | null;
  high: number | null;
}

/** How the size of an effect is to be read: a share is added, a decision has no size. */
export type EffectForm = "hazard_ratio" | "odds_ratio" | "multiplier" | "share" | "decision";

/** What a policy changes. */
export interface CardEffect {
  /** Unique in its card. */
  name: string;
  on: string;
  on_nl: string;
  on_en: string;
  form: EffectForm;
  /** Null for a decision. */
  central: number | null;
  low: number | null;
  high: number | null;
  /** Words of a decision, else null. */
  order_nl: string | null;
  order_en: string | null;
  source: string;
  /** Whom it is limited to; empty or absent: nobody is left out. */
  only_nl?: string;
  only_en?: string;
}

/** What a policy costs, in euro; a share of the wages where `per` is "wage_share". */
export interface CardCost extends Uncertain {
  /** Unique in its card. */
  name: string;
  per: string;
  per_nl: string;
  per_en: string;
  source: string;
  /** As of an effect. */
  only_nl?: string;
  only_en?: string;
}

/** What the planner says of a policy that the scenario uses; an empty text is not told. */
export interface PolicyCard {
  name: string;
  title_nl: string;
  title_en: string;
  description_nl: string;
  description_en: string;
  /** Where it holds; empty or absent: everywhere. */
  only_nl?: string;
  only_en?: string;
  cluster: string;
  cluster_nl: string;
  cluster_en: string;
  amo: string[];
  amo_nl: string;
  amo_en: string;
  /** School years by the year in which they start; `until` null: the last one played. */
  from: number;
  until: number | null;
  phase_in: "step" | "linear" | "front" | "back";
  phase_years: number;
  /** In [0, 1]. */
  strength: number;
  /** Chance that it is carried out at all. */
  carried_out: Uncertain;
  support: string;
  owner_nl: string;
  owner_en: string;
  leader_nl: string;
  leader_en: string;
  rationale: string;
  /** A year, of those who carry it out; 0: not told. */
  hours: number;
  effects: CardEffect[];
  costs: CardCost[];
}

/** Effect of a policy on one outcome. */
export interface Estimate {
  mean: number;
  standard_error: number;
}

/** What policies change; of exits and cost: all until `year`. */
export interface Outcome {
  kind: "chance" | "value" | "masters" | "exits" | "cost";
  /** Name, of a chance or a value. */
  target: string | null;
  level: Level;
  unit: string;
  measure: Measure;
  year: number;
  /** Futures that count. */
  n: number;
  /** Mean without any policy, and with all of them. */
  none: number;
  all: number;
}

/** What one policy does. */
export interface PolicyEffects {
  name: string;
  title_nl: string;
  title_en: string;
  cluster: string;
  /** Its own chance of being carried out. */
  carried_out: number;
  /** By outcome: only this one; all less all but this one; its part in what all do. */
  effects: { alone: Estimate; last: Estimate; share: Estimate }[];
}

/** What the policies of a run do, where that was played. */
export interface Policies {
  /** "drawn": the parts are estimates. */
  method: "exact" | "drawn";
  orders: number;
  replicates: number;
  outcomes: Outcome[];
  policies: PolicyEffects[];
}

/** What a policy is called in that language. */
export function titleOf(
  policy: { name: string; title_nl: string; title_en: string },
  lang: Lang,
): string {
  return (lang === "nl" ? policy.title_nl : policy.title_en) || policy.name;
}

/** Whether an effect is larger than chance: more than twice its standard error. */
export function isSure(estimate: Estimate): boolean {
  return Math.abs(estimate.mean) > 2 * estimate.standard_error;
}
