// Checks reports in a real browser. Usage: node tests/browser/check.mjs REPORT.html...
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { addressOf, launch, open } from "./browser.mjs";

const require = createRequire(import.meta.url);
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");
const pagesOf = { board: 2, council: 4 };

/** Pairs of texts of one drawing that lie over each other, and texts that stick out of it. */
function textProblems() {
  const boxes = (svg) =>
    [...svg.querySelectorAll("text")]
      .filter((text) => text.textContent.trim() !== "")
      .map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
  const apart = (a, b) =>
    a.right - 1 <= b.left ||
    b.right - 1 <= a.left ||
    a.bottom - 2 <= b.top ||
    b.bottom - 2 <= a.top;
  const found = [];
  for (const svg of document.querySelectorAll("figure .chart > svg")) {
    const frame = svg.getBoundingClientRect();
    const id = svg.closest("figure").id;
    const all = boxes(svg);
    all.forEach((one, place) => {
      const { box } = one;
      if (
        box.left < frame.left - 1 ||
        box.right > frame.right + 1 ||
        box.top < frame.top - 1 ||
        box.bottom > frame.bottom + 1
      )
        found.push(`${id}: "${one.text}" is cut off`);
      for (const other of all.slice(place + 1))
        if (!apart(box, other.box)) found.push(`${id}: "${one.text}" lies over "${other.text}"`);
    });
    if (all.length < 3) found.push(`${id}: hardly any text, is it empty?`);
  }
  return found;
}

/** Interactive elements that the Tab key never reaches. */
async function unreached(page) {
  const count = await page.evaluate(() => {
    const all = document.querySelectorAll("button, summary, a[href], [tabindex='0']");
    // What is folded away is not there for anybody.
    const shown = [...all].filter((element) => element.checkVisibility());
    shown.forEach((element, place) => element.setAttribute("data-tab", String(place)));
    return shown.length;
  });
  const reached = new Set();
  for (let press = 0; press < count + 5; ++press) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(() => document.activeElement?.getAttribute("data-tab"));
    if (place !== null && place !== undefined) reached.add(place);
  }
  return count - reached.size;
}

async function printed(page, file) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString(
    "latin1",
  );
  const count = (pdf.match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  const sheets = await page.locator(".page").count();
  const reader = await page.evaluate(
    () => JSON.parse(document.getElementById("report").textContent).reader,
  );
  const problems = [];
  if (count !== sheets) problems.push(`${count} printed pages for ${sheets} sheets`);
  if (pagesOf[reader] && count !== pagesOf[reader])
    problems.push(`${count} printed pages, not ${pagesOf[reader]}`);
  await page.emulateMedia({ media: "print" });
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll(".page-body")].flatMap((body, number) => {
      const content = body.firstElementChild;
      const wide = [...body.querySelectorAll("table, svg")].some(
        (one) => one.getBoundingClientRect().right > body.getBoundingClientRect().right + 2,
      );
      if (wide) return [`page ${number + 1} is too narrow for what is on it`];
      const over = content.getBoundingClientRect().bottom - body.getBoundingClientRect().bottom;
      return over > 1 ? [`page ${number + 1} is ${Math.round(over)} px too long`] : [];
    }),
  );
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".page-content")].map((content) =>
      content.style.getPropertyValue("--fit"),
    ),
  );
  await page.emulateMedia({ media: "screen" });
  return {
    problems: [...problems, ...cut],
    pages: count,
    small: small.filter((fit) => fit && fit !== "1"),
    file,
  };
}

async function checkAxe(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { resultTypes: ["violations"] }),
  );
  return violations.map(
    (one) => `axe ${one.id}: ${one.help} (${one.nodes.length}, ${one.nodes[0].html.slice(0, 120)})`,
  );
}

/** Words that boards and councils are spared (EXPERIENCE.md 5), and what a board always reads. */
async function words(page) {
  return page.evaluate(() => {
    const { reader } = JSON.parse(document.getElementById("report").textContent);
    const text = document.querySelector("main").innerText;
    const spared = /replicat|[kq]\w*anti(el|le)|hazard|wilson|tornado|shapley/i;
    const problems = [];
    if (["board", "council"].includes(reader) && spared.test(text))
      problems.push(`the page says ${spared.exec(text)[0]}`);
    const hasVacancies = /"metric":"vacancies","level":"total"/.test(
      document.getElementById("report").textContent,
    );
    if (reader === "board" && hasVacancies && !/ 1 (augustus|August)\b/.test(text))
      problems.push("no vacancies by 1 August");
    return problems;
  });
}

/** Saves the numbers and the picture of the first chart. */
async function downloads(page) {
  const problems = [];
  for (const [end, place] of [
    ["csv", 0],
    ["svg", 1],
  ]) {
    const button = page.locator("figure .tools button").nth(place);
    if ((await button.count()) === 0) continue;
    const [saved] = await Promise.all([page.waitForEvent("download"), button.click()]);
    if (!saved.suggestedFilename().endsWith(`.${end}`))
      problems.push(`${end} is saved as ${saved.suggestedFilename()}`);
  }
  return problems;
}

async function check(browser, file) {
  const { page, context, requests, complaints } = await open(browser, file);
  const problems = [];
  const bad = await page.evaluate(
    () => /undefined|NaN|\[object/.exec(document.querySelector("main").textContent)?.[0],
  );
  if (bad) problems.push(`the page says ${bad}`);
  problems.push(...(await page.evaluate(textProblems)));
  const print = await printed(page, file);
  problems.push(...print.problems, ...(await checkAxe(page)));
  problems.push(...(await words(page)), ...(await downloads(page)));
  const missed = await unreached(page);
  if (missed > 0) problems.push(`${missed} elements are not reached by Tab`);
  await context.close();
  const narrow = await open(browser, file, 320, 640);
  const wide = await narrow.page.evaluate(() => document.documentElement.scrollWidth);
  if (wide > 320) problems.push(`scrolls sideways at 320 px: ${wide} px`);
  const opened = await narrow.page.evaluate(() => {
    document.querySelectorAll("details").forEach((details) => details.setAttribute("open", ""));
    return document.documentElement.scrollWidth;
  });
  if (opened > 320) problems.push(`scrolls sideways at 320 px with tables open: ${opened} px`);
  problems.push(...(await checkAxe(narrow.page)).map((one) => `${one} at 320 px`));
  const asked = [...requests, ...narrow.requests].filter((url) => url !== addressOf(file));
  if (asked.length > 0) problems.push(`asks for ${asked.join(", ")}`);
  problems.push(...complaints, ...narrow.complaints);
  await narrow.context.close();
  const fits = print.small.length > 0 ? `, made smaller: ${print.small.join(" ")}` : "";
  console.log(`${problems.length === 0 ? "ok " : "BAD"} ${file}: ${print.pages} pages${fits}`);
  for (const problem of problems) console.log(`    ${problem}`);
  return problems.length;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: node tests/browser/check.mjs REPORT.html...");
  process.exit(2);
}
const browser = await launch();
let problems = 0;
for (const file of files) problems += await check(browser, file);
await browser.close();
process.exit(problems === 0 ? 0 : 1);
