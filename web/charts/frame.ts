import { type Markish, type PlotOptions, plot, text } from "@observablehq/plot";

/** Outer size of a chart in CSS pixels; at 640 wide it fills the text column of an A4 page. */
export interface Size {
  width: number;
  height: number;
}

/** The width of a page's text column. */
export const wide: Size = { width: 640, height: 225 };

/** Half of it, for two charts beside each other. */
export const half: Size = { width: 312, height: 230 };

/** Colours that differ in lightness, so that they can be told apart in grey. */
export const ink = {
  text: "#1a1a1a",
  dark: "#17436b",
  mid: "#5f93bd",
  light: "#cfdfec",
  goal: "#9a3c00",
  grid: "#d0d0d0",
  /** From dark to light, for stacked kinds. */
  ramp: ["#0c2a45", "#2a618f", "#6fa3c8", "#abcbe0", "#e3eef6"],
};

/** Text with white around it: a value that may lie over a line of the grid. */
export const halo = { fill: ink.text, stroke: "#fff", strokeWidth: 4 };

/** Size of all text in charts, in CSS pixels. */
export const fontSize = 12;

const fontFamily = "system-ui, 'Segoe UI', 'DejaVu Sans', Arial, sans-serif";

/**
 * SVG of Plot's options, made to stand under a strict Content-Security-Policy: no style element and
 * no style attribute, all looks in presentation attributes.
 */
export function drawPlot(document: Document, size: Size, options: PlotOptions): SVGSVGElement {
  const svg = plot({
    document,
    className: "plot",
    width: size.width,
    height: size.height,
    ...options,
  } as PlotOptions) as SVGSVGElement;
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) {
    for (const attribute of [...element.attributes])
      if (/^(aria-|style$|class$)/.test(attribute.name)) element.removeAttribute(attribute.name);
  }
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("font-family", fontFamily);
  svg.setAttribute("font-size", String(fontSize));
  svg.setAttribute("fill", ink.text);
  return svg;
}

/** What a vertical axis counts, above it; Plot's own label would lie under the legend. */
export function axisTitle(title: string, marginLeft: number): Markish {
  return text([title], {
    frameAnchor: "top-left",
    dx: 4 - marginLeft,
    dy: -17,
    textAnchor: "start",
  });
}

/** Width that a text will need, in pixels; an estimate on the large side. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return Math.ceil(width * fontSize);
}

/** In parts of the font's size, of the widest of the usual fonts (DejaVu Sans). */
function characterWidth(character: string): number {
  if ((character.codePointAt(0) ?? 0) > 0x2e7f) return 1.1;
  if (character === "%") return 0.95;
  return /[0-9]/.test(character) ? 0.64 : 0.57;
}

/** Room for the longest of the labels, at least `least` pixels. */
export function labelRoom(labels: string[], least = 20): number {
  return Math.max(least, ...labels.map(textWidth)) + 12;
}

/** Years that get a tick: all, or every second, fifth, ... so that labels do not touch. */
export function yearTicks(years: number[], room: number, label: string): number[] {
  const most = Math.max(2, Math.floor(room / (textWidth(label) + 4)));
  const step = [1, 2, 3, 5, 10, 25].find((every) => years.length / every <= most) ?? 25;
  return years.filter((_, place) => place % step === 0);
}

/** The smallest of 1, 2 and 5 times ten to the `power` that goes at most `most` times in `span`. */
export function roundStep(span: number, most: number): { step: number; power: number } {
  const least = Math.floor(Math.log10(span / most));
  const size = [1, 2, 5].find((one) => span / (one * 10 ** least) <= most);
  const power = size ? least : least + 1;
  return { step: (size ?? 1) * 10 ** power, power };
}

/** Sign of a legend. */
export interface Key {
  shape: "dot" | "ring" | "box" | "line" | "bar";
  colour: string;
  text: string;
}

/** Adds keys in rows from the top left. */
export function addLegend(svg: SVGSVGElement, keys: Key[], left: number): void {
  const document = svg.ownerDocument;
  const width = Number(svg.getAttribute("width"));
  for (const { key, x, y } of legendPlaces(keys, left, width))
    svg.append(sign(document, key, x, y), label(document, key.text, x + 20, y + 4));
}

/** Height of the rows that `addLegend` will need in a chart of that width. */
export function legendHeight(keys: Key[], left: number, width: number): number {
  const last = legendPlaces(keys, left, width).at(-1);
  return last ? last.y + 14 : 0;
}

function legendPlaces(
  keys: Key[],
  left: number,
  width: number,
): { key: Key; x: number; y: number }[] {
  let x = left;
  let y = 10;
  return keys.map((key) => {
    const room = 20 + textWidth(key.text) + 14;
    if (x > left && x + room > width) {
      x = left;
      y += 18;
    }
    const place = { key, x, y };
    x += room;
    return place;
  });
}

function sign(document: Document, key: Key, x: number, y: number): Element {
  if (key.shape === "dot" || key.shape === "ring")
    return element(document, "circle", {
      cx: x + 8,
      cy: y,
      r: 5,
      fill: key.shape === "dot" ? key.colour : "#fff",
      stroke: key.colour,
      "stroke-width": 1.5,
    });
  if (key.shape === "line")
    return element(document, "line", {
      x1: x,
      x2: x + 16,
      y1: y,
      y2: y,
      stroke: key.colour,
      "stroke-width": 2,
      "stroke-dasharray": "5 3",
    });
  if (key.shape === "bar")
    return element(document, "line", {
      x1: x + 8,
      x2: x + 8,
      y1: y - 6,
      y2: y + 6,
      stroke: key.colour,
      "stroke-width": 1.5,
    });
  return element(document, "rect", {
    x,
    y: y - 6,
    width: 15,
    height: 12,
    fill: key.colour,
    stroke: "#555",
    "stroke-width": 0.5,
  });
}

function label(document: Document, text: string, x: number, y: number): Element {
  const node = element(document, "text", { x, y, "text-anchor": "start" });
  node.textContent = text;
  return node;
}

/** SVG element with those attributes. */
export function element(
  document: Document,
  name: string,
  attributes: Record<string, string | number>,
): Element {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}

/** One SVG with the parts beside or below each other, each under its own title. */
export function composed(
  document: Document,
  parts: { title: string; svg: SVGSVGElement }[],
  columns: number,
  top = 0,
): SVGSVGElement {
  const gap = 16;
  const sizes = parts.map(({ svg }) => [
    Number(svg.getAttribute("width")),
    Number(svg.getAttribute("height")) + 22,
  ]);
  const width = Math.max(...sizes.map(([wide = 0]) => wide));
  const height = Math.max(...sizes.map(([, high = 0]) => high));
  const outer = element(document, "svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: columns * width + (columns - 1) * gap,
    height: top + Math.ceil(parts.length / columns) * height,
    "font-family": fontFamily,
    "font-size": fontSize,
    fill: ink.text,
  }) as SVGSVGElement;
  outer.setAttribute(
    "viewBox",
    `0 0 ${outer.getAttribute("width")} ${outer.getAttribute("height")}`,
  );
  parts.forEach(({ title, svg }, place) => {
    const x = (place % columns) * (width + gap);
    const y = top + Math.floor(place / columns) * height;
    const heading = label(document, title, x, y + 12);
    heading.setAttribute("font-weight", "600");
    svg.setAttribute("x", String(x));
    svg.setAttribute("y", String(y + 20));
    outer.append(heading, svg);
  });
  return outer;
}

/** Makes the SVG an image with a name and a text alternative. */
export function describe(svg: SVGSVGElement, id: string, title: string, text: string): void {
  const document = svg.ownerDocument;
  const name = element(document, "title", { id: `${id}-title` });
  const description = element(document, "desc", { id: `${id}-desc` });
  name.textContent = title;
  description.textContent = text;
  svg.prepend(name, description);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${id}-title`);
  svg.setAttribute("aria-describedby", `${id}-desc`);
}
