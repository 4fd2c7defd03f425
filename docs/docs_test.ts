import { assert, assertEquals } from "@std/assert";
import config from "../deno.json" with { type: "json" };
import { writeMetrics } from "../cli/metrics.ts";
import { Hour } from "../core/mod.ts";
import { storeIn } from "../core/testing/store_hour.ts";
import { INSTALL_FLAGS, SERVE_FLAGS, TASK_FLAGS } from "../core/testing/task_flags.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { Metrics } from "../server/metrics.ts";
import { createHandler } from "../server/handler.ts";
import { Problem, PROBLEM_KINDS } from "../server/http/problem.ts";
import { pages, update } from "./generate.ts";

const PAGES = new Map<URL, string>();
for await (const url of pages()) PAGES.set(url, await Deno.readTextFile(url));

function textOf(name: string): string {
  const page = [...PAGES].find(([url]) => url.pathname.endsWith(`/docs/${name}`));
  assert(page !== undefined, `docs/${name} is not there`);
  return page[1];
}

/** The first cells of the table between the marks of a name, without its head. */
function firstCells(page: string, name: string): string[] {
  const [, part = ""] = textOf(page).split(new RegExp(`<!-- /?${name} -->`));
  const [_head, _line, ...rows] = part.split("\n").filter((line) => line.startsWith("|"));
  return rows.map((row) => row.split("|")[1]!.trim().replace(/^`|`$/g, ""));
}

Deno.test("docs are as deno task docs writes them", () => {
  for (const [url, text] of PAGES) {
    assertEquals(text, update(text), `${url.pathname} is out of date: run deno task docs`);
  }
});

Deno.test("docs link to files that are there", async () => {
  for (const [url, text] of PAGES) {
    for (const [, target = ""] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue;
      await Deno.stat(new URL(target, url)).catch(() => {
        throw new Error(`${url.pathname} links to "${target}", which is not there`);
      });
    }
  }
});

Deno.test("docs name tasks that are there", () => {
  for (const [url, text] of PAGES) {
    for (const [, task = ""] of text.matchAll(/\bdeno(?:@[\d.]+)? task (?:-q )?([a-z][a-z:]*)/g)) {
      assert(Object.hasOwn(config.tasks, task), `${url.pathname} names the task "${task}"`);
    }
  }
});

Deno.test("docs/operating.md has the permissions of the wikitop task", () => {
  assertEquals(
    firstCells("operating.md", "permissions").toSorted(),
    TASK_FLAGS.filter((flag) => flag.startsWith("--allow-")).toSorted(),
  );
});

Deno.test("docs/operating.md has the metrics of a run", async () => {
  await using temp = await tempFolder();
  const hours = { made: 1, skipped: 0, missing: 0, late: 0, failed: 0 };
  const summary = { hours, bytes: 1, lines: 1, malformed: 0, seconds: 1 };
  const now = new Date("2026-09-10T20:00:00Z");
  await writeMetrics(`${temp.path}/m`, summary, Hour.parse("2026-09-10T18"), now);
  assertEquals(
    firstCells("operating.md", "run metrics").toSorted(),
    metricsIn(await Deno.readTextFile(`${temp.path}/m`)),
  );
});

Deno.test("docs/operating.md has the metrics of the server", async () => {
  const metrics = new Metrics();
  metrics.watch({
    jobs: () => Promise.resolve({ running: 0, queued: 0 }),
    newestAge: () => Promise.resolve(1),
  });
  assertEquals(
    firstCells("operating.md", "server metrics").toSorted(),
    metricsIn((await metrics.write()).text),
  );
});

function metricsIn(text: string): string[] {
  return [...text.matchAll(/^# HELP (\S+)/gm)].map(([, name = ""]) => name).sort();
}

Deno.test("docs/api.md has every path of the API", async () => {
  const written = [...textOf("api.md").matchAll(/`(?:GET|POST|DELETE) (\/[^`\s]*)`/g)]
    .map(([, path = ""]) => path);
  await using temp = await tempFolder();
  const handler = createHandler({ store: storeIn(temp.path) });
  const document = await (await handler(new Request("http://localhost/openapi.json"))).json();
  const paths = Object.keys(document.paths);
  assertEquals([...new Set(written)].sort(), paths.sort());
});

Deno.test("docs/api.md has every problem with its status", () => {
  const rows = [...textOf("api.md").matchAll(/^\| `([a-z-]+)` *\| *(\d{3}) \|/gm)];
  assertEquals(
    rows.map(([, kind, status]) => `${kind} ${status}`).sort(),
    PROBLEM_KINDS.map((kind) => `${kind} ${new Problem(kind, "").status}`).sort(),
  );
});

const README = await Deno.readTextFile(new URL("../README.md", import.meta.url));

Deno.test("README.md has at most 200 lines", () => {
  const lines = README.split("\n").length - 1;
  assert(lines <= 200, `it has ${lines}`);
});

Deno.test("README.md opens with the two commands", () => {
  const [demo = -1, test = -1] = ["demo", "test"].map((task) =>
    README.indexOf(`npx --yes deno@2.9.6 task ${task}`)
  );
  assert(demo >= 0 && demo < test, "it shows how to run demo, then test");
  const before = README.slice(0, demo).split("\n").filter((line) => line.startsWith("## "));
  assert(before.length <= 1, `${before.length} sections come first`);
});

Deno.test("README.md has the permissions of the wikitop task", () => {
  const [, part = ""] = README.split(/<!-- \/?permissions -->/);
  assertEquals(
    [...part.matchAll(/^\| `(--allow-[^`]*)`/gm)].map(([, flag]) => flag).sort(),
    TASK_FLAGS.filter((flag) => flag.startsWith("--allow-")).toSorted(),
  );
});

Deno.test("deno task install gives the permissions of the tasks that it stands for", () => {
  assertEquals(INSTALL_FLAGS.toSorted(), SERVE_FLAGS.toSorted());
  const net = (flags: readonly string[]) =>
    flags.find((flag) => flag.startsWith("--allow-net="))?.split(/[=,]/).toSorted();
  assertEquals(net(INSTALL_FLAGS), [...net(TASK_FLAGS)!, "127.0.0.1"].toSorted());
});

Deno.test("tasks that people type are short lines, and run what has the lock file", () => {
  for (const name of ["demo", "wikitop", "serve", "install"] as const) {
    assert(config.tasks[name].command.length <= 80, name);
  }
  for (const [name, { command }] of Object.entries(config.tasks)) {
    for (const [part] of command.matchAll(/\bdeno (?:run|test|check|bundle)\b[^&|;]*/g)) {
      assert(/--lock=/.test(part) || name.startsWith("compile"), `${name}: ${part}`);
    }
  }
});
