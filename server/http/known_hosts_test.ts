import { assertEquals } from "@std/assert";
import { knownHosts } from "./known_hosts.ts";

const LOOPBACK = ["localhost", "wikitop.localhost", "127.0.0.1", "127.1.2.3", "[::1]"];
const OTHERS = ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "notlocalhost", ""];

Deno.test("knownHosts() knows loopback, and no other name", () => {
  for (const hostname of ["127.0.0.1", "localhost", "::1", "0.0.0.0", "192.0.2.1"]) {
    const isKnown = knownHosts({ hostname });
    assertEquals(LOOPBACK.filter((name) => !isKnown(name)), [], hostname);
    assertEquals(OTHERS.filter(isKnown), [], hostname);
  }
});

Deno.test("knownHosts() knows addresses where the server listens at more than loopback", () => {
  const addresses = ["192.0.2.1", "[2001:db8::1]"];
  assertEquals(addresses.filter(knownHosts({ hostname: "127.0.0.1" })), []);
  assertEquals(addresses.filter(knownHosts({ hostname: "0.0.0.0" })), addresses);
  assertEquals(addresses.filter(knownHosts({ hostname: "::" })), addresses);
});

Deno.test("knownHosts() knows the name it listens at, and those that are allowed", () => {
  const isKnown = knownHosts({
    hostname: "top.internal",
    allowed: ["Top.example.org.", "2001:db8::1"],
  });
  for (const name of ["top.internal", "top.example.org", "[2001:db8::1]"]) {
    assertEquals(isKnown(name), true, name);
  }
  for (const name of ["example.org", "a.top.example.org"]) assertEquals(isKnown(name), false, name);
});
