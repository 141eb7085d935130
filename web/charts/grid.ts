import { axisX, axisY, cell, text } from "@observablehq/plot";
import { type Grid, gridScale, meetsGoal } from "../data/charts";
import { isolate, shorten } from "../words/isolate";
import type { Words } from "../words/words";
import { drawPlot, labelRoom, wide } from "./frame";

interface Cell {
  unit: string;
  year: string;
  value: number | null;
  text: string;
  met: boolean;
}

/** How values of a grid read in a cell: short, and the same number of decimals in all. */
export function cellText(grid: Grid, value: number | null, words: Words): string {
  if (value === null) return "\u2013";
  if (grid.measure === "share") return words.numbers.percent(value, grid.digits);
  return words.numbers.decimal(value * gridScale(grid.measure), grid.digits);
}

/** Units by years with the number in each cell; darker is higher, bold meets the goal. */
export function gridChart(grid: Grid, words: Words, document: Document): SVGSVGElement {
  const name = (unit: string): string => isolate(shorten(words.names.unit(unit), 34));
  const years = grid.years.map((year) => words.names.shortWhen(grid.metric, year));
  const cells: Cell[] = grid.rows.flatMap((row) =>
    row.values.map((value, place) => ({
      unit: name(row.unit),
      year: years[place] ?? "",
      value,
      text: cellText(grid, value, words),
      met: meetsGoal(grid, value),
    })),
  );
  const most = Math.max(...cells.map((one) => one.value ?? 0), 1e-9);
  const units = grid.rows.map((row) => name(row.unit));
  return drawPlot(
    document,
    { width: wide.width, height: 30 + grid.rows.length * 23 },
    {
      marginLeft: labelRoom(units, 60),
      marginRight: 4,
      marginTop: 26,
      marginBottom: 4,
      x: { domain: years, padding: 0.04 },
      y: { domain: units, padding: 0.08 },
      color: { type: "identity" },
      marks: [
        axisX({ anchor: "top", label: null, tickSize: 0 }),
        axisY({ label: null, tickSize: 0 }),
        cell(cells, { x: "year", y: "unit", fill: (one: Cell) => shade(one.value, most) }),
        ...[true, false].map((met) =>
          text(
            cells.filter((one) => one.met === met),
            { x: "year", y: "unit", text: "text", fontWeight: met ? 700 : 400 },
          ),
        ),
      ],
    },
  );
}

/** From white to the light ink: text stays readable on every shade. */
function shade(value: number | null, most: number): string {
  const share = value === null ? 0 : Math.min(1, Math.max(0, value / most));
  const part = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return value === null ? "#ffffff" : `rgb(${part(250, 168)},${part(252, 202)},${part(254, 228)})`;
}
