import { assert, assertEquals } from "@std/assert";
import { FaultServer } from "../../core/testing/fault_server.ts";
import { LoopbackServer } from "../../core/testing/loopback_server.ts";
import { assertMade, assertNotMade, namesIn, runFrom } from "../../core/testing/run_from.ts";
import { parsePeriod } from "../../core/mod.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

/** Whether a program of the machine does what it should. */
async function does(command: string, ...args: string[]): Promise<boolean> {
  try {
    const options = { args, stdout: "null", stderr: "null" } as const;
    return (await new Deno.Command(command, options).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** Whether this machine lets its user mount a small disk. */
async function canMount(): Promise<boolean> {
  await using temp = await tempFolder();
  await using disk = await smallDisk(temp.path, "64k");
  return disk.isMounted;
}

async function smallDisk(
  path: string,
  size: string,
): Promise<AsyncDisposable & { isMounted: boolean }> {
  const isMounted = await does("mount", "-t", "tmpfs", "-o", `size=${size}`, "tmpfs", path);
  return {
    isMounted,
    async [Symbol.asyncDispose]() {
      if (isMounted) await does("umount", path);
    },
  };
}

const ignore = !await canMount();
const hasOpenssl = await does("openssl", "version");

function assertSays(stderr: string, ...words: (string | RegExp)[]): void {
  for (const word of words) {
    const says = typeof word === "string" ? stderr.includes(word) : word.test(stderr);
    assert(says, `${word} is not in: ${stderr}`);
  }
}

Deno.test({
  name: "wikitop run says that the disk is full, and leaves no half report",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await Deno.mkdir(`${temp.path}/reports`);
    await using _disk = await smallDisk(`${temp.path}/reports`, "100k");
    await using server = new FaultServer();
    // The second report has no room beside the first.
    const args = ["2026-09-10T18", "2026-09-10T19", "--workers", "1"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertSays(
      stderr,
      /^2026-09-10T18: made in /m,
      /^2026-09-10T19: Cannot .*(ENOSPC|no space)/im,
      '"reports/2026/09/2026-09-10T19.',
      "has room",
    );
    assertEquals(code, 1);
    const { code: again } = await runFrom([server], args, { cwd: temp.path });
    assertEquals(again, 1);
  },
});

Deno.test({
  name: "wikitop run --keep-dumps says that the disk is full, and keeps no half dump",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await Deno.mkdir(`${temp.path}/reports/dumps`, { recursive: true });
    await using _disk = await smallDisk(`${temp.path}/reports/dumps`, "16k");
    await using server = new FaultServer();
    const args = [SAMPLE.hour, "--keep-dumps", "reports/dumps"];
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertSays(stderr, "Cannot ", /ENOSPC|no space/i, "reports/dumps");
    assertEquals(code, 1);
    assertNotMade(temp.path);
    assertEquals(namesIn(`${temp.path}/reports/dumps/2026/2026-09`), []);
  },
});

Deno.test({
  name: "wikitop run says that the disk is full halfway through a day, and leaves nothing on it",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await Deno.mkdir(`${temp.path}/dumps`);
    await Deno.mkdir(`${temp.path}/reports/work`, { recursive: true });
    const hours = parsePeriod("2026-09-10").hours;
    for (const { dumpName } of hours) {
      await Deno.copyFile(SAMPLE.dump, `${temp.path}/dumps/${dumpName}`);
    }
    const { size } = await Deno.stat(SAMPLE.dump);
    const args = ["2026-09-10", "--work", "reports/work", "--source", "dumps"];
    const run = () => runFrom([], args, { cwd: temp.path });
    {
      await using _disk = await smallDisk(`${temp.path}/reports/work`, `${12 * size}`);
      const { code, stderr } = await run();
      assertSays(stderr, /^2026-09-10: Cannot .*no space is left/m, "reports/work");
      assertEquals([code, namesIn(`${temp.path}/reports/work`)], [1, [".locks"]]);
      assertEquals(namesIn(`${temp.path}/reports`).filter((name) => /^\d/.test(name)), []);
    }
    assertEquals((await run()).code, 0);
    assertEquals(namesIn(`${temp.path}/reports/work`), [".locks"]);
  },
});

Deno.test({
  name: "wikitop run says that the store is read-only",
  ignore,
  async fn() {
    await using temp = await tempFolder();
    await Deno.mkdir(`${temp.path}/reports`);
    await using _disk = await smallDisk(`${temp.path}/reports`, "64k");
    assert(await does("mount", "-o", "remount,ro", `${temp.path}/reports`));
    await using server = new FaultServer();
    const { code, stderr } = await runFrom([server], [SAMPLE.hour], { cwd: temp.path });
    assertSays(stderr, "Cannot ", /EROFS|read-only/i, "reports");
    assertEquals([code, server.requests.length], [1, 0]);
  },
});

Deno.test("wikitop run says that the store is below a file", async () => {
  await using temp = await tempFolder();
  await Deno.mkdir(`${temp.path}/reports`);
  await Deno.writeTextFile(`${temp.path}/reports/file`, "");
  await using server = new FaultServer();
  const args = [SAMPLE.hour, "--store", "reports/file/store"];
  const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
  assertSays(stderr, "reports/file");
  assertEquals([code, server.requests.length], [2, 0]);
});

Deno.test({
  name: "wikitop run refuses a server whose certificate nobody vouches for, at once",
  ignore: !hasOpenssl,
  async fn() {
    await using temp = await tempFolder();
    const [keyFile, certFile] = [`${temp.path}/key.pem`, `${temp.path}/cert.pem`];
    const made = await does(
      "openssl",
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-keyout", keyFile, "-out", certFile, "-days", "2", "-subj", "/CN=127.0.0.1"],
      ...["-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=CA:FALSE"],
    );
    assert(made, "there is no certificate");
    const key = await Deno.readTextFile(keyFile);
    const cert = await Deno.readTextFile(certFile);
    await using server = new FaultServer({ tls: { key, cert } });
    const args = [SAMPLE.hour, "--retry-for", "30s"];
    const since = performance.now();
    const { code, stderr } = await runFrom([server], args, { cwd: temp.path });
    assertSays(stderr, `Cannot fetch "${server.url}`, "certificate", "not who it should be");
    assertEquals([code, server.requests.length], [1, 0]);
    assert(performance.now() - since < 20_000, "it tried again");

    // The mirror is asked instead.
    await using mirror = new FaultServer();
    const other = await runFrom([server, mirror], args, { cwd: temp.path });
    assertEquals(other.code, 0, other.stderr);
    await assertMade(temp.path);
  },
});

Deno.test("wikitop run says that a server does not speak TLS", async () => {
  await using temp = await tempFolder();
  await using server = new LoopbackServer(() => new Response());
  const args = [SAMPLE.hour, "--source", server.url.replace("http", "https")];
  const permissions = [`--allow-net=${server.host}`];
  const { code, stderr } = await runFrom([], args, { cwd: temp.path, permissions });
  assertSays(stderr, `Cannot fetch "https://${server.host}/`, "check the network");
  assertEquals(code, 1);
});
