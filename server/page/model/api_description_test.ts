import { assert, assertEquals } from "@std/assert";
import { HandlerFixture } from "../../testing/handler_fixture.ts";
import { type Description, operationsByTag, valuesOf } from "./api_description.ts";

Deno.test("operationsByTag() has each operation of the server's own description", async () => {
  await using place = await HandlerFixture.open();
  const description: Description = await place.json("/openapi.json");
  const all = operationsByTag(description).flatMap(({ operations }) => operations);
  const names = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
  );
  assertEquals(all.map(({ method, path }) => `${method} ${path}`).sort(), names.sort());
  const hour = all.find(({ id }) => id === "getHour")!;
  assertEquals(hour.href, "/v1/hours/2026-09-10T18");
  assertEquals(hour.examples.map(({ type }) => type).slice(0, 2), ["application/json", "text/csv"]);
  const top = hour.parameters.find(({ name }) => name === "top")!;
  assertEquals([top.place, top.isRequired, top.values], ["query", false, "1 to 25"]);
  assert(all.find(({ id }) => id === "createJob")!.sent?.includes('"from"'));
});

Deno.test("valuesOf() says what a value may be", () => {
  const schemas = {
    Access: { enum: ["desktop", "mobile"] },
    Hour: { type: "string" },
    Written: { type: "string", examples: ["2026-09-10T18"] },
  };
  assertEquals(valuesOf({ $ref: "#/components/schemas/Written" }, schemas), "as 2026-09-10T18");
  assertEquals(valuesOf({ $ref: "#/components/schemas/Access" }, schemas), "desktop, mobile");
  assertEquals(valuesOf({ $ref: "#/components/schemas/Hour" }, schemas), "Hour");
  assertEquals(valuesOf({ enum: ["yes", "no"], default: "yes" }, {}), "yes, no; yes by default");
  assertEquals(valuesOf({ items: { type: "string" } }, {}), "list of string");
  assertEquals(valuesOf({ minimum: 0, maximum: 60, default: 20 }, {}), "0 to 60; 20 by default");
  assertEquals(valuesOf({ type: ["integer", "null"] }, {}), "integer or null");
  assertEquals(valuesOf(undefined, {}), "");
});
