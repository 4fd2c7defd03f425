import { fileURLToPath } from "node:url";
import { type PageFiles, readPageFiles } from "../../routes/page.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

let built: Promise<PageFiles> | undefined;

/**
 * Builds the page as `deno task page` does, once for all tests of a file.
 *
 * @returns Its files.
 */
export function buildPage(): Promise<PageFiles> {
  return built ??= build();
}

async function build(): Promise<PageFiles> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["task", "-q", "page"],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) {
    const said = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes)).join("");
    throw new Error(`Cannot build the page: ${said}`);
  }
  return (await readPageFiles())!;
}
