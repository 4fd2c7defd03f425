// The sums of all pages of dumps by DuckDB, as lines "domain title views": node duckdb_day.mjs OUT DUMP…
import { createRequire } from "node:module";
import process from "node:process";

// Required, not imported: Deno checks this file, but the package is there for Node only.
const { DuckDBInstance, version } = createRequire(
  new URL("../rivals/package.json", import.meta.url),
)("@duckdb/node-api");

const [out, ...dumps] = process.argv.slice(2);

if (out === "--version") {
  console.log(`DuckDB ${version().replace(/^v/, "")}`);
  process.exit(0);
}

/** A string as a literal of SQL. */
function literal(text) {
  return `'${text.replaceAll("'", "''")}'`;
}

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(`
  COPY (
    SELECT domain, title, sum(views)::BIGINT
    FROM read_csv([${dumps.map(literal).join(", ")}],
      delim = ' ', quote = '', escape = '', header = false, auto_detect = false,
      buffer_size = 4194304, columns = {
        domain: 'VARCHAR', title: 'VARCHAR', views: 'BIGINT', bytes: 'VARCHAR'
      })
    GROUP BY domain, title
  ) TO ${literal(out)} (FORMAT csv, delim ' ', quote '', escape '', HEADER false)`);
// Nothing is left to do: the process need not take the engine apart.
process.exit(0);
