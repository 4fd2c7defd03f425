/**
 * Writes the parts of the documentation that the program itself knows best, each of them between
 * `<!-- NAME -->` and `<!-- /NAME -->`: `deno task docs`. A test fails where one is out of date.
 *
 * @module
 */

import { commandHelp, programHelp } from "../cli/args/help.ts";
import { loadCommands } from "../cli/commands/load.ts";
import { COLUMNS } from "../core/mod.ts";

const COMMANDS = await loadCommands();

/** The parts by their names. */
const PARTS: Readonly<Record<string, () => string>> = {
  commands: () =>
    [
      fence(programHelp(COMMANDS)),
      ...COMMANDS.map((command) => `## ${command.name}\n\n${fence(commandHelp(command))}`),
    ].join("\n\n"),
  columns: () =>
    table(
      ["column", "what it is"],
      COLUMNS.map(({ name, description }) => [`\`${name}\``, description]),
    ),
};

/**
 * Brings the generated parts of a page up to date.
 *
 * @param text The page as it is.
 * @returns The page as it should be.
 * @throws {SyntaxError} If a part has no end, or is there twice.
 */
export function update(text: string): string {
  for (const [name, write] of Object.entries(PARTS)) {
    const pieces = text.split(new RegExp(`^(<!-- /?${name} -->)$`, "m"));
    if (pieces.length === 1) continue;
    const [before = "", start = "", , end, after = "", ...rest] = pieces;
    if (end !== `<!-- /${name} -->` || rest.length > 0) {
      throw new SyntaxError(`Cannot find part "${name}": write <!-- ${name} --> and ${end} once`);
    }
    text = `${before}${start}\n\n${write()}\n\n${end}${after}`;
  }
  return text;
}

/** The pages of the documentation, the ones in the root of the project among them. */
export async function* pages(): AsyncGenerator<URL> {
  for (const folder of ["../", "./", "./decisions/"]) {
    const url = new URL(folder, import.meta.url);
    for await (const { name } of Deno.readDir(url)) {
      if (name.endsWith(".md")) yield new URL(name, url);
    }
  }
}

function fence(text: string): string {
  return `\`\`\`text\n${text}\`\`\``;
}

/** A table as `deno fmt` leaves it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

if (import.meta.main) {
  for await (const page of pages()) {
    const text = await Deno.readTextFile(page);
    const updated = update(text);
    if (updated !== text) await Deno.writeTextFile(page, updated);
  }
}
