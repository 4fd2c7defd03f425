import { type Format, FORMATS, Hour, type Produce, type Production } from "../../core/mod.ts";
import type { Arguments } from "../arguments.ts";
import type { Host } from "../host.ts";
import { openProducer } from "../settings.ts";
import { readTyped, UsageError } from "../usage_error.ts";
import type { Command } from "./command.ts";

/** `wikitop run`: hours into the store. */
export const run: Command = {
  name: "run",
  synopsis: "[HOUR [END]]",
  summary: "make one hour, or each of a range, into the store",
  description:
    "HOUR is named as its dump is, by its end in UTC: 2026-09-10T18 holds the views of\n" +
    "17:00 to 18:00. END is included. Without an hour, it is the one 24 hours ago. Hours\n" +
    "that are finished with the same parameters are skipped. Prints the path of each report.",
  flags: [
    "source",
    "store",
    "top",
    "ties",
    "denylist",
    "refresh-denylist",
    "format",
    "force",
    "contact",
    "quiet",
  ],
  values: { format: FORMATS.join("|") },
  examples: [
    ["run", "the hour 24 hours ago"],
    ["run 2026-09-10T18", "one hour"],
    ["run 2026-09-10T01 2026-09-11T00", "the 24 hours of a day"],
    ["run 2026-09-10T18 --source ./dumps --store ./top", "from a folder of dumps"],
  ],

  async run(args: Arguments, host: Host): Promise<number> {
    const hours = hoursOf(args, host);
    const produce = await openProducer(args, host, {
      top: args.value("top"),
      format: args.value("format") as Format,
      force: args.value("force"),
    });
    const say = args.value("quiet") ? () => {} : host.note;
    const print = untilClosed(host.write);
    let failed = 0;
    for (const hour of hours) {
      if (!await produceOne(hour, produce, print, host.note, say)) failed++;
    }
    if (failed > 0 && hours.length > 1) {
      host.note(
        `${failed} of ${hours.length} hours failed; run the same again to make up for them`,
      );
    }
    return failed > 0 ? 1 : 0;
  },
};

/** One hour's failure does not stop the others, but for what they would all fail of. */
async function produceOne(
  hour: Hour,
  produce: Produce,
  print: Host["write"],
  warn: Host["note"],
  say: Host["note"],
): Promise<boolean> {
  let production: Production;
  try {
    production = await produce(hour);
  } catch (error) {
    if (!(error instanceof Error) || error.name === "NotCapable") throw error;
    warn(`${hour}: ${error.message}`);
    return false;
  }
  say(`${hour}: ${summary(production)}`);
  await print(`${production.location}\n`);
  return true;
}

/** The work goes on even if nobody reads any more where its results are. */
function untilClosed(write: Host["write"]): Host["write"] {
  let closed = false;
  return async (text) => {
    if (closed) return;
    try {
      await write(text);
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "BrokenPipe") throw error;
      closed = true;
    }
  };
}

function summary({ made, manifest }: Production): string {
  if (!made) return "finished before, skipped";
  const { rows, counts, made: { seconds } } = manifest;
  const number = (count: number) => count.toLocaleString("en-US");
  return `made in ${seconds.toFixed(1)} s, ${number(rows)} rows of ${number(counts.domains)} ` +
    `domains from ${number(counts.lines)} lines`;
}

function hoursOf(args: Arguments, host: Host): Hour[] {
  const now = host.now();
  const [first, last = first, ...others] = args.positionals;
  if (others.length > 0) {
    throw new UsageError(`Cannot run "${others[0]}": at most two hours are wanted, HOUR and END`);
  }
  if (first === undefined) return [Hour.lastBefore(now).plus(-24)];
  return readTyped(() => Hour.range(Hour.parse(first, { now }), Hour.parse(last, { now })));
}
