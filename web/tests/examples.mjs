// Makes report documents of every reader from stored runs, and pages of them with a template, for
// the browser tests. Usage: node tests/examples.mjs TEMPLATE OUTDIR RUN.json... [--staffing FILE]
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import {
  cardsExample,
  historyExample,
  mostCards,
  namedBy,
  policiesExample,
} from "./policies_example.mjs";

const levels = {
  board: ["total", "board"],
  council: ["total", "section"],
  hr: ["total", "school", "section"],
  region: ["total", "board", "school", "subject"],
};

const clusters = {
  talen: ["nederlands", "engels", "duits", "frans", "klassieke_talen"],
  exact: ["wiskunde", "natuurkunde", "scheikunde", "biologie", "informatica"],
  mens_maatschappij: ["geschiedenis", "aardrijkskunde", "economie", "maatschappijleer"],
  kunst_lo: ["kunst", "lo"],
};

/** Fifty values along the quantiles of a row. */
function dotsOf(row) {
  if (!row || row.p05 === null) return null;
  const at = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
  const values = [row.p05, row.p10, row.p25, row.p50, row.p75, row.p90, row.p95];
  return Array.from({ length: 50 }, (_, place) => {
    const rank = (place + 0.5) / 50;
    const above = Math.min(
      Math.max(
        at.findIndex((one) => one >= rank),
        1,
      ),
      6,
    );
    const upper = rank > 0.95 ? 6 : above;
    const slope = (values[upper] - values[upper - 1]) / (at[upper] - at[upper - 1]);
    return values[upper] + slope * (rank - at[upper]);
  });
}

/** Bands of age out of the heads and the share of 55 and over, until the runs tell them. */
function ageRows(series) {
  const heads = series.filter((row) => row.metric === "heads" && row.level === "total");
  const old = series.filter((row) => row.metric === "share_55plus" && row.level === "total");
  const parts = {
    "15_24": 0.05,
    "25_34": 0.3,
    "35_44": 0.35,
    "45_54": 0.3,
    "55_64": 0.9,
    "65_up": 0.1,
  };
  return heads.flatMap((row) => {
    const share = old.find((one) => one.year === row.year)?.mean ?? 0.25;
    return Object.entries(parts).map(([band, part]) => {
      const factor = part * (/^(55|65)/.test(band) ? share : 1 - share);
      const scaled = Object.fromEntries(
        ["mean", "p05", "p10", "p25", "p50", "p75", "p90", "p95"].map((key) => [
          key,
          row[key] * factor,
        ]),
      );
      return { ...row, ...scaled, metric: `age_${band}` };
    });
  });
}

/** Means of clusters of subjects, as a council may see them. */
function clusterRows(series) {
  const sums = new Map();
  for (const row of series) {
    if (row.level !== "section" || row.mean === null) continue;
    const cluster = Object.keys(clusters).find((key) => clusters[key].includes(row.unit));
    if (!cluster) continue;
    const key = `${row.metric}|${cluster}|${row.year}`;
    const known = sums.get(key) ?? { row, cluster, sum: 0, count: 0 };
    sums.set(key, { ...known, sum: known.sum + row.mean, count: known.count + 1 });
  }
  const none = {
    sd: null,
    p05: null,
    p10: null,
    p25: null,
    p50: null,
    p75: null,
    p90: null,
    p95: null,
  };
  return [...sums.values()].map(({ row, cluster, sum, count }) => ({
    ...row,
    ...none,
    level: "cluster",
    unit: cluster,
    mean: row.measure === "share" ? sum / count : sum,
  }));
}

function filtered(run, reader) {
  const kept = run.series.filter((row) => levels[reader].includes(row.level));
  const own = reader === "council" ? kept.filter((row) => row.level === "total") : kept;
  const series = [...own, ...ageRows(kept), ...(reader === "council" ? clusterRows(kept) : [])];
  const told = (row) =>
    row.level !== "board" || reader === "region" || row.metric.startsWith("cost_");
  return {
    ...run,
    series: series.filter(told),
    flows: run.flows.filter((row) => row.level === "total"),
    drivers: reader === "hr" || reader === "region" ? run.drivers : [],
    policy_cards: reader === "hr" ? (run.policy_cards ?? []) : [],
    policies: reader === "hr" ? run.policies : undefined,
    targets: run.targets.map((target) => ({
      ...target,
      dots: dotsOf(
        kept.find(
          (row) => row.metric === target.metric && row.level === "total" && row.year === target.by,
        ),
      ),
    })),
  };
}

/** Report document of a reader and a language. */
export function reportOf(reader, lang, runs, staffing) {
  return {
    schema: "meesterplan.report/1",
    reader,
    lang,
    written: "2026-11-30",
    version: "0.1.0",
    runs: runs.map(({ name, run }) => ({
      name,
      kept_at: "2026-11-30T12:00:00Z",
      result: filtered(run, reader),
    })),
    staffing: reader === "hr" ? staffing : null,
    hidden: {
      threshold: { board: 5, council: 5, hr: null, region: 10 }[reader],
      merged: reader === "council" ? ["overig"] : [],
      withheld: [],
      without_masters: reader === "council" ? ["kunst_lo"] : [],
    },
  };
}

const escapes = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** The template with a report in it, escaped as the command does. */
export function pageOf(template, report) {
  const json = JSON.stringify(report).replace(/[<>&\u2028\u2029]/g, (sign) => escapes[sign]);
  const title = report.runs[0].result.scenario.replace(
    /[<>&"]/g,
    (sign) => `&#${sign.charCodeAt(0)};`,
  );
  return template
    .replace("@LANG@", report.lang)
    .replace("@TITLE@", () => title)
    .replace("@REPORT@", () => json);
}

/** A name that would break a page that does not treat it as text. */
const nasty = `<script>alert("1")</script> & 'quotes' \u{1F393} \u05E9\u05DC\u05D5\u05DD ${"langenaamzonderspatie".repeat(22)}`;

/** The run with its own policies and earlier years, or made-up ones where it tells none. */
function completed(run) {
  const cards = run.policy_cards?.length > 0 ? run.policy_cards : cardsExample(12);
  const made = { policy_cards: cards, policies: run.policies ?? policiesExample(cards) };
  const history = run.history?.length > 0 ? run.history : historyExample(run.start);
  return { ...run, ...made, history };
}

/** What policies do to three times as many outcomes, of goals with that name. */
function crowded(policies, name) {
  const thrice = (list) => [...list, ...list, ...list];
  const goal = (one) => ({ ...one, target: one.target === null ? null : name });
  return {
    ...policies,
    outcomes: thrice(policies.outcomes.map(goal)),
    policies: policies.policies.map((one) => ({ ...one, effects: thrice(one.effects) })),
  };
}

/** The run with a name that is hard to show in all that people write. */
function hard(run) {
  const cards = namedBy(run.policy_cards, nasty);
  const named = (rows) => rows.map((row) => ({ ...row, source: nasty }));
  return {
    ...run,
    scenario: nasty,
    policy_cards: cards,
    policies: crowded(policiesExample(cards), nasty),
    history: named(historyExample(run.start, [1, 2, 3, 20])),
  };
}

/** How policies and what they do may differ: how many, and what they do; null: not played. */
const mixes = [
  [1, "mixed"],
  [2, "opposite"],
  [3, null],
  [7, "zero"],
  [12, "unsure"],
  [mostCards, "certain"],
  [mostCards, "mixed"],
];

/** The run with other policies. */
function mixed(run, count, variant) {
  const cards = cardsExample(count);
  const { policies: _, ...without } = { ...run, policy_cards: cards };
  return variant === null ? without : { ...without, policies: policiesExample(cards, variant) };
}

async function main(args) {
  const at = args.indexOf("--staffing");
  const staffing = at >= 0 ? JSON.parse(await readFile(args.splice(at, 2)[1], "utf8")) : null;
  const [templateFile, out, ...files] = args;
  const template = await readFile(templateFile, "utf8");
  const runs = [];
  for (const file of files)
    runs.push({
      name: basename(file, ".json"),
      run: completed(JSON.parse(await readFile(file, "utf8"))),
    });
  await mkdir(out, { recursive: true });
  const isRegion = runs.some(({ run }) => run.series.some((row) => row.level === "subject"));
  const readers = isRegion ? ["region"] : ["board", "council", "hr"];
  const write = (name, report) => writeFile(join(out, `${name}.html`), pageOf(template, report));
  for (const reader of readers) {
    for (const lang of ["nl", "en"]) {
      await write(`${reader}-${lang}`, reportOf(reader, lang, runs.slice(0, 1), staffing));
      if (runs.length > 1)
        await write(`${reader}-${lang}-several`, reportOf(reader, lang, runs, staffing));
    }
    const bad = runs.map(({ run }) => ({ name: nasty, run: hard(run) }));
    await write(`${reader}-nl-names`, reportOf(reader, "nl", bad, staffing));
  }
  for (const [count, variant] of isRegion ? [] : mixes) {
    const one = [{ name: "basis", run: mixed(runs[0].run, count, variant) }];
    await write(`hr-nl-policies-${count}-${variant ?? "none"}`, reportOf("hr", "nl", one, null));
  }
}

if (process.argv[1]?.endsWith("examples.mjs")) await main(process.argv.slice(2));
