import { agesChart } from "../../charts/ages";
import { cellText, gridChart } from "../../charts/grid";
import { panelsChart } from "../../charts/panels";
import { bars, waterfallChart } from "../../charts/waterfall";
import { type Answer, targetYear } from "../../data/answer";
import { type Grid, agesOf, gridOf, meetsGoal, panelsOf } from "../../data/charts";
import type { FlowRow, Level } from "../../data/run";
import { figure } from "../../data/table";
import { waterfallOf } from "../../data/waterfall";
import { isolate } from "../../words/isolate";
import { capital } from "../../words/names";
import type { Context } from "../context";
import type { FigureSpec } from "../figure";
import { sourceOf } from "./goals";

/** How the number of heads or masters changes until the target year, or null. */
export function waterfallFigure(
  context: Context,
  answer: Answer,
  stock: FlowRow["stock"],
): FigureSpec | null {
  const data = waterfallOf(answer, stock, targetYear(answer));
  if (!data) return null;
  const { charts, numbers } = context.words;
  const heads = (value: number): string => numbers.decimal(value, 1);
  const sum = (sign: 1 | -1): number =>
    data.steps.reduce((total, step) => total + Math.max(0, sign * step.change), 0);
  const whole = (value: number): string => numbers.decimal(value, 0);
  return {
    id: `flows-${answer.letter}-${stock}`,
    title: charts.waterfall[stock](
      whole(sum(1)),
      whole(sum(-1)),
      whole(data.begin),
      whole(data.end),
      data.start,
      data.by,
    ),
    text: charts.waterfall.text,
    table: {
      columns: [charts.columns.cause, charts.heads],
      rows: [
        [`${charts.begin} (${data.start})`, figure(data.begin, heads)],
        ...bars(data, context.words)
          .slice(1, -1)
          .map((bar) => [
            bar.label,
            figure(bar.to - bar.from, (value) => numbers.change("fte", value)),
          ]),
        [`${charts.end} (${data.by})`, figure(data.end, heads)],
      ],
    },
    source: sourceOf(context, answer),
    draw: (document) => waterfallChart(data, context.words, document),
  };
}

/** Most units that fit on a page. */
const rowsOfPart = 30;

/** Units by years of a metric, in as many charts as pages need; empty when it is not told. */
export function gridFigures(
  context: Context,
  answer: Answer,
  metric: string,
  level: Level,
  last = targetYear(answer),
): FigureSpec[] {
  const grid = gridOf(answer, metric, level, last);
  if (!grid) return [];
  const parts: FigureSpec[] = [];
  for (let first = 0; first < grid.rows.length; first += rowsOfPart)
    parts.push(gridPart(context, answer, grid, level, first));
  return parts;
}

function gridPart(
  context: Context,
  answer: Answer,
  grid: Grid,
  level: Level,
  first: number,
): FigureSpec {
  const { charts, names } = context.words;
  const part = { ...grid, rows: grid.rows.slice(first, first + rowsOfPart) };
  const number = first / rowsOfPart + 1;
  const of = Math.ceil(grid.rows.length / rowsOfPart);
  const title = capital(gridFinding(context, answer, grid, level));
  return {
    id: `grid-${answer.letter}-${level}-${grid.metric}${number > 1 ? `-${number}` : ""}`,
    title: of > 1 ? context.words.hr.part(title, number, of) : title,
    text: charts.grid.text,
    table: {
      columns: [
        charts.columns.unit,
        ...grid.years.map((year) => names.shortWhen(grid.metric, year)),
      ],
      rows: part.rows.map((row) => [
        names.unit(row.unit),
        ...row.values.map((value) => figure(value, (one) => cellText(grid, one, context.words))),
      ]),
    },
    source: `${sourceOf(context, answer)}${grid.goal === null ? "" : ` ${charts.grid.bold}`}`,
    draw: (document) => gridChart(part, context.words, document),
  };
}

function gridFinding(context: Context, answer: Answer, grid: Grid, level: Level): string {
  const { charts, names, numbers } = context.words;
  const year = grid.years.at(-1) ?? 0;
  const target = answer.run.targets.find((one) => one.metric === grid.metric);
  const last = grid.rows.flatMap((row) => {
    const value = row.values.at(-1);
    return value == null ? [] : [{ unit: row.unit, value }];
  });
  if (target) {
    const reached = last.filter((row) => meetsGoal(grid, row.value)).length;
    const goal = names.goal({ ...target, level: "total" });
    return charts.grid.reached(reached, `${last.length} ${charts.levels[level]}`, goal, year);
  }
  const most = last.reduce((left, right) => (right.value > left.value ? right : left), {
    unit: "",
    value: -1,
  });
  return charts.grid.highest(
    names.metric(grid.metric),
    isolate(names.unit(most.unit)),
    grid.measure === "share" ? numbers.percent(most.value) : numbers.decimal(most.value, 1),
    names.when(grid.metric, year),
  );
}

/** Bands of age now and in the target year, or null when the bands are not told. */
export function agesFigure(context: Context, answer: Answer): FigureSpec | null {
  const data = agesOf(answer, targetYear(answer));
  if (!data) return null;
  const { charts, names, numbers } = context.words;
  const old = data.bands.filter((one) => /^(55|65)/.test(one.band));
  const sum = (pick: (band: { now: number; then: number }) => number): string =>
    numbers.decimal(
      old.reduce((total, one) => total + pick(one), 0),
      0,
    );
  const heads = (value: number): string => numbers.value("heads", value);
  return {
    id: `ages-${answer.letter}`,
    title: charts.ages.finding(
      sum((one) => one.now),
      sum((one) => one.then),
      data.by,
    ),
    text: charts.ages.text,
    table: {
      columns: [
        charts.columns.band,
        String(data.start),
        String(data.by),
        charts.columns.p10,
        charts.columns.p90,
      ],
      rows: data.bands.map((one) => [
        names.band(one.band),
        figure(one.now, heads),
        figure(one.then, heads),
        figure(one.low, heads),
        figure(one.high, heads),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => agesChart(data, context.words, document),
  };
}

/** Small panels of vacancies and cancelled lessons by year, or null. */
export function panelsFigure(
  context: Context,
  answer: Answer,
  metrics: string[],
): FigureSpec | null {
  const data = panelsOf(answer, metrics);
  if (!data) return null;
  const { charts, names, numbers } = context.words;
  const by = targetYear(answer);
  const years = [...new Set(data.panels.flatMap((panel) => panel.rows.map((row) => row.year)))];
  const findings = data.panels.flatMap(({ metric, measure, rows }) => {
    const mean = rows.find((row) => row.year === by)?.mean;
    if (mean == null) return [];
    const value = numbers.value(measure, mean);
    const when = names.when(metric, by);
    if (metric === "vacancies") return [charts.panels.vacancies(value, when)];
    if (metric === "lessons_cancelled") return [charts.panels.cancelled(value, when)];
    return metric === "unfilled" ? [charts.panels.unfilled(value, when)] : [];
  });
  return {
    id: `panels-${answer.letter}-${metrics.join("-").replace(/_/g, "")}`,
    title: capital(findings.join("; ")),
    text: charts.panels.text,
    table: {
      columns: [
        charts.columns.year,
        ...data.panels.flatMap(({ metric }) => [
          names.metric(metric),
          charts.columns.p10,
          charts.columns.p90,
        ]),
      ],
      rows: years.map((year) => [
        String(year),
        ...data.panels.flatMap(({ measure, rows }) => {
          const row = rows.find((one) => one.year === year);
          const text = (value: number): string => numbers.value(measure, value);
          return [row?.mean ?? null, row?.p10 ?? null, row?.p90 ?? null].map((one) =>
            figure(one, text),
          );
        }),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => panelsChart(data, context.words, document),
  };
}
