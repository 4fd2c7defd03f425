import stringWidth from "string-width";

/**
 * Sets rows of cells in columns for people, two spaces between them. The last cell of a row that has
 * fewer cells than others may be as long as it likes.
 *
 * @param rows The rows, the first perhaps a heading.
 * @param right The columns that are set flush right, from 0: those of numbers.
 * @returns The lines, without spaces at their ends.
 */
export function align(rows: readonly (readonly string[])[], right: readonly number[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const isFree = (row: readonly string[]) => column === row.length - 1 && row.length < columns;
    const cells = rows.filter((row) => column < row.length && !isFree(row));
    return Math.max(0, ...cells.map((row) => stringWidth(row[column])));
  });
  const pad = (cell: string, column: number, row: readonly string[]) => {
    if (column === row.length - 1 && !right.includes(column)) return cell;
    const spaces = " ".repeat(Math.max(0, widths[column] - stringWidth(cell)));
    return right.includes(column) && !(column === row.length - 1 && row.length < columns)
      ? spaces + cell
      : cell + spaces;
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd() + "\n").join("");
}
