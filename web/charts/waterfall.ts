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
  let level = data.begin;
  const steps = data.steps.map(({ cause, change }) => {
    const from = level;
    level += change;
    return {
      label: names.cause(cause),
      from,
      to: level,
      colour: change > 0 ? ink.mid : ink.light,
      value: numbers.change("heads", change),
    };
  });
  return [
    total(`${charts.begin} (${data.start})`, data.begin, words),
    ...steps,
    total(`${charts.end} (${data.by})`, data.end, words),
  ];
}

function total(label: string, heads: number, words: Words): Bar {
  return {
    label,
    from: 0,
    to: heads,
    colour: ink.dark,
    value: words.numbers.value("heads", heads),
  };
}

/** What is added and what goes between the start and the target year; the bars join up exactly. */
export function waterfallChart(data: Waterfall, words: Words, document: Document): SVGSVGElement {
  const rows = bars(data, words);
  const labels = rows.map((row) => row.label);
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
      marginRight: 48,
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
