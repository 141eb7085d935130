// How soon is a report readable? Opens each file ten times in headless Chromium and prints medians.
//
//   WEB=build/release/web node benchmarks/report_page.mjs REPORT.html...
//
// "painted" is the first contentful paint; "ready" is when the last page has its footer and every
// figure its picture, and two frames have been drawn since. Both count from the start of navigation.
import { statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const times = 10;
const files = process.argv.slice(2);
if (!process.env.WEB || files.length === 0) {
  console.error("usage: WEB=FOLDER node benchmarks/report_page.mjs REPORT.html...");
  process.exit(2);
}
const { addressOf, launch } = await import(
  pathToFileURL(resolve(join(process.env.WEB, "tests", "browser", "browser.mjs"))).href
);

/** Runs in the page: notes the moment at which it is ready. */
function watch() {
  const isThere = () =>
    document.readyState === "complete" &&
    document.querySelector(".page:last-child .folio") &&
    [...document.querySelectorAll("figure .chart")].every((chart) => chart.querySelector("svg"));
  const look = () => {
    if (!isThere()) requestAnimationFrame(look);
    else
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          window.readyAt = performance.now();
        }),
      );
  };
  requestAnimationFrame(look);
}

/** One opening in a fresh context, in milliseconds. */
async function openOnce(browser, file) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(addressOf(file));
  await page.waitForFunction(
    () =>
      window.readyAt !== undefined &&
      performance.getEntriesByName("first-contentful-paint").length > 0,
  );
  const moments = await page.evaluate(() => ({
    painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
    ready: window.readyAt,
  }));
  await context.close();
  return moments;
}

function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const half = sorted.length / 2;
  return Number.isInteger(half)
    ? (sorted[half - 1] + sorted[half]) / 2
    : sorted[Math.floor(half)];
}

const browser = await launch();
console.log("report                    MB  painted (ms)  ready (ms)");
for (const file of files) {
  const opened = [];
  for (let time = 0; time < times; ++time) opened.push(await openOnce(browser, file));
  const megabytes = (statSync(file).size / 1e6).toFixed(2);
  const painted = median(opened.map((one) => one.painted)).toFixed(0);
  const ready = median(opened.map((one) => one.ready)).toFixed(0);
  console.log(
    basename(file).padEnd(22) + megabytes.padStart(6) + painted.padStart(14) + ready.padStart(12),
  );
}
await browser.close();
