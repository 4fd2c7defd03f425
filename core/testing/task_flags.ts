import config from "../../deno.json" with { type: "json" };

/** What the `wikitop` task gives to Deno, its permissions: the one home of them is deno.json. */
export const TASK_FLAGS: readonly string[] = flagsIn(config.tasks.cli.command);

/** What the `serve` task gives to Deno. */
export const SERVE_FLAGS: readonly string[] = flagsIn(config.tasks.server.command);

/** What the `install` task gives to the program that it installs. */
export const INSTALL_FLAGS: readonly string[] = flagsIn(config.tasks["install:program"].command);

/** All flags but those that say which packages the code is made of. */
function flagsIn(command: string): string[] {
  const flags = command.split(/\s+/).filter((word) => word.startsWith("--"));
  return flags.filter((flag) => !/^--(lock|frozen|name|import-map)\b/.test(flag));
}
