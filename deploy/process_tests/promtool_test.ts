import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { yamlOf } from "../testing/files.ts";

const ALERTS = fileURLToPath(new URL("../watch/alerts.yaml", import.meta.url));

/** Two histories of twelve hours, a value each five minutes: all is well, and nothing is. */
const HISTORIES = {
  well: {
    "wikitop_newest_hour_age_seconds": "7200x288",
    "wikitop_store_free_bytes": "100000000000x288",
    'wikitop_jobs{state="queued"}': "3 0 3 0 3 0x283",
    'wikitop_jobs_ended_total{state="failed"}': "1x288",
    'wikitop_hours{outcome="failed"}': "0x288",
    "wikitop_run_timestamp_seconds": "0+300x288",
    "wikitop_ranked_rows_total": "0+500000x288",
    "wikitop_malformed_rows_total": "0+1x288",
  },
  wrong: {
    "wikitop_newest_hour_age_seconds": "25200x288",
    "wikitop_store_free_bytes": "4000000000x288",
    'wikitop_jobs{state="queued"}': "3x288",
    'wikitop_jobs_ended_total{state="failed"}': "0+1x288",
    'wikitop_hours{outcome="failed"}': "2x288",
    "wikitop_run_timestamp_seconds": "0x288",
    "wikitop_ranked_rows_total": "0+500000x288",
    "wikitop_malformed_rows_total": "0x140 5000+5000x147",
  },
};

Deno.test({
  name:
    "The alerts of deploy/watch are rules of Prometheus: none fires if all is well, each if nothing is",
  ignore: !await isThere(),
  async fn() {
    await using temp = await tempFolder();
    const { groups } = await yamlOf("watch/alerts.yaml") as {
      groups: { rules: { alert: string }[] }[];
    };
    const alerts = groups.flatMap(({ rules }) => rules).map(({ alert }) => alert);
    const tests = Object.entries(HISTORIES).map(([name, series]) => ({
      name,
      interval: "5m",
      input_series: Object.entries(series).map(([series, values]) => ({ series, values })),
      promql_expr_test: [{
        expr: 'count by (alertname) (ALERTS{alertstate="firing"})',
        eval_time: "12h",
        exp_samples: name === "well" ? [] : alerts.map((alertname) => ({
          labels: `{alertname="${alertname}"}`,
          value: 1,
        })),
      }],
    }));
    // JSON is YAML, too.
    const file = `${temp.path}/test.yaml`;
    const all = { rule_files: [ALERTS], evaluation_interval: "5m", tests };
    await Deno.writeTextFile(file, JSON.stringify(all));
    for (const args of [["check", "rules", ALERTS], ["test", "rules", file]]) {
      const { success, stdout, stderr } = await new Deno.Command("promtool", { args }).output();
      const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("\n");
      assert(success, said);
    }
    assertEquals(alerts.length, new Set(alerts).size);
  },
});

async function isThere(): Promise<boolean> {
  try {
    return (await new Deno.Command("promtool", { args: ["--version"] }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
