import { assert, assertEquals, assertMatch } from "@std/assert";
import { TextLineStream } from "@std/streams/text-line-stream";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { assertSameText } from "../../../core/testing/assert_same_text.ts";
import { launch } from "../../../core/testing/launch.ts";
import type { Program } from "../../../core/testing/program.ts";
import { findNode, run } from "../../../core/testing/run.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { sampleServer } from "../../../core/testing/sample_server.ts";
import { INSTALL_FLAGS } from "../../../core/testing/task_flags.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const node = await findNode();

const FROM_FOLDER = ["--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];

Deno.test({
  name: "npx wikitop works with Node alone, from the tarball of its package",
  ignore: node === undefined,
  async fn(t) {
    await using temp = await tempFolder();
    const built = `${temp.path}/built`;
    await run(Deno.execPath(), ["task", "-q", "npm", built], { cwd: ROOT });
    // Node and what belongs to it, and no Deno.
    const path = [dirname(node!), "/usr/bin", "/bin"].join(":");
    const npm = async (folder: string, ...args: string[]) => {
      const npm = `${dirname(node!)}/npm`;
      const env = { PATH: path };
      const options = { args: ["--loglevel=error", ...args], cwd: folder, env };
      const { success, stdout, stderr } = await new Deno.Command(npm, options).output();
      assert(success, `npm ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
      return new TextDecoder().decode(stdout).trim();
    };
    const tarball = (await npm(temp.path, "pack", built)).split("\n").at(-1)!;
    const user = `${temp.path}/user`;
    await Deno.mkdir(user);
    await Deno.writeTextFile(`${user}/package.json`, "{}");
    await npm(user, "install", "--prefer-offline", "--no-audit", "--no-fund", `../${tarball}`);
    const npx: Program = { command: () => [`${dirname(node!)}/npx`, "--no", "wikitop"] };
    // What npx starts; npx itself takes longer than all that it starts here.
    const bin = [node!, `${user}/node_modules/wikitop/bin.mjs`] as [string, ...string[]];
    const started: Program = { command: () => bin };
    const options = { cwd: user, env: { PATH: path } };

    await t.step("wikitop rank", async () => {
      const args = ["rank", SAMPLE.dump, "--denylist", SAMPLE.denylist];
      const { code, stdout, stderr } = await launch(npx, args, options);
      assertEquals(code, 0, stderr);
      assertSameText(stdout, await Deno.readTextFile(SAMPLE.expected));
    });

    await t.step("wikitop run", async () => {
      const args = ["run", SAMPLE.hour, ...FROM_FOLDER];
      const { code, stdout, stderr } = await launch(npx, args, options);
      assertEquals([code, stdout], [0, "reports/2026/09/2026-09-10T18.csv\n"], stderr);
      const report = await Deno.readTextFile(`${user}/${stdout.trim()}`);
      assertSameText(report, await Deno.readTextFile(SAMPLE.expected));
    });

    await t.step("wikitop run has its threads", async () => {
      const range = ["run", SAMPLE.hour, "2026-09-10T19", ...FROM_FOLDER, "--force"];
      const { code, stderr } = await launch(started, range, options);
      assertMatch(stderr, /^2026-09-10T18: made in /m);
      assertEquals(code, 3); // There is one hour.
    });

    await t.step("wikitop has the permissions of its task and no others", async () => {
      const { denoFlags } = JSON.parse(await Deno.readTextFile(`${built}/package.json`));
      assertEquals(denoFlags.toSorted(), INSTALL_FLAGS.toSorted());
      await using server = sampleServer();
      const args = ["run", SAMPLE.hour, "--denylist", "none", "--source", server.url, "--force"];
      const { stderr } = await launch(started, [...args, "--store", "../elsewhere"], options);
      const [, command] = /missing; this command has .*:\n\n {2}(.*)\n/.exec(stderr) ?? [];
      assert(command !== undefined, stderr);
      const sh = { command: () => ["sh", "-c", command] as [string, ...string[]] };
      const { code, stderr: said } = await launch(sh, [], options);
      assertEquals(code, 0, said);
    });

    await t.step("wikitop serve has its page, and ends with SIGTERM", async () => {
      const [file, ...args] = bin;
      const child = new Deno.Command(file, {
        args: [...args, "serve", "--port", "0", "--read-only"],
        cwd: user,
        stderr: "piped",
      }).spawn();
      const lines = child.stderr.pipeThrough(new TextDecoderStream())
        .pipeThrough(new TextLineStream());
      let page = "";
      for await (const line of lines) {
        const url = /^Listening at (\S+)$/.exec(line)?.[1];
        if (url === undefined) continue;
        page = await (await fetch(url)).text();
        child.kill("SIGTERM");
      }
      assertMatch(page, /<script type="module" src="\/assets\/main-/);
      assertEquals((await child.status).code, 0);
    });
  },
});
