import { assertEquals, assertMatch } from "@std/assert";
import { fileURLToPath } from "node:url";
import { launch } from "../../core/testing/launch.ts";
import { withOnly } from "../../core/testing/program.ts";
import { run } from "../../core/testing/run.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { sampleServer } from "../../core/testing/sample_server.ts";
import { INSTALL_FLAGS } from "../../core/testing/task_flags.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

Deno.test({
  name: "The DAG waits for its newest hour, and makes each by a mapped task",
  ignore: !await isPythonThere(),
  async fn() {
    await using server = sampleServer();
    const { answer } = server;
    server.answer = (request) =>
      request.url.includes("-210000") ? new Response("no", { status: 500 }) : answer(request);
    const args = [
      "../testing/airflow_stub.py",
      "../airflow/wikitop_hours.py",
    ].map(pathOf);
    const said = await run("python3", [...args, server.url.replace(/\/$/, "")]);
    const { dag, options, tasks, hours, published, line } = JSON.parse(said);
    assertEquals([dag, options.schedule, options.catchup], ["wikitop_hours", "@hourly", "False"]);
    const structure = tasks.map((
      { name, kind, mapped, waitsFor }: Record<string, unknown>,
    ) => [name, kind, mapped, waitsFor]);
    assertEquals(structure, [
      ["hours", "python", null, []],
      ["published", "sensor", null, ["hours"]],
      ["make", "bash", { hour: "hours" }, ["hours", "published"]],
    ]);
    assertEquals(tasks[1].options.mode, "reschedule");
    assertEquals(hours, {
      scheduled: ["2026-09-10T18"],
      one: ["2026-09-01T05"],
      range: ["2026-09-09T22", "2026-09-09T23", "2026-09-10T00", "2026-09-10T01"],
    });
    // It asks for the dump where the server has it; only "not found" is "not yet".
    assertEquals(published.slice(0, 2), [true, false]);
    assertMatch(published[2], /500/);
    assertEquals(server.requests.map(({ method }) => method), ["HEAD", "HEAD", "HEAD"]);
    assertEquals(server.paths[0], SAMPLE.dumpPath);

    await using temp = await tempFolder();
    const [name, ...words] = line.split(" ");
    assertEquals(name, "wikitop");
    const env = { WIKITOP_SOURCE: SAMPLE.folder, WIKITOP_DENYLIST: SAMPLE.denylist };
    const outcome = await launch(withOnly(...INSTALL_FLAGS), words, { cwd: temp.path, env });
    assertEquals([outcome.code, outcome.stdout], [0, "reports/2026/09/2026-09-10T18.csv\n"]);
    const none = line.replace(SAMPLE.hour, "2026-09-10T17").split(" ").slice(1);
    const missing = await launch(withOnly(...INSTALL_FLAGS), none, { cwd: temp.path, env });
    assertEquals(String(missing.code), tasks[2].options.skip_on_exit_code);
  },
});

async function isPythonThere(): Promise<boolean> {
  try {
    const args = ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"];
    return (await new Deno.Command("python3", { args }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
