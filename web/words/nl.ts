import { board } from "./nl/board";
import { charts } from "./nl/charts";
import { council } from "./nl/council";
import { hr } from "./nl/hr";
import * as lists from "./nl/metrics";
import { pages } from "./nl/pages";
import { policies } from "./nl/policies";
import { region } from "./nl/region";
import { type Pieces, namesOf } from "./names";
import { numbersOf } from "./numbers";

const pieces: Pieces = {
  atLeast: "minstens",
  atMost: "hoogstens",
  effectOf: "effect van",
  costOf: "kosten van",
  bottleneck: "knelpunt",
  carriedOut: "slagingskans van",
  on1October: "op 1 oktober",
  inSchoolYear: "in schooljaar",
  inYear: "in",
  none: "geen van de 50 toekomsten",
  fewerThanOne: "minder dan 1 van de 50 toekomsten",
  moreThan49: "meer dan 49 van de 50 toekomsten",
  all: "alle 50 toekomsten",
  futures: (count) => `${count} van de 50 toekomsten`,
  cell: (count) => `${count} van de 50`,
};

/** All Dutch texts. */
export function dutch() {
  const numbers = numbersOf("nl");
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
