import assert from "node:assert/strict";
import { test } from "node:test";
import { chanceChart, limits } from "../charts/chance";
import { dotsChart, stackDots } from "../charts/dots";
import { describe } from "../charts/frame";
import { bars } from "../charts/waterfall";
import { seriesOf, toAnswer } from "../data/answer";
import { chancesOf, dotsOf } from "../data/charts";
import type { Target } from "../data/run";
import { waterfallOf } from "../data/waterfall";
import { contextOf } from "../views/context";
import type { FigureSpec } from "../views/figure";
import {
  chanceFigure,
  comparisonFigure,
  dotsFigure,
  driversFigure,
  fanFigure,
} from "../views/figures/goals";
import { costsFigure, shortageFigures, spendingFigures } from "../views/figures/money";
import { agesFigure, gridFigures, panelsFigure, waterfallFigure } from "../views/figures/staff";
import { wordsOf } from "../words/words";
import { emptyDocument } from "./dom";
import { exampleReport, exampleRun } from "./example";

const answer = toAnswer({ name: "basis", kept_at: "", result: exampleRun("board") }, 0);
const target = answer.run.targets[0] as Target;

/** Every chart there is, of an example that has everything. */
function allFigures(lang: "nl" | "en"): FigureSpec[] {
  const region = contextOf(exampleReport("region", lang, true));
  const { base } = region;
  return [
    dotsFigure(region, base, target),
    chanceFigure(region, base, target),
    fanFigure(region, base, "masters", 2030),
    comparisonFigure(region, target),
    driversFigure(region, base, target),
    waterfallFigure(region, base, "heads"),
    waterfallFigure(region, base, "masters"),
    agesFigure(region, base),
    panelsFigure(region, base, ["vacancies", "lessons_cancelled"]),
    costsFigure(region, base),
    ...spendingFigures(region, base),
    ...gridFigures(region, base, "masters", "subject"),
    ...shortageFigures(region, base, "subject"),
  ].map((spec) => {
    assert.ok(spec);
    return spec;
  });
}

for (const lang of ["nl", "en"] as const) {
  test(`every chart is drawn the same twice, without styles (${lang})`, () => {
    for (const spec of allFigures(lang)) {
      const once = spec.draw(emptyDocument()).outerHTML;
      assert.equal(once, spec.draw(emptyDocument()).outerHTML, spec.id);
      assert.doesNotMatch(once, /<style| style=/, spec.id);
      assert.doesNotMatch(once, /undefined|NaN|\u26a0/, spec.id);
      assert.match(once, /<text/, spec.id);
    }
  });

  test(`every chart has a finding, a text, a source and its numbers (${lang})`, () => {
    for (const spec of allFigures(lang)) {
      for (const text of [spec.title, spec.text, spec.source]) {
        assert.ok(text.length > 10, spec.id);
        assert.doesNotMatch(text, /undefined|NaN|\[object/, spec.id);
      }
      assert.ok(spec.table.rows.length > 0, spec.id);
      for (const row of spec.table.rows)
        assert.equal(row.length, spec.table.columns.length, spec.id);
    }
  });
}

test("names of charts are unique", () => {
  const ids = allFigures("nl").map((spec) => spec.id);
  assert.equal(new Set(ids).size, ids.length);
});

test("a described chart is an image with a name and a text", () => {
  const svg = allFigures("nl")[0]?.draw(emptyDocument()) as SVGSVGElement;
  describe(svg, "one", "The finding", "The text");
  assert.equal(svg.getAttribute("role"), "img");
  assert.equal(
    svg.querySelector(`#${svg.getAttribute("aria-labelledby")}`)?.textContent,
    "The finding",
  );
  assert.equal(
    svg.querySelector(`#${svg.getAttribute("aria-describedby")}`)?.textContent,
    "The text",
  );
});

for (const direction of ["at_least", "at_most"] as const) {
  for (const probability of [0, 0.002, 0.31, 0.5, 0.62, 0.997, 1]) {
    test(`dots: ${probability} of 50 are filled, ${direction}`, () => {
      const data = dotsOf({ ...target, direction, probability });
      assert.ok(data);
      const { places } = stackDots(data);
      const filled = places.filter((place) => place.filled);
      const open = places.filter((place) => !place.filled);
      assert.equal(filled.length, Math.round(50 * probability));
      const worst = filled.map((place) => place.value);
      const best = open.map((place) => place.value);
      if (filled.length > 0 && open.length > 0) {
        if (direction === "at_least") assert.ok(Math.min(...worst) >= Math.max(...best));
        else assert.ok(Math.max(...worst) <= Math.min(...best));
      }
    });
  }
}

test("dots: no column straddles the goal and no two dots share a place", () => {
  const data = dotsOf(target);
  assert.ok(data);
  const { places, width, edge } = stackDots(data);
  assert.equal(edge, data.bound);
  for (const { column } of places) assert.ok(Math.abs(column - edge) > width * 0.49);
  assert.equal(new Set(places.map(({ column, level }) => `${column}|${level}`)).size, 50);
});

test("dots: whole heads stand above their own number, the goal beside it", () => {
  const dots = Array.from({ length: 50 }, (_, place) => 5 + Math.floor(place / 10));
  const data = dotsOf({ ...target, measure: "heads", direction: "at_most", bound: 7, dots });
  assert.ok(data);
  const { places, edge } = stackDots(data);
  assert.equal(edge, 7.5);
  for (const { value, column } of places) assert.equal(column, value);
});

test("dots: equal values and a goal far away still draw fifty circles", () => {
  const same = { ...target, dots: Array.from({ length: 50 }, () => 0.1) };
  const data = dotsOf(same);
  assert.ok(data);
  const svg = dotsChart(data, wordsOf("nl"), emptyDocument());
  assert.ok(svg.querySelectorAll("circle").length >= 50);
});

test("dots are left out where they are not told", () => {
  assert.equal(dotsOf({ ...target, dots: null }), null);
  const { dots: _, ...without } = target;
  assert.equal(dotsOf(without), null);
});

test("limits of a chance stay between none and all", () => {
  const year = { year: 2030, met: 1, applies: 10, probability: 0.01, standard_error: 0.1 };
  assert.deepEqual(limits(year), [0, 50 * (0.01 + 1.96 * 0.1)]);
  assert.deepEqual(limits({ ...year, probability: 1, standard_error: 0 }), [50, 50]);
  const data = chancesOf(target);
  assert.ok(data && chanceChart(data, wordsOf("nl"), emptyDocument()));
});

for (const stock of ["heads", "masters"] as const) {
  test(`waterfall of ${stock}: begin plus every step is end`, () => {
    const data = waterfallOf(answer, stock, 2030);
    assert.ok(data);
    const sum = data.steps.reduce((total, step) => total + step.change, data.begin);
    assert.ok(Math.abs(sum - data.end) < 1e-9);
    const rows = bars(data, wordsOf("nl"));
    rows.slice(1, -1).forEach((row, place) => assert.equal(row.from, rows[place]?.to));
    assert.ok(Math.abs((rows.at(-2)?.to ?? 0) - (rows.at(-1)?.to ?? 1)) < 1e-9);
  });
}

test("a series is found by metric, level and unit, by year", () => {
  const rows = seriesOf(answer, "masters");
  assert.deepEqual(
    rows.map((row) => row.year),
    [2025, 2026, 2027, 2028, 2029, 2030, 2031],
  );
  assert.deepEqual(seriesOf(answer, "masters", "section", "wiskunde"), []);
});
