import type { Driver } from "../data/run";
import { isolate, shorten } from "../words/isolate";
import type { Words } from "../words/words";
import { barsChart } from "./bars";

/** Most parameters that a chart shows. */
export const shownDrivers = 10;

/** Share of the differences between futures by uncertain number, largest first, with its interval. */
export function driversChart(drivers: Driver[], words: Words, document: Document): SVGSVGElement {
  const shown = drivers.slice(0, shownDrivers);
  const rows = shown.map((driver) => ({
    label: isolate(shorten(words.names.parameter(driver.parameter), 44)),
    share: driver.share,
    low: driver.interval[0],
    high: driver.interval[1],
    value: words.numbers.percent(driver.share, 1),
  }));
  return barsChart(rows, words.numbers.percent, words.charts.columns.share, document);
}
