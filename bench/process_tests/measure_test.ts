import { assert, assertEquals, assertRejects } from "@std/assert";
import { GNU_TIME, measure } from "../measure.ts";

const timed = await Deno.stat(GNU_TIME).then(() => true, () => false);

Deno.test({
  name: "measure() sees the CPU, the memory and the output of the program",
  ignore: !timed,
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      const stdout = `${folder}.out`;
      const program = "const held = Buffer.alloc(2 ** 28, 1); console.log(held.length)";
      const taken = await measure([Deno.execPath(), "eval", program], { folder, stdout });
      assertEquals(await Deno.readTextFile(stdout), "268435456\n");
      assert(taken.memory > 2 ** 28 && taken.memory < 2 ** 29);
      assert(taken.wall > 0.01 && taken.cpu > 0.01);
      await assertRejects(
        () => measure(["/bin/sh", "-c", "echo Broken >&2; exit 3"], { folder, stdout }),
        Error,
        'Cannot measure "sh": it ends with 3: Broken',
      );
    } finally {
      for (const end of ["", ".out", ".figures", ".stderr"]) await Deno.remove(`${folder}${end}`);
    }
  },
});
