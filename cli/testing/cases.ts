import type { Program } from "../../core/testing/program.ts";

/** A test that every form of the program has to pass, and its name. */
export type Case = readonly [name: string, test: (program: Program) => Promise<void>];

/** Options of {@linkcode registerCases}. */
export interface RegisterOptions {
  /** What to put before the names of the tests. */
  prefix?: string;
  /** Whether to report the tests as ignored, because there is no such program here. */
  ignore?: boolean;
}

/**
 * Registers tests for one form of the program.
 *
 * @param cases The tests.
 * @param program The program.
 * @param options How to register them.
 */
export function registerCases(
  cases: readonly Case[],
  program: Program,
  { prefix = "", ignore = false }: RegisterOptions = {},
): void {
  for (const [name, test] of cases) {
    Deno.test({ name: prefix + name, ignore, fn: () => test(program) });
  }
}
