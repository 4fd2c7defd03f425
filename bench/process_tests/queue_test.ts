import { assert, assertEquals } from "@std/assert";
import { POSTGRES_PROGRAMS, startPostgres } from "../../core/testing/postgres_server.ts";
import { ordeal } from "../queue/ordeal.ts";

Deno.test({
  name: "A queue loses no hour where workers are killed, stopped and cut off, and its server dies",
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using postgres = await startPostgres();
    const result = await ordeal({ postgres, hours: 20, dumpMs: 100, tell: () => {} });
    assertEquals(result.hours, 20);
    // What was lost with a worker was begun again.
    assert(result.triedAgain >= 1, JSON.stringify(result));
    assert(result.mostRequests <= 3, JSON.stringify(result));
  },
});
