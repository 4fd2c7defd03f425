import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Arguments, Signature } from "./args/arguments.ts";
import type { FlagName } from "./args/flags.ts";
import {
  isPostgres,
  isS3,
  isUrl,
  postgresHost,
  quote,
  sqlitePath,
  stateFolder,
} from "./args/values.ts";
import type { Runtime } from "./runtime.ts";

/** Something that the runtime allows or not: a kind alone is all of it. */
export interface Permission {
  kind: string;
  value?: string;
}

/** A command as it was started, so that it can be started again. */
interface Started {
  /** The command. */
  command: Signature & { name: string };
  /** What was typed behind it. */
  args: Arguments;
}

/** What people call it to use a permission. */
const ACTIONS: Readonly<Record<string, string>> = {
  read: "read",
  write: "write to",
  net: "reach",
  env: "read the variable",
  sys: "ask the system for its",
};

/** What the AWS SDK asks for credentials: AWS, and the services of a machine or a container of it. */
const AWS_HOSTS = ["*.amazonaws.com", "169.254.169.254:80", "169.254.170.2:80"];

/** What it looks for in the environment. */
const AWS_VARIABLES = [
  "AWS_*",
  "HOME",
  "HOMEDRIVE",
  "HOMEPATH",
  "USERPROFILE",
  "_X_AMZN_TRACE_ID",
];

/** The main module, which `deno run` takes. */
const MAIN = fileURLToPath(new URL("./main.ts", import.meta.url));

/** The permission that an error says to be missing, by itself or by what caused it. */
export function missingPermission(error: Error): Permission | undefined {
  for (const { message } of chainOf(error).filter(isPermissionError)) {
    const [, kind, what] = /Requires (\w+) access to (.+?)(?:, run again|$)/.exec(message) ?? [];
    if (kind !== undefined && what !== undefined) {
      return { kind, value: what.replace(/^["<]|[">]$/g, "") };
    }
  }
}

/** Whether the runtime was not given a permission: to ask again, or elsewhere, is of no use. */
export function isPermissionError(error: unknown): boolean {
  return error instanceof Error && ["NotCapable", "PermissionError"].includes(error.name);
}

/** An error, and all that it came of. */
export function chainOf(error: Error): Error[] {
  const causes = [error.cause, ...(error instanceof AggregateError ? error.errors : [])];
  return [error, ...causes.filter((cause) => cause instanceof Error).flatMap(chainOf)];
}

/** That a permission is missing, in one line. */
export function describePermission({ kind, value }: Permission): string {
  return `Cannot ${nameOf({ kind, value: value ?? "" })}: the permission is missing`;
}

/**
 * All permissions that a command lacks, if an error is about one, and the command to paste that has
 * them; `undefined` for any other error.
 */
export function permissionAdvice(
  error: Error,
  { command, args }: Started,
  { isGranted, isExecutable, deno }: Pick<Runtime, "isGranted" | "isExecutable" | "deno">,
): string | undefined {
  const met = missingPermission(error);
  if (met === undefined) return undefined;
  if (isExecutable) return `${describePermission(met)}, which an executable cannot be given`;
  const needs = needsOf(command.flags, args);
  // Where it writes below a folder, the folder is what to allow.
  const covering = needs.find((need) => covers(need, met));
  const all = covering === undefined ? [...needs, met] : needs;
  const missing = all.filter((need) =>
    need === covering || need === met ||
    (need.value !== undefined && need.kind !== "env" && !isGranted(need))
  );
  const names = missing.map((need) => nameOf(need.value === undefined ? met : need));
  const words = [...deno, "run", "--no-prompt", ...flagsOf(all), MAIN, command.name, ...args.typed];
  const state = names.length === 1 ? "the permission is missing" : "these permissions are missing";
  const comma = all.some(({ value }) => value?.includes(","))
    ? " (the folder above one with a comma, which no flag of Deno can name)"
    : "";
  return `Cannot ${
    names.join(", or ")
  }: ${state}; this command has all that it needs${comma}:\n\n` +
    `  ${words.map(quote).join(" ")}\n`;
}

/** What a command uses by its flags. */
function needsOf(flags: readonly FlagName[], args: Arguments): Permission[] {
  const has = (name: FlagName) => flags.includes(name);
  const write = new Set<string>();
  const net = new Set<string>();
  const reach = (location: string) => {
    if (isUrl(location)) net.add(new URL(location).host);
  };
  if (has("store")) write.add(stateFolder(args.value("store"), args.given("state")));
  const env = ["WIKITOP_*", "TERM"];
  const exported = has("export") ? args.given("export") : undefined;
  const to = has("to") ? args.given("to") : undefined;
  if (to !== undefined && isPostgres(to)) {
    net.add(postgresHost(to));
    env.push("PG*");
  }
  for (const place of [exported, to]) {
    if (place !== undefined && !isPostgres(place) && !isS3(place)) {
      write.add(sqlitePath(place) ?? place);
    }
  }
  const sys: string[] = [];
  if (has("store") && [args.value("store"), exported, to].some((place) => place && isS3(place))) {
    const endpoint = args.given("endpoint");
    for (const host of endpoint === undefined ? AWS_HOSTS : [new URL(endpoint).host]) net.add(host);
    env.push(...AWS_VARIABLES);
    sys.push("osRelease");
  }
  const database = has("database") ? args.given("database") : undefined;
  if (database !== undefined && isPostgres(database)) {
    net.add(postgresHost(database));
    env.push("PG*");
  }
  const queue = has("queue") ? args.given("queue") : undefined;
  if (queue !== undefined) {
    net.add(postgresHost(queue));
    env.push("PG*", "USER", "NODE_PG_FORCE_NATIVE");
  }
  // A worker says where it runs, and with how much memory.
  if (has("egress")) sys.push("hostname", "systemMemoryInfo");
  const metrics = has("metrics") ? args.given("metrics") : undefined;
  if (metrics !== undefined) write.add(dirname(metrics));
  const dumps = has("keep-dumps") ? args.given("keep-dumps") : undefined;
  if (dumps !== undefined) write.add(dumps);
  for (const name of ["work", "keep-sums"] as const) {
    const folder = has(name) ? args.given(name) : undefined;
    if (folder !== undefined) write.add(folder);
  }
  if (has("source")) args.values("source").forEach(reach);
  if (has("denylist")) reach(args.value("denylist"));
  if (has("port")) {
    const host = args.value("host");
    net.add(`${host.includes(":") ? `[${host}]` : host}:${args.value("port")}`);
  }
  return [
    { kind: "read" },
    ...Array.from(write, (value) => ({ kind: "write", value })),
    ...Array.from(net, (value) => ({ kind: "net", value })),
    ...env.map((value) => ({ kind: "env", value })),
    ...sys.map((value) => ({ kind: "sys", value })),
  ];
}

function covers(need: Permission, { kind, value = "" }: Permission): boolean {
  if (need.kind !== kind) return false;
  if (need.value === undefined || need.value === value) return true;
  if (kind === "net" && need.value.startsWith("*.")) {
    return value.replace(/:443$/, "").endsWith(need.value.slice(1));
  }
  if (kind === "net") return value === `${need.value}:443` || value === `${need.value}:80`;
  if (kind === "env" && need.value.endsWith("*")) return value.startsWith(need.value.slice(0, -1));
  const below = relative(join(need.value), join(value));
  return kind === "write" && !below.startsWith("..") && !below.startsWith("/");
}

function flagsOf(permissions: readonly Permission[]): string[] {
  const kinds = Map.groupBy(permissions, ({ kind }) => kind);
  return Array.from(kinds, ([kind, all]) => {
    if (all.some(({ value }) => value === undefined)) return `--allow-${kind}`;
    const values = all.map(({ value = "" }) => kind === "write" ? withoutComma(value) : value);
    return `--allow-${kind}=${[...new Set(values)].join(",")}`;
  });
}

/** Deno's flags cannot name a path that has a comma: then it is the folder above. */
function withoutComma(path: string): string {
  return path.includes(",") ? withoutComma(dirname(path)) : path;
}

function nameOf({ kind, value }: Permission): string {
  return `${ACTIONS[kind] ?? `use ${kind}`} "${value}"`;
}
