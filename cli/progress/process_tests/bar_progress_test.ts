import { assert } from "@std/assert";
import { FaultServer } from "../../../core/testing/fault_server.ts";
import { FROM_SOURCE } from "../../../core/testing/program.ts";
import { assertMade } from "../../../core/testing/run_from.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";

/** Whether `script` of util-linux is here, which runs a program on a terminal. */
async function hasScript(): Promise<boolean> {
  try {
    const { stdout } = await new Deno.Command("script", { args: ["--version"] }).output();
    return new TextDecoder().decode(stdout).includes("util-linux");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Runs the program on a terminal, and gives all that it wrote there. */
async function onTerminal(args: string[], server: FaultServer, cwd: string): Promise<string> {
  const command = [
    ...FROM_SOURCE.command([`--allow-net=${server.host}`]),
    ...args,
    ...["--source", server.url, "--denylist", SAMPLE.denylist],
  ];
  const quoted = command.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const { stdout } = await new Deno.Command("script", {
    args: ["-qec", `stty cols 300; ${quoted}; echo code $?`, "/dev/null"],
    cwd,
    env: { TERM: "xterm", WIKITOP_RETRY_FOR: "20s", DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
  }).output();
  return new TextDecoder().decode(stdout);
}

const ignore = !await hasScript();

Deno.test({
  name: "BarProgress shows a line for each running hour and one for all",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await using server = new FaultServer({
      fault: (_, right) => ({ ...right, drip: { bytes: 12, milliseconds: 50 } }),
    });
    const args = ["run", "2026-09-10T17", "2026-09-10T20", "--workers", "2"];
    const text = await onTerminal(args, server, temp.path);
    for (
      const words of [
        /all hours +[█░]+ 0 of 4/,
        /2026-09-10T17 [█░]+ [\d.]+ k?B of [\d.]+ kB, [\d.]+ k?B\/s\r/,
        /2026-09-10T20: made in [\d.]+ s/,
        /made 4; [\d.]+ kB, 13,472 lines in [\d.]+ s/,
        /code 0/,
      ]
    ) assert(words.test(text), `${words} is not in ${JSON.stringify(text)}`);
    // The cursor stays: nobody would bring it back after a kill.
    assert(!text.includes("\x1b[?25l"));
    await assertMade(temp.path, "2026-09-10T20");
  },
});

Deno.test({
  name: "BarProgress tells of what went wrong above its bars",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await using server = new FaultServer({
      fault: ({ before, path }, right) => {
        if (path.endsWith("-170000.gz")) {
          return { status: 403, headers: {}, body: new Uint8Array(0) };
        }
        return before === 0 ? { ...right, cut: 9000 } : right;
      },
    });
    const text = await onTerminal(["run", "2026-09-10T17", SAMPLE.hour], server, temp.path);
    for (
      const words of [
        /2026-09-10T17: Cannot fetch [^\r\n]*403/,
        /2026-09-10T18: [^\r\n]*trying again in/,
        /made 1, failed 1; /,
        /1 of 2 hours failed; run the same again/,
        /code 1/,
      ]
    ) assert(words.test(text), `${words} is not in ${JSON.stringify(text)}`);
  },
});
