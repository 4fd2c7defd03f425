import stringWidth from "string-width";
import { printable } from "../printable.ts";

/**
 * Sets rows of cells in columns for people, two spaces between them and none at the ends of lines;
 * the columns `right`, from 0, flush right. The last cell of a row that has fewer cells than others may
 * be as long as it likes. What a terminal would obey is replaced in every cell.
 */
export function align(cells: readonly (readonly string[])[], right: readonly number[]): string {
  const rows = cells.map((row) => row.map(printable));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const isFree = (row: readonly string[]) => column === row.length - 1 && row.length < columns;
    const cells = rows.filter((row) => column < row.length && !isFree(row));
    return Math.max(0, ...cells.map((row) => stringWidth(row[column]!)));
  });
  const pad = (cell: string, column: number, row: readonly string[]) => {
    if (column === row.length - 1 && !right.includes(column)) return cell;
    const spaces = " ".repeat(Math.max(0, widths[column]! - stringWidth(cell)));
    return right.includes(column) && !(column === row.length - 1 && row.length < columns)
      ? spaces + cell
      : cell + spaces;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd() + "\n").join("");
}
