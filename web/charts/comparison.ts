import { axisX, axisY, dot, gridX, ruleY, text } from "@observablehq/plot";
import type { Comparison } from "../data/charts";
import { isolate, shorten } from "../words/isolate";
import type { Words } from "../words/words";
import { errors95 } from "./chance";
import { drawPlot, halo, ink, labelRoom, wide } from "./frame";

type Row = Comparison["runs"][number];

const clamp = (share: number): number => 50 * Math.min(1, Math.max(0, share));

/** Chance of a goal in each run, in futures out of 50, with the error of counting. */
export function comparisonChart(data: Comparison, words: Words, document: Document): SVGSVGElement {
  const name = (row: Row): string => `${row.letter}  ${isolate(shorten(row.name, 34))}`;
  const most = Math.max(...data.runs.map((row) => clamp(row.probability + errors95 * row.error)));
  const top = [10, 20, 30, 40].find((value) => most < value * 0.9) ?? 50;
  return drawPlot(
    document,
    { width: wide.width, height: 52 + data.runs.length * 30 },
    {
      marginLeft: labelRoom(data.runs.map(name), 60),
      marginRight: 96,
      marginTop: 4,
      marginBottom: 42,
      x: { domain: [0, top] },
      y: { domain: data.runs.map(name), padding: 0.4, type: "point" },
      marks: [
        gridX({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        axisX({
          ticks: 5,
          tickFormat: String,
          label: words.charts.futures,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 36,
        }),
        axisY({ label: null, tickSize: 0 }),
        ruleY(data.runs, {
          y: name,
          x1: (row: Row) => clamp(row.probability - errors95 * row.error),
          x2: (row: Row) => clamp(row.probability + errors95 * row.error),
          stroke: ink.mid,
          strokeWidth: 7,
        }),
        dot(data.runs, { y: name, x: (row: Row) => 50 * row.probability, r: 4.5, fill: ink.dark }),
        text(data.runs, {
          y: name,
          x: (row: Row) => clamp(row.probability + errors95 * row.error),
          text: (row: Row) => words.names.cell50(row.probability),
          textAnchor: "start",
          dx: 10,
          ...halo,
        }),
      ],
    },
  );
}
