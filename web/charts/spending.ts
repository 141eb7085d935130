import { axisX, axisY, dot, gridY, ruleX, text, tickY } from "@observablehq/plot";
import type { Spending } from "../data/charts";
import type { Words } from "../words/words";
import {
  type Key,
  type Size,
  addLegend,
  axisTitle,
  drawPlot,
  halo,
  ink,
  labelRoom,
  legendHeight,
  wide,
} from "./frame";

type Year = Spending["years"][number];

/** Expected costs of each calendar year with their range, against the budget as a thick mark. */
export function spendingChart(
  data: Spending,
  words: Words,
  document: Document,
  size: Size = wide,
): SVGSVGElement {
  const values = data.years.flatMap((year) => [
    year.low ?? year.mean,
    year.high ?? year.mean,
    ...(year.budget ? [year.budget.amount] : []),
  ]);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || high || 1;
  const texts = (value: number): string => words.numbers.decimal(value, span < 4e6 ? 1 : 0);
  const keys: Key[] = [
    { shape: "dot", colour: ink.dark, text: words.charts.expectedCosts },
    { shape: "bar", colour: ink.mid, text: words.charts.usual },
  ];
  const budgets = data.years.filter((year) => year.budget);
  if (budgets.length > 0) keys.push({ shape: "box", colour: ink.goal, text: words.charts.budget });
  const marginLeft = labelRoom([texts(high / 1e6)], 24);
  const svg = drawPlot(document, size, {
    marginLeft,
    marginRight: 10,
    marginTop: legendHeight(keys, 8, size.width) + 30,
    marginBottom: 28,
    x: { domain: data.years.map((year) => String(year.year)), padding: 0.4 },
    y: {
      domain: [Math.max(0, low - span * 0.1) / 1e6, (high + span * 0.1) / 1e6],
      transform: (value: number) => value / 1e6,
    },
    marks: [
      gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
      axisY({ ticks: 5, tickFormat: texts, label: null }),
      axisTitle(words.charts.million, marginLeft),
      axisX({ label: null }),
      ruleX(data.years, {
        x: name,
        y1: (year: Year) => year.low ?? year.mean,
        y2: (year: Year) => year.high ?? year.mean,
        stroke: ink.mid,
        strokeWidth: 5,
      }),
      dot(data.years, { x: name, y: "mean", r: 5, fill: ink.dark }),
      tickY(budgets, {
        x: name,
        y: (year: Year) => year.budget?.amount,
        stroke: ink.goal,
        strokeWidth: 4,
      }),
      text(budgets, {
        x: name,
        y: (year: Year) => Math.max(year.high ?? year.mean, year.budget?.amount ?? 0),
        text: (year: Year) => words.names.cell50(year.budget?.probability ?? 0),
        dy: -12,
        ...halo,
        fill: ink.goal,
      }),
    ],
  });
  addLegend(svg, keys, 8);
  return svg;
}

const name = (year: Year): string => String(year.year);
