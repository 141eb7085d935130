import { areaY, axisX, axisY, dot, gridY, line, ruleY, text } from "@observablehq/plot";
import type { Fan } from "../data/charts";
import type { SeriesRow } from "../data/run";
import type { Words } from "../words/words";
import {
  type Key,
  type Size,
  addLegend,
  axisTitle,
  drawPlot,
  ink,
  labelRoom,
  legendHeight,
  textWidth,
  wide,
  yearTicks,
} from "./frame";

/** Ticks of a measure that all have the same number of decimals. */
export function axisTexts(
  fan: { measure: Fan["measure"] },
  span: number,
  words: Words,
): (value: number) => string {
  const { numbers } = words;
  if (fan.measure === "share") return (value) => numbers.percent(value, span < 0.045 ? 1 : 0);
  if (fan.measure === "euro") {
    const big = span >= 2e5;
    return (value) => numbers.decimal(value / (big ? 1e6 : 1e3), big && span < 4e6 ? 1 : 0);
  }
  return (value) => numbers.decimal(value, span < 5 ? 1 : 0);
}

/**
 * The middle of a metric by year with the bands of half and of nine out of ten futures; before them
 * how it was, as open dots.
 */
export function fanChart(
  fan: Fan,
  words: Words,
  document: Document,
  size: Size = wide,
): SVGSVGElement {
  const values = fan.rows.flatMap((row) => [row.p05 ?? row.mean ?? 0, row.p95 ?? row.mean ?? 0]);
  values.push(...fan.history.map((row) => row.value));
  if (fan.bound !== null) values.push(fan.bound);
  const span = Math.max(...values) - Math.min(...values) || Math.abs(values[0] ?? 1) || 1;
  const low = Math.max(Math.min(...values) - span * 0.1, Math.min(...values) < 0 ? -Infinity : 0);
  const domain = [low, Math.max(...values) + span * 0.12] as const;
  const years = yearsOf(fan);
  const keys: Key[] = [
    { shape: "box", colour: ink.mid, text: words.charts.middle },
    { shape: "box", colour: ink.light, text: words.charts.likely },
  ];
  if (fan.history.length > 0)
    keys.push({ shape: "ring", colour: ink.text, text: words.charts.asItWas });
  const texts = axisTexts(fan, span, words);
  const marginLeft = labelRoom([...values, ...domain].map(texts), 24);
  const yearLabel = words.names.shortWhen(fan.metric, 2030);
  const marginRight = Math.max(22, textWidth(yearLabel) / 2 + 4);
  const svg = drawPlot(document, size, {
    marginLeft,
    marginRight,
    marginTop: legendHeight(keys, 8, size.width) + 30,
    marginBottom: 30,
    x: { domain: [Math.min(...years), Math.max(...years)] },
    y: { domain: [...domain] },
    marks: [
      areaY(fan.rows, { x: "year", y1: low95, y2: high95, fill: ink.light }),
      areaY(fan.rows, {
        x: "year",
        y1: (row: SeriesRow) => row.p25 ?? row.mean,
        y2: (row: SeriesRow) => row.p75 ?? row.mean,
        fill: ink.mid,
      }),
      gridY({ ticks: 5, stroke: "#ffffff", strokeOpacity: 0.6 }),
      axisY({ ticks: 5, tickFormat: texts, label: null }),
      axisTitle(words.names.metric(fan.metric), marginLeft),
      axisX({
        ticks: yearTicks(years, size.width - marginLeft - marginRight, yearLabel),
        tickFormat: (year: number) => words.names.shortWhen(fan.metric, year),
        label: null,
      }),
      line(fan.rows, {
        x: "year",
        y: (row: SeriesRow) => row.p50 ?? row.mean,
        stroke: ink.dark,
        strokeWidth: 2,
      }),
      ...historyMarks(fan),
      dot(
        fan.rows.filter((row) => row.year === fan.start),
        {
          x: "year",
          y: "mean",
          r: 5,
          fill: ink.dark,
        },
      ),
      ...goalMarks(fan, words),
    ],
  });
  addLegend(svg, keys, 8);
  return svg;
}

const low95 = (row: SeriesRow): number | null => row.p05 ?? row.mean;
const high95 = (row: SeriesRow): number | null => row.p95 ?? row.mean;

/** The years of the axis, one after another where there is a history. */
function yearsOf(fan: Fan): number[] {
  const told = fan.rows.map((row) => row.year);
  const first = fan.history[0]?.year;
  if (first === undefined) return told;
  return Array.from({ length: Math.max(...told) - first + 1 }, (_, step) => first + step);
}

/** Open dots with a dotted line, which goes on to the start where that is told. */
function historyMarks(fan: Fan) {
  if (fan.history.length === 0) return [];
  const now = fan.rows
    .filter((row) => row.year === fan.start)
    .map(({ year, mean }) => ({ year, value: mean }));
  return [
    line([...fan.history, ...now], {
      x: "year",
      y: "value",
      stroke: ink.text,
      strokeWidth: 1.5,
      strokeDasharray: "2 3",
    }),
    dot(fan.history, {
      x: "year",
      y: "value",
      r: 3.5,
      fill: "#ffffff",
      stroke: ink.text,
      strokeWidth: 1.5,
    }),
  ];
}

function goalMarks(fan: Fan, words: Words) {
  if (fan.bound === null) return [];
  const label = words.charts.goalLine(
    words.names.bound({ measure: fan.measure, bound: fan.bound }),
  );
  return [
    ruleY([fan.bound], { stroke: ink.goal, strokeWidth: 2, strokeDasharray: "6 4" }),
    text([label], {
      x: [Math.max(...fan.rows.map((row) => row.year))],
      y: [fan.bound],
      textAnchor: "end",
      dy: -9,
      fill: ink.goal,
      fontWeight: 600,
      stroke: "#ffffff",
      strokeWidth: 3,
    }),
  ];
}
