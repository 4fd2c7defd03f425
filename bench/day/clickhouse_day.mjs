// The sums of all pages of dumps by ClickHouse, as lines "domain title views":
// node clickhouse_day.mjs OUT DUMP…
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import process from "node:process";

// Required, not imported: Deno checks this file, but the package is there for Node only.
const chdb = createRequire(new URL("../rivals/package.json", import.meta.url))("chdb");

const [out, ...dumps] = process.argv.slice(2);

if (out === "--version") {
  const result = await chdb.queryAsync("SELECT version()", { format: "TSV" });
  console.log(`ClickHouse ${result.text().trim()}`);
  process.exit(0);
}

/** A string as a literal of SQL. */
function literal(text) {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

const glob = `${dirname(dumps[0])}/{${dumps.map((path) => basename(path)).join(",")}}`;
// The domain and the title are one key: twice as fast as two.
await chdb.queryAsync(
  `
  INSERT INTO FUNCTION file(${literal(out)}, 'TSVRaw', 'line String')
  SELECT concat(key, ' ', toString(sum(views)))
  FROM (
    SELECT substring(line, 1, second - 1) AS key,
           toUInt64(substring(line, second + 1, length(line) - second - 2)) AS views
    FROM (
      SELECT line, position(line, ' ', position(line, ' ') + 1) AS second
      FROM file(${literal(glob)}, 'LineAsString', 'line String', 'gzip')
    )
  )
  GROUP BY key`,
  { format: "TSV" },
);
// Nothing is left to do: the process need not take the engine apart.
process.exit(0);
