import { axisX, axisY, barX, gridX, link, ruleX, text } from "@observablehq/plot";
import type { Waterfall } from "../data/waterfall";
import type { Words } from "../words/words";
import { drawPlot, halo, ink, labelRoom, wide } from "./frame";

interface Bar {
  label: string;
  from: number;
  to: number;
  colour: string;
  value: string;
}

/** Rows of the waterfall from the begin through each cause to the end, in heads. */
export function bars(data: Waterfall, words: Words): Bar[] {
  const { numbers, names, charts } = words;
  const digits = data.steps.every((step) => Math.abs(step.change) >= 10) ? 0 : 1;
  let level = data.begin;
  const steps = data.steps.map(({ cause, change }) => {
    const from = level;
    level += change;
    return {
      label: names.cause(cause),
      from,
      to: level,
      colour: change > 0 ? ink.mid : ink.light,
      value: numbers.signed(change, digits),
    };
  });
  return [
    total(`${charts.begin} (${data.start})`, data.begin, digits, words),
    ...steps,
    total(`${charts.end} (${data.by})`, data.end, digits, words),
  ];
}

/** A total has the decimals of the steps, unless it is whole. */
function total(label: string, heads: number, digits: number, words: Words): Bar {
  const isWhole = Math.abs(heads - Math.round(heads)) < 0.05;
  return {
    label,
    from: 0,
    to: heads,
    colour: ink.dark,
    value: words.numbers.decimal(heads, isWhole ? 0 : digits),
  };
}

/** What is added and what goes between the start and the target year; the bars join up exactly. */
export function waterfallChart(data: Waterfall, words: Words, document: Document): SVGSVGElement {
  const rows = bars(data, words);
  const labels = rows.map((row) => row.label);
  const values = rows.map((row) => row.value);
  const most = Math.max(...rows.map((row) => Math.max(row.from, row.to)));
  const marginLeft = labelRoom(labels, 60);
  const joins = rows
    .slice(0, -1)
    .map((row, place) => ({ at: row.to, above: row.label, below: labels[place + 1] }));
  return drawPlot(
    document,
    { width: wide.width, height: 30 + rows.length * 23 + 40 },
    {
      marginLeft,
      marginRight: labelRoom(values, 36),
      marginTop: 6,
      marginBottom: 42,
      x: { domain: [0, most] },
      y: { domain: labels, padding: 0.25 },
      marks: [
        gridX({ ticks: 6, stroke: ink.grid, strokeOpacity: 1 }),
        axisX({
          ticks: 6,
          tickFormat: (value: number) => words.numbers.decimal(value, 0),
          label: words.charts.heads,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 36,
        }),
        axisY({ label: null, tickSize: 0 }),
        barX(rows, {
          y: "label",
          x1: "from",
          x2: "to",
          fill: "colour",
          stroke: "#444",
          strokeWidth: 0.6,
        }),
        link(joins, {
          x1: "at",
          x2: "at",
          y1: "above",
          y2: "below",
          stroke: "#444",
          strokeWidth: 0.6,
        }),
        ruleX([0]),
        text(rows, {
          y: "label",
          x: (row: Bar) => Math.max(row.from, row.to),
          text: "value",
          textAnchor: "start",
          dx: 5,
          ...halo,
        }),
      ],
      color: { type: "identity" },
    },
  );
}
