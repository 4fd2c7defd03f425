import { assertEquals } from "@std/assert";
import { queueUnderTest } from "../testing/queue_under_test.ts";
import { OtlpReceiver } from "../../core/testing/otlp_receiver.ts";
import { POSTGRES_PROGRAMS, startPostgres } from "../../core/testing/postgres_server.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { sampleServer } from "../../core/testing/sample_server.ts";

Deno.test({
  name: "A period that a worker makes is in the trace of who enqueued it",
  ignore: POSTGRES_PROGRAMS === undefined,
  async fn() {
    await using postgres = await startPostgres();
    await using source = sampleServer();
    await using receiver = new OtlpReceiver();
    await using place = await queueUnderTest(postgres, {
      flags: [],
      env: receiver.env,
      permissions: [],
      server: source.url,
      read: (path) => Deno.readFile(path),
    });
    const added = await place.run("enqueue", SAMPLE.hour);
    assertEquals(added.code, 0, added.stderr);
    const worker = place.work(source.url);
    await place.until({ done: 1 });
    const { code, stderr } = await worker.stop();
    assertEquals(code, 0, stderr);
    const [enqueue] = receiver.spans.filter(({ name }) => name === "enqueue");
    const [period] = receiver.spans.filter(({ name }) => name === "period");
    assertEquals([period?.traceId, period?.parentSpanId], [enqueue?.traceId, enqueue?.spanId]);
    const stages = receiver.spans.filter(({ parentSpanId }) => parentSpanId === period?.spanId);
    const names = stages.map(({ name }) => name).sort();
    assertEquals(names.filter((name) => name !== "GET"), ["download", "rank", "write"]);
  },
});
