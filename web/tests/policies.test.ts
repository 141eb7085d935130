import assert from "node:assert/strict";
import { test } from "node:test";
import { cardsOf } from "../data/cards";
import type { CardCost, CardEffect, Outcome, PolicyCard } from "../data/policies";
import type { Lang, Reader, Report } from "../data/report";
import { contextOf } from "../views/context";
import { policiesTable } from "../views/hr_tables";
import { costText, effectText, whenText } from "../views/policy_card";
import { pageOf } from "./dom";
import { exampleReport, policiesOf } from "./example";
import { cardsExample, namedBy } from "./policies_example.mjs";

const [full, brief] = cardsExample(2) as [PolicyCard, PolicyCard];

/** A report of HR whose runs have these cards, and no effects of them. */
function reportOf(lang: Lang, ...runs: PolicyCard[][]): Report {
  const report = exampleReport("hr", lang);
  const [first] = report.runs;
  assert.ok(first);
  report.runs = runs.map((cards, place) => {
    const { policies: _, ...result } = { ...first.result, policy_cards: cards };
    return { ...first, name: `plan ${place}`, result };
  });
  return report;
}

/** Names and texts of the lines of a card. */
const linesOf = (card: Element | undefined): string[] =>
  [...(card?.querySelectorAll(".facts > div") ?? [])].map((line) =>
    [...line.children].map((part) => part.textContent?.replace(/[\u2068\u2069]/g, "")).join(": "),
  );

const cardsIn = (report: Report): Element[] => [...pageOf(report).querySelectorAll(".card")];

test("a card says all that is told, each thing once", () => {
  const [card] = cardsIn(reportOf("nl", [full]));
  assert.equal(card?.querySelector("h3")?.textContent, "Inductie en begeleiding van starters");
  assert.equal(
    card?.querySelector(".meta")?.textContent,
    "opleiding en begeleiding \u00b7 kunnen, mogen",
  );
  assert.match(card?.textContent ?? "", /Elke starter heeft drie jaar een coach/);
  assert.deepEqual(linesOf(card), [
    "Wanneer: vanaf schooljaar 2026/27, in 2 jaar gelijkmatig ingevoerd",
    "Kans dat het lukt: 70% (45%\u201384%)",
    "Wat het verandert: beginnen aan een master: \u00d7 1,2 (0,95\u20131,55)" +
      "Bron: assumption: a fifth more begin; the interval includes zero effect" +
      "een studiejaar minder nodig hebben: +30 (2\u201370) procentpunt" +
      "lesvolgorde in de bovenbouw: eerst wie een wo-master heeft",
    "Wat het kost: studietijd: \u20ac\u00a06.600 (\u20ac\u00a03.300\u2013\u20ac\u00a013.200) per nieuwe student" +
      "Bron: 120 hours; hours: assumption" +
      "toelage: 2% van het loon van wie het betreft",
    "Uren: 60 uur per jaar van wie het uitvoert",
    "Wie: schoolopleider en coaches",
    "Wat de leiding doet: geeft coaches uren en starters een haalbaar rooster",
    "Draagvlak: de meeste secties zijn voor",
    "Eigen redenen: Zonder coach vertrekken er te veel in het eerste jaar.",
  ]);
});

test("nothing that is empty gets a line", () => {
  const bare = { ...brief, effects: [], title_nl: "", cluster_nl: "", amo_nl: "" };
  const [card] = cardsIn(reportOf("nl", [bare]));
  assert.equal(card?.querySelector("h3")?.textContent, "studietijd");
  assert.equal(card?.querySelectorAll("p").length, 0);
  assert.deepEqual(linesOf(card), [
    "Wanneer: schooljaar 2027/28 tot en met 2030/31, meteen helemaal, op 80% van de volle kracht",
    "Kans dat het lukt: 75%",
  ]);
});

test("a card in English has the English texts and numbers", () => {
  const [card] = cardsIn(reportOf("en", [full]));
  const text = linesOf(card).join("\n");
  assert.match(text, /^When: from school year 2026\/27 on, brought in evenly over 2 years$/m);
  assert.match(text, /beginning to study: \u00d7 1\.2 \(0\.95\u20131\.55\)/);
  assert.match(text, /order of upper lessons: wo masters first/);
  assert.match(
    text,
    /\u20ac\u00a06,600 \(\u20ac\u00a03,300\u2013\u20ac\u00a013,200\) per new student/,
  );
  assert.match(text, /^Who: teacher educator and coaches$/m);
});

const nl = contextOf(exampleReport("hr", "nl"));
const plain = (text: string): string => text.replace(/[\u2068\u2069]/g, "");

test("the size of an effect reads by its form", () => {
  const [ratio, share, decision] = full.effects as [CardEffect, CardEffect, CardEffect];
  const text = (effect: CardEffect): string => plain(effectText(nl, full, effect));
  const certain = { low: null, high: null };
  assert.equal(text({ ...ratio, ...certain, central: 2 }), "beginnen aan een master: \u00d7 2");
  assert.equal(text({ ...ratio, form: "odds_ratio" }), text(ratio));
  assert.equal(
    text({ ...share, ...certain, central: 0.005 }),
    "een studiejaar minder nodig hebben: +0,5 procentpunt",
  );
  assert.equal(text({ ...decision, order_nl: null }), "lesvolgorde in de bovenbouw");
});

test("two effects on the same are told apart by their names", () => {
  const [effect] = full.effects as [CardEffect];
  const card = { ...full, effects: [effect, { ...effect, name: "later" }] };
  assert.match(effectText(nl, card, effect), /^beginnen aan een master \(.*beginnen.*\): /);
  assert.match(effectText(nl, full, effect), /^beginnen aan een master: /);
});

test("the time path reads as a sentence", () => {
  const when = (change: Partial<PolicyCard>): string => whenText(nl, { ...full, ...change });
  const steady = { phase_in: "step", strength: 1 } as const;
  assert.equal(when({ ...steady, until: null }), "vanaf schooljaar 2026/27, meteen helemaal");
  assert.match(when({ ...steady, until: 2026 }), /^alleen in schooljaar 2026\/27,/);
  assert.match(when({ phase_in: "front", phase_years: 3 }), /in 3 jaar ingevoerd, eerst snel$/);
  assert.match(when({ phase_in: "back", phase_years: 3 }), /eerst langzaam$/);
  assert.match(when({ phase_in: "linear", phase_years: 1 }), /meteen helemaal$/);
  assert.match(when({ strength: 0.05 }), /op 5% van de volle kracht$/);
});

test("a share of the wages is a percentage, other costs are euro", () => {
  const cost = full.costs[1] as CardCost;
  assert.equal(
    plain(costText(nl, { ...cost, central: 0.025, low: 0.01, high: 0.05 })),
    "toelage: 2,5% (1%\u20135%) van het loon van wie het betreft",
  );
  assert.equal(
    plain(costText(nl, { ...cost, per: "school", per_nl: "school", central: 12.5 })),
    "toelage: \u20ac\u00a012,50 per school",
  );
});

test("each card stands whole in a block of its own", () => {
  const main = pageOf(reportOf("nl", cardsExample(12)));
  assert.equal(main.querySelectorAll(".card").length, 12);
  for (const block of main.querySelectorAll(".block"))
    assert.ok(block.querySelectorAll(".card").length <= 1);
  const headings = [...main.querySelectorAll("h2")].map((heading) => heading.textContent);
  assert.equal(headings.filter((heading) => heading === "Beleid: wat we doen").length, 1);
});

test("a card that runs share is shown once, with the letters of its runs", () => {
  const changed = { ...brief, from: 2029 };
  const report = reportOf("nl", [full, brief], [full, changed], [changed]);
  const shared = cardsOf(contextOf(report).answers).map(({ own, seen }) => [
    own.map((one) => one.letters.join("")),
    seen.map((one) => one.letters.join("")),
  ]);
  assert.deepEqual(shared, [
    [["AB", "A"], []],
    [["BC"], ["AB"]],
    [[], ["BC"]],
  ]);
  assert.deepEqual(
    cardsIn(report).map((card) => linesOf(card)[0]),
    ["Varianten: A, B", "Varianten: A", "Varianten: B, C"],
  );
  const text = plain(pageOf(report).textContent ?? "");
  assert.match(text, /Beleid: wat we doen \u2013 A plan 0/);
  assert.match(
    text,
    /wat we doen \u2013 C plan 2Ook in deze variant, en hierboven al beschreven: Studie/,
  );
});

test("with one run nothing is said of variants", () => {
  const text = pageOf(reportOf("nl", [full])).textContent ?? "";
  assert.match(text, /Beleid: wat we doen\u00d7 1,2 is/);
  assert.doesNotMatch(text, /Varianten: |in deze variant/);
});

test("where the effects were not played the report says how to", () => {
  const say = (report: Report): string => pageOf(report).textContent ?? "";
  assert.ok(
    say(reportOf("nl", [full])).includes(
      "Wat elk beleid doet is bij deze run niet bewaard. Speel hem met: meesterplan run SCENARIO -o MAP --policies --overwrite",
    ),
  );
  assert.match(say(reportOf("en", [full])), /was not kept.*run SCENARIO -o DIR --policies --over/);
  assert.doesNotMatch(say(reportOf("nl", [])), /Beleid: |--policies/);
  assert.doesNotMatch(say(exampleReport("hr", "nl")), /--policies/);
});

test("what people write in a card is text, whatever it looks like", () => {
  const name = '<script>alert(1)</script> & "quotes" \u05e9\u05dc\u05d5\u05dd \u{1f393}';
  const report = reportOf("nl", namedBy(cardsExample(3), name));
  Object.assign(report.runs[0]?.result ?? {}, {
    policies: { ...policiesOf(3).policies },
  });
  const main = pageOf(report);
  assert.equal(main.querySelectorAll("script").length, 0);
  for (const card of main.querySelectorAll(".card"))
    assert.ok((card.textContent ?? "").split(name).length > 6);
});

for (const reader of ["board", "council", "region"] as Reader[]) {
  test(`${reader}: tells nothing of policies, also where the document does`, () => {
    const report = exampleReport(reader, "nl");
    const before = pageOf(report).innerHTML;
    Object.assign(report.runs[0]?.result ?? {}, policiesOf(5));
    assert.equal(pageOf(report).innerHTML, before);
  });
}

for (const lang of ["nl", "en"] as Lang[]) {
  test(`hr ${lang}: none of the words of a statistician about policies`, () => {
    const text = pageOf(exampleReport("hr", lang)).innerHTML;
    assert.doesNotMatch(text, /replica|quantile|kwantiel|hazard|odds|shapley|standaardfout/i);
  });
}

/** The example's table with other outcomes and what they are worth to each policy. */
function tableOf(change: (outcome: Outcome, place: number) => Partial<Outcome>) {
  const report = exampleReport("hr", "nl");
  const { policies } = report.runs[0]?.result ?? {};
  assert.ok(policies);
  policies.outcomes = policies.outcomes.map((one, place) => ({ ...one, ...change(one, place) }));
  return { report, table: policiesTable(contextOf(report), contextOf(report).base) };
}

test("the parts of the policies add up to the last row", () => {
  const { table } = tableOf(() => ({}));
  assert.ok(table);
  assert.equal(table.rows.length, 6);
  for (let column = 2; column < table.columns.length; ++column) {
    const values = table.rows
      .map((row) => row[column])
      .map((cell) => (cell as { value: number }).value);
    const last = values.pop() ?? 0;
    const sum = values.reduce((total, value) => total + value, 0);
    assert.ok(Math.abs(sum - last) < 1e-9 * Math.max(1, Math.abs(last)));
  }
});

test("a part that cannot be told from chance stands in brackets", () => {
  const { table } = tableOf(() => ({}));
  const masters = table?.rows.map((row) => row[4]).map((cell) => (cell as { text: string }).text);
  assert.deepEqual(masters, ["+0,7", "+2,0", "+0,3", "(0,0)", "\u22120,5", "+2,5"]);
});

test("outcomes are named by goal, and by unit where that is not everything", () => {
  const { table } = tableOf((outcome) =>
    outcome.kind === "value" ? { level: "section", unit: "klassieke_talen" } : {},
  );
  assert.deepEqual(table?.columns.map(plain), [
    "maatregel",
    "kans dat het lukt",
    "kans: masters",
    "stand: masters, klassieke talen",
    "masters",
    "vertrekkers",
    "kosten",
  ]);
});

test("more outcomes than fit on a page go to tables of their own, each with the policies", () => {
  const report = exampleReport("hr", "nl");
  const { policies } = report.runs[0]?.result ?? {};
  assert.ok(policies);
  const thrice = <One>(list: One[]): One[] => [...list, ...list, ...list];
  policies.outcomes = thrice(policies.outcomes);
  for (const policy of policies.policies) policy.effects = thrice(policy.effects);
  const tables = [...pageOf(report).querySelectorAll("table")].filter((table) =>
    /alles samen/.test(table.textContent ?? ""),
  );
  assert.deepEqual(
    tables.map((table) => table.querySelectorAll("thead th").length),
    [7, 7, 7],
  );
  for (const table of tables) {
    assert.match(table.querySelector("tbody th")?.textContent ?? "", /Inductie/);
    assert.equal(table.querySelectorAll("tbody tr").length, 6);
  }
});

test("the note says what a part is, out of how many futures, and whether it is estimated", () => {
  const report = exampleReport("hr", "nl");
  const text = (): string => pageOf(report).textContent ?? "";
  assert.match(text(), /samen zijn de aandelen dat verschil.*Uit 1\.000 toekomsten/);
  assert.doesNotMatch(text(), /aandelen zijn geschat/);
  Object.assign(report.runs[0]?.result.policies ?? {}, { method: "drawn", replicates: 500 });
  assert.match(text(), /Uit 500 toekomsten, steeds dezelfde\. De aandelen zijn geschat/);
});

test("a card says for whom it holds, where that is not everybody", () => {
  const [card] = cardsIn(reportOf("nl", [{ ...full, only_nl: "sectie: wiskunde" }]));
  assert.ok(linesOf(card).includes("Alleen voor: sectie: wiskunde"));
  const [effect] = full.effects;
  assert.ok(effect);
  const limited = { ...effect, only_nl: "jaren ervaring tot en met 2" };
  assert.match(effectText(nl, full, limited), / \u2013 alleen \u2068jaren ervaring tot en met 2\u2069$/);
  assert.doesNotMatch(effectText(nl, full, effect), /alleen/);
});
