import type { Arguments, Signature } from "../arguments.ts";
import type { Host } from "../host.ts";

/** A command of the program. */
export interface Command extends Signature {
  /** Its name, the first argument. */
  name: string;
  /** Its arguments that are no flags. */
  synopsis: string;
  /** What it does, in one line. */
  summary: string;
  /** What else is to be known of it. */
  description: string;
  /** Whole command lines behind `wikitop`, and what they do. */
  examples: readonly (readonly [string, string])[];
  /**
   * Does it.
   *
   * @param args What was typed.
   * @param host The world around.
   * @returns The exit code: 0, or 1 where some of the work failed.
   */
  run(args: Arguments, host: Host): Promise<number>;
}
