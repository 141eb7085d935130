import assert from "node:assert/strict";
import { test } from "node:test";
import { isolate, shorten } from "../words/isolate";
import { numbersOf } from "../words/numbers";
import { wordsOf } from "../words/words";

const nl = numbersOf("nl");
const en = numbersOf("en");

test("numbers have the points and commas of the language", () => {
  assert.equal(nl.decimal(1234567.891, 2), "1.234.567,89");
  assert.equal(en.decimal(1234567.891, 2), "1,234,567.89");
  assert.equal(nl.decimal(-1234.5, 1), "\u22121.234,5");
  assert.equal(nl.decimal(-0.04, 1), "0,0");
  assert.equal(nl.decimal(999, 0), "999");
});

test("a CSV number keeps nine digits and has no grouping", () => {
  assert.equal(nl.plain(0.1 + 0.2), "0,3");
  assert.equal(nl.plain(11200000), "11200000");
  assert.equal(nl.plain(1234.5), "1234,5");
  assert.equal(en.plain(1234.5), "1234.5");
});

test("shares are rounded by size", () => {
  assert.equal(nl.value("share", 0.405), "41%");
  assert.equal(nl.value("share", 0.0468), "4,7%");
  assert.equal(nl.value("share", 0), "0%");
});

test("euro fit their size", () => {
  assert.equal(nl.euro(10_894_843), "\u20ac\u00a010,9\u00a0miljoen");
  assert.equal(en.euro(13_827), "\u20ac\u00a014\u00a0thousand");
  assert.equal(nl.euro(999_700), "\u20ac\u00a01,0\u00a0miljoen");
  assert.equal(nl.euro(312), "\u20ac\u00a0310");
});

test("heads have a decimal only where they are few and not whole", () => {
  assert.equal(nl.value("heads", 8), "8");
  assert.equal(nl.value("heads", 8.25), "8,3");
  assert.equal(nl.value("heads", 124.7), "125");
});

test("a change has its sign unless it rounds to nothing", () => {
  assert.equal(nl.change("fte", 1.25), "+1,3");
  assert.equal(nl.change("fte", -1.25), "\u22121,3");
  assert.equal(nl.change("fte", 0.01), "0,0");
});

test("short numbers have no needless decimals", () => {
  const texts = [1.2, 0.95, 2, 1.234, 0.0042, 1234.5, 0, 100 * 0.07, -1.5];
  assert.deepEqual(texts.map(nl.short), [
    "1,2",
    "0,95",
    "2",
    "1,23",
    "0,0042",
    "1.234,5",
    "0",
    "7",
    "\u22121,5",
  ]);
  assert.equal(en.short(1234.5), "1,234.5");
  assert.equal(en.short(1000), "1,000");
});

test("amounts that somebody set are told whole", () => {
  assert.equal(nl.amount(13_200), "\u20ac\u00a013.200");
  assert.equal(nl.amount(1234.5), "\u20ac\u00a01.235");
  assert.equal(nl.amount(12.5), "\u20ac\u00a012,50");
});

test("years, dates and months", () => {
  assert.equal(nl.schoolYear(2030), "2029/30");
  assert.equal(nl.schoolYear(2100), "2099/00");
  assert.equal(nl.date("2026-11-30"), "30 november 2026");
  assert.equal(en.date("2026-03-01"), "1 March 2026");
  assert.equal(nl.date("someday"), "someday");
  assert.equal(nl.month("2026-08"), "augustus 2026");
});

test("chances are counts and never round to none or all", () => {
  const { names } = wordsOf("nl");
  assert.equal(names.of50(0.62), "31 van de 50 toekomsten");
  assert.equal(names.of50(0), "geen van de 50 toekomsten");
  assert.equal(names.of50(0.002), "minder dan 1 van de 50 toekomsten");
  assert.equal(names.of50(0.998), "meer dan 49 van de 50 toekomsten");
  assert.equal(names.of50(1), "alle 50 toekomsten");
  assert.equal(wordsOf("en").names.of50(0.62), "31 out of 50 futures");
  assert.equal(names.cell50(0.002), "< 1 van de 50");
  assert.equal(names.cell50(1), "50 van de 50");
});

test("goals and moments read as sentences", () => {
  const { names } = wordsOf("nl");
  const target = {
    metric: "masters",
    level: "total",
    unit: "all",
    measure: "share",
    direction: "at_least",
    bound: 0.5,
  } as const;
  assert.equal(names.goal(target), "minstens 50% masters");
  assert.equal(names.goal({ ...target, bound: 0.325 }), "minstens 32,5% masters");
  assert.equal(
    names.goal({ ...target, level: "section", unit: "klassieke_talen" }),
    "minstens 50% masters (klassieke talen)",
  );
  assert.equal(names.when("masters", 2030), "op 1 oktober 2030");
  assert.equal(names.when("vacancies", 2030), "in schooljaar 2029/30");
  assert.equal(names.when("cost_calendar", 2030), "in 2030");
});

test("uncertain numbers have names, made-up ones too", () => {
  const { names } = wordsOf("nl");
  assert.equal(names.parameter("exit.retirement"), "met pensioen gaan");
  assert.equal(names.parameter("table/other_board"), "vertrek naar een ander bestuur");
  assert.equal(
    names.parameter("programme.educatieve.master.uptake"),
    "beginnen met studeren: educatieve.master",
  );
  assert.equal(names.parameter("policy.inductie.carried_out"), "slagingskans van inductie");
  assert.equal(names.parameter("policy.inductie.cost.hours"), "kosten van inductie: hours");
  assert.equal(names.parameter("my_own"), "my own");
});

test("names are cut between characters and kept apart from the sentence", () => {
  assert.equal(shorten("ab\u{1F393}cd", 4), "ab\u{1F393}\u2026");
  assert.equal(shorten("  a   b ", 10), "a b");
  assert.equal(isolate("x"), "\u2068x\u2069");
});
