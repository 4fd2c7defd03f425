import { assertEquals, assertThrows } from "@std/assert";
import { knownVariables } from "./flags.ts";
import { UsageError } from "./usage_error.ts";
import { checkVariables } from "./variables.ts";

/** An environment that may be listed, and one of which only single variables may be read. */
function environments(set: Record<string, string>) {
  const env = (name: string) => set[name];
  return [{ env, variables: () => Object.keys(set) }, { env, variables: () => undefined }];
}

Deno.test("checkVariables() takes those of flags, and whatever has another prefix", () => {
  const known = Object.fromEntries(knownVariables().map((name) => [name, "x"]));
  const others = { PATH: "/bin", WIKITOP: "x", XWIKITOP_TPO: "x", wikitop_tpo: "x" };
  for (const world of environments({ ...known, ...others })) checkVariables(world);
});

Deno.test("checkVariables() refuses one that is misspelt, and guesses", () => {
  const slips: Record<string, string> = {
    WIKITOP_TPO: "WIKITOP_TOP",
    WIKITOP_TIE: "WIKITOP_TIES",
    WIKITOP_TOPP: "WIKITOP_TOP",
    WIKITOP_SOURCES: "WIKITOP_SOURCE",
    WIKITOP_READONLY: "WIKITOP_READ_ONLY",
  };
  for (const [slip, meant] of Object.entries(slips)) {
    for (const value of ["3", ""]) {
      for (const world of environments({ [slip]: value })) {
        const { message } = assertThrows(() => checkVariables(world), UsageError);
        assertEquals(
          message,
          `Cannot use ${slip}: there is no such variable; did you mean "${meant}"?`,
        );
      }
    }
  }
});

Deno.test("checkVariables() guesses from any letter, where it can be seen", () => {
  const [listed] = environments({ WIKITOP_DENYLYST: "none" });
  const { message } = assertThrows(() => checkVariables(listed!), UsageError);
  assertEquals(
    message,
    'Cannot use WIKITOP_DENYLYST: there is no such variable; did you mean "WIKITOP_DENYLIST"?',
  );
});

Deno.test("checkVariables() refuses one that is like none, where it can be seen", () => {
  const [listed] = environments({ WIKITOP_COLOUR: "red" });
  const { message } = assertThrows(() => checkVariables(listed!), UsageError);
  assertEquals(message, "Cannot use WIKITOP_COLOUR: there is no such variable");
});
