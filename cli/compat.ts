import { UsageError } from "./args/usage_error.ts";

/**
 * Puts what users of earlier tools type into the words of this one: a range as `--start-datetime A
 * --end-datetime B`, an hour as `--date D --hour H`. Everything else stays as it is.
 */
export function translate(args: readonly string[]): string[] {
  const rest = args.flatMap((arg) => {
    const [, flag, value] = /^(--(?:start-datetime|end-datetime|date|hour))=(.*)$/s.exec(arg) ?? [];
    return flag === undefined || value === undefined ? [arg] : [flag, value];
  });
  const take = (flag: string): string | undefined => {
    const at = rest.indexOf(flag);
    return at < 0 || at + 1 >= rest.length ? undefined : rest.splice(at, 2)[1];
  };
  const start = take("--start-datetime");
  const end = take("--end-datetime");
  const date = take("--date");
  if (end !== undefined && start === undefined) {
    throw new UsageError(`Cannot run up to "${end}": --start-datetime is missing`);
  }
  const hours = [start, end].filter((hour) => hour !== undefined);
  if (date !== undefined) {
    const hour = take("--hour");
    hours.push(hour === undefined ? date : `${date}T${hour.padStart(2, "0")}`);
  }
  return [...hours, ...rest];
}
