/** Where Chromium is, `undefined` if it is not there: tests that need it are skipped then. */
export const CHROMIUM_PATH: string | undefined = find();

function find(): string | undefined {
  const path = Deno.env.get("WIKITOP_CHROMIUM") ?? "/usr/bin/chromium";
  try {
    Deno.statSync(path);
    return path;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
