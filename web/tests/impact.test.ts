import assert from "node:assert/strict";
import { test } from "node:test";
import { type Mark, placeNumbers, spreadOut } from "../charts/spread";
import { type Answer, toAnswer } from "../data/answer";
import { impactOf, largestOf } from "../data/impact";
import type { Policies } from "../data/policies";
import type { Lang } from "../data/report";
import { contextOf } from "../views/context";
import { csvOf } from "../views/csv";
import type { FigureSpec } from "../views/figure";
import { impactFigure } from "../views/figures/policies";
import { numbersOf } from "../words/numbers";
import { emptyDocument, pageOf } from "./dom";
import { exampleReport, exampleRun } from "./example";
import { type Variant, cardsExample, mostCards, policiesExample } from "./policies_example.mjs";

/** The grid of so many policies that do something of that kind. */
function gridOf(
  count: number,
  variant: Variant = "mixed",
  kind: "masters" | "exits" = "masters",
  lang: Lang = "nl",
): FigureSpec {
  const report = exampleReport("hr", lang);
  const policies = policiesExample(cardsExample(count), variant);
  Object.assign(report.runs[0]?.result ?? {}, { policies });
  const context = contextOf(report);
  const spec = impactFigure(context, context.base, kind);
  assert.ok(spec);
  return spec;
}

const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, "");

/** The example with those effects on masters and exits, and those chances. */
function answerOf(rows: { chance: number; masters: [number, number]; exits?: number }[]): Answer {
  const run = exampleRun("hr");
  const [first] = policiesExample(cardsExample(1)).policies;
  const { outcomes } = run.policies as Policies;
  assert.ok(first && run.policies);
  const estimate = (mean: number, error: number) => ({ mean, standard_error: error });
  run.policies.policies = rows.map(({ chance, masters, exits }) => {
    const effects = outcomes.map(({ kind }) => {
      const alone = kind === "masters" ? estimate(...masters) : estimate(exits ?? 0, 0.1);
      return { alone, last: alone, share: alone };
    });
    return { ...first, carried_out: chance, effects };
  });
  return toAnswer({ name: "basis", kept_at: "", result: run }, 0);
}

test("an effect is what a policy does when it is carried out", () => {
  const answer = answerOf([{ chance: 0.5, masters: [1.5, 0.1], exits: -2 }]);
  const [masters] = impactOf(answer, "masters", "nl")?.dots ?? [];
  assert.deepEqual(
    [masters?.effect, masters?.error, masters?.expected, masters?.sure],
    [3, 0.2, 1.5, true],
  );
  const [exits] = impactOf(answer, "exits", "nl")?.dots ?? [];
  assert.deepEqual([exits?.effect, exits?.expected], [4, 2]);
});

test("what is never carried out has no effect, and is said to", () => {
  const answer = answerOf([
    { chance: 0, masters: [0, 0] },
    { chance: 1, masters: [1, 0.1] },
  ]);
  const impact = impactOf(answer, "masters", "nl");
  assert.equal(impact?.dots[0]?.effect, null);
  const context = { ...contextOf(exampleReport("hr", "nl")), answers: [answer], base: answer };
  const spec = impactFigure(context, answer, "masters");
  assert.deepEqual(
    spec?.table.rows[0]?.slice(2, 5).map((cell) => (cell as { text: string }).text),
    ["\u2013", "\u2013", "\u2013"],
  );
  const svg = spec?.draw(emptyDocument());
  assert.match(svg?.textContent ?? "", /lukt nooit/);
  assert.doesNotMatch(svg?.outerHTML ?? "", /NaN|Infinity/);
});

test("an effect counts when it is more than twice its error, either way", () => {
  const answer = answerOf([
    { chance: 1, masters: [0.2, 0.1] },
    { chance: 0.5, masters: [-0.5, 0.1] },
    { chance: 1, masters: [0.9, 0.1] },
    { chance: 1, masters: [3, 2] },
  ]);
  const impact = impactOf(answer, "masters", "nl");
  assert.ok(impact);
  assert.deepEqual(
    impact.dots.map((one) => one.sure),
    [false, true, true, false],
  );
  assert.equal(largestOf(impact)?.number, 2);
});

test("without effects, or without the outcome, there is no grid", () => {
  const run = exampleRun("hr");
  const { policies } = run;
  assert.ok(policies);
  policies.outcomes = policies.outcomes.filter((one) => one.kind !== "exits");
  const answer = toAnswer({ name: "basis", kept_at: "", result: run }, 0);
  assert.ok(impactOf(answer, "masters", "nl"));
  assert.equal(impactOf(answer, "exits", "nl"), null);
  policies.policies = [];
  assert.equal(impactOf(answer, "masters", "nl"), null);
});

test("the title says what does most and how surely, or that nothing does", () => {
  assert.equal(
    plain(gridOf(5).title),
    "4 van de 5 maatregelen hebben een effect op het aantal masters op 1 oktober 2030 dat groter is dan toeval; Studietijd voor wie een master haalt doet het meest: 2,9 masters meer (2,5 tot 3,2) als het lukt, in 38 van de 50 toekomsten",
  );
  assert.match(
    plain(gridOf(5, "mixed", "exits").title),
    /: 2,3 vertrekkers minder \(1,9 tot 2,8\) /,
  );
  assert.match(plain(gridOf(2, "opposite").title), /: 1,7 masters minder \(1,3 tot 2,0\) als/);
  assert.match(plain(gridOf(1).title), /^Inductie .* verandert het aantal masters.*: 1,1 masters/);
  assert.match(gridOf(12, "unsure").title, /^Geen van de 12 maatregelen heeft .* van toeval te/);
  assert.match(plain(gridOf(1, "unsure").title), /^Inductie .* heeft geen effect op .* van toeval/);
  assert.match(gridOf(7, "zero").title, /^Geen van de 7 maatregelen verandert .* geen van de toek/);
  assert.match(
    plain(gridOf(5, "mixed", "masters", "en").title),
    /^4 out of 5 policies have an effect .* Time to study does most: 2\.9 more masters \(2\.5 to 3\.2\)/,
  );
});

test("the title, the table and the source tell of the same futures", () => {
  const spec = gridOf(5);
  assert.deepEqual(
    spec.table.rows[1]?.map((cell) => (typeof cell === "string" ? cell : cell.text)),
    ["2  Studietijd voor wie een master haalt", "75%", "+2,9", "+2,5", "+3,2", "+2,1", "ja"],
  );
  assert.match(spec.source, /1\.000 doorgerekende toekomsten\. Iedere maatregel als enige\./);
  assert.match(spec.text, /kans dat zij wordt uitgevoerd.*het aantal masters op 1 oktober 2030/);
  const csv = csvOf(spec.table, "nl", numbersOf("nl")).split("\r\n");
  assert.match(csv[2] ?? "", /^2 {2}Studietijd voor wie een master haalt;0,75;2,86;/);
});

for (const variant of ["mixed", "unsure", "zero", "opposite", "certain"] as const) {
  for (const count of [1, 2, 12, mostCards]) {
    test(`grid of ${count} policies, ${variant}: drawn whole, each with its number and name`, () => {
      const spec = gridOf(count, variant);
      const svg = spec.draw(emptyDocument());
      assert.equal(svg.outerHTML, spec.draw(emptyDocument()).outerHTML);
      assert.doesNotMatch(svg.outerHTML, /undefined|NaN|Infinity| style=/);
      const texts = [...svg.querySelectorAll("text")].map((text) => text.textContent ?? "");
      for (const { number, title } of dotsOf(count, variant)) {
        assert.equal(texts.filter((text) => text === String(number)).length, 2, `${number}`);
        assert.ok(texts.some((text) => plain(text) === title));
      }
      const high = Number(svg.getAttribute("height"));
      for (const text of svg.querySelectorAll("text[x]")) {
        const across = Number(text.getAttribute("x"));
        const down = Number(text.getAttribute("y"));
        assert.ok(across >= 0 && across < 640 && down > 0 && down < high);
      }
    });
  }
}

function dotsOf(count: number, variant: Variant) {
  const run = { ...exampleRun("hr"), policies: policiesExample(cardsExample(count), variant) };
  return impactOf(toAnswer({ name: "", kept_at: "", result: run }, 0), "masters", "nl")?.dots ?? [];
}

test("filled dots are those that do more than chance", () => {
  const svg = gridOf(5).draw(emptyDocument());
  const dots = [...svg.querySelectorAll("g circle")];
  const isOpen = (dot: Element): boolean => dot.getAttribute("fill") === "#ffffff";
  assert.deepEqual(dots.map(isOpen), [false, false, false, true, false]);
});

test("the corners say what they mean, and nothing where no effect is told from chance", () => {
  const words = (variant: Variant): string => gridOf(12, variant).draw(emptyDocument()).outerHTML;
  assert.match(words("certain"), /lukt vaak, doet veel/);
  assert.match(words("certain"), /lukt zelden, doet weinig/);
  assert.match(words("mixed"), /lukt vaak, werkt averechts/);
  assert.match(words("opposite"), /lukt zelden, doet weinig/);
  assert.doesNotMatch(words("opposite"), /doet veel/);
  assert.doesNotMatch(words("unsure"), /lukt vaak|lukt zelden/);
});

test("titles of five hundred characters are cut in the picture and whole in the table", () => {
  const report = exampleReport("hr", "nl");
  const title = `\u05e9\u05dc\u05d5\u05dd <b>${"lang".repeat(125)}`;
  for (const policy of report.runs[0]?.result.policies?.policies ?? []) policy.title_nl = title;
  const context = contextOf(report);
  const spec = impactFigure(context, context.base, "masters");
  assert.ok(spec);
  assert.ok(spec.title.length < 300);
  assert.equal(spec.table.rows[0]?.[0], `1  ${title}`);
  const svg = spec.draw(emptyDocument());
  for (const text of svg.querySelectorAll("text"))
    assert.ok((text.textContent ?? "").length < 110, text.textContent ?? "");
  assert.equal(svg.querySelectorAll("b").length, 0);
});

test("the grid of leavers is there only where some policy moves them", () => {
  const figures = (variant: Variant): string[] => {
    const report = exampleReport("hr", "nl");
    const policies = policiesExample(cardsExample(5), variant);
    Object.assign(report.runs[0]?.result ?? {}, { policies });
    return [...pageOf(report).querySelectorAll('figure[id^="impact"]')].map((one) => one.id);
  };
  assert.deepEqual(figures("mixed"), ["impact-A-masters", "impact-A-exits"]);
  assert.deepEqual(figures("unsure"), ["impact-A-masters"]);
});

const frame = { left: 40, right: 640, top: 40, bottom: 440 };

/** Dots at chances and heights in a frame of 600 by 400. */
const marksOf = (places: [number, number][], error: number): Mark[] =>
  places.map(([chance, height], place) => {
    const x = 60 + 550 * chance;
    const y = 420 - 360 * height;
    return { x, y, top: y - error, bottom: y + error, width: place < 9 ? 10 : 18 };
  });

const layouts: [string, [number, number][]][] = [
  ["one", [[0.5, 0.5]]],
  ["all at the right edge", Array.from({ length: 22 }, (_, place) => [1, place / 40])],
  ["all at the left edge", Array.from({ length: 22 }, (_, place) => [0, place / 40])],
  ["all in one place", Array.from({ length: 22 }, () => [0.7, 0.5])],
  ["a few in each place", Array.from({ length: 24 }, (_, place) => [0.5 + (place % 3) / 40, 0.3])],
  [
    "many everywhere",
    Array.from({ length: 40 }, (_, place) => [((place * 37) % 40) / 40, ((place * 11) % 40) / 40]),
  ],
];
for (const [name, places] of layouts) {
  test(`numbers beside dots: ${name}: apart, over no dot and within the frame`, () => {
    const marks = marksOf(places, 20);
    const placed = placeNumbers(marks, frame);
    assert.equal(placed.length, marks.length);
    placed.forEach(({ box }, place) => {
      assert.ok(box.left >= frame.left && box.right <= frame.right);
      assert.ok(box.top >= frame.top && box.bottom <= frame.bottom);
      for (const { box: other } of placed.slice(place + 1))
        assert.ok(
          box.right <= other.left ||
            other.right <= box.left ||
            box.bottom <= other.top ||
            other.bottom <= box.top,
          `${place + 1}`,
        );
      for (const { x, y } of marks)
        assert.ok(
          x < box.left - 4 || x > box.right + 4 || y < box.top - 4 || y > box.bottom + 4,
          `${place + 1}`,
        );
    });
  });
}

test("a number that stands away from its dot has a line to it", () => {
  const marks = marksOf(
    Array.from({ length: 12 }, () => [0.5, 0.5]),
    20,
  );
  const placed = placeNumbers(marks, frame);
  const away = placed.filter((one) => one.leader.length > 0);
  assert.ok(away.length >= 8 && away.length < 12);
  for (const { leader, box } of away) {
    const last = leader.at(-1);
    assert.ok(last && last.x >= box.left - 0.01 && last.x <= box.right + 0.01);
    assert.ok(last.y >= box.top - 0.01 && last.y <= box.bottom + 0.01);
  }
});

test("positions that are too close are spread in their order, and the others stay", () => {
  const whole = [-Infinity, Infinity] as [number, number];
  assert.deepEqual(spreadOut([10, 10, 50], 8, 20, whole), [6, 14, 50]);
  assert.deepEqual(spreadOut([10, 40, 10], 8, 20, whole), [6, 40, 14]);
  assert.deepEqual(spreadOut([100, 100], 8, 20, [0, 100]), [92, 100]);
  assert.deepEqual(spreadOut([0, 0], 8, 20, [0, 100]), [0, 8]);
  assert.deepEqual(spreadOut([], 8, 20, whole), []);
  const many = spreadOut(
    Array.from({ length: 22 }, () => 50),
    8,
    20,
    whole,
  );
  assert.ok(Math.min(...many) >= 30 && Math.max(...many) <= 70);
  many.slice(1).forEach((one, place) => assert.ok(one > (many[place] ?? Infinity)));
});
