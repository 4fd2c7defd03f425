import { assert, assertEquals } from "@std/assert";
import config from "../deno.json" with { type: "json" };
import { writeMetrics } from "../cli/metrics.ts";
import { Hour } from "../core/mod.ts";
import { TASK_FLAGS } from "../core/testing/task_flags.ts";
import { tempFolder } from "../core/testing/temp_folder.ts";
import { Metrics } from "../server/metrics.ts";
import { describeApi } from "../server/openapi.ts";
import { Problem, PROBLEM_KINDS } from "../server/problem.ts";
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
  const [, part] = textOf(page).split(new RegExp(`<!-- /?${name} -->`));
  const [_head, _line, ...rows] = part.split("\n").filter((line) => line.startsWith("|"));
  return rows.map((row) => row.split("|")[1].trim().replace(/^`|`$/g, ""));
}

Deno.test("docs are as deno task docs writes them", () => {
  for (const [url, text] of PAGES) {
    assertEquals(text, update(text), `${url.pathname} is out of date: run deno task docs`);
  }
});

Deno.test("docs link to files that are there", async () => {
  for (const [url, text] of PAGES) {
    for (const [, target] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^https?:/.test(target)) continue;
      await Deno.stat(new URL(target, url)).catch(() => {
        throw new Error(`${url.pathname} links to "${target}", which is not there`);
      });
    }
  }
});

Deno.test("docs name tasks that are there", () => {
  for (const [url, text] of PAGES) {
    for (const [, task] of text.matchAll(/\bdeno(?:@[\d.]+)? task (?:-q )?([a-z][a-z:]*)/g)) {
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
  await writeMetrics(`${temp.path}/m`, summary, Hour.parse("2026-09-10T18", { now }), now);
  assertEquals(
    firstCells("operating.md", "run metrics").toSorted(),
    metricsIn(await Deno.readTextFile(`${temp.path}/m`)),
  );
});

Deno.test("docs/operating.md has the metrics of the server", async () => {
  const metrics = new Metrics();
  metrics.watch({ jobs: () => ({ running: 0, queued: 0 }), newestAge: () => Promise.resolve(1) });
  assertEquals(
    firstCells("operating.md", "server metrics").toSorted(),
    metricsIn((await metrics.write()).text),
  );
});

function metricsIn(text: string): string[] {
  return [...text.matchAll(/^# HELP (\S+)/gm)].map(([, name]) => name).sort();
}

Deno.test("docs/api.md has every path of the API", () => {
  const written = [...textOf("api.md").matchAll(/`(?:GET|POST|DELETE) (\/[^`\s]*)`/g)]
    .map(([, path]) => path);
  const paths = Object.keys(describeApi({ maxHours: 744, maxTop: 25 }).paths as object);
  assertEquals([...new Set(written)].sort(), paths.sort());
});

Deno.test("docs/api.md has every problem with its status", () => {
  const rows = [...textOf("api.md").matchAll(/^\| `([a-z-]+)` *\| *(\d{3}) \|/gm)];
  assertEquals(
    rows.map(([, kind, status]) => `${kind} ${status}`).sort(),
    PROBLEM_KINDS.map((kind) => `${kind} ${new Problem(kind, "").status}`).sort(),
  );
});
