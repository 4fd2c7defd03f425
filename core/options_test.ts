import { assertRejects } from "@std/assert";
import {
  createProducer,
  Hour,
  HttpSource,
  listReports,
  loadDenylist,
  make,
  openReport,
  rankHour,
  verifyReports,
} from "./mod.ts";
import { storeIn } from "./testing/store_hour.ts";

const HOUR = Hour.parse("2026-09-10T18");
const dump = () => new Blob(["en Ada 1 0\n"]).stream() as ReadableStream<Uint8Array<ArrayBuffer>>;
const store = storeIn("nowhere");

/** What takes options, by its name, called with one that it does not have. */
// deno-lint-ignore no-explicit-any -- A mistake is to reach it, whatever the types say.
const CALLS: Record<string, (options: any) => unknown> = {
  rankHour: (options) => rankHour(dump(), options),
  make: (options) => make(HOUR, { sources: [], ...options }),
  createProducer: (options) => createProducer({ sources: [], store, ...options }),
  produce: (options) => createProducer({ sources: [], store }).produce(HOUR, options),
  HttpSource: (options) => new HttpSource("https://example.org/", options),
  loadDenylist: (options) => loadDenylist("none", { store, ...options }),
  openReport: (options) => openReport(store, HOUR, options),
  listReports: (options) => Array.fromAsync(listReports(store, options)),
  verifyReports: (options) => Array.fromAsync(verifyReports(store, options)),
};

for (const [name, call] of Object.entries(CALLS)) {
  Deno.test(`${name} refuses an option that it does not have, and says which there are`, async () => {
    await assertRejects(
      async () => await call({ denyList: 3 }),
      TypeError,
      `Cannot use option "denyList" of ${name}: there is `,
    );
  });
}
