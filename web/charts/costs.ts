import { axisX, axisY, barY, gridY, ruleY } from "@observablehq/plot";
import type { Costs } from "../data/charts";
import type { Words } from "../words/words";
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
} from "./frame";

interface Part {
  year: string;
  kind: string;
  euro: number;
}

/**
 * Costs by kind and school year: wages in one panel, the other kinds stacked in the next on a scale
 * of their own, because wages would hide them.
 */
export function costsChart(costs: Costs, words: Words, document: Document): SVGSVGElement {
  const parts = (kinds: string[]): Part[] =>
    costs.years.flatMap(({ year, euro }) =>
      kinds.map((kind) => ({
        year: words.numbers.schoolYear(year),
        kind,
        euro: euro[costs.kinds.indexOf(kind)] ?? 0,
      })),
    );
  const others = costs.kinds.filter((kind) => kind !== "cost_wages");
  const groups = [
    { title: words.charts.costs.wages, kinds: costs.kinds.filter((kind) => kind === "cost_wages") },
    { title: words.charts.costs.rest, kinds: others },
  ].filter((group) => group.kinds.length > 0);
  const keys: Key[] = others.map((kind, place) => ({
    shape: "box",
    colour: colourOf(place),
    text: words.names.metric(kind),
  }));
  const width = groups.length === 1 ? wide.width : half.width;
  const svg = composed(
    document,
    groups.map(({ title, kinds }) => {
      const big = largest(parts(kinds)) >= 1e6;
      const unit = big ? words.charts.million : words.charts.thousand;
      return {
        title: `${title} (${unit})`,
        svg: stack(parts(kinds), kinds, others, big, words, document, width),
      };
    }),
    groups.length,
    legendHeight(keys, 0, 640) + 6,
  );
  addLegend(svg, keys, 0);
  return svg;
}

const colourOf = (place: number): string => ink.ramp[place % ink.ramp.length] ?? ink.mid;

function largest(parts: Part[]): number {
  const sums = new Map<string, number>();
  for (const part of parts) sums.set(part.year, (sums.get(part.year) ?? 0) + part.euro);
  return Math.max(...sums.values());
}

function stack(
  parts: Part[],
  kinds: string[],
  others: string[],
  big: boolean,
  words: Words,
  document: Document,
  width: number,
): SVGSVGElement {
  const scale = big ? 1e6 : 1e3;
  const most = largest(parts) / scale;
  const years = [...new Set(parts.map((part) => part.year))];
  const texts = (value: number): string => words.numbers.decimal(value, most < 4 ? 1 : 0);
  const every = Math.ceil(years.length / Math.floor((width - 60) / 56));
  return drawPlot(
    document,
    { width, height: 200 },
    {
      marginLeft: labelRoom([texts(most)], 20),
      marginRight: 14,
      marginTop: 10,
      marginBottom: 26,
      x: { domain: years, padding: 0.25 },
      y: { domain: [0, most * 1.05] },
      color: { type: "identity" },
      marks: [
        gridY({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        axisY({ ticks: 5, tickFormat: texts, label: null }),
        axisX({ ticks: years.filter((_, place) => place % every === 0), label: null, tickSize: 3 }),
        barY(parts, {
          x: "year",
          y: (part: Part) => part.euro / scale,
          order: kinds.length > 1 ? (part: Part) => kinds.indexOf(part.kind) : null,
          fill: (part: Part) =>
            part.kind === "cost_wages" ? ink.mid : colourOf(others.indexOf(part.kind)),
          stroke: "#444",
          strokeWidth: 0.5,
        }),
        ruleY([0]),
      ],
    },
  );
}
