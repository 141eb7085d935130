import { axisX, dot, ruleX, ruleY, text } from "@observablehq/plot";
import type { Dots } from "../data/charts";
import type { Words } from "../words/words";
import {
  type Key,
  type Size,
  addLegend,
  drawPlot,
  ink,
  legendHeight,
  textWidth,
  wide,
} from "./frame";

/** Where each dot stands: column of equal values, place in it from below, met or not. */
export interface Place {
  value: number;
  column: number;
  level: number;
  filled: boolean;
}

/** Width of the columns of dots: a round number such that about fourteen hold the values. */
function columnWidth(values: number[], bound: number): number {
  const low = values[0] ?? 0;
  const high = values.at(-1) ?? 0;
  const span = Math.max(high - low, Math.abs(bound) * 0.02, 1e-6);
  const reach = Math.max(high, bound) - Math.min(low, bound);
  const least = Math.max(span / 14, reach / 60);
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5, 10].find((step) => step * power >= least * 0.999) ?? 10) * power;
}

/** Whole numbers stand in the middle of their column, so the goal's edge is half a one beside it. */
function edgeOf(data: Dots): { edge: number; width: number } {
  const width = columnWidth(data.values, data.bound);
  if (data.measure !== "heads" || !data.values.every(Number.isInteger))
    return { edge: data.bound, width };
  const edge =
    data.direction === "at_least" ? Math.ceil(data.bound) - 0.5 : Math.floor(data.bound) + 0.5;
  return { edge, width: Math.max(1, Math.ceil(width)) };
}

/**
 * The dots stacked in columns that are counted from the edge of the goal, so that no column
 * straddles it. Exactly `filled` of them are filled: the best ones, whatever column they are in.
 */
export function stackDots(data: Dots): { places: Place[]; width: number; edge: number } {
  const { edge, width } = edgeOf(data);
  const heights = new Map<number, number>();
  const atLeast = data.direction === "at_least";
  const first = atLeast ? data.values.length - data.filled : 0;
  const places = data.values.map((value, rank) => {
    const steps = (value - edge) / width;
    const place = atLeast ? Math.floor(steps + 1e-9) : Math.ceil(steps - 1e-9) - 1;
    const level = heights.get(place) ?? 0;
    heights.set(place, level + 1);
    const filled = rank >= first && rank < first + data.filled;
    return { value, column: edge + (place + 0.5) * width, level, filled };
  });
  return { places, width, edge };
}

/** Fifty equally likely values of the target year with the goal as a line; met ones are filled. */
export function dotsChart(
  data: Dots,
  words: Words,
  document: Document,
  size: Size = wide,
  axis = "",
): SVGSVGElement {
  const { places, width, edge } = stackDots(data);
  const columns = places.map((place) => place.column);
  const domain = [Math.min(...columns, edge) - width, Math.max(...columns, edge) + width] as [
    number,
    number,
  ];
  const keys: Key[] = [
    { shape: "dot", colour: ink.dark, text: words.charts.met },
    { shape: "ring", colour: ink.dark, text: words.charts.missed },
  ];
  const margin = { left: 24, right: 24, top: legendHeight(keys, 24, size.width) + 22, bottom: 44 };
  const highest = Math.max(...places.map((place) => place.level)) + 1;
  const across = ((size.width - margin.left - margin.right) * width) / (domain[1] - domain[0]);
  const room = Math.min(across, (size.height - margin.top - margin.bottom) / highest, 18);
  const height = Math.round(
    Math.max(margin.top + margin.bottom + 40, margin.top + margin.bottom + room * highest),
  );
  const goal = words.charts.goalLine(words.names.bound(data));
  const before = (edge - domain[0]) / (domain[1] - domain[0]);
  const fits = before * (size.width - 48) + textWidth(goal) < size.width - 24;
  const svg = drawPlot(
    document,
    { width: size.width, height },
    {
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { domain },
      y: { domain: [0, (height - margin.top - margin.bottom) / room], axis: null },
      marks: [
        axisX({
          ticks: Math.max(3, Math.floor(size.width / 90)),
          tickFormat: (value: number) => axisValue(data, value, words, domain),
          label: axis,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 38,
        }),
        ruleY([0]),
        dot(places, {
          x: "column",
          y: (place: Place) => place.level + 0.5,
          r: Math.max(1.5, room / 2 - 1),
          fill: (place: Place) => (place.filled ? ink.dark : "#ffffff"),
          stroke: ink.dark,
          strokeWidth: 1.2,
        }),
        ruleX([edge], { stroke: ink.goal, strokeWidth: 2, strokeDasharray: "6 4" }),
        text([goal], {
          x: [edge],
          frameAnchor: "top",
          dy: -14,
          dx: fits ? -4 : 4,
          textAnchor: fits ? "start" : "end",
          fill: ink.goal,
          fontWeight: 600,
        }),
      ],
    },
  );
  addLegend(svg, keys, margin.left);
  return svg;
}

function axisValue(data: Dots, value: number, words: Words, domain: [number, number]): string {
  if (data.measure !== "share") return words.numbers.value(data.measure, value);
  return words.numbers.percent(value, domain[1] - domain[0] < 0.04 ? 1 : 0);
}
