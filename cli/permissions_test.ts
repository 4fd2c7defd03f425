import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { readFile } from "node:fs/promises";
import { Arguments } from "./args/arguments.ts";
import { run } from "./commands/run.ts";
import { serve } from "./commands/serve.ts";
import { describePermission, missingPermission, permissionAdvice } from "./permissions.ts";

const NOTHING = { read: false, write: false, net: false, env: false } as const;

async function messageOf(action: () => Promise<unknown>): Promise<string | undefined> {
  const missing = missingPermission(await assertRejects(action, Error));
  return missing && describePermission(missing);
}

Deno.test({
  name: "missingPermission() knows each kind",
  permissions: NOTHING,
  async fn() {
    assertEquals(
      await messageOf(() => Deno.readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing',
    );
    assertEquals(
      await messageOf(() => readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing',
    );
    assertEquals(
      await messageOf(() => Deno.writeTextFile("out", "")),
      'Cannot write to "out": the permission is missing',
    );
    assertEquals(
      await messageOf(() => fetch("http://127.0.0.1:8080/a")),
      'Cannot reach "127.0.0.1:8080": the permission is missing',
    );
  },
});

Deno.test({
  name: "missingPermission() finds what caused another error",
  permissions: NOTHING,
  async fn() {
    const cause = await assertRejects(() => Deno.readFile("a.gz"), Error);
    const error = new Error("Cannot rank", { cause: new Error("Cannot open", { cause }) });
    assertEquals(missingPermission(error), { kind: "read", value: "a.gz" });
  },
});

Deno.test("missingPermission() says nothing where no permission is missing", () => {
  assertEquals(missingPermission(new Error("Requires read access")), undefined);
  assertEquals(missingPermission(new Error("x", { cause: "NotCapable" })), undefined);
});

/** What is advised where nothing but reading is allowed. */
function advise(command: typeof run, typed: string[], missing: string): string | undefined {
  const args = Arguments.parse(typed, command, () => undefined);
  return permissionAdvice(
    new Error(`Requires ${missing}, run again`, { cause: notCapable(missing) }),
    {
      command,
      args,
    },
    { isGranted: ({ kind }) => kind === "read", isExecutable: false, deno: ["deno"] },
  );
}

function notCapable(missing: string): Error {
  const error = new Error(`Requires ${missing}, run again with --allow-all`);
  error.name = "NotCapable";
  return error;
}

Deno.test("permissionAdvice() names all that is missing, and the command that has it", () => {
  const typed = ["2026-09-10T18", "--source", "http://127.0.0.1:8080/x", "--denylist", "none"];
  const advice = advise(
    run,
    [...typed, "--store", "a,b/my top"],
    'write access to "a,b/my top/.locks/x.lock"',
  );
  assertMatch(
    advice!,
    /^Cannot write to "a,b\/my top", or reach "127\.0\.0\.1:8080": these permissions are missing; this command has all that it needs \(the folder above [^)]*\):\n\n {2}deno run --no-prompt --allow-read --allow-write=\. --allow-net=127\.0\.0\.1:8080 '--allow-env=WIKITOP_\*,TERM' \S+main\.ts run 2026-09-10T18 --source http:\/\/127\.0\.0\.1:8080\/x --denylist none --store 'a,b\/my top'\n$/,
  );
});

Deno.test("permissionAdvice() allows the folders of files with temporary names", () => {
  const typed = ["--metrics", "m/x.prom", "--keep-dumps", "kept", "--denylist", "none"];
  const advice = advise(run, typed, 'write access to "m/x.prom.1234.tmp"');
  assertMatch(
    advice!,
    /^Cannot write to "\.\/reports", or write to "m", or write to "kept", or reach /,
  );
  assertMatch(advice!, / --allow-write=\.\/reports,m,kept --allow-net=dumps\.wikimedia\.org,/);
});

Deno.test("permissionAdvice() allows to listen where the server is told to", () => {
  const advice = advise(serve, ["--host", "::", "--port", "80"], 'net access to "[::]:80"');
  assertMatch(advice!, /reach "\[::\]:80"/);
  assertMatch(advice!, /--allow-net=\S*,\[::\]:80/);
});

Deno.test("permissionAdvice() allows to reach the server of a database", () => {
  const place = "postgres://top@db.example.org/top";
  const advice = advise(serve, ["--database", place], 'net access to "db.example.org:5432"');
  assertMatch(advice!, / --allow-net=\S*db\.example\.org:5432/);
  assertMatch(advice!, / '--allow-env=WIKITOP_\*,TERM,PG\*' /);
});

Deno.test("permissionAdvice() adds what no flag names, as the host of a redirect", () => {
  const advice = advise(run, [], 'net access to "other.example:443"');
  assertMatch(advice!, /--allow-net=\S+,other\.example:443/);
  assertEquals(/allow-all|-A\b/.test(advice!), false);
});

Deno.test("permissionAdvice() has nothing to say of other errors", () => {
  const args = Arguments.parse([], run, () => undefined);
  const runtime = { isGranted: () => false, isExecutable: false, deno: ["deno"] };
  assertEquals(permissionAdvice(new Error("x"), { command: run, args }, runtime), undefined);
});
