import type { Bytes } from "../core/mod.ts";

/** What a command may use of the world around it. */
export interface Host {
  /** A variable of the environment. */
  env(name: string): string | undefined;
  /** Standard input. */
  readonly stdin: ReadableStream<Bytes>;
  /** Writes to standard output; rejects if nobody reads it any more. */
  write(text: string): Promise<void>;
  /** Writes a line to standard error. */
  note(line: string): void;
  /** Whether standard error is a terminal. */
  readonly isTerminal: boolean;
  /** How many columns the terminal has, `undefined` if standard output is none. */
  readonly columns: number | undefined;
  /** The clock. */
  now(): Date;
  /** Aborts when the user wants the program to stop; who asks for it promises to stop cleanly. */
  interruption(): AbortSignal;
  /** What to fetch with. */
  readonly fetch: typeof fetch;
  /** The runtime's name and version, as `Deno/2.9.6`. */
  readonly runtime: string;
}
