import { assertEquals } from "@std/assert";
import { createSha256 } from "./sha256.ts";

Deno.test("createSha256() digests no bytes", () => {
  assertEquals(
    createSha256().digest(),
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
});

Deno.test("createSha256() digests bytes however they are cut", () => {
  const hash = createSha256();
  for (const part of ["a", "", "bc"]) hash.update(new TextEncoder().encode(part));
  assertEquals(
    hash.digest(),
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  );
});
