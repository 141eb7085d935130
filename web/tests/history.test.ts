import assert from "node:assert/strict";
import { test } from "node:test";
import { toAnswer } from "../data/answer";
import { fanOf } from "../data/charts";
import type { HistoryRow, Run } from "../data/run";
import { contextOf } from "../views/context";
import { csvOf } from "../views/csv";
import type { FigureSpec } from "../views/figure";
import { fanFigure } from "../views/figures/goals";
import { numbersOf } from "../words/numbers";
import { emptyDocument } from "./dom";
import { exampleReport, exampleRun } from "./example";

const row = (year: number, value: number, source = "DUO"): HistoryRow => ({
  metric: "masters",
  level: "total",
  unit: "all",
  measure: "share",
  year,
  value,
  source,
});

/** The fan of masters with that history, which null leaves out of the document. */
function fanWith(history: HistoryRow[] | null, lang: "nl" | "en" = "nl"): FigureSpec {
  const report = exampleReport("board", lang);
  const [first] = report.runs;
  assert.ok(first);
  if (history) first.result.history = history;
  else delete first.result.history;
  const context = contextOf(report);
  const spec = fanFigure(context, context.base, "masters", 2030);
  assert.ok(spec);
  return spec;
}

const circlesOf = (spec: FigureSpec): Element[] => {
  const svg = spec.draw(emptyDocument());
  assert.doesNotMatch(svg.outerHTML, /NaN|undefined/);
  return [...svg.querySelectorAll("g circle")];
};

const isOpen = (circle: Element): boolean => circle.getAttribute("r") === "3.5";

test("only what is told of the same number in earlier years is the history of a fan", () => {
  const run: Run = {
    ...exampleRun("hr"),
    history: [
      row(2023, 0.39),
      row(2019, 0.37),
      row(2025, 0.4),
      row(2026, 0.4),
      { ...row(2022, 0.1), metric: "turnover" },
      { ...row(2022, 0.1), level: "section" },
      { ...row(2022, 0.1), unit: "wiskunde" },
      { ...row(2022, 12), measure: "heads" },
    ],
  };
  const fan = fanOf(toAnswer({ name: "", kept_at: "", result: run }, 0), "masters");
  assert.deepEqual(
    fan?.history.map((one) => one.year),
    [2019, 2023],
  );
});

test("without a history the fan is as it was before there were any", () => {
  const none = fanWith([]);
  const absent = fanWith(null);
  assert.equal(none.draw(emptyDocument()).outerHTML, absent.draw(emptyDocument()).outerHTML);
  assert.doesNotMatch(none.draw(emptyDocument()).outerHTML, /zoals het was|stroke-dasharray="2 3"/);
  assert.equal(circlesOf(none).length, 1);
  assert.equal(none.table.columns.length, 7);
  assert.equal(none.table.rows.length, 7);
  assert.doesNotMatch(`${none.source} ${none.text}`, /Eerdere jaren|zoals het was|hoe het was/);
});

test("earlier years are open dots on a dotted line that joins the start", () => {
  const spec = fanWith([row(2024, 0.39), row(2021, 0.38), row(2019, 0.37)]);
  const svg = spec.draw(emptyDocument());
  const circles = circlesOf(spec);
  const past = circles.filter(isOpen);
  assert.equal(past.length, 3);
  for (const circle of past) assert.match(circle.closest("g")?.outerHTML ?? "", /fill="#ffffff"/);
  const dotted = svg.querySelector('[stroke-dasharray="2 3"] path');
  const points = (dotted?.getAttribute("d") ?? "").slice(1).split("L");
  assert.equal(points.length, 4);
  const now = circles.find((circle) => !isOpen(circle));
  const [across = 0, down = 0] = (points.at(-1) ?? "").split(",").map(Number);
  assert.ok(Math.abs(across - Number(now?.getAttribute("cx"))) < 0.01);
  assert.ok(Math.abs(down - Number(now?.getAttribute("cy"))) < 0.01);
  assert.match(svg.textContent ?? "", /zoals het was/);
});

test("every year has its own place, also where years in between are not told", () => {
  const places = (history: HistoryRow[]): number[] =>
    circlesOf(fanWith(history)).map((circle) => Number(circle.getAttribute("cx")));
  const [first = 0, second = 0, now = 0] = places([row(2019, 0.37), row(2024, 0.39)]);
  assert.ok(Math.abs((second - first) / (now - second) - 5) < 0.01);
  const svg = fanWith([row(2019, 0.37), row(2024, 0.39)]).draw(emptyDocument());
  const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");
  assert.deepEqual(
    texts.filter((text) => /^20\d\d$/.test(text)),
    Array.from({ length: 13 }, (_, step) => String(2019 + step)),
  );
});

for (const [name, history] of [
  ["a single year", [row(2024, 0.2)]],
  ["twenty years back", [row(2005, 0.05), row(2024, 0.9)]],
] as const) {
  test(`${name} before the start: all dots and their ticks are within the frame`, () => {
    const spec = fanWith([...history]);
    const svg = spec.draw(emptyDocument());
    const height = Number(svg.getAttribute("height"));
    for (const circle of circlesOf(spec)) {
      const down = Number(circle.getAttribute("cy"));
      const across = Number(circle.getAttribute("cx"));
      assert.ok(down > 40 && down < height - 29, `${down}`);
      assert.ok(across > 30 && across < 640);
    }
    assert.match(svg.textContent ?? "", new RegExp(String(history[0]?.year)));
    assert.equal(spec.table.rows.length, 7 + history.length);
  });
}

test("the table and its CSV tell what it was in a column of its own", () => {
  const spec = fanWith([row(2019, 0.37), row(2024, 0.39)]);
  assert.deepEqual(spec.table.columns.slice(0, 4), [
    "jaar",
    "zoals het was",
    "gemiddeld",
    "5% lager",
  ]);
  const lines = csvOf(spec.table, "nl", numbersOf("nl")).split("\r\n");
  assert.equal(lines[1], "2019;0,37;;;;;;");
  assert.match(lines[3] ?? "", /^2025;;0,4;/);
  for (const cells of spec.table.rows) assert.equal(cells.length, spec.table.columns.length);
});

test("the text tells the first year and now", () => {
  const history = [row(2019, 0.37), row(2024, 0.39)];
  assert.match(fanWith(history).text, /hoe het was: in 2019 37%, nu 40%\.$/);
  assert.match(fanWith(history, "en").text, /how it was: in 2019 37%, now 40%\.$/);
});

test("the source names where earlier years come from, each once and not too many", () => {
  const source = (...names: string[]): string =>
    fanWith(names.map((name, place) => row(2010 + place, 0.3, name))).source.replace(
      /[\u2068\u2069]/g,
      "",
    );
  assert.match(source("DUO", "eigen telling", "DUO"), /Eerdere jaren: DUO, eigen telling\.$/);
  assert.doesNotMatch(source("", " "), /Eerdere jaren/);
  assert.match(source("a", "b", "c", "d", "e"), /: a, b, c, d en andere\.$/);
  assert.ok(source("x".repeat(500)).length < 200);
});

test("a metric of school years whose start is not told draws its history apart", () => {
  const report = exampleReport("hr", "nl");
  const [first] = report.runs;
  assert.ok(first);
  const vacancies = { ...row(2024, 6), metric: "vacancies", measure: "heads" } as const;
  first.result.history = [{ ...vacancies, year: 2022 }, vacancies];
  const context = contextOf(report);
  const spec = fanFigure(context, context.base, "vacancies", 2030);
  assert.ok(spec);
  assert.equal(circlesOf(spec).length, 2);
  assert.match(spec.text, /in 2021\/22 6\.$/);
  assert.equal(spec.table.rows[0]?.[0], "2021/22");
});
