import type { Answer } from "./answer";
import type { PolicyCard } from "./policies";

/** A card with the letters of the runs that have the very same one. */
export interface SharedCard {
  card: PolicyCard;
  letters: string[];
}

/** The cards of a run. */
export interface RunCards {
  answer: Answer;
  /** Those that no earlier run has. */
  own: SharedCard[];
  /** Those that an earlier run has just so. */
  seen: SharedCard[];
}

/** Cards of the runs that have any, in their order; each card is the own one of one run. */
export function cardsOf(answers: Answer[]): RunCards[] {
  const shared = new Map<string, SharedCard>();
  for (const answer of answers)
    for (const card of answer.run.policy_cards ?? []) {
      const known = shared.get(JSON.stringify(card));
      if (known) known.letters.push(answer.letter);
      else shared.set(JSON.stringify(card), { card, letters: [answer.letter] });
    }
  return answers
    .map((answer): RunCards => {
      const all = (answer.run.policy_cards ?? []).flatMap(
        (card) => shared.get(JSON.stringify(card)) ?? [],
      );
      const isOwn = (one: SharedCard): boolean => one.letters[0] === answer.letter;
      return { answer, own: all.filter(isOwn), seen: all.filter((one) => !isOwn(one)) };
    })
    .filter((run) => run.own.length + run.seen.length > 0);
}
