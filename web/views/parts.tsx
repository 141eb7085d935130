import type { ComponentChildren } from "preact";
import { type Answer, mainTargets, meanAt, meanOver, sameTarget, targetYear } from "../data/answer";
import { costYears, extraCost } from "../data/decision";
import type { Target } from "../data/run";
import { type Cell, type Table, figure } from "../data/table";
import { isolate, shorten } from "../words/isolate";
import { capital } from "../words/names";
import type { Context } from "./context";
import { TableView } from "./table";

/** A part of a report under its heading. */
export function Part({
  id,
  heading,
  children,
}: {
  id: string;
  heading: string;
  children: ComponentChildren;
}) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

/** Name of the report and for whom it is. */
export function Masthead({ context, title }: { context: Context; title: string }) {
  const { report, words, base } = context;
  return (
    <header class="masthead">
      <h1>{title}</h1>
      <p class="scenario">
        <bdi>{base.run.scenario}</bdi>
      </p>
      <p class="meta">
        {capital(words.pages.readers[report.reader])} {"\u00b7"}{" "}
        {words.numbers.date(report.written)}
      </p>
      {base.run.interrupted && <p class="warning">{words.pages.interrupted}</p>}
    </header>
  );
}

/** How a goal's definition reads in the language of the report; null when the run has none. */
function definitionOf(context: Context, target: Target): string | null {
  return (context.report.lang === "nl" ? target.definition_nl : target.definition_en) ?? null;
}

/** Now, desired and gap of each goal, with its definition under it. */
export function GoalsTable({
  context,
  targets = mainTargets(context.base),
}: {
  context: Context;
  targets?: Target[];
}) {
  const { words, base } = context;
  const { numbers, names, pages } = words;
  const start = base.run.start;
  if (targets.length === 0) return <p>{pages.noGoals}</p>;
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={pages.goals}>
      <table class="goals">
        <thead>
          <tr>
            <th scope="col">{pages.goal}</th>
            <th scope="col" class="number">{`${pages.now} (${start})`}</th>
            <th scope="col" class="number">
              {pages.desired}
            </th>
            <th scope="col" class="number">
              {pages.gap}
            </th>
            <th scope="col" class="number">
              {pages.expected}
            </th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => {
            const now = meanAt(base, target.metric, start, target.level, target.unit);
            const then = meanAt(base, target.metric, target.by, target.level, target.unit);
            const value = (one: number): string => numbers.value(target.measure, one);
            return (
              <tr key={`${target.name} ${target.unit} ${target.by}`}>
                <th scope="row">
                  {capital(pages.goalIn(names.goal(target), names.when(target.metric, target.by)))}
                  <span class="definition">{definitionOf(context, target)}</span>
                </th>
                <td class="number">{figure(now, value).text}</td>
                <td class="number">{names.bound(target)}</td>
                <td class="number">{gapText(context, target, now)}</td>
                <td class="number">{figure(then, value).text}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function gapText(context: Context, target: Target, now: number | null): string {
  if (now === null) return "\u2013";
  const gap = target.direction === "at_least" ? target.bound - now : now - target.bound;
  if (gap <= 0) return "0";
  return target.measure === "share"
    ? context.words.pages.percentPoints(gap)
    : context.words.numbers.value(target.measure, gap);
}

/** Sentences on how many teachers each goal will be short of. */
export function shortages(context: Context): string[] {
  const { board, numbers } = context.words;
  return mainTargets(context.base).flatMap((target) => {
    if (!target.shortfall || target.shortfall.p90 <= 0) return [];
    const { p10, p90, measure } = target.shortfall;
    const text = (value: number): string => numbers.value(measure, value);
    const say = measure === "heads" ? board.gap.short : board.gap.shortFte;
    return [
      `${capital(context.words.names.metric(target.metric))}: ${lower(say(text(p10), text(p90), target.by))}`,
    ];
  });
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Runs side by side: chance of each goal, vacancies, cancelled lessons and euro. */
export function variantsTable(context: Context, most = 4): Table {
  const { words, base } = context;
  const { names, numbers, pages, board } = words;
  const answers = context.answers.slice(0, most);
  const targets = mainTargets(base);
  const first = base.run.start + 1;
  const by = targetYear(base);
  const years = costYears(base);
  const vacancies = answers.map((answer) => meanOver(answer, "vacancies", first, by));
  const cancelled = answers.map((answer) => meanOver(answer, "lessons_cancelled", first, by));
  const columns = [pages.variant, ...targets.map((target) => capital(names.goal(target)))];
  const optional: { head: string; cells: Cell[] }[] = [];
  if (vacancies.some((value) => value !== null))
    optional.push({
      head: board.variants.vacancies,
      cells: vacancies.map((value) =>
        figure(value, (one) => numbers.decimal(one, one < 10 ? 1 : 0)),
      ),
    });
  if (cancelled.some((value) => value !== null))
    optional.push({
      head: board.variants.cancelled,
      cells: cancelled.map((value) => figure(value, (one) => numbers.percent(one, 1))),
    });
  if (years) optional.push(...moneyColumns(context, answers, years));
  return {
    columns: [...columns, ...optional.map((column) => column.head)],
    rows: answers.map((answer, place) => [
      variantName(answer, context),
      ...targets.map((target) =>
        figure(sameTarget(answer, target)?.probability ?? null, names.cell50),
      ),
      ...optional.map((column) => column.cells[place] ?? ""),
    ]),
  };
}

function moneyColumns(context: Context, answers: Answer[], years: [number, number]) {
  const { board, numbers } = context.words;
  const columns = [
    {
      head: board.variants.euro,
      cells: answers.map((answer) =>
        figure(meanOver(answer, "cost_calendar", ...years), numbers.euro),
      ),
    },
  ];
  const count = years[1] - years[0] + 1;
  const extras = answers.map((answer) =>
    answer === context.base ? null : extraCost(context.base, answer, years),
  );
  if (extras.some((extra) => extra !== null))
    columns.push({
      head: board.variants.extra,
      cells: extras.map((extra) =>
        figure(extra === null ? null : extra / count, (euro) => numbers.change("euro", euro)),
      ),
    });
  return columns;
}

/** "B  Meer studenten", with the mark of the starting point. */
export function variantName(answer: Answer, context: Context): string {
  const name = `${answer.letter}  ${shorten(answer.name, 60)}`;
  return answer.letter === "A" && context.answers.length > 1
    ? `${name} (${context.words.pages.base})`
    : name;
}

/** The runs side by side as a table. */
export function VariantsTable({ context, most = 4 }: { context: Context; most?: number }) {
  const { variants } = context.words.board;
  const by = targetYear(context.base);
  const table = variantsTable(context, most);
  const chances = mainTargets(context.base).length;
  const caption = chances > 0 ? variants.caption(by) : variants.means(by);
  return (
    <TableView
      table={table}
      label={variants.heading}
      caption={table.columns.length > 1 + chances ? caption : chances > 0 && variants.chances(by)}
    />
  );
}

/** What was noted when the data was read; at most so many lines. */
export function Notes({ context, most = 15 }: { context: Context; most?: number }) {
  const { report, base } = context;
  const all = [...base.run.notes, ...(report.staffing?.notes ?? [])];
  const notes = all.slice(0, most);
  return (
    <ul class="notes">
      {notes.map((note, place) => (
        <li key={place}>{report.lang === "nl" ? note.message_nl : note.message_en}</li>
      ))}
      {all.length > most && <li>{context.words.pages.moreNotes(all.length - most)}</li>}
    </ul>
  );
}

/** Which groups are not told, and that no person is. */
export function HiddenNote({ context }: { context: Context }) {
  const { report, words } = context;
  const { hidden } = words.pages;
  const { threshold, merged, withheld, without_masters: withoutMasters } = report.hidden;
  const withoutTargets = report.hidden.without_targets ?? [];
  const withoutHistory = (report.hidden.without_history ?? []).map((told) => {
    const [metric = "", year = ""] = told.split(" ");
    return `${words.names.metric(metric)} ${year}`;
  });
  const list = (units: string[]): string => units.map((unit) => words.names.unit(unit)).join(", ");
  return (
    <p class="hidden-note">
      {threshold !== null && `${hidden.threshold(threshold)} `}
      {merged.length > 0 && `${hidden.merged(list(merged))} `}
      {withheld.length > 0 && `${hidden.withheld(list(withheld))} `}
      {withoutMasters.length > 0 && `${hidden.withoutMasters(list(withoutMasters))} `}
      {withoutTargets.length > 0 &&
        `${hidden.withoutTargets(withoutTargets.map(isolate).join(", "))} `}
      {withoutHistory.length > 0 && `${hidden.withoutHistory(withoutHistory.join(", "))} `}
      {hidden.persons}
    </p>
  );
}

/** Empty lines to write on. */
export function Lines({ count }: { count: number }) {
  return (
    <div class="lines" aria-hidden="true">
      {Array.from({ length: count }, (_, line) => (
        <div class="line" key={line} />
      ))}
    </div>
  );
}
