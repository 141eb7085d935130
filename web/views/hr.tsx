import type { ComponentChildren } from "preact";
import { mainTargets, targetYear, unitsOf } from "../data/answer";
import type { StaffingRow } from "../data/staffing";
import { chartBlocks, tableBlocks } from "./blocks";
import type { Context } from "./context";
import { Figure } from "./figure";
import {
  chanceFigure,
  comparisonFigure,
  dotsFigure,
  driversFigure,
  fanFigure,
} from "./figures/goals";
import { costsFigure, spendingFigures } from "./figures/money";
import { agesFigure, gridFigures, panelsFigure, waterfallFigure } from "./figures/staff";
import { certainTable, gapTable, mastersTable, staffingTable, studyTable } from "./hr_tables";
import { policyBlocks } from "./hr_policies";
import { GoalsTable, HiddenNote, Lines, Masthead, Notes, VariantsTable, shortages } from "./parts";
import { Flow } from "./sheets";

/** Everything per section for who makes the plan; as many pages as it takes. */
export function Hr({ context }: { context: Context }) {
  const blocks: ComponentChildren[] = [
    <Masthead context={context} title={context.words.hr.title} />,
    ...goals(context),
    ...outlook(context),
    ...people(context),
    ...work(context),
    ...sections(context),
    ...staffing(context),
    ...money(context),
    ...policyBlocks(context),
    ...drivers(context),
    questions(context),
    notes(context),
    <HiddenNote context={context} />,
  ];
  return <Flow context={context} blocks={blocks} />;
}

/** Goals that fit on the first page. */
const mostGoals = 8;

function goals(context: Context): ComponentChildren[] {
  const { hr, board, pages } = context.words;
  const blocks: ComponentChildren[] = [
    <>
      <h2>{pages.goals}</h2>
      <GoalsTable context={context} targets={context.base.run.targets.slice(0, mostGoals)} />
      <p>{[...shortages(context), board.gap.note].join(" ")}</p>
    </>,
  ];
  if (context.answers.length > 1)
    blocks.push(
      <>
        <h2>{hr.compare}</h2>
        <VariantsTable context={context} />
      </>,
      ...mainTargets(context.base).map((target) => (
        <Figure spec={comparisonFigure(context, target)} context={context} />
      )),
    );
  return blocks;
}

function outlook(context: Context): ComponentChildren[] {
  const { hr, names } = context.words;
  return mainTargets(context.base).flatMap((target) =>
    chartBlocks(context, hr.outlook(names.metric(target.metric)), [
      dotsFigure(context, context.base, target),
      chanceFigure(context, context.base, target),
      fanFigure(context, context.base, target.metric, target.by),
    ]),
  );
}

function people(context: Context): ComponentChildren[] {
  const { hr } = context.words;
  const { base } = context;
  const by = targetYear(base);
  return [
    ...chartBlocks(context, hr.flows, [
      waterfallFigure(context, base, "heads"),
      waterfallFigure(context, base, "masters"),
    ]),
    ...chartBlocks(context, hr.people, [
      agesFigure(context, base),
      fanFigure(context, base, "share_55plus", by),
      fanFigure(context, base, "mean_age", by),
    ]),
  ];
}

function work(context: Context): ComponentChildren[] {
  const { base, words } = context;
  return chartBlocks(context, words.hr.work, [
    panelsFigure(context, base, ["vacancies", "lessons_cancelled"]),
    fanFigure(context, base, "unfilled", targetYear(base)),
  ]);
}

function sections(context: Context): ComponentChildren[] {
  const { base, words } = context;
  const { hr } = words;
  const by = targetYear(base);
  const levels: ("school" | "section")[] =
    unitsOf(base, "school").length > 1 ? ["school", "section"] : ["section"];
  return levels.flatMap((level) => [
    ...chartBlocks(context, hr.per(hr.units[level]), [
      ...gridFigures(context, base, "masters", level),
      ...gridFigures(context, base, "unfilled", level),
    ]),
    ...tableBlocks(
      context,
      hr.tableThree.heading(by, hr.units[level]),
      mastersTable(context, base, level, by),
      hr.tableThree.note,
    ),
    ...tableBlocks(
      context,
      hr.tableFour.heading(by, hr.units[level]),
      gapTable(context, base, level),
      hr.tableFour.note,
    ),
    ...tableBlocks(
      context,
      hr.study.heading(by, hr.units[level]),
      studyTable(context, base, level),
      hr.study.note,
    ),
  ]);
}

function staffing(context: Context): ComponentChildren[] {
  const { report, words } = context;
  const { hr } = words;
  if (!report.staffing) return [];
  const { rows, year } = report.staffing;
  const ofLevel = (level: StaffingRow["level"]): StaffingRow[] =>
    rows.filter((row) => row.level === level);
  const shown = [...ofLevel("section"), ...ofLevel("school"), ...ofLevel("total")];
  const certain = certainTable(context, shown);
  return [
    ...tableBlocks(
      context,
      hr.staffing.heading(year),
      staffingTable(context, shown),
      hr.staffing.note,
    ),
    ...tableBlocks(context, hr.staffing.causes, certain),
  ];
}

function money(context: Context): ComponentChildren[] {
  const { base, words } = context;
  return chartBlocks(context, words.hr.money, [
    costsFigure(context, base),
    ...spendingFigures(context, base),
  ]);
}

/** What drives the uncertainty of each goal. */
export function drivers(context: Context): ComponentChildren[] {
  const { base, words } = context;
  return chartBlocks(
    context,
    words.hr.drivers,
    mainTargets(base).map((target) => driversFigure(context, base, target)),
  );
}

function notes(context: Context): ComponentChildren {
  const { report, base, words } = context;
  if (base.run.notes.length + (report.staffing?.notes.length ?? 0) === 0) return null;
  return (
    <>
      <h2>{words.pages.notes}</h2>
      <Notes context={context} />
    </>
  );
}

function questions(context: Context): ComponentChildren {
  const { questions } = context.words.hr;
  return (
    <>
      <h2>{questions.heading}</h2>
      <ol>
        {(context.base.run.questions ?? []).map(({ text, answer }, place) => (
          <li key={`own ${place}`} dir="auto">
            <bdi>{text}</bdi>
            {answer === "" ? <Lines count={2} /> : <p dir="auto">{answer}</p>}
          </li>
        ))}
        {questions.list.map((question, place) => (
          <li key={place}>
            {question}
            <Lines count={2} />
          </li>
        ))}
      </ol>
    </>
  );
}
