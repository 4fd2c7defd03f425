import config from "../deno.json" with { type: "json" };

/** The version of the program. */
export const VERSION: string = config.version;

/** The name and version of the program, as it signs reports and requests. */
export const PROGRAM = `wikitop/${VERSION}`;

/** Where the project is to be found, if deno.json names it. */
export const PROJECT_ADDRESS: string | undefined = (config as { homepage?: string }).homepage;

/** What stands in a User-Agent whose operator cannot be reached. */
export const NO_CONTACT = "no contact given";
