import { assertEquals, assertThrows } from "@std/assert";
import { checkPeriodFirst } from "./period_first.ts";
import { UsageError } from "./usage_error.ts";

Deno.test("checkPeriodFirst() lets what may be a period pass, right or wrong", () => {
  for (const first of ["2026-09-10T18", "2026-W37", "2026-13", "latest", "yesterday", "10"]) {
    checkPeriodFirst("show", [first, "frwiki"]);
  }
  checkPeriodFirst("show", []);
});

Deno.test("checkPeriodFirst() writes the command that was meant", () => {
  const commands = {
    "frwiki": "latest frwiki",
    "frwiki latest": "latest frwiki",
    "*.voy 2026-09-10": "2026-09-10 '*.voy'",
    "en.m de 2026-W37": "2026-W37 en.m de",
    "https://fr.wikipedia.org/wiki/Paris": "latest https://fr.wikipedia.org/wiki/Paris",
  };
  for (const [typed, meant] of Object.entries(commands)) {
    const { message } = assertThrows(() => checkPeriodFirst("show", typed.split(" ")), UsageError);
    assertEquals(message.split("write wikitop ")[1], `show ${meant}`);
  }
});

Deno.test("checkPeriodFirst() takes a misspelt word for what it is", () => {
  const check = () => checkPeriodFirst("show", ["lates", "frwiki"]);
  assertThrows(check, UsageError, 'Invalid period "lates"; did you mean "latest"?');
});
