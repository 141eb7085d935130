import { impactChart, limitsOf } from "../../charts/impact";
import type { Answer } from "../../data/answer";
import { type Impact, impactOf, largestOf } from "../../data/impact";
import { figure } from "../../data/table";
import { isolate, shorten } from "../../words/isolate";
import type { Context } from "../context";
import type { FigureSpec } from "../figure";
import { sourceOf } from "./goals";

/** Chances closer than this stand beside each other. */
const besides = 0.016;

/** The grid of chance and effect of the policies on an outcome, or null where it was not played. */
export function impactFigure(
  context: Context,
  answer: Answer,
  kind: Impact["kind"],
): FigureSpec | null {
  const data = impactOf(answer, kind, context.report.lang);
  if (!data) return null;
  const { grid } = context.words.policies;
  const chances = data.dots.map((one) => one.chance).sort((left, right) => left - right);
  const isBeside = chances.some((chance, place) => chance - (chances[place - 1] ?? -1) < besides);
  const source = sourceOf(context, answer, answer.run.policies?.replicates);
  return {
    id: `impact-${answer.letter}-${kind}`,
    title: impactFinding(context, data),
    text: grid.text(grid.what[kind](data.year)),
    table: impactTable(context, data),
    source: [source, grid.alone, ...(isBeside ? [grid.beside] : [])].join(" "),
    draw: (document) => impactChart(data, context.words, document),
  };
}

/** Which policy does most, if any does more than chance. */
function impactFinding(context: Context, data: Impact): string {
  const { numbers, policies } = context.words;
  const { grid } = policies;
  const what = grid.what[data.kind](data.year);
  const name = (title: string): string => isolate(shorten(title, 60));
  const most = largestOf(data);
  if (data.dots.every((one) => !one.effect && one.error === 0))
    return grid.nothing(data.dots.length, what, name(data.dots[0]?.title ?? ""));
  if (!most) return grid.none(data.dots.length, what, name(data.dots[0]?.title ?? ""));
  const size = (value: number): string => numbers.decimal(value, 1);
  const isMore = most.effect > 0;
  const limits = limitsOf(isMore ? most : { ...most, effect: -most.effect });
  const change = grid.change[data.kind](
    size(Math.abs(most.effect)),
    isMore,
    size(limits[0]),
    size(limits[1]),
  );
  const sure = data.dots.filter((one) => one.sure).length;
  return grid.most(sure, data.dots.length, what, name(most.title), change, most.chance);
}

function impactTable(context: Context, data: Impact): FigureSpec["table"] {
  const { charts, numbers, policies } = context.words;
  const { columns } = policies.grid;
  const one = (value: number): string => numbers.signed(value, 1);
  return {
    columns: [
      columns.policy,
      columns.chance,
      columns.effect[data.kind],
      charts.columns.low,
      charts.columns.high,
      columns.expected[data.kind],
      columns.sure,
    ],
    rows: data.dots.map((dot) => {
      const limits = dot.effect === null ? null : limitsOf({ ...dot, effect: dot.effect });
      return [
        `${dot.number}  ${dot.title}`,
        figure(dot.chance, (share) => numbers.percent(share)),
        figure(dot.effect, one),
        figure(limits?.[0] ?? null, one),
        figure(limits?.[1] ?? null, one),
        figure(dot.expected, one),
        dot.sure ? charts.yes : charts.no,
      ];
    }),
  };
}
