import { IS_TELEMETRY_ON } from "./runtime.ts";

/** What turns work into spans. */
export type Tracing = typeof import("../server/telemetry/tracing.ts");

/** Loads what turns work into spans, where Deno was told to export them; `undefined` where not. */
export async function openTracing(): Promise<Tracing | undefined> {
  return IS_TELEMETRY_ON ? await import("../server/telemetry/tracing.ts") : undefined;
}
