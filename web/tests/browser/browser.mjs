// Debian's Chromium for the browser tests.
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

/** A browser; CHROMIUM names another program than Debian's. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath))
    throw new Error(`no ${executablePath}: apt-get install chromium`);
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** Address of a local file. */
export function addressOf(file) {
  return pathToFileURL(resolve(file)).href;
}

/** Page of a file at that window size, with what it asked for and complained about. */
export async function open(browser, file, width = 1280, height = 900, scale = 1) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    offline: true,
  });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(addressOf(file));
  await page.waitForSelector("h1");
  return { page, context, requests, complaints };
}
