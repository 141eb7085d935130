import { axisX, axisY, dot, gridY, line, ruleX, text } from "@observablehq/plot";
import type { Chances } from "../data/charts";
import type { TargetYear } from "../data/run";
import type { Words } from "../words/words";
import {
  type Key,
  type Size,
  addLegend,
  axisTitle,
  drawPlot,
  halo,
  ink,
  legendHeight,
  wide,
  yearTicks,
} from "./frame";

/** 95% of the chances that counting so many futures could have given lie within so much. */
export const errors95 = 1.96;

/** Limits of a year's chance, in futures out of 50, within [0, 50]. */
export function limits(year: TargetYear): [number, number] {
  const reach = errors95 * year.standard_error;
  return [50 * Math.max(0, year.probability - reach), 50 * Math.min(1, year.probability + reach)];
}

/** Futures out of 50 in which the goal is met, by year, with the error of counting. */
export function chanceChart(
  data: Chances,
  words: Words,
  document: Document,
  size: Size = wide,
): SVGSVGElement {
  const years = data.years.map((year) => year.year);
  const most = Math.max(...data.years.map((year) => limits(year)[1]));
  const top = [10, 20, 30, 40].find((value) => most < value * 0.9) ?? 50;
  const keys: Key[] = [
    { shape: "dot", colour: ink.dark, text: `${words.charts.target} ${data.by}` },
    { shape: "bar", colour: ink.dark, text: words.charts.error },
  ];
  const marginTop = legendHeight(keys, 8, size.width) + 30;
  const svg = drawPlot(document, size, {
    marginLeft: 36,
    marginRight: 18,
    marginTop,
    marginBottom: 30,
    x: { domain: [Math.min(...years) - 0.4, Math.max(...years) + 0.4] },
    y: { domain: [0, top] },
    marks: [
      gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
      axisY({ ticks: 5, tickFormat: String, label: null }),
      axisTitle(words.charts.futures, 36),
      axisX({ ticks: yearTicks(years, size.width - 54, "2030"), tickFormat: String, label: null }),
      line(data.years, {
        x: "year",
        y: (year: TargetYear) => 50 * year.probability,
        stroke: ink.mid,
        strokeWidth: 2,
      }),
      ruleX(data.years, {
        x: "year",
        y1: (year: TargetYear) => limits(year)[0],
        y2: (year: TargetYear) => limits(year)[1],
        stroke: ink.dark,
        strokeWidth: 1.5,
      }),
      dot(data.years, {
        x: "year",
        y: (year: TargetYear) => 50 * year.probability,
        r: (year: TargetYear) => (year.year === data.by ? 5.5 : 3.5),
        fill: (year: TargetYear) => (year.year === data.by ? ink.dark : "#ffffff"),
        stroke: ink.dark,
        strokeWidth: 1.5,
      }),
      ...[true, false].map((goal) =>
        text(
          data.years.filter((year) => (year.year === data.by) === goal),
          {
            x: "year",
            y: (year: TargetYear) => limits(year)[1],
            dy: -11,
            text: short,
            fontWeight: goal ? 700 : 400,
            ...halo,
          },
        ),
      ),
    ],
    r: { type: "identity" },
  });
  addLegend(svg, keys, 8);
  return svg;
}

/** A chance that would round to none or all keeps its sign. */
function short(year: TargetYear): string {
  const count = 50 * year.probability;
  if (count > 0 && count < 0.5) return "<1";
  return count < 50 && count >= 49.5 ? ">49" : String(Math.round(count));
}
