import { storeIn } from "../../core/testing/store_hour.ts";
import { createProducer, HttpSource, rankHour, systemClock } from "../../core/mod.ts";
import { createSha256 } from "../../core/node/sha256.ts";
import type { MakeHour } from "../jobs/jobs.ts";

/** Makes hours as the program does, from a server of dumps into a store. */
export function makeFrom(url: string, folder: string): MakeHour {
  const source = new HttpSource(url, { fetch, userAgent: "wikitop/test", clock: systemClock });
  return (hour, { signal, onEvent }) => {
    const produce = createProducer({
      sources: [source],
      store: storeIn(folder),
      denylist: undefined,
      top: 25,
      ties: "row",
      format: "csv",
      again: "never",
      rank: (dump, { denylist: _, ...options }) => rankHour(dump, options),
      createSha256,
      maker: "wikitop/test",
      now: () => new Date(),
      signal,
      onEvent: (_, event) => onEvent(event),
    });
    return produce(hour);
  };
}
