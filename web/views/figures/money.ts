import { costsChart } from "../../charts/costs";
import { type Size, wide } from "../../charts/frame";
import { shortagesChart } from "../../charts/shortages";
import { spendingChart } from "../../charts/spending";
import { type Answer, targetYear } from "../../data/answer";
import { type Shortages, costsOf, shortagesOf, spendingOf } from "../../data/charts";
import type { Level } from "../../data/run";
import { figure } from "../../data/table";
import { isolate } from "../../words/isolate";
import { capital } from "../../words/names";
import type { Context } from "../context";
import type { FigureSpec } from "../figure";
import { sourceOf } from "./goals";

/** Costs by kind and school year, or null without money. */
export function costsFigure(context: Context, answer: Answer): FigureSpec | null {
  const data = costsOf(answer);
  if (!data) return null;
  const { charts, names, numbers } = context.words;
  const by = targetYear(answer);
  const year = data.years.find((one) => one.year === by) ?? data.years.at(-1);
  if (!year) return null;
  const total = year.euro.reduce((sum, euro) => sum + euro, 0);
  const wages = year.euro[data.kinds.indexOf("cost_wages")] ?? 0;
  return {
    id: `costs-${answer.letter}`,
    title: charts.costs.finding(
      numbers.percent(wages / total),
      numbers.euro(total - wages),
      names.when("cost_total", year.year),
    ),
    text: charts.costs.text,
    table: {
      columns: [
        charts.columns.schoolYear,
        ...data.kinds.map((kind) => `${names.metric(kind)} (euro)`),
      ],
      rows: data.years.map((one) => [
        numbers.schoolYear(one.year),
        ...one.euro.map((euro) => figure(Math.round(euro), (value) => numbers.decimal(value, 0))),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => costsChart(data, context.words, document),
  };
}

/** Costs of each calendar year against the budget: a chart a board. */
export function spendingFigures(context: Context, answer: Answer, size: Size = wide): FigureSpec[] {
  const { charts, names, numbers } = context.words;
  return spendingOf(answer).map((data, place) => {
    const budgeted = data.years.filter((year) => year.budget !== null);
    const worst = budgeted.reduce(
      (left, right) =>
        (right.budget?.probability ?? 0) > (left?.budget?.probability ?? -1) ? right : left,
      budgeted[0],
    );
    const last = data.years.at(-1);
    const finding = worst?.budget
      ? charts.spending.over(worst.budget.probability, worst.year)
      : charts.spending.plain(numbers.euro(last?.mean ?? 0), last?.year ?? 0);
    const euro = (value: number): string => numbers.decimal(value, 0);
    const hasBudget = budgeted.length > 0;
    return {
      id: `spending-${answer.letter}${place + 1}`,
      title: data.board === "" ? finding : `${finding} (${isolate(data.board)})`,
      text: hasBudget ? charts.spending.text : charts.spending.plainText,
      table: {
        columns: [
          charts.columns.calendarYear,
          `${charts.columns.mean} (euro)`,
          charts.columns.p10,
          charts.columns.p90,
          ...(hasBudget ? [`${charts.columns.budget} (euro)`, charts.columns.over] : []),
        ],
        rows: data.years.map((year) => [
          String(year.year),
          ...[
            year.mean,
            year.low,
            year.high,
            ...(hasBudget ? [year.budget?.amount ?? null] : []),
          ].map((value) => figure(value === null ? null : Math.round(value), euro)),
          ...(hasBudget ? [figure(year.budget?.probability ?? null, names.cell50)] : []),
        ]),
      },
      source: sourceOf(context, answer),
      draw: (document: Document) => spendingChart(data, context.words, document, size),
    };
  });
}

/** Most bars of a chart on a page. */
const barsOfPart = 34;

/** Unfilled share by unit, largest first, in as many charts as pages need. */
export function shortageFigures(context: Context, answer: Answer, level: Level): FigureSpec[] {
  const data = shortagesOf(answer, level, targetYear(answer));
  if (!data) return [];
  const parts: FigureSpec[] = [];
  for (let first = 0; first < data.bars.length; first += barsOfPart)
    parts.push(shortagePart(context, answer, level, data, first));
  return parts;
}

function shortagePart(
  context: Context,
  answer: Answer,
  level: Level,
  data: Shortages,
  first: number,
): FigureSpec {
  const { charts, names, numbers, hr } = context.words;
  const part = { ...data, bars: data.bars.slice(first, first + barsOfPart) };
  const number = first / barsOfPart + 1;
  const most = data.bars[0];
  const percent = (share: number): string => numbers.percent(share, 1);
  const title = charts.shortage.finding(
    isolate(names.unit(most?.unit ?? "")),
    percent(most?.share ?? 0),
    data.year,
  );
  const fte = (value: number): string => numbers.decimal(value, 1);
  return {
    id: `shortage-${answer.letter}-${level}-${number}`,
    title: capital(hr.part(title, number, Math.ceil(data.bars.length / barsOfPart))),
    text: charts.shortage.text,
    table: {
      columns: [
        charts.columns.unit,
        charts.columns.unfilled,
        charts.columns.demand,
        charts.columns.share,
      ],
      rows: part.bars.map((bar) => [
        names.unit(bar.unit),
        figure(bar.unfilled, fte),
        figure(bar.demand, fte),
        figure(bar.share, percent),
      ]),
    },
    source: sourceOf(context, answer),
    draw: (document) => shortagesChart(part, context.words, document),
  };
}
