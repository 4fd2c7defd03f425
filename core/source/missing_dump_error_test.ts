import { assertEquals } from "@std/assert";
import { Hour } from "../time/hour.ts";
import { MissingDumpError } from "./missing_dump_error.ts";

const HOUR = Hour.parse("2026-09-10T18");

function error(now: string): MissingDumpError {
  return new MissingDumpError(HOUR, "place", new Date(now));
}

Deno.test("MissingDumpError tells when a dump usually appears", () => {
  const advice = "it is not published yet; try again after 20:00Z";
  for (const now of ["2026-09-10T18:00Z", "2026-09-10T19:29Z", "2026-09-10T19:30Z"]) {
    assertEquals(
      error(now).message,
      `Cannot find dump of hour "2026-09-10T18" at "place": ${advice}`,
    );
  }
});

Deno.test("MissingDumpError tells to wait half an hour once a dump is late", () => {
  assertEquals(error("2026-09-10T23:10Z").message.slice(-12), "after 23:40Z");
});

Deno.test("MissingDumpError takes a dump for missing after a day", () => {
  assertEquals(error("2026-09-11T17:59:59.999Z").published, "not yet");
  assertEquals(error("2026-09-11T18:00Z").published, "never");
});

Deno.test("MissingDumpError has its own name", () => {
  assertEquals(error("2026-09-11T18:00Z").name, "MissingDumpError");
});

Deno.test("MissingDumpError names the clocks if only this machine's says that the hour has ended", () => {
  const place = "https://example.org/a.gz";
  const hour = Hour.parse("2076-09-10T18");
  const [ours, theirs] = [new Date("2076-09-12T00:00:00Z"), new Date("2026-09-12T00:00:00Z")];
  const { message } = new MissingDumpError(hour, place, ours, [], theirs);
  assertEquals(
    message,
    'Cannot find dump of hour "2076-09-10T18" at "https://example.org/a.gz": it is missing there; ' +
      `try another source; this machine's clock shows "2076-09-12T00:00:00Z", the server's ` +
      '"2026-09-12T00:00:00Z"',
  );
  const alike = new MissingDumpError(hour, place, ours, [], ours);
  assertEquals(alike.message.includes("clock"), false);
});
