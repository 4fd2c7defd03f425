import { assert, assertEquals } from "@std/assert";
import { Validator } from "@seriousme/openapi-schema-validator";
import { type Column, COLUMNS } from "../../core/mod.ts";
import { Metrics } from "../metrics.ts";
import { PROBLEM_KINDS } from "../http/problem.ts";
import { createRoutes } from "./routes.ts";
import type { Service } from "./service.ts";
import { API_CASES } from "../testing/api_cases.ts";
import { DescribedApi } from "../testing/described_api.ts";
import { HandlerFixture } from "../testing/handler_fixture.ts";

const api = await DescribedApi.load();

/** What only happens if something is broken that these operations do not have. */
const UNPROVOKED = [
  "POST /v1/jobs 500",
  "GET /v1/jobs/{id} 500",
  "DELETE /v1/jobs/{id} 500",
  "GET /v1/jobs/{id}/events 500",
  "GET /healthz 500",
  "GET /readyz 500",
  "GET /metrics 500",
  "GET /openapi.json 500",
  "GET / 500",
  "GET /docs 500",
  "GET /favicon.ico 500",
  "GET /page/{project}/{title} 500",
  "GET /v1 500",
  "GET /v1/jobs 500",
  "GET /assets/{name} 500",
  // See body_test.ts: it takes five seconds, or many requests.
  "POST /v1/jobs 408",
  "POST /ask_page_views 408",
  "POST /get_task_state 408",
  "POST /get_task_state 429",
  // See job_events_test.ts: it takes a thousand streams.
  "GET /v1/jobs/{id}/events 429",
];

Deno.test("describeApi() gives a valid OpenAPI 3.1 document", async () => {
  const validator = new Validator();
  assertEquals(await validator.validate(structuredClone(api.document)), { valid: true });
  assertEquals(validator.version, "3.1");
});

Deno.test("describeApi() describes the routes that there are, and no others", () => {
  const service = {
    metrics: new Metrics(),
    history: { kind: "store" },
    makes: ["hour"],
    maxHours: 744,
    maxTop: 25,
  } as unknown as Service;
  const table = createRoutes(service, undefined);
  assertEquals(
    [...api.operations.keys()].sort(),
    table.map(({ method, path }) => `${method} ${path.replace("...}", "}")}`).sort(),
  );
});

Deno.test("describeApi() names each operation once, and declares what its path names", () => {
  const operations = [...api.operations];
  const ids = operations.map(([_, { operationId }]) => operationId);
  assertEquals(new Set(ids).size, ids.length);
  for (const [name, { parameters = [] }] of operations) {
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    const named = [...name.matchAll(/\{(\w+)\}/g)].map(([_, name]) => name);
    assertEquals(inPath.map((parameter) => parameter.name), named, name);
    const names = parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
    assertEquals(new Set(names).size, names.length, name);
  }
});

Deno.test("describeApi() tells the limits of this very server", async () => {
  await using place = await HandlerFixture.open({ maxHours: 48, maxTop: 100 });
  const text = await place.text("/openapi.json");
  assert(text.includes("at most 48 hours"), text);
  const { get } = JSON.parse(text).paths["/v1/hours/{hour}"];
  const top = get.parameters.find(({ name }: { name: string }) => name === "top");
  assertEquals(top.schema.maximum, 100);
  assertEquals((await place.ask("/v1/hours/2026-09-10T18?top=100&wait=0")).status, 202);
  assertEquals((await place.ask("/v1/hours/2026-09-10T18?top=101&wait=0")).status, 400);
});

Deno.test("describeApi() lists all kinds of problems, each for some operation", () => {
  const { enum: types } = api.document.components.schemas.Problem.properties.type;
  assertEquals(types, PROBLEM_KINDS.map((kind) => `urn:wikitop:problem:${kind}`));
  const text = JSON.stringify(api.document.paths);
  const unused = PROBLEM_KINDS.filter((kind) => !text.includes(`problem:${kind}"`));
  // Which path, and which way of asking, cannot be known where it is described; nor can what every
  // path answers until the server has started.
  assertEquals(unused, ["method-not-allowed", "starting"]);
});

Deno.test("describeApi() refers to schemas that are there, and has none that is not used", () => {
  const text = JSON.stringify(api.document);
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([_, to]) => to));
  assertEquals([...used].sort(), Object.keys(api.document.components.schemas).sort());
});

Deno.test("describeApi() gives examples that are as they say", () => {
  let count = 0;
  const check = (content: Record<string, { example?: unknown }>, place: string[]) => {
    for (const [type, { example }] of Object.entries(content)) {
      if (example === undefined) continue;
      assertEquals(api.faults([...place, type, "schema"], example), [], place.join(" "));
      count++;
    }
  };
  for (const [name, { requestBody, responses }] of api.operations) {
    const [method = "", path = ""] = name.split(" ");
    const place = ["paths", path, method!.toLowerCase()];
    check(requestBody?.content ?? {}, [...place, "requestBody", "content"]);
    for (const [status, { content = {} }] of Object.entries(responses)) {
      check(content, [...place, "responses", status, "content"]);
    }
  }
  assert(count > 15, String(count));
});

Deno.test("describeApi() follows the list of columns, and so do the answers", async () => {
  const add = (name: string, scope: Column["scope"]): number =>
    COLUMNS.push({ name, type: "integer", scope, description: `the ${name}`, read: () => 7 });
  const before = COLUMNS.length;
  add("revision", "report");
  add("editors", "domain");
  add("length", "page");
  try {
    const api = await DescribedApi.load();
    const { Report, DomainTop, Domain, Page } = api.document.components.schemas;
    const places: [schema: typeof Report, column: string][] = [
      [Report, "revision"],
      [DomainTop, "editors"],
      [Domain, "editors"],
      [Page, "length"],
    ];
    for (const [schema, name] of places) {
      const described = { type: "integer", minimum: 0, description: `the ${name}` };
      assertEquals(schema.properties[name], described);
      assert(schema.required.includes(name), name);
    }

    const { content } = api.operations.get("GET /v1/hours/{hour}")!.responses[200]!;
    // deno-lint-ignore no-explicit-any
    const example = (type: string): any => content![type]!.example;
    const json = example("application/json");
    const [domain] = json.domains;
    assertEquals([json.revision, domain.editors, domain.pages[0].length], [7, 7, 7]);
    const [header, row] = example("text/csv").split("\n");
    assert(header.endsWith(",title,mobile_share,flags,revision,editors,length"));
    assert(row.endsWith(",Main_Page,,not-article,7,7,7"));
    const { revision, editors, length } = JSON.parse(
      example("application/x-ndjson").split("\n")[0],
    );
    assertEquals([revision, editors, length], [7, 7, 7]);

    await using place = await HandlerFixture.open();
    await place.store("2026-09-10T18");
    for (const operation of ["GET /v1/hours/{hour}", "GET /v1/hours/{hour}/domains"]) {
      const [, path = ""] = operation.split(" ");
      const { content } = api.operations.get(operation)!.responses[200]!;
      const schema = ["paths", path, "get", "responses", "200", "content", "application/json"];
      const { example } = content!["application/json"]!;
      assertEquals(api.faults([...schema, "schema"], example), []);
      const response = await place.ask(path.replace("{hour}", "2026-09-10T18"));
      assertEquals(response.status, 200);
      await api.assertDescribed(operation, response);
    }
  } finally {
    COLUMNS.splice(before);
  }
});

Deno.test("describeApi() has schemas that hold for nothing else", () => {
  const problem = ["components", "schemas", "Problem"];
  const right = { type: "urn:wikitop:problem:failed", title: "", status: 500, detail: "" };
  assertEquals(api.faults(problem, right), []);
  assertEquals(api.faults(problem, { ...right, more: 1 }).length, 1);
  assertEquals(api.faults(problem, { ...right, type: "failed" }).length, 1);
  assertEquals(api.faults(["components", "schemas", "Hour"], "2026-09-10T24").length, 1);
});

for (const { operation, status, problem, path, options, before, ...ask } of API_CASES) {
  const what = problem === undefined ? `${status}` : `${status} ${problem}`;
  const shown = path.length > 100 ? path.slice(0, 100) + "…" : path;
  const [method] = operation.split(" ");
  const sent = [shown, ...Object.entries(ask.headers ?? {}).flat()].join(" ");
  const state = [options?.name, before?.name].join(" ").trimEnd();
  Deno.test(`describeApi() tells of ${what} from ${method} ${sent}, ${state || "as is"}`, async () => {
    await using place = await HandlerFixture.open(await options?.());
    await before?.(place);
    const response = await place.ask(path, ask);
    assertEquals(response.status, status);
    const body = await response.clone().text();
    if (problem !== undefined) {
      assertEquals(JSON.parse(body).type, `urn:wikitop:problem:${problem}`, body);
    }
    assert(!body.includes(place.folder), body);
    await api.assertDescribed(operation, response);
  });
}

Deno.test("describeApi() documents no status that is not provoked here", () => {
  const documented = [...api.operations].flatMap(([name, { responses }]) =>
    Object.keys(responses).map((status) => `${name} ${status}`)
  );
  const provoked = new Set(API_CASES.map(({ operation, status }) => `${operation} ${status}`));
  const left = documented.filter((one) => !provoked.has(one));
  assertEquals(left.sort(), [...UNPROVOKED].sort());
});
