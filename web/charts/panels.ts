import { axisX, axisY, dot, gridY, line, ruleX } from "@observablehq/plot";
import type { Panels } from "../data/charts";
import type { SeriesRow } from "../data/run";
import { capital } from "../words/names";
import type { Words } from "../words/words";
import { axisTexts } from "./fan";
import {
  type Key,
  addLegend,
  composed,
  drawPlot,
  half,
  ink,
  labelRoom,
  legendHeight,
  wide,
  yearTicks,
} from "./frame";

type Panel = Panels["panels"][number];

/** A small panel for each metric: its mean by year with the limits of 8 out of 10 futures. */
export function panelsChart(data: Panels, words: Words, document: Document): SVGSVGElement {
  const columns = data.panels.length === 1 ? 1 : 2;
  const keys: Key[] = [
    { shape: "dot", colour: ink.dark, text: words.charts.mean },
    { shape: "bar", colour: ink.mid, text: words.charts.usual },
  ];
  const svg = composed(
    document,
    data.panels.map((panel) => ({
      title: capital(words.names.metric(panel.metric)),
      svg: panelPlot(panel, words, document, columns === 1 ? wide.width : half.width),
    })),
    columns,
    legendHeight(keys, 0, wide.width) + 4,
  );
  addLegend(svg, keys, 0);
  return svg;
}

function panelPlot(panel: Panel, words: Words, document: Document, width: number): SVGSVGElement {
  const years = panel.rows.map((row) => row.year);
  const most = Math.max(...panel.rows.map((row) => row.p90 ?? row.mean ?? 0), 1e-3) * 1.08;
  const texts = axisTexts(panel, most, words);
  const marginLeft = labelRoom([texts(most)], 24);
  const inner = width - marginLeft - 18;
  return drawPlot(
    document,
    { width, height: 170 },
    {
      marginLeft,
      marginRight: 18,
      marginTop: 10,
      marginBottom: 26,
      x: { domain: [Math.min(...years) - 0.4, Math.max(...years) + 0.4] },
      y: { domain: [0, most] },
      marks: [
        gridY({ ticks: 4, stroke: ink.grid, strokeOpacity: 1 }),
        axisY({ ticks: 4, tickFormat: texts, label: null }),
        axisX({
          ticks: yearTicks(years, inner, words.names.shortWhen(panel.metric, 2030)),
          tickFormat: (year: number) => words.names.shortWhen(panel.metric, year),
          label: null,
        }),
        ruleX(
          panel.rows.filter((row) => row.p10 !== null && row.p90 !== null),
          { x: "year", y1: "p10", y2: "p90", stroke: ink.mid, strokeWidth: 3 },
        ),
        line(panel.rows, { x: "year", y: "mean", stroke: ink.dark, strokeWidth: 1.5 }),
        dot(panel.rows, { x: "year", y: (row: SeriesRow) => row.mean, r: 3.5, fill: ink.dark }),
      ],
    },
  );
}
