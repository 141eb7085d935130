import { half, wide } from "../charts/frame";
import {
  type Answer,
  mainTargets,
  meanAt,
  rowAt,
  seriesOf,
  sumOver,
  targetYear,
} from "../data/answer";
import { bestVariant, costYears, decidingGoal, extraCost, gainsOf } from "../data/decision";
import { spendingOf } from "../data/charts";
import type { Target } from "../data/run";
import { type Cell, figure } from "../data/table";
import { isolate, runName } from "../words/isolate";
import { capital } from "../words/names";
import type { Context } from "./context";
import { Figure, type FigureSpec } from "./figure";
import { comparisonFigure, dotsFigure, fanFigure } from "./figures/goals";
import { GoalsTable, HiddenNote, Masthead, Part, VariantsTable, shortages } from "./parts";
import { Sheets } from "./sheets";
import { TableView } from "./table";

/** At most so many variants beside the first run. */
const mostVariants = 3;

/** The board's paper: two pages, seven parts. */
export function Board({ context }: { context: Context }) {
  return (
    <Sheets
      context={context}
      pages={[
        <>
          <Masthead context={context} title={context.words.board.title} />
          <Decision context={context} />
          <Gap context={context} />
          <Nothing context={context} />
        </>,
        <>
          <Variants context={context} />
          <Unknown context={context} />
          <Who context={context} />
          <Adjust context={context} />
          <HiddenNote context={context} />
        </>,
      ]}
    />
  );
}

/** The runs that may be proposed. */
const variantsOf = (context: Context): Answer[] => context.answers.slice(1, mostVariants + 1);

/** What the paper goes on about: the run that is proposed, or else the first. */
const chosenOf = (context: Context): Answer =>
  bestVariant(context.base, variantsOf(context)) ?? context.base;

function Decision({ context }: { context: Context }) {
  const { decision } = context.words.board;
  return (
    <Part id="decision" heading={`1. ${decision.heading}`}>
      <p class="decision">{decisionText(context).join(" ")}</p>
    </Part>
  );
}

/** The decision asked: a sentence with what, from when and for how much; then to what end. */
export function decisionText(context: Context): string[] {
  const { base, words } = context;
  const { decision } = words.board;
  const start = base.run.start + 1;
  const variants = variantsOf(context);
  const years = costYears(base);
  if (variants.length === 0) {
    const year = years?.[0];
    const cost = year === undefined ? null : meanAt(base, "cost_calendar", year);
    const money =
      cost === null || year === undefined
        ? decision.noMoney
        : decision.costs(words.numbers.euro(cost), year, base.planned);
    return [decision.alone(start, base.planned) + money];
  }
  const best = bestVariant(base, variants);
  if (!best) return [decision.none(start)];
  const extra = years ? extraCost(base, best, years) : null;
  const money = extra === null || !years ? decision.noMoney : priceText(context, extra, years);
  const { cell50 } = words.names;
  const gains = gainsOf(base, best)
    .filter((gain) => cell50(gain.before) !== cell50(gain.after))
    .map((gain) => decision.gain(words.names.goal(gain.target), gain.before, gain.after));
  return [decision.choose(runName(best), start) + money, ...gains];
}

/** Less than this share of the costs of all those years is called the same. */
const smallestPrice = 0.0002;

function priceText(context: Context, extra: number, years: [number, number]): string {
  const { base, words } = context;
  const { decision } = words.board;
  const whole = sumOver(base, "cost_calendar", ...years) ?? 0;
  if (Math.abs(extra) < smallestPrice * whole) return decision.same(...years);
  const say = extra < 0 ? decision.less : decision.extra;
  return say(words.numbers.euro(Math.abs(extra)), ...years);
}

function Gap({ context }: { context: Context }) {
  const { gap } = context.words.board;
  const both = ["masters", "wo_upper_vwo"].some((metric) =>
    mainTargets(context.base).some((target) => target.metric === metric),
  );
  return (
    <Part id="gap" heading={`2. ${gap.heading}`}>
      <GoalsTable context={context} />
      <p>{[...shortages(context), ...(both ? [gap.note] : [])].join(" ")}</p>
    </Part>
  );
}

function Nothing({ context }: { context: Context }) {
  const { base, words } = context;
  const { nothing } = words.board;
  const targets = mainTargets(base).slice(0, 2);
  const size = targets.length === 2 ? half : wide;
  const dots = targets.map((target) => dotsFigure(context, base, target, size));
  const sentences = targets.map((target) => {
    const when = words.names.when(target.metric, target.by);
    return nothing.sentence(words.names.goal(target), target.probability, when);
  });
  if (targets.length === 0) sentences.push(words.pages.noGoals);
  if (dots.some((spec) => spec !== null)) sentences.push(nothing.read);
  return (
    <Part id="nothing" heading={`3. ${base.planned ? nothing.planned : nothing.heading}`}>
      <p>{sentences.join(" ")}</p>
      <div class={targets.length === 2 ? "pair" : undefined}>
        {dots.map((spec, place) => (
          <Figure key={place} spec={spec} context={context} />
        ))}
      </div>
    </Part>
  );
}

function Variants({ context }: { context: Context }) {
  const { variants } = context.words.board;
  const several = context.answers.length > 1;
  return (
    <Part id="variants" heading={`4. ${several ? variants.heading : variants.alone}`}>
      <VariantsTable context={context} most={mostVariants + 1} />
      {budgetSentences(context).map((sentence, place) => (
        <p key={place}>{sentence}</p>
      ))}
      <Figure spec={proposalFigure(context)} context={context} />
      {!several && <p>{context.base.planned ? variants.plannedOnly : variants.only}</p>}
    </Part>
  );
}

/** The runs side by side by the goal that decides what is proposed; null: one run, or no goal. */
export function proposalFigure(context: Context): FigureSpec | null {
  const { base } = context;
  const best = bestVariant(base, variantsOf(context));
  const goal = best ? decidingGoal(base, best) : mainTargets(base)[0];
  return goal ? comparisonFigure(context, goal, { proposal: best }) : null;
}

/** How often the budget is overspent in the first run, for each board that has one. */
function budgetSentences(context: Context): string[] {
  const { base, words } = context;
  return spendingOf(base).flatMap(({ board, years }) => {
    const budgets = years.flatMap((year) => (year.budget ? [year.budget] : []));
    const worst = budgets.sort((left, right) => right.probability - left.probability)[0];
    if (!worst) return [];
    const finding = words.charts.spending.over(worst.probability, worst.year);
    return [`${finding}${board === "" ? "" : ` (${isolate(board)})`}.`];
  });
}

function Unknown({ context }: { context: Context }) {
  const { unknown } = context.words.board;
  const first = mainTargets(context.base)[0];
  return (
    <Part id="unknown" heading={`5. ${unknown.heading}`}>
      <ul>
        {unknownLines(context).map((line, place) => (
          <li key={place}>{line}</li>
        ))}
      </ul>
      {first && context.answers.length === 1 && (
        <Figure
          spec={fanFigure(context, context.base, first.metric, first.by, { ...wide, height: 190 })}
          context={context}
        />
      )}
    </Part>
  );
}

/** At most three lines: how it goes, the counting, the data. */
export function unknownLines(context: Context): string[] {
  const { words } = context;
  const { unknown } = words.board;
  const chosen = chosenOf(context);
  const target = mainTargets(chosen)[0];
  const lines: string[] = [];
  const row = target && rowAt(chosen, target.metric, target.by);
  if (target && row?.p05 != null && row.p95 != null) {
    const value = (one: number): string => words.numbers.value(target.measure, one);
    const when = words.names.when(target.metric, target.by);
    lines.push(
      unknown.range(words.names.metric(target.metric), when, value(row.p05), value(row.p95)),
    );
  }
  const errors = context.answers.flatMap((answer) =>
    mainTargets(answer).map((one) => 50 * 1.96 * one.standard_error),
  );
  const margin = words.numbers.decimal(Math.max(...errors, 0.1), 1);
  const fewest = Math.min(...context.answers.map((answer) => answer.run.replicates));
  lines.push(unknown.counted(fewest, unknown.margin(margin)));
  lines.push(context.base.run.notes.length > 0 ? unknown.missing : unknown.people);
  return lines;
}

function Who({ context }: { context: Context }) {
  const { who } = context.words.board;
  const rows = who.steps(context.base.run.start) as Cell[][];
  return (
    <Part id="who" heading={`6. ${who.heading}`}>
      <TableView table={{ columns: [who.when, who.what, who.who], rows }} label={who.heading} />
    </Part>
  );
}

function Adjust({ context }: { context: Context }) {
  const { adjust } = context.words.board;
  const chosen = chosenOf(context);
  const targets = mainTargets(chosen).filter((target) =>
    seriesOf(chosen, target.metric).some((row) => row.p10 !== null),
  );
  if (targets.length === 0) return null;
  return (
    <Part id="adjust" heading={`7. ${adjust.heading}`}>
      <p>
        {context.answers.length > 1 && `${adjust.of(runName(chosen))} `}
        {adjust.rule}
      </p>
      <AdjustTable context={context} chosen={chosen} targets={targets.slice(0, 3)} />
    </Part>
  );
}

function AdjustTable({
  context,
  chosen,
  targets,
}: {
  context: Context;
  chosen: Answer;
  targets: Target[];
}) {
  const { words } = context;
  const { adjust } = words.board;
  const { start } = chosen.run;
  const years = [1, 2, 3].map((step) => start + step).filter((year) => year <= targetYear(chosen));
  return (
    <TableView
      label={adjust.heading}
      table={{
        columns: [
          words.pages.year,
          ...targets.flatMap((target) => [
            `${capital(words.names.metric(target.metric))}: ${adjust.expected}`,
            target.direction === "at_least" ? adjust.below : adjust.above,
          ]),
        ],
        rows: years.map((year) => [
          String(year),
          ...targets.flatMap((target) => {
            const row = rowAt(chosen, target.metric, year);
            const value = (one: number): string =>
              target.measure === "share"
                ? words.numbers.percent(one, 1)
                : words.numbers.value(target.measure, one);
            const edge = target.direction === "at_least" ? row?.p10 : row?.p90;
            return [figure(row?.p50 ?? row?.mean ?? null, value), figure(edge ?? null, value)];
          }),
        ]),
      }}
    />
  );
}
