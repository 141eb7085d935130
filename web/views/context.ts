import { type Answer, toAnswer } from "../data/answer";
import type { Report } from "../data/report";
import { type Words, wordsOf } from "../words/words";

/** What every part of a report needs. */
export interface Context {
  report: Report;
  words: Words;
  answers: Answer[];
  /** The first run, with which the others are compared. */
  base: Answer;
}

/** Context of a report; an error when it holds no run. */
export function contextOf(report: Report): Context {
  const answers = report.runs.map(toAnswer);
  const base = answers[0];
  if (!base) throw new Error("a report without runs");
  return { report, words: wordsOf(report.lang), answers, base };
}
