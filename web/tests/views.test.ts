import assert from "node:assert/strict";
import { test } from "node:test";
import { type Lang, type Reader, type Report, readReport } from "../data/report";
import { contextOf } from "../views/context";
import { csvOf } from "../views/csv";
import { decisionText, proposalFigure, unknownLines } from "../views/board";
import { fileName } from "../views/download";
import { fill } from "../views/sheets";
import { numbersOf } from "../words/numbers";
import { pageOf } from "./dom";
import { exampleReport, exampleRun } from "./example";

const readers: Reader[] = ["board", "council", "hr", "region"];
const langs: Lang[] = ["nl", "en"];
const forbidden =
  /replica|quantile|kwantiel|hazard|wilson|tornado|shapley|monte.?carlo|standaardfout|standard error|percentiel|percentile|\bseed|\bhash/i;

const all = readers.flatMap((reader) =>
  langs.flatMap((lang) =>
    [false, true].map((several) => ({
      reader,
      lang,
      several,
      name: `${reader} ${lang} ${several ? "two runs" : "one run"}`,
    })),
  ),
);

for (const { reader, lang, several, name } of all) {
  test(`${name}: a page with one h1, headings in order and nothing undefined`, () => {
    const main = pageOf(exampleReport(reader, lang, several));
    assert.equal(main.querySelectorAll("h1").length, 1);
    const levels = [...main.querySelectorAll("h1, h2, h3")].map((heading) =>
      Number(heading.tagName.charAt(1)),
    );
    levels.forEach((level, place) =>
      assert.ok(place === 0 || level <= (levels[place - 1] ?? 0) + 1),
    );
    assert.doesNotMatch(main.innerHTML, /undefined|NaN|\[object/);
    assert.ok(main.querySelectorAll("figure svg").length > 0);
  });

  test(`${name}: tables have headers with scope and unique ids`, () => {
    const main = pageOf(exampleReport(reader, lang, several));
    for (const cell of main.querySelectorAll("th"))
      assert.match(cell.getAttribute("scope") ?? "", /^(row|col)$/);
    const ids = [...main.querySelectorAll("[id]")].map((element) => element.id);
    assert.equal(new Set(ids).size, ids.length);
  });
}

for (const reader of ["board", "council"] as const) {
  for (const { lang, several, name } of all.filter((one) => one.reader === reader)) {
    test(`${name}: none of the words that a board does not use`, () => {
      assert.doesNotMatch(pageOf(exampleReport(reader, lang, several)).innerHTML, forbidden);
    });
  }
}

test("the board has its seven parts in order on two pages", () => {
  const main = pageOf(exampleReport("board", "nl"));
  assert.equal(main.querySelectorAll(".page").length, 2);
  const headings = [...main.querySelectorAll("h2")].map((heading) => heading.textContent ?? "");
  assert.deepEqual(
    headings.map((heading) => heading.charAt(0)),
    ["1", "2", "3", "4", "5", "6", "7"],
  );
  assert.match(main.textContent ?? "", /In 31 van de 50 toekomsten/);
  assert.match(main.textContent ?? "", /hbo-master telt mee voor de 50%, niet voor de 80%/);
  assert.match(main.textContent ?? "", /Aandeel van de docenten met een hbo- of wo-master/);
});

test("the council has four pages", () => {
  assert.equal(pageOf(exampleReport("council", "en")).querySelectorAll(".page").length, 4);
});

test("every page tells where it comes from", () => {
  const main = pageOf(exampleReport("board", "nl"));
  for (const line of main.querySelectorAll(".provenance"))
    assert.match(
      line.textContent ?? "",
      /Klein voorbeeld.* 7 .*1\.000 toekomsten.*0\.1\.0.*30 november 2026.*0123456789abcdef.*\d\/2/,
    );
});

test("with variants the decision names the best one and its price", () => {
  const text = decisionText(contextOf(exampleReport("board", "nl", true))).join(" ");
  assert.match(text, /Kies voor B .*meer.* vanaf 1 augustus 2026/);
  assert.match(text, /31 van de 50 naar 40 van de 50/);
});

test("without a variant that helps no variant is proposed", () => {
  const report = exampleReport("board", "nl", true);
  for (const target of report.runs[1]?.result.targets ?? []) target.probability = 0.1;
  assert.match(decisionText(contextOf(report)).join(" "), /geen van de varianten/);
});

/** A report of runs with these chances of the two goals. */
function chancesReport(reader: Reader, chances: [number, number][]): Report {
  const report = exampleReport(reader, "nl");
  report.runs = chances.map(([masters, upper], place) => {
    const result = exampleRun(reader, `Plan ${place}`);
    [masters, upper].forEach((probability, goal) =>
      Object.assign(result.targets[goal] ?? {}, { probability }),
    );
    return { name: `plan ${place}`, kept_at: "", result };
  });
  return report;
}

test("the chart of variants tells of the variant that is proposed, by the goal that decides", () => {
  const context = contextOf(
    chancesReport("board", [
      [0.3, 0.1],
      [0.5, 0.1],
      [0.42, 0.5],
    ]),
  );
  assert.match(decisionText(context).join(" "), /Kies voor C /);
  const title = proposalFigure(context)?.title ?? "";
  assert.match(title, /^In 25 van de 50 toekomsten met C .*het voorstel: in 2030 minstens 80%/);
  const text = pageOf(context.report).textContent ?? "";
  assert.ok(text.includes(title));
  assert.doesNotMatch(text, /de beste van deze/);
});

test("a proposal that is best at no goal alone is still the one that the chart tells of", () => {
  const context = contextOf(
    chancesReport("board", [
      [0.3, 0.3],
      [0.6, 0.3],
      [0.5, 0.5],
      [0.3, 0.6],
    ]),
  );
  assert.match(decisionText(context).join(" "), /Kies voor C /);
  assert.match(proposalFigure(context)?.title ?? "", / met C .*het voorstel/);
});

test("a lower bound under the same name is another goal, and no gain", () => {
  const report = chancesReport("board", [
    [0.02, 0.1],
    [0.4, 0.1],
  ]);
  Object.assign(report.runs[1]?.result.targets[0] ?? {}, { bound: 0.45 });
  assert.match(decisionText(contextOf(report)).join(" "), /geen van de varianten/);
});

test("a goal met once in a hundred futures is no proposal", () => {
  const report = chancesReport("board", [
    [0, 0],
    [0.02, 0],
  ]);
  for (const { result } of report.runs) result.replicates = 100;
  assert.match(decisionText(contextOf(report)).join(" "), /geen van de varianten/);
  for (const { result } of report.runs) result.replicates = 10_000;
  assert.match(decisionText(contextOf(report)).join(" "), /Kies voor B /);
});

test("what gets worse by the proposal is told with what gets better", () => {
  const text = decisionText(
    contextOf(
      chancesReport("board", [
        [0.3, 0.3],
        [0.8, 0.2],
      ]),
    ),
  ).join(" ");
  assert.match(text, /masters gaat van 15 van de 50 naar 40 van de 50/);
  assert.match(text, /bovenbouw vwo gaat van 15 van de 50 naar 10 van de 50/);
});

test("bounds for a new proposal are those of the proposal", () => {
  const report = chancesReport("board", [
    [0.3, 0.1],
    [0.8, 0.1],
  ]);
  const row = report.runs[1]?.result.series.find(
    (one) => one.metric === "masters" && one.level === "total" && one.year === 2026,
  );
  Object.assign(row ?? {}, { p10: 0.123, p50: 0.4 });
  const text = pageOf(report).textContent ?? "";
  assert.match(text, /De tabel is van B /);
  assert.match(text, /12,3%/);
});

test("a run with policies is not called doing nothing", () => {
  for (const [reader, plan, nothing] of [
    ["board", /Als we dit plan uitvoeren/, /Als we niets doen|Zonder nieuw beleid/i],
    ["council", /Als we dit plan uitvoeren/, /Als we niets veranderen/],
  ] as const) {
    const report = exampleReport(reader, "nl");
    assert.match(pageOf(report).textContent ?? "", nothing);
    Object.assign(report.runs[0] ?? {}, { with_policies: true });
    const text = pageOf(report).textContent ?? "";
    assert.match(text, plan);
    assert.doesNotMatch(text, nothing);
  }
});

test("the decision is one sentence with the day and the euros", () => {
  for (const several of [false, true]) {
    const [first] = decisionText(contextOf(exampleReport("hr", "nl", several)));
    assert.match(first ?? "", /vanaf 1 augustus 2026/);
    assert.match(first ?? "", several ? /kost/ : /\u20ac/);
    assert.equal(first?.match(/\.(?= |$)/g)?.length, 1);
  }
});

test("without a proposal no variant is called the best", () => {
  const context = contextOf(
    chancesReport("board", [
      [0.3, 0.3],
      [0.34, 0.2],
    ]),
  );
  assert.match(decisionText(context).join(" "), /geen van de varianten/);
  assert.match(
    proposalFigure(context)?.title ?? "",
    /^De kans op minstens 50% masters in 2030 loopt van 15 van de 50 tot 17 van de 50 toekomsten$/,
  );
});

test("the error of counting is the largest of all runs and goals", () => {
  const report = exampleReport("board", "nl", true);
  const line = (): string => unknownLines(contextOf(report)).join(" ");
  assert.match(line(), /hooguit 1,5 van de 50 schelen/);
  Object.assign(report.runs[1]?.result.targets[1] ?? {}, { standard_error: 0.04 });
  assert.match(line(), /hooguit 3,9 van de 50 schelen/);
});

test("the note on small groups tells which lack masters", () => {
  const report = exampleReport("council", "nl");
  report.hidden.without_masters = ["exact", "kunst_lo + mens_maatschappij"];
  const note = (): string => pageOf(report).querySelector(".hidden-note")?.textContent ?? "";
  assert.match(note(), /Masters niet vermeld bij: exact, kunst en lo \+ mens en maatschappij\. /);
  report.lang = "en";
  assert.match(note(), /Masters not told of: sciences, arts/);
  report.hidden.without_masters = [];
  assert.doesNotMatch(note(), /Masters/);
});

for (const reader of ["board", "council"] as const) {
  test(`${reader}: without budgets, or without costs, nothing is said of them`, () => {
    const report = exampleReport(reader, "nl", true);
    for (const { result } of report.runs) result.budgets = [];
    assert.doesNotMatch(pageOf(report).textContent ?? "", /meer dan de begroting/);
    assert.match(pageOf(report).textContent ?? "", /Kosten per kalenderjaar/);
    for (const { result } of report.runs)
      result.series = result.series.filter((row) => row.measure !== "euro");
    const text = pageOf(report).textContent ?? "";
    assert.doesNotMatch(text, /\u20ac|Kosten per kalenderjaar|Meer dan A/);
    if (reader === "board") assert.match(text, /wat het kost staat niet in dit stuk/);
  });
}

test("the caption of the variants tells only of what is in the table", () => {
  const report = exampleReport("board", "nl", true);
  const caption = (): string => pageOf(report).querySelector("caption")?.textContent ?? "";
  assert.match(caption(), /^Kansen in 2030; de andere/);
  for (const { result } of report.runs)
    result.series = result.series.filter((row) => !/^(vacanc|lessons|cost)/.test(row.metric));
  assert.equal(caption(), "Kansen in 2030.");
});

/** The report without a metric. */
function without(report: Report, metric: string): Report {
  for (const { result } of report.runs)
    result.series = result.series.filter((row) => row.metric !== metric);
  return report;
}

const metrics = new Set(exampleReport("hr", "nl").runs[0]?.result.series.map((row) => row.metric));
for (const reader of readers) {
  test(`${reader}: any metric may be missing`, () => {
    for (const metric of metrics) {
      const main = pageOf(without(exampleReport(reader, "nl", true), metric));
      assert.doesNotMatch(main.innerHTML, /undefined|NaN|\[object/, metric);
    }
  });

  test(`${reader}: a run with nothing but its name is a page`, () => {
    const report = exampleReport(reader, "nl");
    for (const { result } of report.runs)
      Object.assign(result, {
        series: [],
        flows: [],
        targets: [],
        drivers: [],
        budgets: [],
        notes: [],
      });
    report.staffing = null;
    const main = pageOf(report);
    assert.equal(main.querySelectorAll("h1").length, 1);
    assert.doesNotMatch(main.innerHTML, /undefined|NaN|\[object/);
  });

  test(`${reader}: a number that is withheld is a dash`, () => {
    const report = exampleReport(reader, "nl");
    for (const row of report.runs[0]?.result.series ?? [])
      if (row.level !== "total")
        Object.assign(row, { mean: null, p10: null, p50: null, p90: null });
    assert.doesNotMatch(pageOf(report).innerHTML, /undefined|NaN|null/);
  });
}

test("a goal whose value now is not told has a dash for now and for the gap", () => {
  const main = pageOf(without(exampleReport("board", "nl"), "masters"));
  const cells = [...main.querySelectorAll(".goals tbody tr:first-child td")];
  assert.deepEqual(
    cells.map((cell) => cell.textContent),
    ["\u2013", "50%", "\u2013", "\u2013"],
  );
});

test("a name is text, whatever it looks like", () => {
  const report = exampleReport("board", "nl", true);
  const name = '<script>alert(1)</script> & "quotes"';
  for (const run of report.runs) Object.assign(run, { name }).result.scenario = name;
  const main = pageOf(report);
  assert.equal(main.querySelectorAll("script").length, 0);
  assert.ok((main.textContent ?? "").includes(name));
});

test("CSV: separators, quotes, decimal comma, and no formula", () => {
  const table = {
    columns: ["groep", "fte; netto"],
    rows: [
      ["=1+1", { value: 1234.5, text: "1.234,5" }],
      ['a "b"', { value: null, text: "-" }],
    ],
  };
  assert.equal(
    csvOf(table, "nl", numbersOf("nl")),
    '\ufeffgroep;"fte; netto"\r\n\'=1+1;1234,5\r\n"a ""b""";\r\n',
  );
  assert.equal(csvOf(table, "en", numbersOf("en")).split("\r\n")[1], "'=1+1,1234.5");
});

test("file names hold only what file systems take", () => {
  assert.equal(fileName("a/b: \u00e9\u20ac", "csv"), "a-b-e.csv");
  assert.equal(fileName("\u05e9", "svg"), "meesterplan.svg");
});

test("blocks fill pages in order; one that is too tall stands alone", () => {
  assert.deepEqual(fill([40, 40, 30, 200, 10], 100), [[0, 1], [2], [3], [4]]);
  assert.deepEqual(fill([], 100), [[]]);
});

test("a row is whole again, whatever its document left out", () => {
  const report = exampleReport("hr", "nl");
  Object.assign(report.runs[0]?.result.series[0] ?? {}, { n: 0, mean: null, sd: null, p05: null });
  const short = JSON.stringify(report, (name, value: unknown) =>
    value === null && /^(mean|sd|p\d\d)$/.test(name) ? undefined : value,
  );
  const first = JSON.parse(short).runs[0].result.series as object[];
  assert.ok(first.some((row) => !("p05" in row)));
  const whole = readReport(short).runs[0]?.result.series;
  assert.deepEqual(
    whole?.map((row) => ({ ...row })),
    report.runs[0]?.result.series,
  );
});

test("signs that turn the direction of a line are taken out of every text", () => {
  const report = exampleReport("board", "nl");
  Object.assign(report.runs[0] ?? {}, { name: "a\u202eb\u2066c" });
  assert.equal(readReport(JSON.stringify(report)).runs[0]?.name, "abc");
});

test("the footer tells of every run", () => {
  const report = exampleReport("board", "nl", true);
  Object.assign(report.runs[1]?.result ?? {}, { seed: 99, replicates: 777, scenario: "Ander" });
  const text = pageOf(report).querySelector(".provenance")?.textContent ?? "";
  assert.match(text, /Klein voorbeeld.*, .*Ander/);
  assert.match(text, /7, 99/);
  assert.match(text, /1\.000, 777 toekomsten/);
});

test("what is left out is named", () => {
  const report = exampleReport("board", "nl");
  report.hidden.without_targets = ["geheim"];
  report.hidden.without_history = ["masters 2021"];
  const note = pageOf(report).querySelector(".hidden-note")?.textContent ?? "";
  assert.match(note, /Doelen die er niet in staan: .?geheim/);
  assert.match(note, /Verleden dat er niet in staat: masters 2021\./i);
});

test("another document is refused with its schema", () => {
  assert.throws(
    () => readReport('{"schema":"meesterplan.run/1","runs":[]}'),
    /meesterplan\.run\/1/,
  );
});
