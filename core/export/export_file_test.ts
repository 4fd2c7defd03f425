import { assertEquals } from "@std/assert";
import { type Edition, parsePeriod } from "../mod.ts";
import { columnsIn, exportFileOf, type ExportForm } from "./export_file.ts";

function pathOf(label: string, form: Partial<ExportForm>, edition: Edition = "each"): string {
  const whole: ExportForm = { format: "parquet", layout: "hive", ...form };
  return exportFileOf({ period: parsePeriod(label), edition }, whole).path;
}

Deno.test("exportFileOf() names folders by the beginning of the period", () => {
  const each = "edition=each/unit=hour/year=2026/month=09/day=10";
  assertEquals(pathOf("2026-09-10T18", {}), `${each}/hour=17/part.parquet`);
  // The hour that ends at midnight is of the day before, and of the year before.
  assertEquals(pathOf("2026-09-11T00", {}), `${each}/hour=23/part.parquet`);
  assertEquals(
    pathOf("2026-01-01T00", { format: "csv.gz" }),
    "edition=each/unit=hour/year=2025/month=12/day=31/hour=23/part.csv.gz",
  );
  assertEquals(
    pathOf("2026-09-10", {}, "all"),
    "edition=all/unit=day/year=2026/month=09/day=10/part.parquet",
  );
  assertEquals(pathOf("2026-09", {}), "edition=each/unit=month/year=2026/month=09/part.parquet");
});

Deno.test("exportFileOf() puts a week under the year that it is counted in", () => {
  assertEquals(pathOf("2026-W37", {}), "edition=each/unit=week/year=2026/week=37/part.parquet");
  // It begins on 2019-12-30.
  assertEquals(pathOf("2020-W01", {}), "edition=each/unit=week/year=2020/week=01/part.parquet");
});

Deno.test("exportFileOf() puts the hours of a day or month together, and nothing else", () => {
  const month = "edition=each/unit=hour/year=2026/month=09";
  for (const hour of ["2026-09-10T01", "2026-09-10T18", "2026-09-11T00"]) {
    assertEquals(pathOf(hour, { per: "day" }), `${month}/day=10/part.parquet`);
    assertEquals(pathOf(hour, { per: "month" }), `${month}/part.parquet`);
  }
  assertEquals(pathOf("2026-09-10", { per: "month" }), pathOf("2026-09-10", {}));
});

Deno.test("exportFileOf() lays files flat by their labels, none like another", () => {
  const flat = { format: "csv", layout: "flat" } as const;
  const labels = ["2026-09-10T18", "2026-09-10", "2026-W37", "2026-09"];
  assertEquals(labels.map((label) => pathOf(label, flat)), labels.map((label) => `${label}.csv`));
  assertEquals(pathOf("2026-09-10T18", flat, "all.articles"), "2026-09-10T18.all.articles.csv");
  assertEquals(pathOf("2026-09-10T18", { ...flat, per: "day" }), "2026-09-10.hours.csv");
  assertEquals(pathOf("2026-09-10T18", { ...flat, per: "month" }, "all"), "2026-09.hours.all.csv");
});

Deno.test("exportFileOf() marks folders of one period alone", () => {
  const mark = (label: string, form: Partial<ExportForm>) =>
    exportFileOf({ period: parsePeriod(label), edition: "each" }, {
      format: "csv",
      layout: "hive",
      ...form,
    }).success;
  const week = "edition=each/unit=week/year=2026/week=37/_SUCCESS";
  assertEquals(mark("2026-W37", { per: "day" }), week);
  assertEquals(mark("2026-09-10T18", { per: "day" }), undefined);
  assertEquals(mark("2026-09-10T18", { layout: "flat" }), undefined);
});

Deno.test("columnsIn() leaves out what folders say", () => {
  const names = (layout: ExportForm["layout"]) => columnsIn({ layout }).map(({ name }) => name);
  assertEquals(names("flat").filter((name) => !names("hive").includes(name)), ["unit"]);
});
