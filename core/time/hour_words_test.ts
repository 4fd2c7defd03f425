import { assertEquals } from "@std/assert";
import { Hour } from "./hour.ts";
import { latestHour, newestPublished } from "./hour_words.ts";

const NOW = new Date("2026-09-10T18:30Z");

Deno.test("latestHour() is the newest stored hour, or the newest published one if none is stored", async () => {
  const stored = Hour.parse("2018-02-19T10");
  assertEquals(await latestHour(NOW, () => Promise.resolve(stored)), stored);
  const none = await latestHour(NOW, () => Promise.resolve(undefined));
  assertEquals([none.label, newestPublished(NOW).label], ["2026-09-10T16", "2026-09-10T16"]);
});
