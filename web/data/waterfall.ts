import { type Answer, meanAt } from "./answer";
import type { FlowRow } from "./run";

/** From begin to end by cause, in heads: begin + sum of the steps = end. */
export interface Waterfall {
  stock: FlowRow["stock"];
  start: number;
  by: number;
  begin: number;
  /** Signed; what comes in first, then what goes out, each largest first. */
  steps: { cause: string; change: number }[];
  end: number;
}

/** Null when the flows or the stock are not told; the steps add up to the rounding of a double. */
export function waterfallOf(answer: Answer, stock: FlowRow["stock"], by: number): Waterfall | null {
  const start = answer.run.start;
  const metric = stock === "heads" ? "heads" : "masters_heads";
  const begin = meanAt(answer, metric, start);
  const end = meanAt(answer, metric, by);
  if (begin === null || end === null) return null;
  const changes = new Map<string, number>();
  for (const flow of answer.run.flows) {
    if (flow.stock !== stock || flow.level !== "total") continue;
    if (flow.year <= start || flow.year > by) continue;
    const change = flow.to === stock ? flow.mean : -flow.mean;
    changes.set(flow.cause, (changes.get(flow.cause) ?? 0) + change);
  }
  const steps = [...changes]
    .map(([cause, change]) => ({ cause, change }))
    .filter((step) => step.change !== 0)
    .sort(byDirectionThenSize);
  return steps.length === 0 ? null : { stock, start, by, begin, steps, end };
}

function byDirectionThenSize(left: { change: number }, right: { change: number }): number {
  if (left.change > 0 !== right.change > 0) return left.change > 0 ? -1 : 1;
  return Math.abs(right.change) - Math.abs(left.change);
}
