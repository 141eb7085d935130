import { board } from "./en/board";
import { charts } from "./en/charts";
import { council } from "./en/council";
import { hr } from "./en/hr";
import * as lists from "./en/metrics";
import { pages } from "./en/pages";
import { policies } from "./en/policies";
import { region } from "./en/region";
import { type Pieces, namesOf } from "./names";
import { numbersOf } from "./numbers";
import type { Words } from "./words";

const pieces: Pieces = {
  atLeast: "at least",
  atMost: "at most",
  effectOf: "effect of",
  costOf: "cost of",
  bottleneck: "bottleneck",
  carriedOut: "chance of being carried out of",
  on1October: "on 1 October",
  inSchoolYear: "in school year",
  inYear: "in",
  none: "none of the 50 futures",
  fewerThanOne: "less than 1 out of 50 futures",
  moreThan49: "more than 49 out of 50 futures",
  all: "all 50 futures",
  futures: (count) => `${count} out of 50 futures`,
  cell: (count) => `${count} out of 50`,
};

/** All English texts. */
export function english(): Words {
  const numbers = numbersOf("en");
  const names = namesOf(lists, pieces, numbers);
  return {
    numbers,
    names,
    charts: charts(numbers, names),
    pages: pages(numbers),
    board: board(numbers, names),
    council: council(numbers, names),
    hr: hr(),
    policies: policies(numbers, names),
    region: region(),
  };
}
