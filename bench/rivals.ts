const FOLDER = `${import.meta.dirname}/rivals`;

/**
 * Installs the rivals into their own folder, unless the pinned versions are there, and returns why
 * that could not be done, if it could not.
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

/**
 * Writes out every title a denylist drops, so that a rival needs only compare.
 *
 * An entry stands for its title as written and for its title percent-decoded once: spaces become
 * `_`, invalid UTF-8 becomes U+FFFD, `+` and an incomplete `%` stay. The project's own denylist is
 * not used here on purpose: an error in it would then be in all the answers, and unseen.
 *
 * Each line comes once; titles that no line of a dump can hold, those with a space or the end of a
 * line in them, are left out.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 *
 * assertEquals(expandDenylist("en Special%3ASearch\n"), "en Special%3ASearch\nen Special:Search\n");
 * ```
 */
export function expandDenylist(denylist: string): string {
  const lines = new Set<string>();
  for (const entry of denylist.split("\n")) {
    const space = entry.indexOf(" ");
    const title = entry.slice(space + 1);
    if (space < 1 || title === "") continue;
    for (const form of [title, percentDecode(title)]) {
      if (!/[ \r\n]/.test(form)) lines.add(`${entry.slice(0, space)} ${form}\n`);
    }
  }
  return [...lines].join("");
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

function percentDecode(title: string): string {
  if (!title.includes("%")) return title.replaceAll(" ", "_");
  const bytes: number[] = [];
  const encoded = new TextEncoder().encode(title);
  for (let at = 0; at < encoded.length; at++) {
    const digits = String.fromCharCode(...encoded.subarray(at + 1, at + 3));
    if (encoded[at] === 0x25 && /^[0-9a-f]{2}$/i.test(digits)) {
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else {
      bytes.push(encoded[at]!);
    }
  }
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(Uint8Array.from(bytes)).replaceAll(" ", "_");
}
