import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { OtlpReceiver, type ReceivedSpan } from "../../../core/testing/otlp_receiver.ts";
import { FROM_SOURCE, type Program } from "../../../core/testing/program.ts";
import { SAMPLE } from "../../../core/testing/sample.ts";
import { sampleServer } from "../../../core/testing/sample_server.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { startServer } from "../../process_tests/server_process.ts";
import { until } from "../../process_tests/until.ts";

const HOURS = [SAMPLE.hour, "2026-09-10T19"];

/** The span of a period. */
function periodIn({ spans }: OtlpReceiver, period: string): ReceivedSpan {
  const found = spans.filter(({ name, attributes }) =>
    name === "period" && attributes["wikitop.period"] === period
  );
  assertEquals(found.length, 1, `spans of ${period}`);
  return found[0]!;
}

/** The spans right below another one, by name. */
function below({ spans }: OtlpReceiver, parent: ReceivedSpan): ReceivedSpan[] {
  return spans.filter(({ traceId, parentSpanId }) =>
    traceId === parent.traceId && parentSpanId === parent.spanId
  ).sort((a, b) => a.name < b.name ? -1 : 1);
}

Deno.test("wikitop run exports a trace for each period, with its log, and the figures of the run", async () => {
  await using temp = await tempFolder();
  await using source = sampleServer();
  await using receiver = new OtlpReceiver();
  const args = ["run", ...HOURS, "--denylist", "none", "--export", "reports/out"];
  const { code, stderr } = await launch(
    FROM_SOURCE,
    [...args, "--source", source.url.replace("//", "//me:secret@")],
    { cwd: temp.path, permissions: [`--allow-net=${source.host}`], env: receiver.env },
  );
  assertEquals(code, 0, stderr);
  const traces = HOURS.map((hour) => {
    const period = periodIn(receiver, hour);
    assertEquals([period.parentSpanId, period.failed], ["", false]);
    const stages = below(receiver, period);
    // The first is Deno's own, of the request.
    const names = ["GET", "download", "export", "rank", "write"];
    assertEquals(stages.map(({ name }) => name), names);
    const [, download, , rank] = stages;
    assertEquals(download!.attributes["wikitop.bytes"], 25_704);
    assertMatch(String(download!.attributes["url.full"]), /^http:\/\/\*\*\*@/);
    assertEquals(rank!.attributes["wikitop.lines"], 3368);
    const log = receiver.logs.find(({ text }) => text.startsWith(`${hour}: made in`));
    assertEquals([log?.traceId, log?.spanId], [period.traceId, period.spanId]);
    assert(stderr.includes(log!.text), "what is exported is written, too");
    return period.traceId;
  });
  assertEquals(new Set(traces).size, 2);
  const hours = receiver.points.filter(({ name }) => name === "wikitop_hours");
  const made = hours.find(({ attributes }) => attributes.outcome === "made");
  assertEquals(made?.value, 2);
  assert(!JSON.stringify([receiver.spans, receiver.logs]).includes("secret"));
});

Deno.test("wikitop run exports what went wrong, and what was tried again", async () => {
  await using temp = await tempFolder();
  await using source = sampleServer();
  const { answer } = source;
  source.answer = (request) =>
    source.requests.length === 1 ? new Response("no", { status: 503 }) : answer(request);
  await using receiver = new OtlpReceiver();
  const [hour, , missing] = [...HOURS, "2026-09-10T20"];
  const args = ["run", hour!, missing!, "--denylist", "none", "--source", source.url];
  const { code } = await launch(
    FROM_SOURCE,
    [...args, "--workers", "1", "--retry-for", "1m", "--missing", "fail"],
    { cwd: temp.path, permissions: [`--allow-net=${source.host}`], env: receiver.env },
  );
  assertEquals(code, 1);
  const [tried, failed] = [periodIn(receiver, hour!), periodIn(receiver, missing!)];
  assertEquals([tried.events, tried.failed], [["retry"], false]);
  assertEquals([failed.events, failed.failed], [["exception"], true]);
  const log = receiver.logs.find(({ text }) => text.startsWith(`${missing}: `));
  assertEquals(log?.traceId, failed.traceId);
});

Deno.test("wikitop serve exports the traces of what it makes, and the figures of /metrics", async () => {
  await using temp = await tempFolder();
  await using source = sampleServer();
  await using receiver = new OtlpReceiver();
  await using server = await startServer(["--source", source.url, "--denylist", "none"], {
    cwd: temp.path,
    permissions: [`--allow-net=${source.host}`],
    env: receiver.env,
  });
  await server.ask(`/v1/hours/${SAMPLE.hour}`, 200);
  const text = await server.ask("/metrics", 200);
  const figures = [...text.matchAll(/^(wikitop_\w+)(?:\{.*\})? /gm)].map(([, name]) => name!);
  assert(figures.includes("wikitop_http_request_seconds_bucket"));
  const missing = () => {
    const names = receiver.points.map(({ name }) => name);
    return new Set(figures).difference(new Set(names));
  };
  await until(() => missing().size === 0, "all figures are exported");
  const requests = receiver.points.filter(({ name, attributes }) =>
    name === "wikitop_http_requests_total" && attributes.route === "/v1/hours/{hour}"
  );
  assertEquals([requests.at(-1)?.attributes.status, requests.at(-1)?.value], ["200", 1]);
  assertEquals(await server.stop(), 0);
  const period = periodIn(receiver, SAMPLE.hour);
  const stages = below(receiver, period).map(({ name }) => name);
  assertEquals(stages, ["GET", "download", "rank", "write"]);
});

Deno.test("Work that another process does stays in the trace of who sent it", async () => {
  await using receiver = new OtlpReceiver();
  const hop = async (script: string) => {
    const program: Program = {
      command: () => [Deno.execPath(), "run", "-q", "--no-lock", "--ext=ts", "-"],
    };
    const tracing = new URL("../tracing.ts", import.meta.url);
    const time = new URL("../../../core/time/hour.ts", import.meta.url);
    const stdin = `import * as tracing from "${tracing}";\nimport { Hour } from "${time}";\n` +
      `const period = Hour.parse("${SAMPLE.hour}");\n${script}`;
    const cwd = new URL("../../..", import.meta.url).pathname;
    const { code, stdout, stderr } = await launch(program, [], { cwd, env: receiver.env, stdin });
    assertEquals(code, 0, stderr);
    return stdout.trim();
  };
  const job = await hop("console.log(JSON.stringify(tracing.traceJob({ period }).trace));");
  await hop(`await tracing.tracePeriod(period, async () => {}, ${job});`);
  const [enqueue] = receiver.spans.filter(({ name }) => name === "enqueue");
  const period = periodIn(receiver, SAMPLE.hour);
  assertEquals([period.traceId, period.parentSpanId], [enqueue!.traceId, enqueue!.spanId]);
});
