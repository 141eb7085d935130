import type { Cell, Table } from "../data/table";
import type { Numbers } from "../words/numbers";

/**
 * CSV text (RFC 4180) of a table with a byte order mark, so that a spreadsheet reads it as UTF-8;
 * Dutch files have ; between cells and a decimal comma. A text that a spreadsheet would take for a
 * formula gets a quote before it.
 */
export function csvOf(table: Table, lang: "nl" | "en", numbers: Numbers): string {
  const separator = lang === "nl" ? ";" : ",";
  const lines = [table.columns, ...table.rows].map((row) =>
    row.map((cell) => cellText(cell, separator, numbers)).join(separator),
  );
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function cellText(cell: Cell, separator: string, numbers: Numbers): string {
  if (typeof cell !== "string") return cell.value === null ? "" : numbers.plain(cell.value);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  const plain = text.replace(/[\u2068\u2069]/g, "");
  return plain.includes(separator) || /["\r\n]/.test(plain)
    ? `"${plain.replace(/"/g, '""')}"`
    : plain;
}
