import type { ComponentChildren } from "preact";
import type { Answer } from "../data/answer";
import { type RunCards, cardsOf } from "../data/cards";
import { impactOf } from "../data/impact";
import { titleOf } from "../data/policies";
import { isolate, runName, shorten } from "../words/isolate";
import { chartBlocks, tableBlocks } from "./blocks";
import type { Context } from "./context";
import { impactFigure } from "./figures/policies";
import { policiesTable } from "./hr_tables";
import { PolicyCardView } from "./policy_card";

/** What the runs do: a card each, their chance beside their effect, and their parts in the whole. */
export function policyBlocks(context: Context): ComponentChildren[] {
  return [
    ...cardsOf(context.answers).flatMap((run, place) => cardBlocks(context, run, place === 0)),
    ...context.answers.flatMap((answer) => [
      ...effectBlocks(context, answer),
      ...partBlocks(context, answer),
    ]),
  ];
}

/** The heading with the run that it is about, when there are more. */
function headingOf(context: Context, heading: string, answer: Answer): string {
  return context.answers.length > 1
    ? context.words.policies.ofRun(heading, runName(answer))
    : heading;
}

/** A block a card, the first under the heading; how to read them once. */
function cardBlocks(context: Context, run: RunCards, isFirst: boolean): ComponentChildren[] {
  const { card: words } = context.words.policies;
  const seen = run.seen.map(
    ({ card, letters }) =>
      `${isolate(shorten(titleOf(card, context.report.lang), 60))} (${letters[0]})`,
  );
  const heading = (
    <>
      <h2>{headingOf(context, words.heading, run.answer)}</h2>
      {seen.length > 0 && <p>{words.already(seen.join(", "))}</p>}
      {isFirst && <p class="note">{words.read}</p>}
    </>
  );
  if (run.own.length === 0) return [heading];
  return run.own.map((shared, place) => (
    <>
      {place === 0 && heading}
      <PolicyCardView context={context} shared={shared} />
    </>
  ));
}

/** The grid; or how to get it, where policies are used and their effects were not played. */
function effectBlocks(context: Context, answer: Answer): ComponentChildren[] {
  const { effects } = context.words.policies;
  const heading = headingOf(context, effects.heading, answer);
  if (answer.run.policies)
    return chartBlocks(context, heading, [
      impactFigure(context, answer, "masters"),
      movesLeavers(context, answer) ? impactFigure(context, answer, "exits") : null,
    ]);
  if ((answer.run.policy_cards ?? []).length === 0) return [];
  return [
    <>
      <h2>{heading}</h2>
      <p>
        {effects.absent} <code>{effects.command}</code>
      </p>
    </>,
  ];
}

/** Whether some policy changes the number of leavers by more than chance. */
function movesLeavers(context: Context, answer: Answer): boolean {
  return impactOf(answer, "exits", context.report.lang)?.dots.some((one) => one.sure) ?? false;
}

function partBlocks(context: Context, answer: Answer): ComponentChildren[] {
  const { parts } = context.words.policies;
  const { policies } = answer.run;
  return tableBlocks(
    context,
    headingOf(context, parts.heading, answer),
    policiesTable(context, answer),
    policies && parts.note(policies.replicates, policies.method === "drawn"),
    2,
  );
}
