import type { Edition } from "../../core/mod.ts";
import { diffTable } from "../../core/trend/columns.ts";
import { readDiff } from "../../core/trend/diff.ts";
import { encodeTable } from "../../core/trend/table.ts";
import { oneOf } from "../../core/time/period.ts";
import type { Arguments } from "../args/arguments.ts";
import { STORE_FLAGS } from "../args/flags.ts";
import { findPeriod } from "../args/period_range.ts";
import { checkPeriodFirst } from "../args/period_first.ts";
import { UsageError } from "../args/usage_error.ts";
import { wantedDomains } from "../args/wanted_domains.ts";
import { EXIT } from "../exit_code.ts";
import { drawDiff } from "../output/draw_diff.ts";
import { busiestDomains, openStored, writeChunks } from "../output/stored_report.ts";
import type { Runtime } from "../runtime.ts";
import { Workspace } from "../workspace.ts";
import type { Command } from "./command.ts";

/** `wikitop diff`: what changed between two stored periods. */
export const diff: Command = {
  name: "diff",
  synopsis: "PERIOD PERIOD [PROJECT…]",
  summary: "show what rose, fell, came and went from one stored period to another",
  description:
    "Pages rose and fell by their ranks; those that came or went are in the second or the first " +
    "period alone. Where one of the two has more ranks than the other, the rest is left out. The " +
    "periods are two hours, days, weeks or months; PROJECT is as for wikitop show, and without one a " +
    "table shows the five busiest domains, any other format all of them. A table leaves out pages " +
    "that stayed. Only what is stored is read, nothing is made.",
  flags: ["access", "pages", "format", ...STORE_FLAGS],
  defaults: { format: "table" },
  values: { access: "each|all", pages: "all|articles" },
  instead: { domain: "write projects behind the periods: diff 2026-09-09 2026-09-10 en.m" },
  examples: [
    ["diff 2026-09-10T17 2026-09-10T18 en.wikipedia", "an hour and the next one"],
    ["diff 2026-09-03 2026-09-10 --format csv", "a day and the same day of the week before"],
  ],

  async run(args: Arguments, runtime: Runtime): Promise<number> {
    checkPeriodFirst("diff", args.positionals);
    const [first, second, ...patterns] = args.positionals;
    if (first === undefined || second === undefined) {
      throw new UsageError(
        "Cannot compare: two periods are wanted; write them as 2026-09-10T17 2026-09-10T18",
      );
    }
    const workspace = await Workspace.open(args, runtime);
    await workspace.checkStore({ mustExist: true });
    const { store } = workspace;
    const [edition] = workspace.editions() as [Edition];
    const now = runtime.now();
    const [a, b] = [await findPeriod(first, store, now), await findPeriod(second, store, now)];
    if (a.unit !== b.unit) {
      throw new UsageError(
        `Cannot compare "${first}" and "${second}": they are ${oneOf(a.unit)} and ` +
          `${oneOf(b.unit)}; write two of one kind`,
      );
    }
    const [before, after] = [
      await openStored(store, a, edition, { args, runtime }),
      await openStored(store, b, edition, { args, runtime }),
    ];
    const listOf = ({ manifest }: typeof before) => manifest.parameters.denylist?.sha256;
    if (listOf(before) !== listOf(after)) {
      runtime.note(
        `Warning: ${a} and ${b} were made with different denylists: what one of them denies seems ` +
          "to have come or gone",
      );
    }
    const format = args.value("format");
    const isWanted = format === "table" && patterns.length === 0
      ? busiestDomains(after, runtime)
      : wantedDomains(patterns, [before, after], args);
    const found = await readDiff(before, after, isWanted);
    if (format === "table") await runtime.write(drawDiff(found, runtime.columns));
    else await writeChunks(encodeTable(diffTable(found), format), runtime);
    return EXIT.fine;
  },
};
