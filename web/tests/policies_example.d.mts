import type { Policies, PolicyCard } from "../data/policies";
import type { HistoryRow } from "../data/run";

export type Variant = "mixed" | "unsure" | "zero" | "opposite" | "certain";
export const mostCards: number;
export function cardsExample(count: number): PolicyCard[];
export function policiesExample(cards: PolicyCard[], variant?: Variant): Policies;
export function historyExample(start: number, backs?: number[]): HistoryRow[];
export function namedBy(cards: PolicyCard[], name: string): PolicyCard[];
