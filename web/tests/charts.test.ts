import assert from "node:assert/strict";
import { test } from "node:test";
import { shareTicks } from "../charts/bars";
import { chanceChart, limits } from "../charts/chance";
import { dotsChart, stackDots } from "../charts/dots";
import { describe } from "../charts/frame";
import { bars, waterfallChart } from "../charts/waterfall";
import { seriesOf, toAnswer } from "../data/answer";
import { chancesOf, dotsOf, gridOf, meetsGoal } from "../data/charts";
import type { FlowRow, Target } from "../data/run";
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

/** The example with other flows of a stock, of one year. */
function withFlows(stock: FlowRow["stock"], changes: [string, number][]) {
  const run = exampleRun("council");
  const metric = stock === "heads" ? "heads" : "masters_heads";
  const begin = 40;
  const end = changes.reduce((sum, [, change]) => sum + change, begin);
  for (const row of run.series)
    if (row.metric === metric && row.level === "total")
      row.mean = row.year === run.start ? begin : end;
  run.flows = changes.map(([cause, change]) => ({
    stock,
    level: "total",
    unit: "all",
    year: run.start + 1,
    from: change > 0 ? "outside" : stock,
    to: change > 0 ? stock : "outside",
    cause,
    mean: Math.abs(change),
    p10: null,
    p90: null,
  }));
  return toAnswer({ name: "basis", kept_at: "", result: run }, 0);
}

test("waterfall: causes put together outside HR add up and have names", () => {
  const flows = withFlows("masters", [
    ["hire_starter", 3.2],
    ["hire_returner", 1],
    ["hire_other", 7.35],
    ["graduated", 6.05],
    ["exit_other", -12.7],
  ]);
  const data = waterfallOf(flows, "masters", 2030);
  assert.ok(data);
  const sum = data.steps.reduce((total, step) => total + step.change, data.begin);
  assert.ok(Math.abs(sum - data.end) < 1e-9);
  const nl = bars(data, wordsOf("nl"));
  assert.deepEqual(
    nl.map(({ label, value }) => `${label} ${value}`),
    [
      "begin (2025) 40",
      "van elders +7,3",
      "afgestudeerd +6,0",
      "starter +3,2",
      "herintreder +1,0",
      "vertrokken \u221212,7",
      "eind (2030) 44,9",
    ],
  );
  assert.ok(Math.abs((nl.at(-2)?.to ?? 0) - (nl.at(-1)?.to ?? 1)) < 1e-9);
  assert.equal(bars(data, wordsOf("en")).at(-2)?.label, "left");
  const svg = waterfallChart(data, wordsOf("nl"), emptyDocument()).outerHTML;
  assert.match(svg, /vertrokken/);
  assert.doesNotMatch(svg, /exit|NaN/);
});

test("waterfall: no decimals where all steps are large", () => {
  const flows = withFlows("heads", [
    ["hire_other", 10.4],
    ["exit_other", -24.6],
  ]);
  const data = waterfallOf(flows, "heads", 2030);
  assert.ok(data);
  assert.deepEqual(
    bars(data, wordsOf("nl")).map((row) => row.value),
    ["40", "+10", "\u221225", "26"],
  );
});

/** The grid of masters by subject with those values now, and how its cells look. */
function cellsOf(values: number[]) {
  const run = exampleRun("region");
  const rows = run.series.filter((row) => row.metric === "masters" && row.level === "subject");
  for (const row of rows) row.mean = null;
  rows
    .filter((row) => row.year === run.start)
    .forEach((row, place) => {
      row.mean = values[place] ?? null;
    });
  const context = contextOf({
    ...exampleReport("region", "nl"),
    runs: [{ name: "basis", kept_at: "", result: run }],
  });
  const grid = gridOf(context.base, "masters", "subject", run.start);
  const [spec] = gridFigures(context, context.base, "masters", "subject", run.start);
  assert.ok(grid && spec);
  const texts = spec.table.rows.map((row) => (typeof row[1] === "object" ? row[1].text : ""));
  return {
    title: spec.title,
    cells: texts.map((text, place) => {
      const value = grid.rows[place]?.values[0] ?? null;
      return `${text}${meetsGoal(grid, value) ? " bold" : ""}`;
    }),
    svg: spec.draw(emptyDocument()),
  };
}

test("grid: a decimal where a share would seem to be on the other side of the goal", () => {
  assert.deepEqual(cellsOf([0.4, 0.5, 0.62]).cells, ["40%", "50% bold", "62% bold"]);
  assert.deepEqual(cellsOf([0.496, 0.5, 0.62]).cells, ["49,6%", "50,0% bold", "62,0% bold"]);
});

test("grid: cells that look equal are equally bold, and the title counts them", () => {
  const { cells, title, svg } = cellsOf([0.4996, 0.5, 0.4]);
  assert.deepEqual(cells, ["50,0% bold", "50,0% bold", "40,0%"]);
  assert.match(title, /bij 2 van de 3 vakken/);
  const bold = [...svg.querySelectorAll('[font-weight="700"] text')];
  assert.deepEqual(
    bold.map((text) => text.textContent),
    ["50,0%", "50,0%"],
  );
});

test("ticks of shares have no needless decimals", () => {
  const texts = (most: number): string[] => {
    const { ticks, digits } = shareTicks(most);
    return ticks.map((tick) => wordsOf("nl").numbers.percent(tick, digits));
  };
  assert.deepEqual(texts(0.3), ["0%", "5%", "10%", "15%", "20%", "25%", "30%"]);
  assert.deepEqual(texts(0.03), ["0,0%", "0,5%", "1,0%", "1,5%", "2,0%", "2,5%", "3,0%"]);
  assert.deepEqual(texts(0.05), ["0%", "1%", "2%", "3%", "4%", "5%"]);
  assert.deepEqual(texts(1), ["0%", "20%", "40%", "60%", "80%", "100%"]);
  for (const most of [1e-3, 0.0123, 0.0299, 0.07, 0.14, 0.5, 0.7]) {
    const found = texts(most);
    assert.ok(found.length >= 3 && found.length <= 8, String(most));
    assert.equal(new Set(found).size, found.length);
  }
});

test("a series is found by metric, level and unit, by year", () => {
  const rows = seriesOf(answer, "masters");
  assert.deepEqual(
    rows.map((row) => row.year),
    [2025, 2026, 2027, 2028, 2029, 2030, 2031],
  );
  assert.deepEqual(seriesOf(answer, "masters", "section", "wiskunde"), []);
});
