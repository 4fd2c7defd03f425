import { assertEquals } from "@std/assert";
import { Claims } from "./claims.ts";

Deno.test("Claims are withdrawn when all have withdrawn, each once", () => {
  const claims = new Claims();
  const [first, second] = [claims.add(), claims.add()];
  assertEquals([claims.withdraw("x"), claims.withdraw("")], [false, false]);
  for (let time = 1; time <= 2; time++) assertEquals(claims.withdraw(first), true);
  assertEquals(claims.areWithdrawn, false);
  claims.withdraw(second);
  assertEquals(claims.areWithdrawn, true);
  claims.add();
  assertEquals(claims.areWithdrawn, false);
});

Deno.test("Claims of an earlier process are never withdrawn", () => {
  const claims = new Claims({ isHeld: true });
  assertEquals(claims.withdraw(claims.add()), true);
  assertEquals(claims.areWithdrawn, false);
});

Deno.test("Claims remember only so many, and are then not withdrawn", () => {
  const claims = new Claims();
  const secrets = Array.from({ length: 10_001 }, () => claims.add());
  assertEquals(claims.withdraw(secrets.pop()!), false);
  for (const secret of secrets) claims.withdraw(secret);
  assertEquals(claims.areWithdrawn, false);
});
