import { assert, assertEquals } from "@std/assert";
import { tryLockFile } from "../deno/file_lock.ts";
import { createProducer, Hour, type Production, type RankDump, type Store } from "../mod.ts";
import { FolderSource } from "../node/folder_source.ts";
import { openS3Store } from "../node/s3_store.ts";
import { rankReport } from "../produce/rank_report.ts";
import { SAMPLE } from "../testing/sample.ts";
import { tempFolder } from "../testing/temp_folder.ts";
import { bucketTests } from "../testing/test_bucket.ts";

const testBucket = bucketTests();
const HOUR = Hour.parse(SAMPLE.hour);

const rankHere: RankDump = (dump, { denylist: _none, ...options }) => rankReport(dump, options);

/** A machine that makes the sample hour; `before` comes between its fetch and its ranking. */
function machine(
  store: Store,
  top: number,
  before: () => Promise<unknown> = () => Promise.resolve(),
) {
  let rankings = 0;
  const lost: string[] = [];
  const producer = createProducer({
    sources: [new FolderSource(SAMPLE.folder)],
    store,
    top,
    async rank(dump, options) {
      if (rankings++ === 0) await before();
      return await rankHere(dump, options);
    },
  });
  const produce = (): Promise<Production> =>
    producer.produce(HOUR, {
      onEvent: (event) => {
        if (event.stage === "write" && event.state === "lost") lost.push(event.location);
      },
    });
  return { produce, lost, rankings: () => rankings };
}

for (
  const [top, what] of [[25, "takes the report of the other one"], [7, "replaces it"]] as const
) {
  testBucket(
    `Producer that was slower than another machine's with ${
      top === 25 ? "the same" : "a smaller"
    } top ${what}`,
    async (bucket, { endpoint }) => {
      await using temp = await tempFolder();
      const open = (state: string) => {
        const locks = { tryLock: tryLockFile };
        return openS3Store(bucket, { endpoint, state: `${temp.path}/${state}`, locks }).store;
      };
      const quick = machine(open("quick"), top);
      const slow = machine(open("slow"), 25, quick.produce);
      const { report, made, lost } = await slow.produce();
      assertEquals([lost, slow.lost.length, quick.lost.length], [1, 1, 0]);
      // What has other parameters does not do, and is made again.
      const isSame = top === 25;
      assertEquals([made, slow.rankings(), quick.rankings()], [!isSame, isSame ? 1 : 2, 1]);
      assertEquals(report.manifest.parameters.top, 25);
      assertEquals((await report.report()).domains.length, 47);
      assert((await quick.produce()).report.manifest.file.name === report.manifest.file.name);
    },
  );
}
