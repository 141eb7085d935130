import type { Lang } from "../data/report";
import { english } from "./en";
import { dutch } from "./nl";

/** Everything that a report says, in one language. */
export type Words = ReturnType<typeof dutch>;

/** Texts of that language. */
export function wordsOf(lang: Lang): Words {
  return lang === "nl" ? dutch() : english();
}
