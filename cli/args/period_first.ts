import { didYouMean } from "../../core/did_you_mean.ts";
import { parsePeriod } from "../../core/mod.ts";
import { LATEST, YESTERDAY } from "../../core/time/hour_words.ts";
import { readProject } from "../../core/wiki/written_project.ts";
import { UsageError } from "./usage_error.ts";
import { quote } from "./values.ts";

/**
 * Refuses arguments whose period does not come first, with the command to paste that was meant: whoever
 * has a project, or the URL of an article, at hand writes that first.
 *
 * @throws {UsageError} If the first argument is no period, but may be a project.
 */
export function checkPeriodFirst(command: string, positionals: readonly string[]): void {
  const [first] = positionals;
  if (first === undefined || isPeriod(first) || !/^[a-z*"]/i.test(first)) return;
  const guess = didYouMean(first, [LATEST, YESTERDAY]);
  if (guess !== "") throw new UsageError(`Invalid period "${first}"${guess}`);
  const periods = positionals.filter(isPeriod);
  const others = positionals.filter((word) => !isPeriod(word));
  const words = [command, ...periods.length === 0 ? [LATEST] : periods, ...others];
  const { title } = readProject(first);
  const what = title === undefined ? "it is no period" : "it is an article";
  throw new UsageError(
    `Cannot ${command} "${first}": ${what}, and the period comes first; write wikitop ` +
      words.map(quote).join(" "),
  );
}

function isPeriod(word: string): boolean {
  if (word === LATEST || word === YESTERDAY) return true;
  try {
    parsePeriod(word);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return false;
    throw error;
  }
}
