import { FROM_SOURCE, fromExecutable, type Program } from "../../core/testing/program.ts";

const executable = Deno.env.get("WIKITOP_TEST_EXECUTABLE");

/**
 * What the tests of the program and its commands start: the source, or the executable that the
 * environment names, as `cli/executable_test.ts` does.
 */
export const WIKITOP: Program = executable === undefined ? FROM_SOURCE : fromExecutable(executable);
