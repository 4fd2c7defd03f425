import { assertEquals } from "@std/assert";
import { storeHour, storeIn } from "../testing/store_hour.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { Hour } from "../time/hour.ts";
import { openReport } from "./open.ts";
import { findSpikes, type SpikeOptions } from "./spikes.ts";

const HOUR = Hour.parse("2026-09-10T18");

/** The pages of the hour that have a spike, where each hour has pages with these views. */
async function spikesIn(
  views: Readonly<Record<number, Readonly<Record<string, number>>>>,
  options: Partial<SpikeOptions> = {},
): Promise<string[]> {
  await using temp = await tempFolder();
  for (const [ahead, pages] of Object.entries(views)) {
    const rows = Object.entries(pages).map(([title, count]) => `en ${title} ${count} 0\n`).sort();
    await storeHour(temp.path, `${HOUR.plus(Number(ahead))}`, { dump: rows.join(""), top: 3 });
  }
  const store = storeIn(temp.path);
  const isSpike = await findSpikes(store, HOUR, { edition: "each", codes: ["en"], ...options });
  const report = await (await openReport(store, HOUR))!.report();
  return report.domains.flatMap((domain) =>
    domain.pages.filter((page) => isSpike({ report, domain, page })).map(({ title }) => title)
  );
}

/** Six hours around the one that is looked at, all alike. */
function around(pages: Readonly<Record<string, number>>) {
  return Object.fromEntries([-3, -2, -1, 1, 2, 3].map((ahead) => [ahead, pages]));
}

Deno.test("findSpikes() finds pages with many times the views of their median", async () => {
  const now = { Spike: 200, Steady: 199, Most: 1000 };
  const views = { ...around({ Spike: 10, Steady: 10, Most: 900 }), 0: now };
  assertEquals(await spikesIn(views), ["Spike"]);
  assertEquals(await spikesIn(views, { factor: 19 }), ["Spike", "Steady"]);
  assertEquals(await spikesIn({ ...views, 1: { Spike: 500 }, 2: { Spike: 500 } }), ["Spike"]);
});

Deno.test("findSpikes() takes a page that is not in a full top for the last one of it", async () => {
  const full = { A: 100, B: 90, C: 11 };
  assertEquals(await spikesIn({ ...around(full), 0: { New: 219 } }), []);
  assertEquals(await spikesIn({ ...around(full), 0: { New: 220 } }), ["New"]);
  assertEquals(await spikesIn({ ...around({ A: 100 }), 0: { New: 20 } }), ["New"]);
  assertEquals(await spikesIn({ ...around({ A: 100 }), 0: { New: 19 } }), []);
});

Deno.test("findSpikes() finds none where too few hours are stored to say so", async () => {
  const { [3]: _, ...five } = around({ A: 1 });
  assertEquals(await spikesIn({ ...five, 0: { A: 1000 } }), []);
  assertEquals(await spikesIn({ ...five, 13: { A: 1 }, 0: { A: 1000 } }), []);
  assertEquals(await spikesIn({ ...five, 12: { A: 1 }, 0: { A: 1000 } }), ["A"]);
});
