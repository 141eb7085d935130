/**
 * A name from the data that keeps its own direction inside a sentence (Unicode first strong isolate),
 * so that right-to-left names do not turn the words around them.
 */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}

/** The first `most` characters of a name with an ellipsis, cut between code points. */
export function shorten(name: string, most: number): string {
  const characters = [...name.trim().replace(/\s+/g, " ")];
  if (characters.length <= most) return characters.join("");
  return `${characters
    .slice(0, most - 1)
    .join("")
    .trimEnd()}\u2026`;
}

/** A run by its letter and as much of its name as a sentence takes. */
export function runName(run: { letter: string; name: string }): string {
  return `${run.letter} ${isolate(shorten(run.name, 60))}`;
}
