import config from "../../deno.json" with { type: "json" };

/** What the `wikitop` task gives to Deno, its permissions: the one home of them is deno.json. */
export const TASK_FLAGS: readonly string[] = config.tasks.wikitop.command
  .split(/\s+/)
  .filter((word) => word.startsWith("--"));
