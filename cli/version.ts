import config from "../deno.json" with { type: "json" };

/** The version of the program. */
export const VERSION: string = config.version;

/** The name and version of the program, as it signs reports and requests. */
export const PROGRAM = `wikitop/${VERSION}`;
