import type { Shortages } from "../data/charts";
import { isolate, shorten } from "../words/isolate";
import type { Words } from "../words/words";
import { barsChart } from "./bars";

/** Unfilled share of the fte needed by unit, largest first, with the fte behind it. */
export function shortagesChart(data: Shortages, words: Words, document: Document): SVGSVGElement {
  const rows = data.bars.map((bar) => ({
    label: isolate(shorten(words.names.unit(bar.unit), 34)),
    share: bar.share,
    value: `${words.numbers.percent(bar.share, 1)} (${words.numbers.decimal(bar.unfilled, 1)} fte)`,
  }));
  const axis = words.charts.shortage.axis(data.year);
  return barsChart(rows, words.numbers.percent, axis, document);
}
