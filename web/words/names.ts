import type { Target } from "../data/run";
import type { Numbers } from "./numbers";

/** Texts by key of a language. */
export interface Lists {
  metrics: Record<string, string>;
  causes: Record<string, string>;
  parameters: Record<string, string>;
  units: Record<string, string>;
  bands: Record<string, string>;
}

/** Pieces of sentences that differ by language. */
export interface Pieces {
  atLeast: string;
  atMost: string;
  effectOf: string;
  costOf: string;
  bottleneck: string;
  carriedOut: string;
  on1October: string;
  inSchoolYear: string;
  inYear: string;
  none: string;
  fewerThanOne: string;
  moreThan49: string;
  all: string;
  /** Of a count: "31 van de 50 toekomsten". */
  futures(count: number): string;
  /** The same without the word futures, for cells. */
  cell(count: string): string;
}

/** What things are called; an unknown key is shown as it is, without underscores. */
export interface Names {
  metric(key: string): string;
  cause(key: string): string;
  parameter(key: string): string;
  unit(key: string): string;
  band(key: string): string;
  /** "minstens 50% masters". */
  goal(
    target: Pick<Target, "metric" | "level" | "unit" | "measure" | "direction" | "bound">,
  ): string;
  /** Value that a goal asks for, without more decimals than it has: "50%". */
  bound(target: Pick<Target, "measure" | "bound">): string;
  /** The moment or the school year that a metric's year stands for. */
  when(metric: string, year: number): string;
  /** The same as short as an axis asks. */
  shortWhen(metric: string, year: number): string;
  /** A chance in counts: "31 van de 50 toekomsten"; never rounds to none or all. */
  of50(probability: number): string;
  /** The same for a cell: "31 van 50". */
  cell50(probability: number): string;
}

const events = /^(hires|exits|cost_|vacanc|turnover|enrolments|graduations|dropouts|candidates)/;

const spaced = (key: string): string => key.replace(/_/g, " ");

/** First letter as a capital. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names of a language. */
export function namesOf(lists: Lists, pieces: Pieces, numbers: Numbers): Names {
  const metric = (key: string): string => lists.metrics[key] ?? spaced(key);
  const unit = (key: string): string =>
    key
      .split(" + ")
      .map((part) => lists.units[part] ?? spaced(part))
      .join(" + ");
  const bound: Names["bound"] = (target) =>
    target.measure === "share"
      ? numbers.percent(
          target.bound,
          Number.isInteger(Math.round(target.bound * 1e6) / 1e4) ? 0 : 1,
        )
      : numbers.value(target.measure, target.bound);
  return {
    metric,
    unit,
    bound,
    cause: (key) => lists.causes[key] ?? spaced(key),
    parameter: (key) => parameterName(key, lists.parameters, pieces),
    band: (key) => lists.bands[key] ?? spaced(key),
    goal: (target) => {
      const direction = target.direction === "at_least" ? pieces.atLeast : pieces.atMost;
      const of = target.level === "total" ? "" : ` (${unit(target.unit)})`;
      return `${direction} ${bound(target)} ${metric(target.metric)}${of}`;
    },
    when: (key, year) => {
      if (key === "cost_calendar") return `${pieces.inYear} ${year}`;
      if (events.test(key)) return `${pieces.inSchoolYear} ${numbers.schoolYear(year)}`;
      return `${pieces.on1October} ${year}`;
    },
    shortWhen: (key, year) =>
      events.test(key) && key !== "cost_calendar" ? numbers.schoolYear(year) : String(year),
    of50: (probability) => {
      const count = 50 * probability;
      if (probability <= 0) return pieces.none;
      if (probability >= 1) return pieces.all;
      if (count < 0.5) return pieces.fewerThanOne;
      return count >= 49.5 ? pieces.moreThan49 : pieces.futures(Math.round(count));
    },
    cell50: (probability) => {
      const count = 50 * probability;
      if (probability > 0 && count < 0.5) return pieces.cell("< 1");
      if (probability < 1 && count >= 49.5) return pieces.cell("> 49");
      return pieces.cell(String(Math.round(count)));
    },
  };
}

/** Also "exit/other_board", "programme.NAME.uptake", "policy.NAME.EFFECT" and "bottleneck.NAME.EFFECT". */
function parameterName(key: string, texts: Record<string, string>, pieces: Pieces): string {
  const known = texts[key];
  if (known) return known;
  const cause = key.slice(key.lastIndexOf("/") + 1);
  const ofCause = key.includes("/")
    ? (texts[`exit.${cause}`] ?? texts[`hours.${cause}`])
    : undefined;
  if (ofCause) return ofCause;
  const [table, name, ...rest] = key.split(".");
  const part = rest.join(".");
  if (table === "bottleneck" && name) return `${pieces.bottleneck} ${name}: ${part}`;
  if (table === "policy" && name && part === "carried_out") return `${pieces.carriedOut} ${name}`;
  if (table === "policy" && name && rest[0] === "cost")
    return `${pieces.costOf} ${name}: ${rest.slice(1).join(".")}`;
  if (table === "policy" && name) return `${pieces.effectOf} ${name}: ${part}`;
  const point = key.lastIndexOf(".");
  const own = texts[key.slice(point + 1)];
  if (table === "programme" && own) return `${own}: ${key.slice("programme.".length, point)}`;
  return spaced(key);
}
