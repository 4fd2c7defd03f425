/**
 * Measures a database of a year of hours of 20 projects (4.4 million rows, generated): how long it
 * takes to load, how large it is, and how long the questions of docs/database.md take.
 * `deno task bench:database sqlite:FILE [HOURS]`, or `postgres://…` for an empty database of a server.
 *
 * @module
 */

import { Hour } from "../core/mod.ts";
import { openDatabase } from "../cli/open_database.ts";
import { machine } from "./machine.ts";
import { QUESTIONS } from "./questions.ts";
import { spread } from "./statistics.ts";
import { yearOfHours } from "./year_of_hours.ts";

const FIRST = Hour.parse("2025-01-01T01");
const ROUNDS = 7;

const [place, hours = "8760"] = Deno.args;
if (place === undefined) {
  console.error("Usage: deno task bench:database sqlite:FILE|postgres://USER@HOST/NAME [HOURS]");
  Deno.exit(2);
}

const database = await openDatabase(place, { flag: "the database", runtime: { env: () => "" } });
const last = { period: FIRST.plus(Number(hours) - 1), edition: "each" as const };
console.log(`${place.replace(/:.*/, "")} on ${await machine()}\n`);
if (await database.loaded(last) === undefined) {
  let [rows, milliseconds] = [0, 0];
  for (const report of yearOfHours(FIRST, Number(hours))) {
    const since = performance.now();
    await database.replace(report, "generated");
    milliseconds += performance.now() - since;
    for (const { pages } of report.domains) rows += pages.length;
  }
  console.log(`${rows} rows of ${hours} hours loaded in ${(milliseconds / 1000).toFixed(0)} s\n`);
}
await database.close();

const query = await opener(place);
await query("ANALYZE");
console.log("| question | rows | median | least | most |\n| --- | --: | --: | --: | --: |");
for (const [question, sql] of Object.entries(QUESTIONS)) {
  const times: number[] = [];
  let found = 0;
  for (let round = 0; round <= ROUNDS; round++) {
    const since = performance.now();
    found = await query(sql);
    if (round > 0) times.push(performance.now() - since); // The first one warms up.
  }
  const { median, min, max } = spread(times);
  const cells = [found, ...[median, min, max].map((time) => `${time.toFixed(1)} ms`)];
  console.log(`| ${question} | ${cells.join(" | ")} |`);
}
Deno.exit();

/** What runs a query, and tells how many rows it has. */
async function opener(place: string): Promise<(sql: string) => Promise<number>> {
  if (place.startsWith("sqlite:")) {
    const { DatabaseSync } = await import("node:sqlite");
    const sqlite = new DatabaseSync(place.slice("sqlite:".length));
    return (sql) => Promise.resolve(sqlite.prepare(sql).all().length);
  }
  const { default: postgres } = await import("postgres");
  const server = postgres(place, { max: 1 });
  return async (sql) => (await server.unsafe(sql)).length;
}
