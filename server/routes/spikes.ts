import { findSpikes } from "../../core/archive/spikes.ts";
import { SPIKE_FACTOR } from "../../core/report/flags.ts";
import type { Part } from "../http/json_schema.ts";
import { query as parameter } from "../http/openapi.ts";
import type { Query } from "../http/query.ts";
import type { ReportName } from "../reports/on_demand.ts";
import type { Selection } from "../reports/render.ts";
import type { Service } from "./service.ts";

const MOST = 1_000_000;

/**
 * Reads whether pages are marked as spikes: these depend on what else is stored, so that each answer is
 * reckoned anew.
 */
export function readSpikes(
  query: Query,
  { period, edition }: ReportName,
  { store }: Service,
): Selection["spikes"] {
  const factor = query.count("spike", [1, MOST]);
  if (factor === undefined) return undefined;
  return (codes) => findSpikes(store, period, { edition, codes, factor });
}

/** Describes what {@linkcode readSpikes} reads. */
export const SPIKE: Part = parameter(
  "spike",
  "Marks pages by the flag spike that have so many times the median of their own views in the stored " +
    `periods around, twelve on each side; ${SPIKE_FACTOR} is usual. Without it, none is.`,
  { schema: { type: "integer", minimum: 1, maximum: MOST }, example: SPIKE_FACTOR },
);
