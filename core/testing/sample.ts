import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../testdata/sample", import.meta.url));
const dumpName = "pageviews-20260910-180000.gz";

/** The sample hour of the project's own test data. */
export const SAMPLE = {
  /** The hour. */
  hour: "2026-09-10T18",
  /** The folder of its files, which serves as a flat source. */
  folder,
  /** The dump's name. */
  dumpName,
  /** Where a server has the dump. */
  dumpPath: `/2026/2026-09/${dumpName}`,
  /** The dump's path. */
  dump: `${folder}/${dumpName}`,
  /** The denylist's path. */
  denylist: `${folder}/denylist`,
  /** The path of the report that is right. */
  expected: `${folder}/expected.csv`,
} as const;
