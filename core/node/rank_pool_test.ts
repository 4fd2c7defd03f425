import { assert, assertEquals, assertRejects } from "@std/assert";
import { gzipSync } from "node:zlib";
import { SAMPLE } from "../testing/sample.ts";
import { cut, streamOf } from "../../testdata/chunks.ts";
import { openWorkersAfter, uncaughtIn } from "../testing/left_behind.ts";
import { Random } from "../../testdata/random.ts";
import type { Bytes } from "../dump/bytes.ts";
import { gunzipNode } from "./gunzip_node.ts";
import type { LoadedDenylist } from "../deny/load_denylist.ts";
import { Denylist } from "../deny/denylist.ts";
import { type RankedReport, rankReport } from "../produce/rank_report.ts";
import { EDITIONS } from "../rank/edition.ts";
import { domainsOf } from "../rank/ranking.ts";
import { DumpError, type DumpErrorCode } from "../dump/dump_error.ts";
import { Hour } from "../time/hour.ts";
import { RankPool } from "./rank_pool.ts";
import { createSha256 } from "./sha256.ts";

const DUMP = Deno.readFileSync(SAMPLE.dump);
/** What the sample's dump is ranked into. */
let right: Promise<RankedReport> | undefined;
const rightRanking = () => right ??= rankReport(streamOf(DUMP), { ...REPORT, gunzip: gunzipNode });

const REPORT = { period: Hour.parse("2026-09-10T18"), editions: EDITIONS } as const;
const OPTIONS = { ...REPORT, top: 25, ties: "row", denylist: undefined } as const;

function denylistOf(content: Uint8Array<ArrayBuffer>, sha256: string): LoadedDenylist {
  const read = () => Denylist.read(new Blob([content]).stream());
  return { identity: { url: "list", sha256 }, content, read };
}

const DENYLIST = denylistOf(Deno.readFileSync(SAMPLE.denylist), "ab".repeat(32));

/** A dump whose connection breaks, or that goes on for ever. */
function endless(onPull: (pulls: number) => void, onCancel: (why: unknown) => void = () => {}) {
  let pulls = 0;
  const line = new TextEncoder().encode("en A 1 0\n".repeat(1000));
  return new ReadableStream<Bytes>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve));
      onPull(pulls++);
      controller.enqueue(line.slice());
    },
    cancel: onCancel,
  }, { highWaterMark: 0 });
}

Deno.test("RankPool.rank() ranks as rankReport() does", async () => {
  const { open } = await openWorkersAfter(async () => {
    using pool = new RankPool(2);
    const text = new TextEncoder().encode("en A 1 0\nde B 2 0\nbroken\n");
    for (const dump of [DUMP, text, new Uint8Array(gzipSync(text))]) {
      for (const denylist of [DENYLIST, undefined]) {
        for (const ties of ["row", "dense"] as const) {
          const options = { ...REPORT, top: 3, ties, createSha256 };
          const ranking = await pool.rank(streamOf(...cut(dump, new Random(1))), {
            ...options,
            denylist,
          });
          const right = await rankReport(streamOf(dump), {
            ...options,
            denylist: await denylist?.read(),
            gunzip: gunzipNode,
          });
          assertEquals(ranking, right);
        }
      }
    }
  });
  assertEquals(open, 0);
});

Deno.test("RankPool.rank() ranks no more hours at a time than it has workers", async () => {
  const { started, open } = await openWorkersAfter(async () => {
    using pool = new RankPool(2);
    let [now, most] = [0, 0];
    /** A dump that notes how many are being read at the same time. */
    const counted = (chunks: Bytes[]) => {
      let next = 0;
      return new ReadableStream<Bytes>({
        pull(controller) {
          if (next === 0) most = Math.max(most, ++now);
          if (next < chunks.length) return controller.enqueue(chunks[next++]);
          now--;
          controller.close();
        },
      }, { highWaterMark: 0 });
    };
    const right = await rightRanking();
    const rankings = await Promise.all(
      Array.from({ length: 7 }, () => pool.rank(counted(cut(DUMP, new Random(2))), OPTIONS)),
    );
    for (const ranking of rankings) assertEquals(ranking, right);
    assertEquals(most, 2);
  });
  assertEquals([started, open], [2, 0]);
});

Deno.test("RankPool.rank() starts no more threads than there is work", async () => {
  const { started, open } = await openWorkersAfter(async () => {
    using pool = new RankPool(8);
    for (let i = 0; i < 3; i++) await pool.rank(streamOf(DUMP), OPTIONS);
  });
  assertEquals([started, open], [1, 0]);
});

Deno.test("RankPool.rank() takes another denylist for another denylist", async () => {
  using pool = new RankPool(1);
  const text = new TextEncoder().encode("en A 1 0\nen B 2 0\nen C 3 0\n");
  const lists = ["en B\n", "en A\nen C\n"].map((list, i) =>
    denylistOf(new TextEncoder().encode(list), String(i).repeat(64))
  );
  for (
    const [denylist, titles] of [[lists[0], "CA"], [lists[1], "B"], [undefined, "CBA"]] as const
  ) {
    const { editions: [each] } = await pool.rank(streamOf(text), { ...OPTIONS, denylist });
    const [domain] = domainsOf(each!.tops);
    assertEquals(domain!.pages.map(({ title }) => title).join(""), titles);
  }
});

const BROKEN: Record<string, [dump: Uint8Array, code: DumpErrorCode, message: string]> = {
  "is cut short": [DUMP.subarray(0, 20_000), "read", "Cannot rank dump: "],
  "is damaged": [
    DUMP.map((byte, i) => i === 9000 ? byte ^ 1 : byte),
    "read",
    "Cannot rank dump: ",
  ],
  "is empty": [new Uint8Array(0), "empty", "Cannot rank dump: it is empty"],
  "is none": [
    new TextEncoder().encode("<html>\n"),
    "not-a-dump",
    "Cannot rank dump: none of its 1 lines",
  ],
};

for (const [what, [dump, code, message]] of Object.entries(BROKEN)) {
  Deno.test(`RankPool.rank() rejects a dump that ${what}, and goes on to the next`, async () => {
    const uncaught = await uncaughtIn(async () => {
      const { open } = await openWorkersAfter(async () => {
        using pool = new RankPool(1);
        const chunks = cut(dump, new Random(3));
        const broken = [1, 2].map(() =>
          assertRejects(() => pool.rank(streamOf(...chunks), OPTIONS), DumpError, message)
        );
        const good = pool.rank(streamOf(DUMP), OPTIONS);
        for (const error of await Promise.all(broken)) {
          assertEquals(error.code, code);
          const far = code === "read" ? `, after ${error.rows} rows` : "";
          assertEquals(error.message, `Cannot rank dump: ${error.reason}${far}`);
        }
        assertEquals(await good, await rightRanking());
      });
      assertEquals(open, 0);
    });
    assertEquals(uncaught, []);
  });
}

Deno.test("RankPool.rank() passes on why the dump cannot be read", async () => {
  const { open } = await openWorkersAfter(async () => {
    using pool = new RankPool(1);
    const reset = new Error("connection reset");
    const dump = endless((pulls) => {
      if (pulls === 20) throw reset;
    });
    const error = await assertRejects(() => pool.rank(dump, OPTIONS), DumpError);
    assertEquals([error.cause, error.code], [reset, "read"]);
    assertEquals(error.message, "Cannot rank dump: connection reset");
    assertEquals(await pool.rank(streamOf(DUMP), OPTIONS), await rightRanking());
  });
  assertEquals(open, 0);
});

Deno.test("RankPool.rank() lets go of the dump if its thread fails", async () => {
  let cancelled: unknown;
  using pool = new RankPool(1);
  const top = 0.5; // The thread refuses it.
  const dump = endless(() => {}, (why) => cancelled = why);
  await assertRejects(() => pool.rank(dump, { ...OPTIONS, top }), Error);
  assert(cancelled instanceof Error);
});

Deno.test("RankPool.rank() uses a thread again whatever came of its last dump", async () => {
  const { started, open } = await openWorkersAfter(async () => {
    using pool = new RankPool(1);
    for (const [broken] of Object.values(BROKEN)) {
      await assertRejects(() => pool.rank(streamOf(...cut(broken, new Random(4))), OPTIONS));
      const dump = endless((pulls) => {
        if (pulls === 30) throw new Error("cancelled");
      });
      await assertRejects(() => pool.rank(dump, OPTIONS), DumpError, "cancelled");
      assertEquals(await pool.rank(streamOf(DUMP), OPTIONS), await rightRanking());
    }
  });
  assertEquals([started, open], [1, 0]);
});

Deno.test("RankPool.start() starts all threads before there is work", async () => {
  const { started, open } = await openWorkersAfter(async () => {
    using pool = new RankPool(2);
    pool.start(Promise.resolve(DENYLIST));
    const ranking = await pool.rank(streamOf(DUMP), { ...OPTIONS, denylist: DENYLIST });
    assert(ranking.editions[0]!.counts.denied > 0);
  });
  assertEquals([started, open], [2, 0]);
});
