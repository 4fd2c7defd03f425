const FOLDER = `${import.meta.dirname}/rivals`;

/**
 * Installs the rivals into their own folder, unless the pinned versions are there.
 *
 * @param say Told what takes long, one line at a time.
 * @returns Why they could not be installed, or `undefined` when they are there.
 */
export async function installRivals(say: (line: string) => void): Promise<string | undefined> {
  const { dependencies } = JSON.parse(await Deno.readTextFile(`${FOLDER}/package.json`));
  const pins = Object.entries<string>(dependencies);
  const there = await Promise.all(pins.map(([name, version]) => isInstalled(name, version)));
  if (!there.includes(false)) return undefined;

  say("Installing DuckDB and ClickHouse into bench/rivals, 615 MB on disk …");
  try {
    const npm = await new Deno.Command("npm", {
      args: ["install", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"],
      cwd: FOLDER,
      stdin: "null",
      stdout: "null",
    }).output();
    if (npm.success) return undefined;
    const complaint = new TextDecoder().decode(npm.stderr).trim().split("\n")[0];
    return `"npm install" ends with ${npm.code}: ${complaint}`;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return `"npm" is not installed`;
  }
}

async function isInstalled(name: string, version: string): Promise<boolean> {
  try {
    const text = await Deno.readTextFile(`${FOLDER}/node_modules/${name}/package.json`);
    return JSON.parse(text).version === version;
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    return false;
  }
}
