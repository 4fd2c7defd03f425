import { assertEquals, assertThrows } from "@std/assert";
import { dumpNameOf, periodOfDump } from "./dump_period.ts";
import { parsePeriod } from "./period.ts";

Deno.test("periodOfDump() reads what dumpNameOf() writes, wherever the file is", () => {
  for (const label of ["2026-09-10T18", "2026-09-10", "2026-W37", "2020-W53", "2026-09"]) {
    const name = dumpNameOf(parsePeriod(label));
    for (const path of [name, name.replace(/\.gz$/, ""), `a/${name}`, `C:\\a\\${name}`]) {
      assertEquals(periodOfDump(path)?.label, label, path);
    }
  }
});

Deno.test("periodOfDump() knows no period of other names, and refuses those that cannot be", () => {
  for (const path of ["day.gz", "a2026-09-10.gz", "2026-09-10.csv", "2026-9-1.gz", "2026.gz", ""]) {
    assertEquals(periodOfDump(path), undefined, path);
  }
  for (const path of ["2026-02-30.gz", "2026-W54.gz", "2026-13.gz"]) {
    assertThrows(() => periodOfDump(path), RangeError);
  }
});
