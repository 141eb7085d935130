import type { Answer } from "../data/answer";
import { targetYear } from "../data/answer";
import { type Outcome, isSure, titleOf } from "../data/policies";
import type { Level } from "../data/run";
import { gapsOf, mastersOf, routes, studyOf } from "../data/sections";
import type { Expected, StaffingRow, Volume } from "../data/staffing";
import { type Cell, type Table, figure } from "../data/table";
import { isolate, shorten } from "../words/isolate";
import type { Context } from "./context";

const told = (row: Cell[]): boolean =>
  row.some((cell, place) => place > 0 && typeof cell !== "string" && cell.value !== null);

/** Current, desired and gap by unit. */
export function gapTable(context: Context, answer: Answer, level: Level): Table {
  const { hr, pages, names, numbers } = context.words;
  const by = targetYear(answer);
  const one = (value: number): string => numbers.decimal(value, 1);
  const change = (value: number): string => numbers.change("fte", value);
  const words = hr.tableFour;
  return {
    columns: [
      level === "school" ? pages.school : pages.section,
      words.now,
      words.needed,
      words.unfilled(by),
      words.masters,
      words.wanted,
      words.expected(by),
      words.gap,
    ],
    rows: gapsOf(answer, level)
      .map((gap): Cell[] => [
        names.unit(gap.unit),
        figure(gap.now, one),
        figure(gap.needed, one),
        figure(gap.unfilled, one),
        figure(gap.masters, one),
        figure(gap.wanted, one),
        figure(gap.expected, one),
        figure(
          gap.wanted === null || gap.expected === null ? null : gap.expected - gap.wanted,
          change,
        ),
      ])
      .filter(told),
  };
}

/** Teachers with a master by kind, route and unit. */
export function mastersTable(context: Context, answer: Answer, level: Level, year: number): Table {
  const { hr, pages, names, numbers } = context.words;
  const one = (value: number): string => numbers.decimal(value, 1);
  const words = hr.tableThree;
  return {
    columns: [
      level === "school" ? pages.school : pages.section,
      words.hbo,
      words.wo,
      ...routes.map((route) => words[route]),
      words.all,
    ],
    rows: mastersOf(answer, level, year)
      .map((row): Cell[] => [
        names.unit(row.unit),
        figure(row.hbo, one),
        figure(row.wo, one),
        ...row.routes.map((route) => figure(route, one)),
        figure(row.all, one),
      ])
      .filter(told),
  };
}

/** Who studies by unit, with an empty column for agreements. */
export function studyTable(context: Context, answer: Answer, level: Level): Table {
  const { hr, pages, names, numbers } = context.words;
  const text = (value: number): string => numbers.decimal(value, 1);
  const words = hr.study;
  return {
    columns: [pages.section, words.now, words.begin, words.finish, words.stop, words.agreed],
    rows: studyOf(answer, level)
      .map((row): Cell[] => [
        names.unit(row.unit),
        figure(row.now, text),
        figure(row.begin, text),
        figure(row.finish, text),
        figure(row.stop, text),
        "",
      ])
      .filter(told),
  };
}

/** The spring table; rows of which only the fte needed may be told say so. */
export function staffingTable(context: Context, rows: StaffingRow[]): Table {
  const { hr, pages, names, numbers } = context.words;
  const words = hr.staffing;
  const one = (value: number): string => numbers.decimal(value, 1);
  const leavers = (volume: Volume | undefined): Cell =>
    figure(volume?.heads ?? null, (heads) =>
      heads === 0 ? "0" : `${heads} (${one(volume?.fte ?? 0)} fte)`,
    );
  return {
    columns: [
      pages.section,
      words.now,
      words.needed,
      words.certain,
      words.expected,
      words.stays,
      words.toFill,
      words.vacancies,
      words.unfilled,
      words.holes,
    ],
    rows: rows.map((row) => [
      row.level === "total" ? pages.total : names.unit(row.unit),
      figure(row.net_now, one),
      figure(row.demand, one),
      leavers(row.certain?.leavers),
      banded(context, row.other_leavers, 1),
      figure(row.net_staying, one),
      banded(context, row.vacancy_fte, 1),
      banded(context, row.vacancies, 1),
      banded(context, row.unfilled, 1),
      leavers(together(row.holes?.leavers, row.holes?.replacements)),
    ]),
  };
}

function banded(context: Context, expected: Expected | null, digits: number): Cell {
  const { hr, numbers } = context.words;
  if (!expected) return figure(null, String);
  const { mean, p10, p90 } = expected;
  const text = (value: number): string => numbers.decimal(value, digits);
  const edge = (value: number): string =>
    numbers.decimal(value, Number.isInteger(value) ? 0 : digits);
  return figure(mean, () =>
    p10 === null || p90 === null ? text(mean) : hr.band(text(mean), edge(p10), edge(p90)),
  );
}

/** Two volumes added up; undefined where neither is told. */
function together(one: Volume | undefined, other: Volume | undefined): Volume | undefined {
  if (!one || !other) return one ?? other;
  return { heads: one.heads + other.heads, fte: one.fte + other.fte };
}

/** Certain leavers by unit, cause and month; null where nobody surely leaves. */
export function certainTable(context: Context, rows: StaffingRow[]): Table | null {
  const { hr, pages, names, numbers } = context.words;
  const words = hr.staffing;
  const known = rows.flatMap((row) =>
    (row.certain?.known ?? [])
      .filter((event) => event.event === "leaves")
      .map((event) => ({ ...event, of: row.level === "total" ? pages.total : names.unit(row.unit) })),
  );
  if (known.length === 0) return null;
  return {
    columns: [pages.section, words.cause, words.month, words.heads, "fte"],
    rows: known.map((event) => [
      event.of,
      event.cause ? names.cause(event.cause) : "\u2013",
      event.month ? numbers.month(event.month) : "\u2013",
      figure(event.heads, String),
      figure(event.fte, (fte) => numbers.decimal(fte, 1)),
    ]),
  };
}

/** The part of each policy in what all of them do, from `why`; chance may explain what is in brackets. */
export function policiesTable(context: Context, answer: Answer): Table | null {
  const { policies: words, numbers } = context.words;
  const { policies } = answer.run;
  if (!policies || policies.policies.length === 0) return null;
  const { outcomes } = policies;
  const change = (outcome: Outcome, value: number): string =>
    numbers.change(outcome.kind === "chance" ? "share" : outcome.measure, value);
  return {
    columns: [
      words.parts.policy,
      words.parts.carriedOut,
      ...outcomes.map((outcome) => words.parts.column(...outcomeName(context, outcome))),
    ],
    rows: [
      ...policies.policies.map((policy): Cell[] => [
        shorten(titleOf(policy, context.report.lang), mostOfTitle),
        figure(policy.carried_out, (share) => numbers.percent(share)),
        ...outcomes.map((outcome, place) => {
          const share = policy.effects[place]?.share;
          return figure(share?.mean ?? null, (value) => {
            const text = change(outcome, value);
            return !share || isSure(share) || share.standard_error === 0 ? text : `(${text})`;
          });
        }),
      ]),
      [
        words.parts.together,
        figure(null, String),
        ...outcomes.map((outcome) =>
          figure(outcome.all - outcome.none, (value) => change(outcome, value)),
        ),
      ],
    ],
  };
}

/** Characters of a policy's title in a table. */
const mostOfTitle = 60;

/** What an outcome is, and of which goal. */
function outcomeName(context: Context, outcome: Outcome): [string, string | null] {
  const { policies: words, names } = context.words;
  const unit = outcome.level === "total" ? "" : `, ${names.unit(outcome.unit)}`;
  return [
    words.parts.kinds[outcome.kind],
    outcome.target === null ? null : isolate(shorten(`${outcome.target}${unit}`, 40)),
  ];
}
