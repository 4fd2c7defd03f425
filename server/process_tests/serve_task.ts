import config from "../../deno.json" with { type: "json" };

/** What the `serve` task gives to Deno, its permissions: the one home of them is deno.json. */
export const SERVE_FLAGS: readonly string[] = config.tasks.serve.command
  .split(/\s+/)
  .filter((word) => word.startsWith("--"));
