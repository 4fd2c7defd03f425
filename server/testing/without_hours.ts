import { parsePeriod } from "../../core/mod.ts";
import type { HandlerFixture } from "./handler_fixture.ts";

/** Stores a day, week or month whose last hours had no dump when it was made. */
export async function withoutHours(
  place: HandlerFixture,
  name: string,
  missing: number,
): Promise<void> {
  const { hours } = parsePeriod(name);
  const sources = hours.slice(0, -missing).map(({ label: hour }) => ({
    hour,
    url: "dump",
    bytes: 1,
    sha256: null,
    etag: null,
    last_modified: null,
  }));
  await place.store(name, {
    metadata: { sources, hours: { present: sources.length, expected: hours.length } },
  });
}
