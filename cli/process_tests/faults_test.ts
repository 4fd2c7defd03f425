import { assert, assertEquals, assertMatch } from "@std/assert";
import { gunzipSync, gzipSync } from "node:zlib";
import { Hour } from "../../core/mod.ts";
import { type Fault, FaultServer, type Reply } from "../../core/testing/fault_server.ts";
import { registerInAdvance, type Waiting } from "../../core/testing/in_advance.ts";
import type { Outcome } from "../../core/testing/launch.ts";
import { assertMade, assertNotMade, runFrom } from "../../core/testing/run_from.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { unusedUrl } from "../../core/testing/unused_url.ts";
import { Random } from "../../testdata/random.ts";

const DUMP = Deno.readFileSync(SAMPLE.dump);
const PATIENT = ["--retry-for", "20s"];
const IMPATIENT = ["--retry-for", "0s"];

/** Runs the sample hour from a server that misbehaves; gives what came of it. */
async function run(
  fault: Fault,
  args: string[],
  look: (result: { outcome: Outcome; server: FaultServer; cwd: string }) => unknown,
): Promise<void> {
  await using temp = await tempFolder();
  await using server = new FaultServer({ fault });
  const outcome = await runFrom([server], [SAMPLE.hour, ...args], { cwd: temp.path });
  await look({ outcome, server, cwd: temp.path });
}

/** The sample hour is made in spite of the fault. */
function survives(
  fault: Fault,
  look: (result: { outcome: Outcome; server: FaultServer }) => unknown = () => {},
): () => Promise<void> {
  return () =>
    run(fault, PATIENT, async ({ outcome, server, cwd }) => {
      assertEquals(outcome.code, 0, outcome.stderr);
      await assertMade(cwd);
      await look({ outcome, server });
    });
}

/** The sample hour fails, and the message has certain words. */
function fails(
  fault: Fault,
  words: (string | RegExp)[],
  look: (result: { outcome: Outcome; server: FaultServer }) => unknown = () => {},
): () => Promise<void> {
  return () =>
    run(fault, IMPATIENT, async ({ outcome, server, cwd }) => {
      assertNotMade(cwd);
      assertSays(outcome.stderr, "Cannot ", ...words);
      assertEquals([outcome.code, outcome.stdout], [1, ""]);
      await look({ outcome, server });
    });
}

function assertSays(stderr: string, ...words: (string | RegExp)[]): void {
  for (const word of words) {
    const says = typeof word === "string" ? stderr.includes(word) : word.test(stderr);
    assert(says, `${word} is not in: ${stderr}`);
  }
}

const first = (fault: Fault): Fault => (request, right) =>
  request.before === 0 ? fault(request, right) : right;

const withHeader = (name: string, value: string): Fault => (_, right) => ({
  ...right,
  headers: { ...right.headers, [name]: value },
});

const withBody = (body: Uint8Array, headers = {}): Fault => (_, right) => ({
  ...right,
  body,
  headers: { ...right.headers, ...headers },
});

const busy = (status: number, headers = {}): Reply => ({
  status,
  headers,
  body: new TextEncoder().encode("busy"),
});

const flipped = DUMP.map((byte, i) => i === 15_000 ? byte ^ 4 : byte);
const page = new TextEncoder().encode("<!DOCTYPE html>\n<html>\n<p>Please log in\n</html>\n");

/** The dump of other people's views: every line has one view more. */
function newerDump(): Uint8Array {
  const text = gunzipSync(DUMP).toString("latin1");
  const newer = text.replaceAll(/ (\d+) 0$/gm, (_, views) => ` ${Number(views) + 1} 0`);
  return new Uint8Array(gzipSync(new Uint8Array([...newer].map((char) => char.charCodeAt(0)))));
}

/** The start of an hour that is too young to have a dump. */
function youngHour(): string {
  return Hour.lastBefore(new Date()).toString();
}

function secondsBetween(server: FaultServer, from: number, to: number): number {
  return (server.requests[to]!.at - server.requests[from]!.at) / 1000;
}

const tests: Waiting[] = [
  ...[1, 2, 3].map((seed): Waiting => {
    const at = new Random(seed).below(DUMP.length);
    return [
      `wikitop run survives a connection that is cut after ${at} bytes`,
      survives(first((_, right) => ({ ...right, cut: at })), ({ server, outcome }) => {
        assertSays(outcome.stderr, "trying again in");
        assertEquals(server.requests.length, 2);
      }),
    ];
  }),

  ["wikitop run resumes with Range and If-Range a connection that is cut ten times", () =>
    run(
      (_, right) => ({ ...right, cut: 2600 }),
      // Patience begins anew with each byte: it would not be enough for all cuts together.
      ["--retry-for", "3s"],
      async ({ outcome, server, cwd }) => {
        assertEquals(outcome.code, 0, outcome.stderr);
        await assertMade(cwd);
        assertEquals(server.requests.length, 10);
        const starts = server.asked("range").slice(1);
        assert(starts.every((range) => /^bytes=[1-9]\d*-$/.test(range!)), String(starts));
        assertEquals(new Set(starts).size, 9);
        assertEquals(new Set(server.asked("if-range").slice(1)), new Set(['"sample-1"']));
      },
    )],

  // A range is ranked on other threads than a single hour.
  ...[[], ["2026-09-10T19", "--workers", "1"]].map((more): Waiting => [
    "wikitop run says how far it got with a connection that is always cut at once, of " +
    `${more.length === 0 ? "an hour" : "a range"}`,
    () =>
      run(
        ({ before }, right) => ({ ...right, cut: before === 0 ? 9000 : 0 }),
        [...more, "--retry-for", "2s"],
        ({ outcome, cwd }) => {
          assertNotMade(cwd);
          const hour = more[0] ?? SAMPLE.hour;
          assertSays(outcome.stderr, `${hour}: Cannot use dump "http`, /, after \d+ bytes/);
          assertEquals(outcome.code, 1);
        },
      ),
  ]),

  [
    "wikitop run survives a server that sends a byte a second, then all",
    survives(
      (_, right) => ({ ...right, drip: { bytes: 3, milliseconds: 1000 } }),
      ({ server }) => assertEquals(server.requests.length, 1),
    ),
  ],

  [
    "wikitop run survives a server that is busy for a while",
    survives(
      ({ before }, right) => before < 2 ? busy(503) : right,
      ({ server, outcome }) => {
        assertEquals(server.requests.length, 3);
        assertSays(outcome.stderr, "status is 503", "busy", "trying again in");
        assert(secondsBetween(server, 0, 1) > 0.7);
        assert(secondsBetween(server, 1, 2) > 1.4);
      },
    ),
  ],

  [
    "wikitop run says of a server that stays busy that it is",
    fails(() => busy(503), ["status is 503", "busy", "try again later"], ({ server }) => {
      assertEquals(server.requests.length, 1);
    }),
  ],

  [
    "wikitop run leaves a server alone for as many seconds as it asks",
    survives(
      first(() => busy(429, { "retry-after": "3" })),
      ({ server, outcome }) => {
        assertEquals(server.requests.length, 2);
        assert(secondsBetween(server, 0, 1) >= 2.9);
        assertSays(outcome.stderr, "status is 429", "after 3 s");
      },
    ),
  ],

  [
    "wikitop run leaves a server alone until the date it names",
    survives(
      first(() => {
        const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 3000).toUTCString();
        return busy(429, { "retry-after": date });
      }),
      ({ server }) => {
        assertEquals(server.requests.length, 2);
        assert(secondsBetween(server, 0, 1) >= 2.9);
      },
    ),
  ],

  [
    "wikitop run reads the date by the server's clock, which is an hour ahead",
    survives(
      first(() => {
        const now = Math.ceil(Date.now() / 1000) * 1000 + 3_600_000;
        return busy(503, {
          date: new Date(now).toUTCString(),
          "retry-after": new Date(now + 3000).toUTCString(),
        });
      }),
      ({ server }) => assert(secondsBetween(server, 0, 1) >= 2.9),
    ),
  ],

  [
    "wikitop run gives up at once on a server that asks for more time than there is",
    fails(
      () => busy(429, { "retry-after": "3600" }),
      ["status is 429", "try again after 3600 s"],
      ({ server }) => assertEquals(server.requests.length, 1),
    ),
  ],

  ["wikitop run --wait waits for an hour that is not published yet", async () => {
    await using temp = await tempFolder();
    const hour = youngHour();
    const none: Reply = { status: 404, headers: {}, body: new Uint8Array(0) };
    await using server = new FaultServer({
      fault: ({ before }, right) => before < 2 ? none : right,
    });
    const args = [hour, "--wait", "--wait-every", "1s"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(code, 0, stderr);
    await assertMade(temp.path, hour);
    assertEquals(server.requests.length, 3);
    assert(secondsBetween(server, 0, 1) > 0.9);
    assertSays(stderr, "not published yet", "waiting for it");
  }],

  [
    "wikitop run refuses a dump that is shorter than its server says",
    fails(withHeader("content-length", String(DUMP.length + 100)), [/bytes/]),
  ],
  ["wikitop run tells a Content-Length that is always too long from a change", () =>
    run(
      (_, right) => ({
        ...right,
        headers: right.status === 200
          ? { ...right.headers, "content-length": String(DUMP.length + 100) }
          : right.headers,
      }),
      ["--retry-for", "5s"],
      ({ outcome, cwd }) => {
        assertNotMade(cwd);
        assertSays(outcome.stderr, "Cannot ", `${DUMP.length + 100} bytes`, `${DUMP.length}`);
        assertEquals(outcome.code, 1);
      },
    )],
  [
    "wikitop run survives a Content-Length that is too long once",
    survives(first(withHeader("content-length", String(DUMP.length + 100)))),
  ],
  [
    "wikitop run refuses a dump that is longer than its server says",
    fails(withHeader("content-length", String(DUMP.length - 100)), [
      /Cannot use dump ".*, after \d+ bytes/,
    ]),
  ],
  [
    "wikitop run survives a Content-Length that is too short once",
    survives(first(withHeader("content-length", String(DUMP.length - 100)))),
  ],
  [
    "wikitop run survives a server that does not say the length, and hangs up",
    survives(({ before }, right) => ({
      ...right,
      headers: { etag: right.headers.etag!, "transfer-encoding": "chunked" },
      body: chunked(right.body),
      ...before === 0 && { cut: 9000 },
    })),
  ],

  ["wikitop run starts again with a dump that changes between two ranges", async () => {
    await using temp = await tempFolder();
    await using server = new FaultServer();
    server.fault = ({ before }, right) => {
      if (before > 0) return right;
      server.file = { content: newerDump(), etag: '"sample-2"' };
      return { ...right, cut: 9000 };
    };
    const { code, stderr } = await runFrom([server], [SAMPLE.hour, ...PATIENT], { cwd: temp.path });
    assertEquals(code, 0, stderr);
    assertSays(stderr, "changed");
    const report = await Deno.readTextFile(`${temp.path}/reports/2026/09/${SAMPLE.hour}.csv`);
    const more = (line: string) =>
      line.replace(/,(\d+),([^,]*,[^,]*,[^,]*)$/, (_, views, rest) => `,${+views + 1},${rest}`);
    const right = (await Deno.readTextFile(SAMPLE.expected)).split("\n");
    const found = report.split("\n");
    assertEquals(found.length, right.length);
    const same = right.filter((line, i) => i > 0 && more(line) === found[i]);
    assert(same.length > right.length * 0.9, `${same.length} rows are new`);
    const manifest = await Deno.readTextFile(
      `${temp.path}/reports/2026/09/${SAMPLE.hour}.manifest`,
    );
    assertEquals(JSON.parse(manifest).sources[0].etag, '"sample-2"');
  }],

  [
    "wikitop run survives a server that does not know ranges",
    survives(
      ({ before }, right) => ({
        status: 200,
        headers: { etag: right.headers.etag! },
        body: DUMP,
        ...before < 2 && { cut: 9000 + 3000 * before },
      }),
      ({ server }) => assertEquals(server.requests.length, 3),
    ),
  ],

  [
    "wikitop run fetches a dump again that is damaged",
    survives(first(withBody(flipped)), ({ server, outcome }) => {
      assertEquals(server.requests.length, 2);
      assertEquals(server.asked("range"), [null, null]);
      assertSays(outcome.stderr, /Cannot use dump ".*, after \d+ bytes/, "trying again now");
    }),
  ],
  ["wikitop run fetches a dump from the mirror that stays damaged", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: withBody(flipped) });
    await using mirror = new FaultServer();
    const { code } = await runFrom([origin, mirror], [SAMPLE.hour], { cwd: temp.path });
    assertEquals(code, 0);
    const { sources } = await assertMade(temp.path);
    assert(sources[0]!.url.startsWith(mirror.url));
    assertEquals([origin.requests.length, mirror.requests.length], [2, 1]);
  }],
  ["wikitop run says so if a dump is damaged everywhere", async () => {
    await using temp = await tempFolder();
    await using origin = new FaultServer({ fault: withBody(flipped) });
    await using mirror = new FaultServer({ fault: withBody(page) });
    const args = [SAMPLE.hour];
    const { code, stderr } = await runFrom([origin, mirror], args, { cwd: temp.path });
    assertEquals(code, 1);
    assertSays(stderr, `Cannot make hour "${SAMPLE.hour}"`, /, after \d+ bytes/, "none of its");
    assertNotMade(temp.path);
  }],
  [
    "wikitop run refuses a dump that is cut short, but as long as its server says",
    fails(withBody(DUMP.subarray(0, 20_000)), [", after 20000 bytes"], ({ server }) => {
      assertEquals(server.requests.length, 2);
    }),
  ],
  [
    "wikitop run reads a dump of two gzip members",
    survives((_, right) => {
      const text = gunzipSync(DUMP);
      const end = text.lastIndexOf("\n", text.length / 2) + 1;
      const [one, two] = [gzipSync(text.subarray(0, end)), gzipSync(text.subarray(end))];
      return { ...right, body: new Uint8Array([...one, ...two]) };
    }),
  ],
  ["wikitop run refuses an empty dump", fails(withBody(new Uint8Array(0)), ["it is empty"])],
  [
    "wikitop run refuses a web page, once",
    fails(
      withBody(page, { "content-type": "text/html; charset=utf-8" }),
      ["web page", "proxy"],
      ({ server }) => assertEquals(server.requests.length, 1),
    ),
  ],
  [
    "wikitop run refuses a web page that pretends to be a dump",
    fails(withBody(page, { "content-type": "application/octet-stream" }), ["<!DOCTYPE html>"]),
  ],
  [
    "wikitop run refuses a web page behind a range",
    () =>
      run(
        ({ before }, right) =>
          before === 0
            ? { ...right, cut: 9000 }
            : { status: 200, headers: { "content-type": "text/html" }, body: page },
        PATIENT,
        ({ outcome, cwd }) => {
          assertNotMade(cwd);
          assertSays(outcome.stderr, "web page");
          assertEquals(outcome.code, 1);
        },
      ),
  ],
  [
    "wikitop run reads a dump that is labelled as encoded",
    survives(withHeader("content-encoding", "gzip")),
  ],
  [
    "wikitop run resumes a dump that is labelled as encoded",
    survives(first((_, right) => ({
      ...right,
      headers: { ...right.headers, "content-encoding": "gzip" },
      cut: 9000,
    }))),
  ],
  [
    "wikitop run never makes a report of a dump that is gzipped twice",
    () =>
      run(
        (_, right) => ({
          ...right,
          headers: { ...right.headers, "content-encoding": "gzip" },
          body: new Uint8Array(gzipSync(right.body)),
        }),
        IMPATIENT,
        ({ outcome, cwd }) => outcome.code === 0 ? assertMade(cwd) : assertNotMade(cwd),
      ),
  ],

  [
    "wikitop run follows a redirect within the host, also to resume",
    survives(
      ({ path, before }, right) =>
        path === SAMPLE.dumpPath
          ? { status: 302, headers: { location: `/2027/2027-01/${SAMPLE.dumpName}` }, body: page }
          : { ...right, ...before === 0 && { cut: 9000 } },
      ({ server }) => {
        assertEquals(server.requests.length, 4);
        assertEquals(server.asked("range").slice(0, 2), [null, null]);
        assertMatch(server.asked("range")[3]!, /^bytes=\d+-$/);
      },
    ),
  ],
  [
    "wikitop run does not run in circles",
    fails(
      ({ path }) => ({ status: 302, headers: { location: path }, body: page }),
      ["redirects more than", "circle"],
      ({ server }) => assert(server.requests.length < 10),
    ),
  ],
  ["wikitop run goes to no other host, unless that is a source", async () => {
    await using temp = await tempFolder();
    await using other = new FaultServer();
    await using server = new FaultServer({
      fault: ({ path }) => ({
        status: 301,
        headers: { location: `${other.url}${path.slice(1)}` },
        body: page,
      }),
    });
    const permissions = [`--allow-net=${other.host}`];
    const args = [SAMPLE.hour, ...IMPATIENT];
    const refused = await runFrom([server], args, { cwd: temp.path, permissions });
    assertSays(refused.stderr, `redirects to "${other.host}"`, "none of the sources", "--source");
    assertEquals([refused.code, other.requests.length], [1, 0]);
    assertNotMade(temp.path);

    const allowed = await runFrom([server, other], args, { cwd: temp.path });
    assertEquals([allowed.code, other.requests.length], [0, 1], allowed.stderr);
    await assertMade(temp.path);
  }],

  ["wikitop run says that a host is not known", async () => {
    await using temp = await tempFolder();
    const host = "no-such-host.invalid";
    const { code, stderr } = await runFrom([], [
      SAMPLE.hour,
      "--source",
      `https://${host}/`,
      ...IMPATIENT,
    ], { cwd: temp.path, permissions: [`--allow-net=${host}`] });
    assertSays(
      stderr,
      `Cannot fetch "https://${host}/`,
      `host "${host}" cannot be found`,
      "check the network",
    );
    assertEquals(code, 1);
  }],
  ["wikitop run says that nobody listens, after it has tried again", async () => {
    await using temp = await tempFolder();
    const url = unusedUrl();
    const { code, stderr } = await runFrom(
      [],
      [SAMPLE.hour, "--source", url, "--retry-for", "6s"],
      { cwd: temp.path, permissions: [`--allow-net=${new URL(url).host}`] },
    );
    assertSays(stderr, "Cannot fetch", /refused/i, "check the network", "trying again in");
    assertEquals(code, 1);
  }],

  [
    "wikitop run says who it is, what 403 may mean, and asks once",
    () =>
      run(() => busy(403), [...PATIENT, "--contact", "me@example.org"], ({ outcome, server }) => {
        assertSays(outcome.stderr, "403", "no such file", "another source");
        assertEquals([outcome.code, server.requests.length], [1, 1]);
        const userAgents = server.asked("user-agent").join();
        assertMatch(userAgents, /^wikitop\/\d+\.\d+\.\d+ \(me@example\.org\) Deno\/\d/);
      }),
  ],
];

registerInAdvance(tests);

/** Bytes as a body of `Transfer-Encoding: chunked`. */
function chunked(bytes: Uint8Array): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; start += 4000) {
    const chunk = bytes.subarray(start, start + 4000);
    parts.push(encoder.encode(`${chunk.length.toString(16)}\r\n`), chunk, encoder.encode("\r\n"));
  }
  parts.push(encoder.encode("0\r\n\r\n"));
  return new Uint8Array(parts.flatMap((part) => [...part]));
}
