import { assert, assertEquals } from "@std/assert";

/** What is let go of goes back to the system when it is collected, not at once. */
const GROWTH_MIB = 64;

const LOOPS = { cancelled: 300, damaged: 100 };

for (const [how, times] of Object.entries(LOOPS)) {
  Deno.test(`Memory does not grow with ${times} dumps that are ${how}, in a pool`, async () => {
    const script = new URL("../testing/give_up_dumps.ts", import.meta.url).pathname;
    const config = new URL("../../deno.json", import.meta.url).pathname;
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "run",
        "-q",
        "--no-check",
        "--v8-flags=--max-semi-space-size=2",
        "--allow-read",
        `--config=${config}`,
        script,
        how,
        `${times}`,
      ],
    }).output();
    assertEquals([success, new TextDecoder().decode(stderr)], [true, ""]);
    const [warm, last] = JSON.parse(new TextDecoder().decode(stdout)) as [number, number];
    const grown = (last - warm) / 2 ** 20;
    assert(grown < GROWTH_MIB, `${grown.toFixed()} MiB more, ${(last / 2 ** 20).toFixed()} MiB`);
  });
}
