import { assert, assertEquals } from "@std/assert";
import { gzipSync } from "node:zlib";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { rankNaively } from "../../testdata/naive_ranker.ts";
import { Random } from "../../testdata/random.ts";
import { randomSides } from "../../testdata/random_sides.ts";
import { Denylist } from "../deny/denylist.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { tryLockFile } from "../deno/file_lock.ts";
import { gunzipNode } from "../node/gunzip_node.ts";
import { WorkFolder } from "../node/work_folder.ts";
import { EDITIONS, isOfArticles, isOfProjects } from "../rank/edition.ts";
import { TIES } from "../rank/page.ts";
import { domainsOf } from "../rank/ranking.ts";
import { MissingDumpError } from "../source/missing_dump_error.ts";
import type { Source } from "../source/source.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { parsePeriod } from "../time/period.ts";
import { makeEncoded } from "./make.ts";
import { rankReport } from "./rank_report.ts";

const SEEDS = 4;
const DAY = parsePeriod("2026-09-10");

/** Some dumps of the day, each in order or not, quoted or not, gzipped or not; others are missing. */
function dumpsOf(random: Random): { dumps: Map<string, Uint8Array>; denylist: Uint8Array } {
  const dumps = new Map<string, Uint8Array>();
  let denylist: Uint8Array | undefined;
  for (const { label } of DAY.hours) {
    if (random.chance(0.9) && dumps.size > 0) continue;
    const made = randomSides(random);
    dumps.set(label, made.dump);
    denylist ??= made.denylist;
  }
  return { dumps, denylist: denylist! };
}

function sourceOf(dumps: ReadonlyMap<string, Uint8Array>, random: Random): Source {
  const isGzipped = random.chance(0.7);
  return {
    open(hour) {
      const dump = dumps.get(hour.label);
      if (dump === undefined) throw new MissingDumpError(hour, "given", undefined);
      const bytes = isGzipped ? new Uint8Array(gzipSync(dump)) : new Uint8Array(dump);
      const body = streamOf(...cut(bytes, random));
      const { length } = bytes;
      return Promise.resolve({ url: hour.label, body, length, etag: null, lastModified: null });
    },
    openIfChanged: (hour) => Promise.reject(new Error(`${hour} is known`)),
  };
}

function loaded(content: Uint8Array): LoadedDenylist {
  const bytes = new Uint8Array(content);
  return {
    identity: { url: "denylist", sha256: "0".repeat(64) },
    content: bytes,
    read: () => Denylist.read(streamOf(bytes)),
  } as LoadedDenylist;
}

/** All that the generated dumps have beside articles; titles are bytes, one for each character. */
const isArticle = (title: string) => !title.startsWith("Special:");

Deno.test("makeEncoded() makes all editions of a day as the naive ranker does of its dumps together", async () => {
  await using temp = await tempFolder();
  const work = new WorkFolder(temp.path, { tryLock: tryLockFile });
  let compared = 0;
  for (let seed = 0; seed < SEEDS; seed++) {
    const random = new Random(12_000 + seed);
    const { dumps, denylist } = dumpsOf(random);
    const top = random.pick([1, 3, 25, 25, 100]);
    const ties = random.pick(TIES);
    const isDenied = random.chance(0.7);
    const made = await makeEncoded(DAY, {
      sources: [sourceOf(dumps, random)],
      work,
      editions: EDITIONS,
      top,
      ties,
      denylist: isDenied ? loaded(denylist) : undefined,
      rank: (dump, { denylist, ...how }) =>
        rankReport(dump, { ...how, denylist: denylist?.read(), gunzip: gunzipNode }),
    });
    assertEquals(made?.map(({ head }) => head.edition), EDITIONS);
    const together = new Uint8Array(await new Blob([...dumps.values()].map(copy)).arrayBuffer());
    for (const { head: { edition, sources }, tops } of made!) {
      const message = `seed ${seed}, ties ${ties}, top ${top}, edition ${edition}`;
      const { domains } = rankNaively(together, {
        top,
        ties,
        denylist: isDenied ? denylist : undefined,
        ofProjects: isOfProjects(edition),
        ranks: isOfArticles(edition) ? isArticle : undefined,
      });
      const different = Array.from(domainsOf(tops)).findIndex((domain, i) =>
        JSON.stringify(domain) !== JSON.stringify(domains[i])
      );
      assertEquals(Array.from(domainsOf(tops))[different], domains[different], message);
      assertEquals(sources.map(({ hour }) => hour), [...dumps.keys()], message);
      compared += domains.reduce((sum, { pages }) => sum + pages.length, 0);
    }
  }
  assert(compared > 1000, `${compared} pages are too few to tell`);
});

function copy(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}
