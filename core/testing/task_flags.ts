import config from "../../deno.json" with { type: "json" };

/** What the `wikitop` task gives to Deno, its permissions: the one home of them is deno.json. */
export const TASK_FLAGS: readonly string[] = flagsIn(config.tasks.wikitop.command);

/** What the `serve` task gives to Deno. */
export const SERVE_FLAGS: readonly string[] = flagsIn(config.tasks.serve.command);

function flagsIn(command: string): string[] {
  return command.split(/\s+/).filter((word) => word.startsWith("--"));
}
