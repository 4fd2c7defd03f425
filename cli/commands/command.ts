import type { Arguments } from "../args/arguments.ts";
import type { CommandHelp } from "../args/help.ts";
import type { Runtime } from "../runtime.ts";

/** A command of the program. */
export interface Command extends CommandHelp {
  /** Runs it; gives the exit code where some of the work failed without an error. */
  run(args: Arguments, runtime: Runtime): Promise<number>;
}
