import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch, start } from "../../core/testing/launch.ts";
import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { type Program, withOnly } from "../../core/testing/program.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { INSTALL_FLAGS } from "../../core/testing/task_flags.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { ServerProcess } from "../../server/process_tests/server_process.ts";
import { wordsOf } from "../testing/containerfile.ts";
import { everyHour } from "../testing/every_hour.ts";
import { type Line, readLines, settingsOf } from "../testing/lines.ts";
import { buildPlainImage } from "../testing/plain_image.ts";

/** Where a line is run: in place of what it names there is what a test may have. */
interface Place {
  /** The folder it is called from. */
  cwd: string;
  /** The store. */
  store: string;
  program: Program;
  /** What has become of a path. */
  place: (text: string) => string;
}

Deno.test({
  name: "Every wikitop line of deploy/ does what it is there for, with its permissions",
  ignore: Deno.build.os !== "linux",
  async fn(t) {
    await using temp = await tempFolder();
    const image = await buildPlainImage(temp.path);
    const [deno, ...entry] = (await wordsOf("ENTRYPOINT")).map(image);
    assertEquals(deno, "deno");
    const flags = entry.slice(1, -1).map((flag) => flag.replace("0.0.0.0:8080", "0.0.0.0:0"));
    const inImage: Program = {
      command(permissions) {
        const [net] = permissions;
        const allowed = flags.map((flag) =>
          flag.startsWith("--allow-net=") ? `${flag},${net?.split("=")[1]}` : flag
        );
        return [Deno.execPath(), "run", ...allowed, entry.at(-1)!];
      },
    };
    for (const line of await readLines()) {
      await t.step(line.where, async () => {
        await using folder = await tempFolder();
        await using source = everyHour();
        const store = line.inImage ? `${temp.path}/srv/top` : `${folder.path}/reports`;
        await runLine(line, source, {
          cwd: folder.path,
          store,
          program: line.inImage ? inImage : withOnly(...INSTALL_FLAGS),
          place: line.inImage ? image : (text) => text,
        });
        await Deno.remove(store, { recursive: true });
        await Deno.mkdir(store);
      });
    }

    await t.step("The health check tells a server that is ready from none", async () => {
      const words = (await wordsOf("HEALTHCHECK")).map(image);
      const status = { code: 200 };
      await using server = new LoopbackServer((request) => {
        assertMatch(request.url, /\/readyz$/);
        return new Response(null, { status: status.code });
      });
      const script = words.at(-1)!;
      const atPort = (await Deno.readTextFile(script)).replace("127.0.0.1:8080", server.host);
      await Deno.writeTextFile(script, atPort);
      const args = words.slice(1).map((word) => word.replace("127.0.0.1:8080", server.host));
      for (const [code, expected] of [[200, 0], [503, 1]] as const) {
        status.code = code;
        const check = await new Deno.Command(Deno.execPath(), { args }).output();
        assertEquals(check.code, expected, new TextDecoder().decode(check.stderr));
      }
    });
  },
});

/** Runs a line: a server until it is ready and has made an hour, anything else to its end. */
async function runLine(
  { args, fine, where }: Line,
  source: LoopbackServer,
  { cwd, store, program, place }: Place,
): Promise<void> {
  const env: Record<string, string> = {
    ...where.startsWith("kubernetes") && await settingsOf("kubernetes"),
    WIKITOP_SOURCE: source.url,
    WIKITOP_DENYLIST: "none",
  };
  const typed = args.map(place);
  const permissions = [`--allow-net=${source.host}`];
  const options = { cwd, env, permissions };
  if (typed[0] === "serve") {
    const serving = [...typed, "--port", "0"];
    await using server = new ServerProcess(start(program, serving, options), undefined);
    await server.listening();
    await server.ready();
    const port = new URL(server.url).port;
    const report = await fetch(`http://127.0.0.1:${port}/v1/hours/${SAMPLE.hour}`);
    assertEquals([report.status, (await report.text()).length > 0], [200, true], server.log);
    assertEquals(await server.stop(), 0, server.log);
  } else {
    const { code, stdout, stderr } = await launch(program, typed, options);
    assert(fine.includes(code), `exit code ${code}: ${stderr}`);
    const last = Number(typed[typed.indexOf("--last") + 1]);
    // The newest is not published yet where the hour has just ended.
    const made = stdout.trim().split("\n").map((path) =>
      path.startsWith("/") ? path : `${cwd}/${path}`
    );
    assert(made.length >= last - 1 && made.length <= last, stdout);
    for (const path of made) {
      assert(path.startsWith(store), path);
      await Deno.stat(path);
    }
  }
}
