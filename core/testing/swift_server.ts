import { areInstalled, type S3Server, s3Server } from "./ceph_server.ts";
import { run } from "./run.ts";
import { unusedPort } from "./unused_port.ts";

const PROGRAMS = [
  "swift-account-server",
  "swift-container-server",
  "swift-object-server",
  "swift-proxy-server",
  "swift-ring-builder",
];

/** Whether Swift is installed: tests are skipped where it is not. */
export const HAS_SWIFT: boolean = await areInstalled(PROGRAMS);

/** The user of tempauth, and its key. */
const KEYS = { AWS_ACCESS_KEY_ID: "test:tester", AWS_SECRET_ACCESS_KEY: "testing" };

const KINDS = ["account", "container", "object"] as const;
/** On an idle machine it takes some seconds. */
const STARTING_MS = 300_000;

/**
 * Starts OpenStack Swift with its S3 interface on loopback: an S3 server that has not implemented
 * conditional writes.
 *
 * @returns The server, which is stopped when it is disposed of.
 */
export async function startSwift(): Promise<S3Server> {
  const folder = await Deno.makeTempDir({ prefix: "wikitop-swift-" });
  const servers: Deno.ChildProcess[] = [];
  const stop = async () => {
    for (const server of servers) {
      try {
        server.kill("SIGKILL");
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // It has ended.
      }
      await server.status;
    }
    await Deno.remove(folder, { recursive: true });
  };
  try {
    const port = await startServers(folder, servers);
    return s3Server(`http://127.0.0.1:${port}`, KEYS, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startServers(folder: string, servers: Deno.ChildProcess[]): Promise<number> {
  await Deno.mkdir(`${folder}/devices/d1`, { recursive: true });
  const hash = "[swift-hash]\nswift_hash_path_suffix = a\nswift_hash_path_prefix = b\n";
  const policy = "[storage-policy:0]\nname = one\ndefault = yes\n";
  await Deno.writeTextFile(`${folder}/swift.conf`, hash + policy);
  const start = (kind: string, conf: string) => {
    const options = { stdin: "null", stdout: "null", stderr: "null" } as const;
    // Where the rings and swift.conf are is said by the environment and by each configuration.
    const env = { SWIFT_CONF_DIR: folder };
    const command = new Deno.Command(`swift-${kind}-server`, { args: [conf], env, ...options });
    servers.push(command.spawn());
  };
  const prepare = async (kind: (typeof KINDS)[number]) => {
    const port = unusedPort();
    const builder = `${folder}/${kind}.builder`;
    await run("swift-ring-builder", [builder, "create", "4", "1", "0"]);
    await run("swift-ring-builder", [builder, "add", `r1z1-127.0.0.1:${port}/d1`, "1"]);
    await run("swift-ring-builder", [builder, "rebalance"]);
    const conf = `${folder}/${kind}.conf`;
    await Deno.writeTextFile(conf, storage(folder, kind, port));
    start(kind, conf);
    return port;
  };
  const ports = await Promise.all(KINDS.map(prepare));
  const port = unusedPort();
  await Deno.writeTextFile(`${folder}/proxy.conf`, proxy(folder, port));
  start("proxy", `${folder}/proxy.conf`);
  // The proxy answers before those behind it do, and says that they are too busy.
  for (const each of [...ports, port]) await listening(each);
  return port;
}

/** Waits until somebody listens at a port. */
async function listening(port: number): Promise<void> {
  const since = performance.now();
  while (true) {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return;
    } catch (cause) {
      if (performance.now() - since > STARTING_MS) {
        throw new Error(`Cannot start Swift: nobody listens at port ${port}`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** On a busy machine no server behind the proxy is to be given up for being slow. */
const PATIENCE = "node_timeout = 120\nconn_timeout = 60\n";

function common(folder: string, port: number): string {
  return `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
user =
fallocate_reserve = 0
disable_fallocate = true
log_address = ${folder}/no-log
`;
}

function storage(folder: string, kind: string, port: number): string {
  return `${common(folder, port)}[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
${PATIENCE}`;
}

function proxy(folder: string, port: number): string {
  return `${common(folder, port)}[pipeline:main]
pipeline = healthcheck proxy-logging cache s3api tempauth slo dlo proxy-logging proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
recoverable_node_timeout = 120
error_suppression_limit = 1000
${PATIENCE}allow_account_management = true
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:proxy-logging]
use = egg:swift#proxy_logging
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:1
[filter:s3api]
use = egg:swift#s3api
s3_acl = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
[filter:slo]
use = egg:swift#slo
[filter:dlo]
use = egg:swift#dlo
`;
}
