import { assert, assertEquals, assertThrows } from "@std/assert";
import { Arguments } from "./arguments.ts";
import { type FlagName, FLAGS, variableOf } from "./flags.ts";
import { UsageError } from "./usage_error.ts";

const ALL = Object.keys(FLAGS) as FlagName[];

/** A value of each flag that is not its default, as it is written and as it is read. */
const VALUES: Record<FlagName, [written: string, read: unknown]> = {
  top: ["7", 7],
  ties: ["dense", "dense"],
  access: ["each,all", ["each", "all"]],
  pages: ["articles,all", ["articles", "all"]],
  flags: ["none", []],
  "mobile-share": ["0.1,0.9,50", { low: 0.1, high: 0.9, views: 50 }],
  spike: ["3", 3],
  "cross-check": ["true", true],
  denylist: ["none", "none"],
  "show-denied": ["true", true],
  "refresh-denylist": ["true", true],
  source: ["./dumps", "./dumps"],
  endpoint: ["http://127.0.0.1:7480", "http://127.0.0.1:7480"],
  state: ["./state", "./state"],
  "single-writer": ["true", true],
  store: ["./top", "./top"],
  format: ["ndjson", "ndjson"],
  domain: ["en,*.b", ["en", "*.b"]],
  period: ["2026-W37", "2026-W37"],
  connections: ["2", 2],
  "retry-for": ["8s", 8000],
  missing: ["fail", "fail"],
  wait: ["true", true],
  "wait-every": ["1m", 60_000],
  unit: ["day", "day"],
  work: ["./work", "./work"],
  plain: ["true", true],
  last: ["24", 24],
  refresh: ["true", true],
  "keep-dumps": ["./kept", "./kept"],
  "keep-sums": ["./sums", "./sums"],
  workers: ["4", 4],
  log: ["json", "json"],
  metrics: ["./wikitop.prom", "./wikitop.prom"],
  to: ["./lake", "./lake"],
  database: ["sqlite:top.db", "sqlite:top.db"],
  export: ["./lake", "./lake"],
  layout: ["hive", "hive"],
  per: ["day", "day"],
  "spreadsheet-safe": ["true", true],
  "older-than": ["30d", 30 * 86_400_000],
  dumps: ["true", true],
  "dry-run": ["true", true],
  force: ["true", true],
  contact: ["me@example.org", "me@example.org"],
  port: ["0", 0],
  host: ["0.0.0.0", "0.0.0.0"],
  "allowed-host": ["top.example.org", "top.example.org"],
  jobs: ["1", 1],
  make: ["hour,day", ["hour", "day"]],
  waiting: ["0", 0],
  queue: ["postgres://db.example.org/top", "postgres://db.example.org/top"],
  egress: ["office", "office"],
  heartbeat: ["1m", 60_000],
  "with-days": ["true", true],
  tries: ["1", 1],
  "max-hours": ["24", 24],
  "read-only": ["true", true],
  "token-file": ["./token", "./token"],
  cache: ["2GB", 2e9],
  grace: ["1m", 60_000],
  quiet: ["true", true],
};

function parse(
  args: string[],
  { flags = ALL, env = {} }: { flags?: FlagName[]; env?: Record<string, string> } = {},
): Arguments {
  return Arguments.parse(args, { flags }, (name) => env[name]);
}

function messageOf(args: string[], env: Record<string, string> = {}): string {
  return assertThrows(() => parse(args, { env }), UsageError).message;
}

/** Hours are compared as they are written. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

for (const name of ALL) {
  const [written, read] = VALUES[name];
  const isSwitch = read === true;

  Deno.test(`Arguments.parse() reads --${name}`, () => {
    const spellings = isSwitch
      ? [[`--${name}`]]
      : [[`--${name}`, written], [`--${name}=${written}`]];
    for (const args of spellings) {
      assertEquals(plain(parse(args).value(name)), read);
      assertEquals(plain(parse(args).given(name)), read);
      assertEquals(parse(args).positionals, []);
    }
  });

  Deno.test(`Arguments.parse() reads --${name} from the environment`, () => {
    const env = { [variableOf(name)]: written };
    assertEquals(plain(parse([], { env }).value(name)), read);
    assertEquals(plain(parse([], { env }).given(name)), read);
  });

  Deno.test(`Arguments.parse() does without --${name}`, () => {
    assertEquals(parse([]).given(name), undefined);
    assertEquals(parse([], { env: { [variableOf(name)]: "" } }).given(name), undefined);
  });

  Deno.test(`Arguments.parse() reads no --${name} for a command without it`, () => {
    const flags = ALL.filter((other) => other !== name);
    const args = isSwitch ? [`--${name}`] : [`--${name}`, written];
    assertThrows(() => parse(args, { flags }), UsageError, `--${name}`);
    const env = { [variableOf(name)]: "nonsense" };
    assertEquals(parse([], { flags, env }).positionals, []);
  });
}

Deno.test("variableOf() names a variable of the program's own", () => {
  for (const name of ALL) assert(/^WIKITOP_[A-Z_]+$/.test(variableOf(name)), variableOf(name));
  assertEquals(variableOf("refresh-denylist"), "WIKITOP_REFRESH_DENYLIST");
});

Deno.test("Arguments.value() falls back on the table's default", () => {
  assertEquals(parse([]).value("top"), 25);
  assertEquals(parse([]).value("ties"), "row");
  assertEquals(parse([]).value("format"), "csv");
  assertEquals(parse([]).value("store"), "./reports");
  assertEquals(parse([]).value("force"), false);
});

Deno.test("Arguments.value() falls back on the command's default before the table's", () => {
  const signature = { flags: ALL, defaults: { format: "table" } };
  assertEquals(Arguments.parse([], signature, () => undefined).value("format"), "table");
  assertEquals(Arguments.parse([], signature, () => undefined).given("format"), undefined);
  assertEquals(
    Arguments.parse(["--format=json"], signature, () => undefined).value("format"),
    "json",
  );
});

Deno.test("Arguments.parse() takes an argument before the environment", () => {
  assertEquals(parse(["--top", "3"], { env: { WIKITOP_TOP: "9" } }).value("top"), 3);
});

Deno.test("Arguments.parse() takes the last of several values", () => {
  assertEquals(parse(["--top", "3", "--top=4"]).value("top"), 4);
});

Deno.test("Arguments.parse() takes a switch that is off", () => {
  for (const off of ["false", "0"]) {
    assertEquals(parse([], { env: { WIKITOP_FORCE: off } }).value("force"), false);
  }
  assertEquals(parse(["--force=false"], { env: { WIKITOP_FORCE: "1" } }).value("force"), false);
});

Deno.test("Arguments.parse() keeps what stands behind a switch", () => {
  const args = parse(["--force", "2026-09-10T18", "--quiet", "2026-09-10T19"]);
  assertEquals(args.positionals, ["2026-09-10T18", "2026-09-10T19"]);
  assertEquals([args.value("force"), args.value("quiet")], [true, true]);
});

Deno.test("Arguments.parse() keeps positionals as they were typed", () => {
  const typed = ["2026112008", "007", "-", "1e3", "*.b", ""];
  assertEquals(parse(typed).positionals, typed);
});

Deno.test("Arguments.parse() reads no flags behind --", () => {
  assertEquals(parse(["--top", "3", "--", "--top", "-x"]).positionals, ["--top", "-x"]);
});

Deno.test("Arguments.parse() knows --help and -h", () => {
  assert(parse(["--help"]).help);
  assert(parse(["-h"]).help);
  assert(!parse([]).help);
});

Deno.test("Arguments.parse() knows an older name of a flag", () => {
  for (const args of [["--blacklist", "none"], ["--blacklist=none"]]) {
    assertEquals(parse(args).value("denylist"), "none");
  }
});

Deno.test("Arguments.parse() refuses a flag that is misspelt, and guesses", () => {
  assertEquals(
    messageOf(["--tpo", "3"]),
    'Cannot use --tpo: there is no such flag; did you mean "--top"?',
  );
  assertEquals(
    messageOf(["--formt=json"]),
    'Cannot use --formt: there is no such flag; did you mean "--format"?',
  );
  assertEquals(messageOf(["--denylst", "x"]).includes('did you mean "--denylist"?'), true);
  assertEquals(messageOf(["--helpp"]).includes('did you mean "--help"?'), true);
});

Deno.test("Arguments.parse() refuses a flag that is like none, without a guess", () => {
  assertEquals(messageOf(["--parallelism=4"]), "Cannot use --parallelism: there is no such flag");
  assertEquals(messageOf(["-x"]), "Cannot use -x: there is no such flag");
});

Deno.test("Arguments.parse() says that a flag belongs to other commands", () => {
  const error = assertThrows(() => parse(["--period", "x"], { flags: ["top"] }), UsageError);
  assertEquals(error.message, "Cannot use --period: not a flag of this command");
});

const WRONG: Record<string, string[]> = {
  "--top": ["0", "-1", "1.5", "1e3", "ten", " ", "9007199254740993"],
  "--ties": ["rows", "ROW"],
  "--source": [
    "ftp://example.org/",
    "s3://bucket/a",
    "file:///srv",
    "http:/a",
    "https:a",
    "http://",
  ],
  "--denylist": ["ftp://example.org/list", "s3://bucket/list", "http://[x", "https://a/#b"],
  "--format": ["cvs", "CSV", "parquet"],
  "--period": [
    ...[
      "yesterday",
      "2026-02-30T01",
      "2026-09-10T18:30",
      "2099-01-01T00",
      "2026-02-30",
      "2026-W54",
    ],
    ...["2026-13", "2099-01", "2015-04-30"],
  ],
};

Deno.test("Arguments.parse() says once what is wrong with an hour, and what to write", () => {
  assertEquals(
    messageOf(["--period=2026-09-10T24"]),
    'Cannot use --period "2026-09-10T24": there is no hour "24"; write midnight as "2026-09-11T00"',
  );
  assertEquals(
    messageOf(["--period=yesterday"]),
    'Cannot use --period "yesterday": write it as "2026-11-20T08"',
  );
});

for (const [flag, values] of Object.entries(WRONG)) {
  for (const value of values) {
    Deno.test(`Arguments.parse() refuses ${flag} "${value}", and says what to write`, () => {
      const message = messageOf([`${flag}=${value}`]);
      assert(message.startsWith(`Cannot use ${flag} "${value}": `), message);
      assert(message.includes("write "), message);
    });
  }
}

Deno.test("Arguments.parse() lists the values of a flag that has a few", () => {
  assert(messageOf(["--format=cvs"]).includes("csv, ndjson, json, table"));
  assert(messageOf(["--ties=rows"]).includes("row, rank, dense"));
});

Deno.test("Arguments.parse() refuses a flag without its value", () => {
  for (const name of ALL.filter((name) => VALUES[name][1] !== true)) {
    for (const args of [[`--${name}`], [`--${name}=`], [`--${name}`, "--quiet"]]) {
      const message = messageOf(args);
      assert(message.startsWith(`Cannot use --${name} "": `), message);
    }
  }
});

Deno.test("Arguments.parse() refuses a switch with a value that is neither on nor off", () => {
  assert(messageOf(["--force=maybe"]).startsWith('Cannot use --force "maybe": '));
});

Deno.test("Arguments.parse() names the variable that has a wrong value", () => {
  const message = messageOf([], { WIKITOP_TOP: "ten" });
  assert(message.startsWith('Cannot use WIKITOP_TOP "ten": '), message);
  assert(message.includes("write WIKITOP_TOP=N"), message);
});

Deno.test("Arguments.parse() helps even those who wrote a wrong value", () => {
  assert(parse(["--top", "ten", "--help"]).help);
  assert(parse(["--help"], { env: { WIKITOP_TOP: "ten" } }).help);
});

Deno.test("Arguments.parse() takes paths for what they are", () => {
  for (const path of ["C:\\dumps", "./a:b", "httpd", "dumps?x=1", "a//b"]) {
    assertEquals(parse(["--source", path]).values("source"), [path]);
  }
});

Deno.test("Arguments.parse() refuses a URL without its password", () => {
  const message = messageOf(["--source=ftp://joe:secret@example.org/"]);
  assert(message.includes('"ftp://***@example.org/"') && !message.includes("secret"), message);
});

Deno.test("Arguments.parse() refuses an allowed host that is no name", () => {
  for (const host of ["a:80", "http://a", "a/b", "*", "*.a", "a b", "u@a"]) {
    assert(messageOf([`--allowed-host=${host}`]).includes("not the name of a host"), host);
  }
  assertEquals(
    parse(["--allowed-host", "A.example", "--allowed-host=::1"]).values("allowed-host"),
    [
      "a.example",
      "[::1]",
    ],
  );
});
