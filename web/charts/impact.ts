import { axisX, axisY, dot, gridX, gridY, ruleX, ruleY, text } from "@observablehq/plot";
import type { Impact, ImpactDot } from "../data/impact";
import { isolate, shorten } from "../words/isolate";
import type { Words } from "../words/words";
import {
  type Key,
  addLegend,
  axisTitle,
  drawPlot,
  element,
  ink,
  labelRoom,
  legendHeight,
  roundStep,
  textWidth,
  wide,
} from "./frame";
import { type Box, type Mark, placeNumbers, spreadOut } from "./spread";

/** A dot of the grid as it is drawn: its limits, and its chance moved aside from equal ones. */
interface Shown extends ImpactDot {
  effect: number;
  low: number;
  high: number;
  across: number;
}

/** Limits of an effect: twice its standard error to both sides. */
export function limitsOf(one: ImpactDot & { effect: number }): [number, number] {
  return [one.effect - 2 * one.error, one.effect + 2 * one.error];
}

/** Height of a name below the grid. */
const rowHeight = 17;

/** Room for corners inside the frame, above and below all dots, and beside them. */
const inset = { x: 34, y: 20 };

/** How far a dot may stand from its chance, in pixels. */
const mostAside = 22;

/**
 * Chance of being carried out to the right, what a policy does when it is carried out upward, as
 * numbered dots with their error; the names below.
 */
export function impactChart(data: Impact, words: Words, document: Document): SVGSVGElement {
  const { domain, ticks, digits } = scaleOf(data);
  const label = (value: number): string => words.numbers.signed(value, digits);
  const keys = keysOf(words);
  const columns = columnsOf(data);
  const keyHeight = Math.ceil(data.dots.length / columns) * rowHeight + 8;
  const margin = {
    left: labelRoom(ticks.map(label), 24),
    right: 8,
    top: legendHeight(keys, 8, wide.width) + 30,
    bottom: 44 + keyHeight,
  };
  const inner = Math.max(200, Math.min(400, 160 + data.dots.length * 10));
  const height = margin.top + inner + margin.bottom;
  const frame: Box = {
    left: margin.left,
    right: wide.width - margin.right,
    top: margin.top,
    bottom: margin.top + inner,
  };
  const shown = shownOf(data, frame);
  const svg = drawPlot(
    document,
    { width: wide.width, height },
    {
      marginLeft: margin.left,
      marginRight: margin.right,
      marginTop: margin.top,
      marginBottom: margin.bottom,
      x: { domain: [0, 1], insetLeft: inset.x, insetRight: inset.x },
      y: { domain, insetTop: inset.y, insetBottom: inset.y },
      marks: [
        gridX({ ticks: 5, stroke: ink.grid, strokeOpacity: 1 }),
        gridY({ ticks, stroke: ink.grid, strokeOpacity: 1 }),
        axisX({
          ticks: 5,
          tickFormat: (share: number) => words.numbers.percent(share),
          label: words.policies.grid.chance,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 38,
        }),
        axisY({ ticks, tickFormat: label, label: null }),
        axisTitle(words.policies.grid.axis[data.kind](data.year), margin.left),
        ruleY([0], { stroke: ink.text }),
        ...corners(data, words),
        ruleX(shown, { x: "across", y1: "low", y2: "high", stroke: ink.mid, strokeWidth: 1.5 }),
        dot(shown, {
          x: "across",
          y: "effect",
          r: 4,
          fill: (one: Shown) => (one.sure ? ink.dark : "#ffffff"),
          stroke: ink.dark,
          strokeWidth: 1.5,
        }),
      ],
    },
  );
  addLegend(svg, keys, 8);
  addNumbers(svg, shown, domain, frame);
  addNames(svg, data, columns, frame.bottom + 60, words);
  return svg;
}

function keysOf(words: Words): Key[] {
  const { grid } = words.policies;
  return [
    { shape: "dot", colour: ink.dark, text: grid.sure },
    { shape: "ring", colour: ink.dark, text: grid.unsure },
    { shape: "bar", colour: ink.mid, text: words.charts.error },
  ];
}

const isShown = (one: ImpactDot): one is ImpactDot & { effect: number } => one.effect !== null;

/** From zero or below to zero or above, with round ticks. */
function scaleOf(data: Impact): { domain: [number, number]; ticks: number[]; digits: number } {
  const limits = data.dots.filter(isShown).flatMap(limitsOf);
  const low = Math.min(0, ...limits);
  const high = Math.max(0, ...limits);
  if (high - low < 1e-9) return { domain: [-1, 1], ticks: [-1, 0, 1], digits: 0 };
  const { step, power } = roundStep(high - low, 6);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return {
    domain: [low, high],
    ticks: Array.from({ length: count }, (_, place) => (first + place) * step),
    digits: Math.max(0, -power),
  };
}

/** Equal chances stand beside each other, within a few percent. */
function shownOf(data: Impact, frame: Box): Shown[] {
  const dots = data.dots.filter(isShown);
  const width = frame.right - frame.left - 2 * inset.x;
  const across = spreadOut(
    dots.map((one) => one.chance * width),
    9,
    mostAside,
    [0, width],
  );
  return dots.map((one, place) => {
    const [low, high] = limitsOf(one);
    return { ...one, low, high, across: (across[place] ?? 0) / width };
  });
}

/** What the corners mean; nothing where no effect is larger than chance. */
function corners(data: Impact, words: Words) {
  const { grid } = words.policies;
  const sure = data.dots.filter((one) => one.sure);
  if (sure.length === 0) return [];
  const above = sure.some((one) => (one.effect ?? 0) > 0) ? grid.much : grid.little;
  const below = sure.some((one) => (one.effect ?? 0) < 0) ? grid.opposite : grid.little;
  const corner = (often: boolean, up: boolean) =>
    text([grid.corner(often ? grid.often : grid.seldom, up ? above : below)], {
      frameAnchor: `${up ? "top" : "bottom"}-${often ? "right" : "left"}`,
      dx: often ? -6 : 6,
      dy: up ? 4 : -4,
      fill: "#5c5c5c",
      stroke: "#ffffff",
      strokeWidth: 4,
      fontStyle: "italic",
    });
  return [corner(false, true), corner(true, true), corner(false, false), corner(true, false)];
}

function addNumbers(
  svg: SVGSVGElement,
  shown: Shown[],
  domain: [number, number],
  frame: Box,
): void {
  const document = svg.ownerDocument;
  const width = frame.right - frame.left - 2 * inset.x;
  const height = frame.bottom - frame.top - 2 * inset.y;
  const up = (value: number): number =>
    frame.top + inset.y + (height * (domain[1] - value)) / (domain[1] - domain[0]);
  const marks = shown.map((one): Mark => ({
    x: frame.left + inset.x + one.across * width,
    y: up(one.effect),
    top: up(one.high),
    bottom: up(one.low),
    width: textWidth(String(one.number)) + 2,
  }));
  const inside = { ...frame, top: frame.top + inset.y - 2, bottom: frame.bottom - inset.y + 2 };
  placeNumbers(marks, inside).forEach(({ middle, leader }, place) => {
    const first = leader[0];
    const last = leader.at(-1);
    if (first && last)
      svg.append(
        element(document, "line", {
          x1: first.x,
          y1: first.y,
          x2: last.x,
          y2: last.y,
          stroke: "#777",
          "stroke-width": 0.8,
        }),
      );
    const number = element(document, "text", {
      x: middle.x,
      y: middle.y + 4,
      "text-anchor": "middle",
      "font-weight": 600,
      stroke: "#fff",
      "stroke-width": 3,
      "paint-order": "stroke",
    });
    number.textContent = String(shown[place]?.number ?? "");
    svg.append(number);
  });
}

/** One column where the names are few, or not too many and too long for two. */
function columnsOf(data: Impact): number {
  const isLong = data.dots.some((one) => textWidth(one.title) > nameRoom(2));
  return data.dots.length <= 3 || (isLong && data.dots.length <= 8) ? 1 : 2;
}

/** Room for a name in one of so many columns, in pixels. */
const nameRoom = (columns: number): number => wide.width / columns - 36;

/** The names in columns, read downward. */
function addNames(
  svg: SVGSVGElement,
  data: Impact,
  columns: number,
  top: number,
  words: Words,
): void {
  const document = svg.ownerDocument;
  const room = wide.width / columns;
  const rows = Math.ceil(data.dots.length / columns);
  data.dots.forEach((one, place) => {
    const x = 8 + room * Math.floor(place / rows);
    const y = top + (place % rows) * rowHeight;
    const never = one.effect === null ? ` (${words.policies.grid.never})` : "";
    const number = element(document, "text", {
      x: x + 14,
      y,
      "text-anchor": "end",
      "font-weight": 600,
    });
    number.textContent = String(one.number);
    const name = element(document, "text", { x: x + 22, y, "text-anchor": "start" });
    name.textContent = isolate(fitted(one.title, nameRoom(columns) - textWidth(never))) + never;
    svg.append(number, name);
  });
}

/** As much of a text as fits in that many pixels. */
function fitted(text: string, room: number): string {
  let most = Math.min([...text].length, Math.ceil(room / 6));
  while (most > 1 && textWidth(shorten(text, most)) > room) --most;
  return shorten(text, most);
}
