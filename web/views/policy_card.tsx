import type { ComponentChildren } from "preact";
import type { SharedCard } from "../data/cards";
import { type CardCost, type CardEffect, type PolicyCard, titleOf } from "../data/policies";
import { isolate } from "../words/isolate";
import type { Context } from "./context";

/** A line of a card under its name. */
interface Line {
  name: string;
  content: ComponentChildren;
}

/** What the planner says of a policy; nothing that is not told gets a line. */
export function PolicyCardView({ context, shared }: { context: Context; shared: SharedCard }) {
  const { card } = shared;
  const isDutch = context.report.lang === "nl";
  const kinds = [
    isDutch ? card.cluster_nl : card.cluster_en,
    isDutch ? card.amo_nl : card.amo_en,
  ].filter(Boolean);
  const description = isDutch ? card.description_nl : card.description_en;
  return (
    <section class="card">
      <h3>
        <bdi>{titleOf(card, context.report.lang)}</bdi>
      </h3>
      {kinds.length > 0 && <p class="meta">{kinds.join(" \u00b7 ")}</p>}
      {description && <p dir="auto">{description}</p>}
      <dl class="facts">
        {linesOf(context, shared).map((line) => (
          <div key={line.name}>
            <dt>{line.name}</dt>
            <dd dir="auto">{line.content}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function linesOf(context: Context, { card, letters }: SharedCard): Line[] {
  const { numbers, policies } = context.words;
  const words = policies.card;
  const isDutch = context.report.lang === "nl";
  const texts: [string, string][] = [
    [words.usedIn, context.answers.length > 1 ? letters.join(", ") : ""],
    [words.onlyFor, (isDutch ? card.only_nl : card.only_en) ?? ""],
    [words.when, whenText(context, card)],
    [words.chance, chanceText(context, card)],
  ];
  const later: [string, string][] = [
    [words.hours, card.hours > 0 ? words.perYear(numbers.short(card.hours)) : ""],
    [words.owner, isDutch ? card.owner_nl : card.owner_en],
    [words.leader, isDutch ? card.leader_nl : card.leader_en],
    [words.support, card.support],
    [words.rationale, card.rationale],
  ];
  const told = (list: [string, string][]): Line[] =>
    list.filter(([, text]) => text.trim() !== "").map(([name, content]) => ({ name, content }));
  const effects = card.effects.map((effect) => (
    <Sourced context={context} text={effectText(context, card, effect)} source={effect.source} />
  ));
  const costs = card.costs.map((cost) => (
    <Sourced context={context} text={costText(context, cost)} source={cost.source} />
  ));
  return [
    ...told(texts),
    ...(effects.length > 0 ? [{ name: words.changes, content: effects }] : []),
    ...(costs.length > 0 ? [{ name: words.costs, content: costs }] : []),
    ...told(later),
  ];
}

/** A line of text with where it comes from. */
function Sourced({ context, text, source }: { context: Context; text: string; source: string }) {
  return (
    <span class="sourced" dir="auto">
      {text}
      {source.trim() !== "" && (
        <span class="definition" dir="auto">
          {context.words.policies.card.source(isolate(source))}
        </span>
      )}
    </span>
  );
}

/** "from school year 2026/27 on, brought in evenly over 2 years". */
export function whenText(context: Context, card: PolicyCard): string {
  const { numbers, policies } = context.words;
  const { years, phases, strength } = policies.card;
  const yearOf = (start: number): string => numbers.schoolYear(start + 1);
  const phase = card.phase_years > 1 ? card.phase_in : "step";
  return [
    years(yearOf(card.from), card.until === null ? null : yearOf(card.until)),
    phases[phase](card.phase_years),
    ...(card.strength < 1 ? [strength(`${numbers.short(100 * card.strength)}%`)] : []),
  ].join(", ");
}

/** "70% (45%-90%)". */
function chanceText(context: Context, card: PolicyCard): string {
  const percent = (share: number): string => `${context.words.numbers.short(100 * share)}%`;
  const { central, low, high } = card.carried_out;
  return banded(context, percent, central, low, high);
}

/** "beginning to study: x 1.2 (0.95-1.55)"; its own name where another effect is on the same. */
export function effectText(context: Context, card: PolicyCard, effect: CardEffect): string {
  const isDutch = context.report.lang === "nl";
  const on = isDutch ? effect.on_nl : effect.on_en;
  const isAlone = card.effects.filter((other) => other.on === effect.on).length === 1;
  const name = isAlone ? on : `${on} (${isolate(effect.name)})`;
  const order = isDutch ? effect.order_nl : effect.order_en;
  const size = effect.central === null ? order : sizeText(context, effect, effect.central);
  return limited(context, size ? `${name}: ${size}` : name, effect);
}

function sizeText(context: Context, effect: CardEffect, central: number): string {
  const { numbers, policies } = context.words;
  const { low, high } = effect;
  if (effect.form !== "share")
    return `\u00d7 ${banded(context, numbers.short, central, low, high)}`;
  const points = (share: number): string => numbers.short(100 * share);
  const sign = central > 0 ? "+" : "";
  return policies.card.points(sign + banded(context, points, central, low, high));
}

/** "study time: 6,600 euro per new student (3,300-13,200)". */
export function costText(context: Context, cost: CardCost): string {
  const { numbers, policies } = context.words;
  const { central, low, high } = cost;
  const isShare = cost.per === "wage_share";
  const amount = (value: number): string =>
    isShare ? `${numbers.short(100 * value)}%` : numbers.amount(value);
  const per = context.report.lang === "nl" ? cost.per_nl : cost.per_en;
  const of = isShare ? policies.card.ofWages : policies.card.per(per);
  const text = `${isolate(cost.name)}: ${banded(context, amount, central, low, high)} ${of}`;
  return limited(context, text, cost);
}

/** The text, and for whom it holds where that is not everybody. */
function limited(context: Context, text: string, item: { only_nl?: string; only_en?: string }): string {
  const only = context.report.lang === "nl" ? item.only_nl : item.only_en;
  return only ? `${text} \u2013 ${context.words.policies.card.only(isolate(only))}` : text;
}

/** A number with its limits, where it has them. */
function banded(
  context: Context,
  text: (value: number) => string,
  central: number,
  low: number | null,
  high: number | null,
): string {
  return low === null || high === null
    ? text(central)
    : context.words.hr.band(text(central), text(low), text(high));
}
