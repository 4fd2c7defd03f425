import { createProducer, HttpSource, systemClock } from "../../core/mod.ts";
import { createSha256 } from "../../core/node/sha256.ts";
import { storeIn } from "../../core/testing/store_hour.ts";
import type { MakePeriod } from "../jobs/jobs.ts";

/** Makes hours as the program does, from a server of dumps into a store. */
export function makeFrom(url: string, folder: string): MakePeriod {
  const source = new HttpSource(url, { fetch, userAgent: "wikitop/test", clock: systemClock });
  const producer = createProducer({ sources: [source], store: storeIn(folder), createSha256 });
  return (hour, options) => producer.produce(hour, options);
}
