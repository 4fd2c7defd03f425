import { assert } from "@std/assert";
import { delimiter } from "node:path";

/** Runs a program of this machine; whatever it says on standard error belongs to the failure. */
export async function run(
  file: string,
  args: string[],
  options: { cwd?: string } = {},
): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(file, { args, ...options }).output();
  assert(success, `${file} ${args[0]} failed: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(stdout);
}

/** The first Node on the path; Deno puts itself there under that name when it runs a task. */
export async function findNode(): Promise<string | undefined> {
  const script = "process.stdout.write(process.versions.deno ?? `node ${process.versions.node}`)";
  for (const folder of (Deno.env.get("PATH") ?? "").split(delimiter)) {
    const file = `${folder}/node${Deno.build.os === "windows" ? ".exe" : ""}`;
    try {
      if (/^node (2\d|[3-9]\d)\./.test(await run(file, ["-e", script]))) return file;
    } catch {
      // There is none in that folder, or one that does not work.
    }
  }
}
