import type { Command } from "./command.ts";
import { rank } from "./rank.ts";
import { run } from "./run.ts";
import { show } from "./show.ts";

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [run, show, rank];
