import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import { assert, assertEquals } from "@std/assert";
import { testFiles } from "./generate.ts";

const HERE = new URL("./", import.meta.url);
const READ = { permissions: { read: [HERE] } };

// Another build of zlib may compress to other bytes, and that is fine.
const plain = (path: string, bytes: Uint8Array) =>
  path.endsWith(".gz") ? gunzipSync(bytes) : Buffer.from(bytes);

Deno.test("testFiles makes the files that are here", READ, async () => {
  for (const [path, bytes] of testFiles()) {
    const present = await Deno.readFile(new URL(path, HERE));
    assert(plain(path, present).equals(plain(path, bytes)), `${path} differs: run generate.ts`);
  }
});

Deno.test("testFiles makes all files that are here", READ, () => {
  const present: string[] = [];
  for (const folder of Deno.readDirSync(HERE)) {
    if (!folder.isDirectory) continue;
    for (const file of Deno.readDirSync(new URL(`${folder.name}/`, HERE))) {
      present.push(`${folder.name}/${file.name}`);
    }
  }
  assertEquals(present.sort(), [...testFiles().keys()].sort());
});

Deno.test("testFiles makes the same files each time", () => {
  assertEquals(testFiles(), testFiles());
});
