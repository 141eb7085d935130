import { chanceChart, limits } from "../../charts/chance";
import { comparisonChart } from "../../charts/comparison";
import { dotsChart } from "../../charts/dots";
import { driversChart } from "../../charts/drivers";
import { fanChart } from "../../charts/fan";
import { type Size, wide } from "../../charts/frame";
import { type Answer, mainTargets } from "../../data/answer";
import {
  type Comparison,
  type Fan,
  chancesOf,
  comparisonOf,
  dotsOf,
  driversOf,
  fanOf,
} from "../../data/charts";
import type { SeriesRow, Target } from "../../data/run";
import { type Cell, type Table, figure } from "../../data/table";
import { isolate, runName, shorten } from "../../words/isolate";
import type { Context } from "../context";
import type { FigureSpec } from "../figure";

/** The line under a chart, of all futures or of so many. */
export function sourceOf(
  context: Context,
  answer: Answer,
  replicates = answer.run.replicates,
): string {
  const name = isolate(shorten(answer.run.scenario, 60));
  return context.words.charts.source(name, replicates);
}

/** The line under a chart of all runs: their scenarios, and the futures of the one with fewest. */
function sourceOfAll(context: Context): string {
  const runs = context.answers.map((answer) => answer.run);
  const names = new Set(runs.map((run) => isolate(shorten(run.scenario, 40))));
  const fewest = Math.min(...runs.map((run) => run.replicates));
  return context.words.charts.source([...names].join(", "), fewest);
}

/** Place of a target in its run, to make names of charts unique. */
function placeOf(answer: Answer, target: Target): string {
  return `${answer.letter}${answer.run.targets.indexOf(target) + 1}`;
}

/** Fifty dots of the target year, or null without fifty values. */
export function dotsFigure(
  context: Context,
  answer: Answer,
  target: Target,
  size: Size = wide,
): FigureSpec | null {
  const data = dotsOf(target);
  if (!data) return null;
  const { charts, names, numbers } = context.words;
  const when = names.when(target.metric, target.by);
  const value = (number: number): string => numbers.value(target.measure, number);
  const best = target.direction === "at_least" ? 50 - data.filled : 0;
  return {
    id: `dots-${placeOf(answer, target)}`,
    title: charts.dots.finding(names.goal(target), target.probability, when),
    text: charts.dots.text(
      data.filled,
      value(data.values[0] ?? 0),
      value(data.values.at(-1) ?? 0),
      names.bound(target),
    ),
    table: {
      columns: [charts.columns.rank, `${names.metric(target.metric)} ${when}`, charts.columns.met],
      rows: data.values.map((number, rank) => [
        figure(rank + 1, String),
        figure(number, value),
        rank >= best && rank < best + data.filled ? charts.yes : charts.no,
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) =>
      dotsChart(
        data,
        context.words,
        document,
        size,
        charts.dots.axis(names.metric(target.metric), when),
      ),
  };
}

/** Chance of a target by year, or null. */
export function chanceFigure(
  context: Context,
  answer: Answer,
  target: Target,
  size: Size = wide,
): FigureSpec | null {
  const data = chancesOf(target);
  if (!data) return null;
  const { charts, names, numbers } = context.words;
  const goal = names.goal(target);
  const last = data.years.at(-1) ?? { year: target.by, probability: target.probability };
  const one = (number: number): string => numbers.decimal(number, 1);
  return {
    id: `chance-${placeOf(answer, target)}`,
    title:
      last.year === target.by
        ? charts.chance.single(goal, target.probability, target.by)
        : charts.chance.finding(goal, target.probability, target.by, last.probability, last.year),
    text: charts.chance.text,
    table: {
      columns: [charts.columns.year, charts.columns.of50, charts.columns.low, charts.columns.high],
      rows: data.years.map((year) => [
        names.shortWhen(target.metric, year.year),
        figure(50 * year.probability, one),
        figure(limits(year)[0], one),
        figure(limits(year)[1], one),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => chanceChart(data, context.words, document, size),
  };
}

const quantiles = ["p05", "p25", "p50", "p75", "p95"] as const;

/** Range of a metric by year with the line of its target, or null. */
export function fanFigure(
  context: Context,
  answer: Answer,
  metric: string,
  by: number,
  size: Size = wide,
): FigureSpec | null {
  const target = mainTargets(answer).find((one) => one.metric === metric) ?? null;
  const data = fanOf(answer, metric, target);
  const row = data?.rows.find((one) => one.year === by);
  if (!data || row?.p05 == null || row.p95 == null) return null;
  const { charts, names, numbers } = context.words;
  const value = (number: number): string => numbers.value(data.measure, number);
  const name = names.metric(metric);
  return {
    id: `fan-${answer.letter}-${metric}`,
    title: charts.fan.finding(name, names.when(metric, by), value(row.p05), value(row.p95)),
    text: [charts.fan.text(name), ...historyText(context, data)].join(" "),
    table: fanTable(context, data),
    source: [sourceOf(context, answer), ...earlierSources(context, data)].join(" "),
    draw: (document) => fanChart(data, context.words, document, size),
  };
}

/** Rows by year, the earlier ones with what it was in a column of their own. */
function fanTable(context: Context, data: Fan): Table {
  const { charts, names, numbers } = context.words;
  const value = (number: number): string => numbers.value(data.measure, number);
  const hasHistory = data.history.length > 0;
  const past = (was: number | null): Cell[] => (hasHistory ? [figure(was, value)] : []);
  return {
    columns: [
      charts.columns.year,
      ...(hasHistory ? [charts.asItWas] : []),
      charts.columns.mean,
      ...quantiles.map((each) => charts.columns[each]),
    ],
    rows: [
      ...data.history.map((one): Cell[] => [
        names.shortWhen(data.metric, one.year),
        ...past(one.value),
        ...["mean", ...quantiles].map(() => figure(null, value)),
      ]),
      ...data.rows.map((one: SeriesRow): Cell[] => [
        names.shortWhen(data.metric, one.year),
        ...past(null),
        figure(one.mean, value),
        ...quantiles.map((each) => figure(one[each], value)),
      ]),
    ],
  };
}

/** "in 2019 37%, now 41%", when earlier years are told. */
function historyText(context: Context, data: Fan): string[] {
  const { charts, names, numbers } = context.words;
  const first = data.history[0];
  if (!first) return [];
  const value = (number: number): string => numbers.value(data.measure, number);
  const now = data.rows.find((one) => one.year === data.start)?.mean ?? null;
  return [
    charts.fan.history(
      names.shortWhen(data.metric, first.year),
      value(first.value),
      now === null ? null : value(now),
    ),
  ];
}

/** Most sources that stand under a chart. */
const mostSources = 4;

/** Where earlier years come from, when that is told. */
function earlierSources(context: Context, data: Fan): string[] {
  const sources = [...new Set(data.history.map((one) => one.source.trim()))].filter(Boolean);
  if (sources.length === 0) return [];
  const list = sources.slice(0, mostSources).map((source) => isolate(shorten(source, 60)));
  return [context.words.charts.fan.earlier(list.join(", "), sources.length > mostSources)];
}

/** What drives the uncertainty of a target, or null when nothing can be told from chance. */
export function driversFigure(context: Context, answer: Answer, target: Target): FigureSpec | null {
  const drivers = driversOf(answer, target);
  const first = drivers[0];
  if (!first) return null;
  const { charts, names, numbers } = context.words;
  const percent = (share: number): string => numbers.percent(share, 1);
  return {
    id: `drivers-${placeOf(answer, target)}`,
    title: `${charts.drivers.finding(names.parameter(first.parameter), percent(first.share))} (${names.goal(target)})`,
    text: charts.drivers.text,
    table: {
      columns: [
        charts.columns.parameter,
        charts.columns.share,
        charts.columns.low,
        charts.columns.high,
      ],
      rows: drivers.map((driver) => [
        names.parameter(driver.parameter),
        figure(driver.share, percent),
        figure(driver.interval[0], percent),
        figure(driver.interval[1], percent),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => driversChart(drivers, context.words, document),
  };
}

/**
 * Chance of a target in each run, or null with one run. In a report that proposes a run, or none
 * (`proposal` null), the title tells of that and of no other as the best.
 */
export function comparisonFigure(
  context: Context,
  target: Target,
  decision?: { proposal: Answer | null },
): FigureSpec | null {
  const data = comparisonOf(context.answers, target);
  if (!data) return null;
  const { charts, numbers } = context.words;
  return {
    id: `compare-${placeOf(context.base, target)}`,
    title: comparisonFinding(context, target, data, decision),
    text: charts.comparison.text,
    table: {
      columns: [charts.columns.run, charts.columns.of50, charts.error],
      rows: data.runs.map((run) => [
        `${run.letter}  ${run.name}`,
        figure(50 * run.probability, (count) => numbers.decimal(count, 1)),
        figure(50 * 1.96 * run.error, (count) => numbers.decimal(count, 1)),
      ]),
    },
    source: sourceOfAll(context),
    draw: (document) => comparisonChart(data, context.words, document),
  };
}

function comparisonFinding(
  context: Context,
  target: Target,
  { runs }: Comparison,
  decision?: { proposal: Answer | null },
): string {
  const { charts, names } = context.words;
  const goal = names.goal(target);
  const proposed = runs.find((run) => run.letter === decision?.proposal?.letter);
  if (proposed)
    return charts.comparison.proposed(runName(proposed), proposed.probability, goal, target.by);
  const chances = runs.map((run) => run.probability);
  const low = Math.min(...chances);
  const high = Math.max(...chances);
  if (names.cell50(low) === names.cell50(high))
    return charts.comparison.same(goal, high, target.by);
  if (decision) return charts.comparison.between(goal, low, high, target.by);
  const best = runs.find((run) => run.probability === high);
  return best ? charts.comparison.finding(runName(best), high, goal, target.by) : "";
}
