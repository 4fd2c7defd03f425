import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { run } from "./run.ts";
import { unusedPort } from "./unused_port.ts";

/** Ceph's gateway on loopback: a real S3 server, which heeds conditions. */
export interface S3Server extends AsyncDisposable {
  /** Its URL. */
  readonly endpoint: string;
  /** What a process finds it and its credentials by. */
  readonly env: Record<string, string>;
  /** Makes a bucket of its own; gives its address, as `s3://test-1`. */
  bucket(): Promise<string>;
  /** The keys that begin with an address, `s3://test-1/some/prefix`, in order, behind it. */
  keys(address: string): Promise<string[]>;
  /** The bytes of an object. */
  read(address: string): Promise<Uint8Array<ArrayBuffer>>;
}

const PROGRAMS = [
  "ceph",
  "ceph-authtool",
  "ceph-mon",
  "ceph-osd",
  "monmaptool",
  "radosgw",
  "radosgw-admin",
];
const KEYS = { AWS_ACCESS_KEY_ID: "testkey", AWS_SECRET_ACCESS_KEY: "testsecret" };

/** Whether Ceph is installed: tests are skipped where it is not. */
export const HAS_CEPH: boolean = await areInstalled(PROGRAMS);

/** How long a daemon may take to answer; on an idle machine it takes some seconds. */
const STARTING_MS = 300_000;

/**
 * Starts a cluster of one disk, in memory, and its gateway. It takes some seconds: one does for all tests
 * of a file.
 *
 * @returns The server, which is stopped when it is disposed of.
 */
export async function startCeph(): Promise<S3Server> {
  const folder = await Deno.makeTempDir({ prefix: "wikitop-ceph-" });
  const daemons: Deno.ChildProcess[] = [];
  const stop = async () => {
    for (const daemon of daemons.toReversed()) {
      try {
        daemon.kill("SIGKILL"); // Nothing of it is kept.
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended.
      }
      await daemon.status;
    }
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const port = await startDaemons(folder, daemons);
    return s3Server(`http://127.0.0.1:${port}`, KEYS, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A server of which no more than its URL and its credentials are known. */
export function s3Server(
  endpoint: string,
  credentials: typeof KEYS,
  stop: () => Promise<void>,
): S3Server {
  const client = new S3Client({
    endpoint,
    forcePathStyle: true,
    region: "us-east-1",
    credentials: {
      accessKeyId: credentials.AWS_ACCESS_KEY_ID,
      secretAccessKey: credentials.AWS_SECRET_ACCESS_KEY,
    },
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const parse = (address: string) => {
    const [, Bucket = "", Key = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(address) ?? [];
    return { Bucket, Key };
  };
  let buckets = 0;
  return {
    endpoint,
    env: { ...credentials, WIKITOP_ENDPOINT: endpoint, AWS_CONFIG_FILE: "none" },
    async bucket() {
      const Bucket = `test-${++buckets}`;
      await client.send(new CreateBucketCommand({ Bucket }));
      return `s3://${Bucket}`;
    },
    async keys(address) {
      const { Bucket, Key: prefix } = parse(address);
      const Prefix = prefix === "" ? "" : `${prefix}/`;
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket, Prefix }));
      return Contents.map(({ Key = "" }) => Key.slice(Prefix.length));
    },
    async read(address) {
      const { Body } = await client.send(new GetObjectCommand(parse(address)));
      return new Uint8Array(await Body!.transformToByteArray());
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
      await stop();
    },
  };
}

/** Starts what a gateway needs, one after the other; gives the port that it listens at. */
async function startDaemons(folder: string, daemons: Deno.ChildProcess[]): Promise<number> {
  for (const name of ["mon", "osd", "mgr", "rgw"]) await Deno.mkdir(`${folder}/${name}`);
  const port = unusedPort();
  const conf = `${folder}/ceph.conf`;
  const fsid = crypto.randomUUID();
  const address = `[v1:127.0.0.1:${unusedPort()}]`;
  await Deno.writeTextFile(conf, configuration({ folder, port, fsid, address }));
  const common = ["-c", conf];
  const start = (file: string, ...args: string[]) => {
    const options = { stdin: "null", stdout: "null", stderr: "null" } as const;
    daemons.push(new Deno.Command(file, { args: [...args, ...common, "-f"], ...options }).spawn());
  };
  const keyring = `${folder}/keyring`;
  const all = (...kinds: string[]) => kinds.flatMap((kind) => ["--cap", kind, "allow *"]);
  const key = (name: string, ...caps: string[]) =>
    run("ceph-authtool", [keyring, "--gen-key", "-n", name, ...caps]);
  await run("ceph-authtool", [
    "--create-keyring",
    keyring,
    "--gen-key",
    "-n",
    "mon.",
    ...all("mon"),
  ]);
  await key("client.admin", ...all("mon", "osd", "mgr"));
  await key("osd.0", "--cap", "mon", "allow profile osd", ...all("osd"));
  const map = `${folder}/monmap`;
  await run("monmaptool", ["--create", "--addv", "a", address, "--fsid", fsid, map]);
  const monitor = ["-i", "a", "--mkfs", "--monmap", map, "--keyring", keyring];
  await run("ceph-mon", [...monitor, ...common]);
  start("ceph-mon", "-i", "a");
  await until("the monitor", () => run("timeout", ["5", "ceph", ...common, "quorum_status"]));
  const osd = crypto.randomUUID();
  await run("ceph", [...common, "osd", "new", osd, "0"]);
  await run("ceph-osd", ["-i", "0", "--mkfs", "--osd-uuid", osd, ...common]);
  start("ceph-osd", "-i", "0");
  await until("the disk", async () => {
    const state = await run("ceph", [...common, "osd", "stat"]);
    if (!state.includes("1 up")) throw new Error(state);
  });
  start("radosgw", "-n", "client.admin");
  await until("the gateway", async () => {
    await (await fetch(`http://127.0.0.1:${port}/`)).body?.cancel();
  });
  const user = ["user", "create", "--uid=test", "--display-name=test"];
  const keys = [`--access-key=${KEYS.AWS_ACCESS_KEY_ID}`, `--secret=${KEYS.AWS_SECRET_ACCESS_KEY}`];
  await run("radosgw-admin", [...common, ...user, ...keys]);
  return port;
}

function configuration(
  { folder, port, fsid, address }: { folder: string; port: number; fsid: string; address: string },
): string {
  return `[global]
fsid = ${fsid}
mon host = ${address}
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
run dir = ${folder}
log file = ${folder}/$name.log
admin socket = ${folder}/$name.$pid.asok
pid file = ${folder}/$name.pid
keyring = ${folder}/keyring
crash dir = ${folder}
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd crush chooseleaf type = 0
mon allow pool size one = true
mon pg warn min per osd = 0
mon max pg per osd = 1000
osd objectstore = memstore
memstore device bytes = 2147483648
ms bind ipv4 = true
ms bind msgr2 = false
mon data = ${folder}/mon
osd data = ${folder}/osd
mgr data = ${folder}/mgr
mon data avail crit = 1
mon data avail warn = 2
auth allow insecure global id reclaim = false
[client.admin]
rgw frontends = beast endpoint=127.0.0.1:${port}
rgw data = ${folder}/rgw
rgw enable usage log = false
rgw gc max objs = 4
rgw lc max objs = 4
rgw usage max shards = 1
rgw bucket default shards = 1
rgw enable ops log = false
`;
}

/** Asks again until something answers. */
async function until(what: string, ask: () => Promise<unknown>): Promise<void> {
  const since = performance.now();
  while (true) {
    try {
      await ask();
      return;
    } catch (cause) {
      if (performance.now() - since > STARTING_MS) {
        throw new Error(`Cannot start Ceph: ${what} does not answer`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Whether programs are on the path. */
export async function areInstalled(programs: readonly string[]): Promise<boolean> {
  const folders = (Deno.env.get("PATH") ?? "").split(":");
  const isThere = async (path: string) => {
    try {
      return (await Deno.stat(path)).isFile;
    } catch {
      return false;
    }
  };
  for (const program of programs) {
    const found = await Promise.all(folders.map((folder) => isThere(`${folder}/${program}`)));
    if (!found.includes(true)) return false;
  }
  return true;
}
