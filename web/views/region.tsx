import type { ComponentChildren } from "preact";
import { mainTargets, meanAt, rowAt, targetYear, unitsOf } from "../data/answer";
import type { Level } from "../data/run";
import { type Cell, type Table, figure } from "../data/table";
import { capital } from "../words/names";
import { chartBlocks, tableBlocks } from "./blocks";
import type { Context } from "./context";
import { Figure } from "./figure";
import { chanceFigure, comparisonFigure, dotsFigure } from "./figures/goals";
import { shortageFigures } from "./figures/money";
import { gridFigures, panelsFigure, waterfallFigure } from "./figures/staff";
import { drivers } from "./hr";
import { GoalsTable, HiddenNote, Masthead, VariantsTable } from "./parts";
import { Flow } from "./sheets";

/** What the region is short of, by subject, school and board. */
export function Region({ context }: { context: Context }) {
  const { region } = context.words;
  const blocks: ComponentChildren[] = [
    <Masthead context={context} title={region.title} />,
    summary(context),
    ...shortages(context, "subject", region.subjects),
    ...shortages(context, "school", region.schools),
    ...shortages(context, "board", region.boards),
    ...work(context),
    ...goals(context),
    ...drivers(context),
  ];
  return <Flow context={context} blocks={blocks} />;
}

function summary(context: Context): ComponentChildren {
  return (
    <>
      <h2>{context.words.region.summary}</h2>
      {sentences(context).map((sentence, place) => (
        <p key={place}>{sentence}</p>
      ))}
      <HiddenNote context={context} />
    </>
  );
}

/** The shortage of the whole region in words; only what the report tells. */
function sentences(context: Context): string[] {
  const { base, words } = context;
  const { region, numbers, names } = words;
  const by = targetYear(base);
  const unfilled = rowAt(base, "unfilled", by);
  const demand = meanAt(base, "demand", by);
  const fte = (value: number): string => numbers.decimal(value, value < 20 ? 1 : 0);
  const told: string[] = [];
  if (unfilled?.mean != null && demand !== null && demand > 0) {
    const share = numbers.percent(unfilled.mean / demand, 1);
    told.push(region.sentence(fte(unfilled.mean), fte(demand), share, by));
    if (unfilled.p10 !== null && unfilled.p90 !== null)
      told.push(region.range(fte(unfilled.p10), fte(unfilled.p90)));
  }
  const hidden = meanAt(base, "hidden", by);
  if (hidden !== null) told.push(region.hidden(fte(hidden)));
  const candidates = meanAt(base, "candidates", by);
  const unplaced = meanAt(base, "candidates_unplaced", by);
  if (candidates !== null && unplaced !== null)
    told.push(
      capital(region.candidates(fte(candidates), fte(unplaced), names.when("candidates", by))),
    );
  return told;
}

function shortages(
  context: Context,
  level: "subject" | "school" | "board",
  heading: string,
): ComponentChildren[] {
  const { base, words } = context;
  const { region } = words;
  if (unitsOf(base, level).length < 2) return [];
  const name = region.levels[level];
  return [
    ...chartBlocks(context, heading, shortageFigures(context, base, level)),
    ...chartBlocks(context, region.overYears(name), gridFigures(context, base, "unfilled", level)),
    ...tableBlocks(
      context,
      region.tableHeading(name, targetYear(base)),
      numbersTable(context, level),
    ),
  ];
}

/** What the region is short of by unit; a metric that no unit tells has no column. */
function numbersTable(context: Context, level: Level): Table {
  const { base, words } = context;
  const { region, numbers, names, pages } = words;
  const by = targetYear(base);
  const units = unitsOf(base, level);
  const one = (value: number): string => numbers.decimal(value, 1);
  const percent = (value: number): string => numbers.percent(value, 1);
  const share = (unit: string): number | null => {
    const unfilled = meanAt(base, "unfilled", by, level, unit);
    const demand = meanAt(base, "demand", by, level, unit);
    return unfilled === null || demand === null || demand <= 0 ? null : unfilled / demand;
  };
  const of = (metric: string) => (unit: string) => meanAt(base, metric, by, level, unit);
  const columns = [
    { head: region.table.needed, value: of("demand"), text: one },
    { head: region.table.unfilled, value: of("unfilled"), text: one },
    { head: region.table.share, value: share, text: percent },
    { head: region.table.hidden, value: of("hidden"), text: one },
    { head: region.table.cancelled, value: of("cancelled"), text: one },
    { head: region.table.vacancies, value: of("vacancies"), text: one },
    { head: region.table.candidates, value: of("candidates"), text: one },
  ].filter((column) => units.some((unit) => column.value(unit) !== null));
  return {
    columns: [pages.unit, ...columns.map((column) => column.head)],
    rows: units.map((unit): Cell[] => [
      names.unit(unit),
      ...columns.map((column) => figure(column.value(unit), column.text)),
    ]),
  };
}

function work(context: Context): ComponentChildren[] {
  const { base, words } = context;
  const { region } = words;
  return [
    ...chartBlocks(context, region.work, [
      panelsFigure(context, base, ["vacancies", "lessons_cancelled"]),
    ]),
    ...chartBlocks(context, region.flows, [waterfallFigure(context, base, "heads")]),
    <p>{region.flowsNote}</p>,
  ];
}

function goals(context: Context): ComponentChildren[] {
  const { base, words } = context;
  const targets = mainTargets(base);
  if (targets.length === 0) return [];
  const compared = context.answers.length > 1;
  return [
    <>
      <h2>{words.region.goals}</h2>
      <GoalsTable context={context} />
      <p>{words.board.gap.note}</p>
    </>,
    ...(compared
      ? [
          <>
            <h2>{words.region.compare}</h2>
            <VariantsTable context={context} />
          </>,
        ]
      : []),
    ...targets.flatMap((target) =>
      [
        dotsFigure(context, base, target),
        chanceFigure(context, base, target),
        comparisonFigure(context, target),
      ]
        .filter((spec) => spec !== null)
        .map((spec) => <Figure spec={spec} context={context} />),
    ),
  ];
}
