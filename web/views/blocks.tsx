import type { ComponentChildren } from "preact";
import type { Table } from "../data/table";
import type { Context } from "./context";
import { Figure, type FigureSpec } from "./figure";
import { TableView } from "./table";

/** Charts as blocks, the first of them under the heading. */
export function chartBlocks(
  context: Context,
  heading: string,
  specs: (FigureSpec | null)[],
): ComponentChildren[] {
  return specs
    .filter((spec): spec is FigureSpec => spec !== null)
    .map((spec, place) => (
      <>
        {place === 0 && <h2>{heading}</h2>}
        <Figure spec={spec} context={context} />
      </>
    ));
}

/**
 * A table as blocks of a page each, each under the heading. With `lead`, more columns than fit go to
 * other blocks, each after the first `lead` ones.
 */
export function tableBlocks(
  context: Context,
  heading: string,
  table: Table | null,
  note = "",
  lead = 0,
): ComponentChildren[] {
  const parts = table ? columnParts(table, lead).flatMap(partsOf) : [];
  return parts.map((part, place) => {
    const title = context.words.hr.part(heading, place + 1, parts.length);
    return (
      <>
        <h2>{title}</h2>
        <TableView table={part} label={title} />
        {note && <p class="note">{note}</p>}
      </>
    );
  });
}

/** Rows that fit on a page beside a heading and a note. */
const rowsOfPage = 26;

/** The table in parts that fit on a page. */
function partsOf(table: Table): Table[] {
  const parts: Table[] = [];
  for (let first = 0; first < table.rows.length; first += rowsOfPage)
    parts.push({ ...table, rows: table.rows.slice(first, first + rowsOfPage) });
  return parts;
}

/** Columns that fit on a page beside the lead ones. */
const columnsOfPage = 6;

function columnParts(table: Table, lead: number): Table[] {
  const rest = table.columns.length - lead;
  if (lead === 0 || rest <= columnsOfPage) return [table];
  const count = Math.ceil(rest / columnsOfPage);
  const size = Math.ceil(rest / count);
  return Array.from({ length: count }, (_, part) => {
    const first = lead + part * size;
    const cut = <One,>(row: One[]): One[] => [
      ...row.slice(0, lead),
      ...row.slice(first, first + size),
    ];
    return { columns: cut(table.columns), rows: table.rows.map(cut) };
  });
}
