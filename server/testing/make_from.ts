import { createProducer, HttpSource, systemClock } from "../../core/mod.ts";
import { tryLockFile } from "../../core/deno/file_lock.ts";
import { WorkFolder } from "../../core/node/work_folder.ts";
import { createSha256 } from "../../core/node/sha256.ts";
import { storeIn } from "../../core/testing/store_hour.ts";
import type { MakePeriod } from "../jobs/jobs.ts";

/** Makes hours and longer periods as the program does, from a server of dumps into a store. */
export function makeFrom(url: string, folder: string): MakePeriod {
  const source = new HttpSource(url, { fetch, userAgent: "wikitop/test", clock: systemClock });
  const producer = createProducer({
    sources: [source],
    store: storeIn(folder),
    work: new WorkFolder(`${folder}/.work`, { tryLock: tryLockFile }),
    createSha256,
  });
  return (period, options) => producer.produce(period, options);
}
