import { axisFy, axisX, barX, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import type { Ages } from "../data/charts";
import type { Words } from "../words/words";
import { type Key, addLegend, drawPlot, halo, ink, labelRoom, wide } from "./frame";

interface Bar {
  band: string;
  moment: string;
  heads: number;
  low: number | null;
  high: number | null;
}

/** Heads by band of age: a light bar for now, a dark one for the target year. */
export function agesChart(ages: Ages, words: Words, document: Document): SVGSVGElement {
  const bands = [...ages.bands].reverse();
  const bars: Bar[] = bands.flatMap(({ band, now, then, low, high }) => [
    { band: words.names.band(band), moment: "now", heads: now, low: null, high: null },
    { band: words.names.band(band), moment: "then", heads: then, low, high },
  ]);
  const keys: Key[] = [
    { shape: "box", colour: ink.light, text: `${words.charts.now} (${ages.start})` },
    { shape: "box", colour: ink.mid, text: String(ages.by) },
    { shape: "bar", colour: ink.text, text: words.charts.usual },
  ];
  const labels = bands.map((band) => words.names.band(band.band));
  const most = Math.max(...bars.map((bar) => bar.high ?? bar.heads));
  const svg = drawPlot(
    document,
    { width: wide.width, height: 80 + bands.length * 40 },
    {
      marginLeft: labelRoom(labels),
      marginRight: 48,
      marginTop: 30,
      marginBottom: 42,
      x: { domain: [0, most] },
      y: { axis: null, domain: ["now", "then"], padding: 0.05 },
      fy: { domain: labels, padding: 0.2 },
      color: { type: "identity" },
      marks: [
        gridX({ ticks: 6, stroke: ink.grid, strokeOpacity: 1 }),
        axisX({
          ticks: 6,
          label: words.charts.heads,
          labelArrow: "none",
          labelAnchor: "center",
          labelOffset: 36,
          tickFormat: (value: number) => words.numbers.decimal(value, 0),
        }),
        axisFy({ anchor: "left", label: null }),
        barX(bars, {
          fy: "band",
          y: "moment",
          x: "heads",
          fill: (bar: Bar) => (bar.moment === "now" ? ink.light : ink.mid),
          stroke: "#444",
          strokeWidth: 0.6,
        }),
        ruleY(
          bars.filter((bar) => bar.low !== null),
          { fy: "band", y: "moment", x1: "low", x2: "high", stroke: ink.text, strokeWidth: 1.5 },
        ),
        ruleX([0]),
        text(bars, {
          fy: "band",
          y: "moment",
          x: (bar: Bar) => bar.high ?? bar.heads,
          text: (bar: Bar) => words.numbers.value("heads", bar.heads),
          textAnchor: "start",
          dx: 6,
          ...halo,
        }),
      ],
    },
  );
  addLegend(svg, keys, 8);
  return svg;
}
