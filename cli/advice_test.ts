import { assertEquals, assertRejects } from "@std/assert";
import { readFile } from "node:fs/promises";
import { missingPermission } from "./advice.ts";

const NOTHING = { read: false, write: false, net: false, env: false } as const;

async function messageOf(action: () => Promise<unknown>): Promise<string | undefined> {
  return missingPermission(await assertRejects(action, Error));
}

Deno.test({
  name: "missingPermission() names the flag for each kind",
  permissions: NOTHING,
  async fn() {
    assertEquals(
      await messageOf(() => Deno.readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
    assertEquals(
      await messageOf(() => readFile("a.gz")),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
    assertEquals(
      await messageOf(() => Deno.writeTextFile("out", "")),
      'Cannot write "out": the permission is missing; add --allow-write=out behind "deno run"',
    );
    assertEquals(
      await messageOf(() => fetch("http://127.0.0.1:8080/a")),
      'Cannot reach "127.0.0.1:8080": the permission is missing; ' +
        'add --allow-net=127.0.0.1:8080 behind "deno run"',
    );
  },
});

Deno.test({
  name: "missingPermission() finds what caused another error",
  permissions: NOTHING,
  async fn() {
    const cause = await assertRejects(() => Deno.readFile("a.gz"), Error);
    const error = new Error("Cannot rank", { cause: new Error("Cannot open", { cause }) });
    assertEquals(
      missingPermission(error),
      'Cannot read "a.gz": the permission is missing; add --allow-read=a.gz behind "deno run"',
    );
  },
});

Deno.test("missingPermission() says nothing where no permission is missing", () => {
  assertEquals(missingPermission(new Error("Requires read access")), undefined);
  assertEquals(missingPermission(new Error("x", { cause: "NotCapable" })), undefined);
});
