import { FROM_SOURCE } from "../core/testing/program.ts";
import { buildLimit, LIMIT } from "./build_limit.ts";
import { nodeVersion, type Readiness, versionOf } from "./machine.ts";
import type { Command } from "./measure.ts";
import { installRivals } from "./rivals.ts";

/** The files a contestant is given. */
export interface Task {
  /** Absolute path of the dump. */
  readonly dump: string;
  /** Absolute path of the denylist as it is published. */
  readonly denylist: string;
  /** Absolute path of the denylist as {@linkcode expandDenylist} makes it. */
  readonly expanded: string;
}

/** A program that is measured. */
export interface Contestant {
  /** Its name for `--only`. */
  readonly name: string;
  /** What is said of it behind its version, if anything. */
  readonly remark?: string | undefined;
  /** Whether it writes the ranking as CSV to its stdout. */
  readonly answers: boolean;
  /** Whether it leaves out what the denylist names. */
  readonly denies: boolean;
  /** Finds out whether it can run, and installs what is its own. */
  ready(): Promise<Readiness>;
  /** The program and its arguments. */
  command(task: Task): Command;
}

const HERE = import.meta.dirname;
const CONFIG = `${HERE}/../deno.json`;

/** All contestants, in the order they take turns in: wikitop first, the physical limits last. */
export function contestants(say: (line: string) => void): Contestant[] {
  let installing: Promise<string | undefined> | undefined;
  const rival = (name: string, script: string, form: "fast" | "plain"): Contestant => ({
    name: form === "plain" ? `${name}-plain` : name,
    remark: form === "plain" ? "plain SQL" : "fastest form found",
    answers: true,
    denies: true,
    async ready() {
      const node = await nodeVersion();
      if ("skipped" in node) return node;
      installing ??= installRivals(say);
      const skipped = await installing;
      return skipped === undefined ? await versionOf(["node", script, "--version"]) : { skipped };
    },
    command: (task) => ["node", script, task.dump, task.expanded, form],
  });

  const wikitop = (
    name: string,
    denylist: (task: Task) => string,
    remark?: string,
  ): Contestant => ({
    name,
    remark,
    answers: true,
    denies: remark === undefined,
    async ready() {
      const { version } = JSON.parse(await Deno.readTextFile(CONFIG));
      return { version: `wikitop ${version}` };
    },
    command: (task) => [
      ...FROM_SOURCE.command([]),
      ...["rank", task.dump, "--denylist", denylist(task), "--format", "csv"],
    ],
  });

  return [
    wikitop("wikitop", (task) => task.denylist),
    rival("duckdb", `${HERE}/rivals/duckdb.mjs`, "fast"),
    rival("duckdb", `${HERE}/rivals/duckdb.mjs`, "plain"),
    rival("clickhouse", `${HERE}/rivals/clickhouse.mjs`, "fast"),
    rival("clickhouse", `${HERE}/rivals/clickhouse.mjs`, "plain"),
    {
      name: "lines",
      remark: "a string for every line, by TextLineStream",
      answers: true,
      denies: true,
      ready: () => Promise.resolve({ version: `Deno ${Deno.version.deno}` }),
      command: (task) => [
        Deno.execPath(),
        "run",
        "--quiet",
        "--allow-read",
        `--config=${CONFIG}`,
        `${HERE}/rivals/lines.ts`,
        task.dump,
        task.expanded,
      ],
    },
    wikitop("wikitop-bare", () => "none", "no denylist"),
    {
      name: "c",
      remark: "one thread, no denylist: what the machine allows",
      answers: true,
      denies: false,
      ready: buildLimit,
      command: (task) => [LIMIT, task.dump],
    },
    {
      name: "igzip",
      remark: "unpacks only: the limit",
      answers: false,
      denies: false,
      async ready() {
        const found = await versionOf(["igzip", "--version"]);
        return "version" in found
          ? { version: found.version.replace("command line interface ", "") }
          : { skipped: `${found.skipped}; Debian's package is "isal"` };
      },
      command: (task) => ["igzip", "-dc", task.dump],
    },
  ];
}
