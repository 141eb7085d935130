/** A number that may be withheld, as it is shown. */
export interface Figure {
  value: number | null;
  text: string;
}

/** Text or number of a table. */
export type Cell = string | Figure;

/** Numbers of a chart, or a table of its own; the first cell of each row names the row. */
export interface Table {
  columns: string[];
  rows: Cell[][];
}

/** A number with its text; a null shows as a dash. */
export function figure(value: number | null, text: (value: number) => string): Figure {
  return value === null ? { value, text: "\u2013" } : { value, text: text(value) };
}
