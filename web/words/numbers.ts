import type { Lang } from "../data/report";
import type { Measure } from "../data/run";

const euroSign = "\u20ac";
const space = "\u00a0";
const minus = "\u2212";

const months = {
  nl: "januari februari maart april mei juni juli augustus september oktober november december",
  en: "January February March April May June July August September October November December",
};

/** How numbers read in a language; every text is ready to show. */
export interface Numbers {
  /** Rounded to `digits` decimals, with the language's points and commas. */
  decimal(value: number, digits: number): string;
  /** Of a share: 0.405 is 41%, or 40.5% with one digit. */
  percent(share: number, digits?: number): string;
  /** Euro in a word that fits its size: 10.9 million, 14 thousand, 312. */
  euro(value: number): string;
  /** Value of a measure as it stands in a sentence or cell; a mean of heads may have a decimal. */
  value(measure: Measure, value: number): string;
  /** The same with its sign: +3%, -1.2. */
  change(measure: Measure, value: number): string;
  /** Rounded to `digits` decimals, with its sign unless it rounds to nothing. */
  signed(value: number, digits: number): string;
  /** At most two decimals, or two digits where it is small; none that are only zeros. */
  short(value: number): string;
  /** Euro that somebody set: not in thousands, with cents only where they matter. */
  amount(euro: number): string;
  /** Number for a CSV file: nine digits, no grouping, the language's decimal sign. */
  plain(value: number): string;
  /** School year that ends in `year`: 2030 is 2029/30. */
  schoolYear(year: number): string;
  /** "2026-11-30" in words; another text stays as it is. */
  date(iso: string): string;
  /** "2026-08" in words. */
  month(iso: string): string;
}

const fixed = (value: number, digits: number): string => {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? minus + text : text;
};

/** Numbers of that language. */
export function numbersOf(lang: Lang): Numbers {
  const [point, group] = lang === "nl" ? ([",", "."] as const) : ([".", ","] as const);
  const names = months[lang].split(" ");
  const decimal = (value: number, digits: number): string => {
    const [whole = "", rest] = fixed(value, digits).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
    return rest === undefined ? grouped : grouped + point + rest;
  };
  const percent = (share: number, digits = 0): string => `${decimal(share * 100, digits)}%`;
  const euro = (value: number): string => `${euroSign}${space}${scaled(value)}`;
  const scaled = (value: number): string => {
    const [million, thousand] = lang === "nl" ? ["miljoen", "duizend"] : ["million", "thousand"];
    const size = Math.abs(value);
    if (size >= 999_500) return `${decimal(value / 1e6, size < 1e8 ? 1 : 0)}${space}${million}`;
    if (size >= 9_950) return `${decimal(value / 1e3, 0)}${space}${thousand}`;
    return decimal(Math.round(value / 10) * 10, 0);
  };
  const value = (measure: Measure, number: number): string => {
    if (measure === "share") return percent(number, smallShare(number) ? 1 : 0);
    if (measure === "euro") return euro(number);
    if (measure === "heads") return decimal(number, wholeHeads(number) ? 0 : 1);
    return decimal(number, 1);
  };
  const short = (number: number): string => {
    const size = Math.abs(number);
    const digits = size === 0 || size >= 0.1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(size)));
    const [whole = "", rest = ""] = decimal(number, digits).split(point);
    const kept = rest.replace(/0+$/, "");
    return kept === "" ? whole : whole + point + kept;
  };
  const plus = (number: number, text: string): string =>
    number > 0 && /[1-9]/.test(text) ? `+${text}` : text;
  return {
    decimal,
    percent,
    euro,
    value,
    change: (measure, number) => plus(number, value(measure, number)),
    signed: (number, digits) => plus(number, decimal(number, digits)),
    short,
    amount: (number) => {
      const isRound = Number.isInteger(number) || Math.abs(number) >= 100;
      return `${euroSign}${space}${decimal(number, isRound ? 0 : 2)}`;
    },
    plain: (number) => String(Number(number.toPrecision(9))).replace(".", point),
    schoolYear: (year) => `${year - 1}/${String(year).slice(2)}`,
    date: (iso) => {
      const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
      return year ? `${Number(day)} ${names[Number(month) - 1] ?? month} ${year}` : iso;
    },
    month: (iso) => {
      const [year, month] = iso.split("-");
      return `${names[Number(month) - 1] ?? month} ${year}`;
    },
  };
}

/** Shares under a tenth would lose too much as whole percentages. */
const smallShare = (share: number): boolean => Math.abs(share) < 0.0995 && share !== 0;

const wholeHeads = (heads: number): boolean => Number.isInteger(heads) || Math.abs(heads) >= 9.95;
