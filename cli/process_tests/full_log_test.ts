import { assertEquals } from "@std/assert";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { assertMade } from "../../core/testing/run_from.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

/** Whether this machine has a file that is always full. */
async function hasFullFile(): Promise<boolean> {
  try {
    await Deno.writeTextFile("/dev/full", "x", { create: false });
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOSPC";
  }
  return false;
}

const ignore = !await hasFullFile();

/** Starts the program with its standard error on a full disk. */
function startFull(args: readonly string[], permissions: string[], cwd: string): Deno.ChildProcess {
  const command = [...FROM_SOURCE.command(permissions), ...args];
  return new Deno.Command("/bin/sh", {
    args: ["-c", 'exec "$@" 2> /dev/full', "sh", ...command],
    cwd,
    env: { DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
}

for (const log of ["text", "json"]) {
  Deno.test({
    name: `wikitop run makes all hours whose log has no room, --log ${log}`,
    ignore,
    async fn() {
      await using temp = await tempFolder();
      await using server = new FaultServer();
      const hours = ["2026-09-10T18", "2026-09-10T19"];
      const sources = ["--source", server.url, "--denylist", SAMPLE.denylist];
      const args = ["run", ...hours, ...sources, "--log", log];
      const child = startFull(args, [`--allow-net=${server.host}`], temp.path);
      const { code } = await child.output();
      for (const hour of hours) await assertMade(temp.path, hour);
      assertEquals(code, 0);
    },
  });
}

Deno.test({
  name: "wikitop serve answers although its log has no room",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const { port } = listener.addr;
    listener.close();
    const host = `127.0.0.1:${port}`;
    const sources = ["--source", server.url, "--denylist", SAMPLE.denylist];
    const args = ["serve", "--port", String(port), ...sources];
    const child = startFull(args, [`--allow-net=${server.host},${host}`], temp.path);
    const status = child.status;
    try {
      let response: Response | undefined;
      while (response === undefined) {
        response = await fetch(`http://${host}/v1/hours/2026-09-10T18?domain=en`).catch(() =>
          new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 100))
        );
      }
      assertEquals(response.status, 200, await response.text());
    } finally {
      child.kill("SIGTERM");
    }
    await child.stdout.cancel();
    assertEquals((await status).code, 0);
  },
});
