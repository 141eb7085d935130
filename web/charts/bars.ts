import { axisX, axisY, barX, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import { drawPlot, halo, ink, labelRoom, roundStep, wide } from "./frame";

/** A row of horizontal bars. */
export interface BarRow {
  label: string;
  /** Length, in [0, 1]. */
  share: number;
  low?: number;
  high?: number;
  /** What stands behind the bar. */
  value: string;
}

/** Round shares from zero to `most`, with the fewest decimals in percent that tell them apart. */
export function shareTicks(most: number): { ticks: number[]; digits: number } {
  const { step, power } = roundStep(most, 7);
  const count = Math.floor(most / step + 1e-9);
  return {
    ticks: Array.from({ length: count + 1 }, (_, place) => place * step),
    digits: Math.max(0, -2 - power),
  };
}

/** Horizontal bars of shares with their values behind them. */
export function barsChart(
  rows: BarRow[],
  percent: (share: number, digits: number) => string,
  axis: string,
  document: Document,
): SVGSVGElement {
  const most = Math.max(...rows.map((row) => row.high ?? row.share), 1e-3);
  const { ticks, digits } = shareTicks(most);
  const ranged = rows.filter((row) => row.low !== undefined);
  return drawPlot(
    document,
    { width: wide.width, height: 52 + rows.length * 22 },
    {
      marginLeft: labelRoom(
        rows.map((row) => row.label),
        60,
      ),
      marginRight:
        labelRoom(
          rows.map((row) => row.value),
          30,
        ) + 6,
      marginTop: 4,
      marginBottom: 42,
      x: { domain: [0, most] },
      y: { domain: rows.map((row) => row.label), padding: 0.25 },
      marks: [
        gridX({ ticks, stroke: ink.grid, strokeOpacity: 1 }),
        axisX({
          ticks,
          tickFormat: (share: number) => percent(share, share === 0 ? 0 : digits),
          label: axis,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 36,
        }),
        axisY({ label: null, tickSize: 0 }),
        barX(rows, { y: "label", x: "share", fill: ink.mid, stroke: "#444", strokeWidth: 0.5 }),
        ruleY(ranged, { y: "label", x1: "low", x2: "high", stroke: ink.text, strokeWidth: 1.5 }),
        ruleX([0]),
        text(rows, {
          y: "label",
          x: (row: BarRow) => row.high ?? row.share,
          text: "value",
          textAnchor: "start",
          dx: 6,
          ...halo,
        }),
      ],
    },
  );
}
