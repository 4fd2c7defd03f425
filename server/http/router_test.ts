import { assertEquals, assertThrows } from "@std/assert";
import { Problem } from "./problem.ts";
import { type Route, Router } from "./router.ts";

const answer = () => new Response();
const router = new Router(
  ([
    ["GET", "/"],
    ["GET", "/hours"],
    ["GET", "/hours/latest"],
    ["GET", "/hours/{hour}"],
    ["GET", "/hours/{hour}/domains"],
    ["POST", "/jobs"],
    ["GET", "/jobs/{id}"],
    ["DELETE", "/jobs/{id}"],
    ["GET", "/pages/{project}/{title...}"],
    ["GET", "/feeds/{project}.atom"],
  ] as [Route["method"], string][]).map(([method, path]) => ({ method, path, answer })),
);

Deno.test("Router.find() finds the route of a path, and reads its parameters", () => {
  const paths: [path: string, route: string, params: Record<string, string>][] = [
    ["/", "/", {}],
    ["/hours", "/hours", {}],
    ["/hours/latest", "/hours/latest", {}],
    ["/hours/late", "/hours/{hour}", { hour: "late" }],
    ["/hours/a%20b%2Fc", "/hours/{hour}", { hour: "a b/c" }],
    ["/hours/latest/domains", "/hours/{hour}/domains", { hour: "latest" }],
    ["/hours/+", "/hours/{hour}", { hour: "+" }],
    ["/pages/en/A", "/pages/{project}/{title...}", { project: "en", title: "A" }],
    ["/pages/en/A/B", "/pages/{project}/{title...}", { project: "en", title: "A/B" }],
    ["/pages/en/A%2FB/", "/pages/{project}/{title...}", { project: "en", title: "A/B/" }],
    ["/pages/en//A", "/pages/{project}/{title...}", { project: "en", title: "/A" }],
    ["/pages/en//", "/pages/{project}/{title...}", { project: "en", title: "/" }],
    ["/feeds/en.m.atom", "/feeds/{project}.atom", { project: "en.m" }],
    ["/feeds/%22%22.atom.atom", "/feeds/{project}.atom", { project: '"".atom' }],
    ["/pages/e%2Fn/%E6%97%A5", "/pages/{project}/{title...}", { project: "e/n", title: "日" }],
  ];
  for (const [path, expected, params] of paths) {
    const found = router.find("GET", path);
    assertEquals([found.route.path, found.params], [expected, params], path);
  }
});

Deno.test("Router.find() tells the ways of asking apart", () => {
  for (const method of ["GET", "DELETE"]) {
    assertEquals(router.find(method, "/jobs/a").route.method, method);
  }
  assertEquals(router.find("HEAD", "/jobs/a").route.method, "GET");
  const problem = assertThrows(() => router.find("PUT", "/jobs/a"), Problem);
  assertEquals(problem.kind, "method-not-allowed");
  assertEquals(problem.toResponse().headers.get("allow"), "GET, HEAD, DELETE, OPTIONS");
  assertEquals(
    assertThrows(() => router.find("HEAD", "/jobs"), Problem).kind,
    "method-not-allowed",
  );
});

Deno.test("Router.find() finds nothing where nothing is", () => {
  const paths = [
    "",
    "//",
    "/hours/",
    "/Hours",
    "/hours/a/b",
    "/pages/en",
    "/feeds/.atom",
    "/feeds/en.rss",
    "/feeds/en.atom/",
    "/pages/en/",
    "/pages//A",
  ];
  for (const path of [...paths, "/jobs/a/", "/jobs/", "/{hour}", "/hours/a/domains/"]) {
    assertEquals(assertThrows(() => router.find("GET", path), Problem).kind, "not-found", path);
  }
});

Deno.test("Router.find() refuses what is not percent-encoded UTF-8", () => {
  for (const part of ["%", "%zz", "%FF", "%C3", "a%E2%82"]) {
    for (const path of [`/hours/${part}`, `/pages/${part}/A`, `/pages/en/A/${part}`]) {
      assertEquals(
        assertThrows(() => router.find("GET", path), Problem).kind,
        "bad-parameter",
        path,
      );
    }
  }
});

Deno.test("Router.methods() lists how a path can be asked", () => {
  assertEquals(router.methods("/jobs/a"), ["GET", "HEAD", "DELETE", "OPTIONS"]);
  assertEquals(router.methods("/hours/latest"), ["GET", "HEAD", "OPTIONS"]);
  assertEquals(router.methods("/jobs"), ["POST", "OPTIONS"]);
  assertEquals(router.methods("/nowhere"), []);
});
