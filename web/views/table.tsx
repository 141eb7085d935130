import type { ComponentChildren } from "preact";
import type { Cell, Table } from "../data/table";

/** A table in a group of its own that scrolls when it is wide. */
export function TableView({
  table,
  label,
  caption,
}: {
  table: Table;
  /** Name of the group. */
  label: string;
  caption?: ComponentChildren;
}) {
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={label}>
      <table class={table.columns.length > 7 ? "dense" : undefined}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {table.columns.map((column, place) => (
              <th key={place} scope="col" class={isNumeric(table, place) ? "number" : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={place}>{row.map((cell, column) => cellView(cell, column))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function isNumeric(table: Table, column: number): boolean {
  return typeof table.rows[0]?.[column] === "object";
}

function cellView(cell: Cell, column: number) {
  if (column === 0)
    return (
      <th key={column} scope="row">
        <bdi>{typeof cell === "string" ? cell : cell.text}</bdi>
      </th>
    );
  if (typeof cell === "string")
    return (
      <td key={column}>
        <bdi>{cell}</bdi>
      </td>
    );
  return (
    <td key={column} class="number">
      {cell.text}
    </td>
  );
}
