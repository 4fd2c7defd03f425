import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../../core/testing/run.ts";
import { readStages } from "./containerfile.ts";
import { textOf } from "./files.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Does what deploy/Containerfile says in plain folders: `/app`, `/deno-dir` and `/srv` are folders of
 * the one that is given. What only root or an image has, as owners and users, is passed over.
 *
 * @returns What has become of a path of the image.
 */
export async function buildPlainImage(folder: string): Promise<(text: string) => string> {
  const place = (text: string) =>
    text.replace(/(?<=^|[\s"=,])\/(?=app|deno-dir|srv)/g, `${folder}/`);
  const context = `${folder}/context`;
  // The packages that are at hand: no test is to depend on a registry.
  const { npmCache } = JSON.parse(await run(Deno.execPath(), ["info", "--json"]));
  await Deno.mkdir(`${folder}/deno-dir`);
  await Deno.symlink(npmCache, `${folder}/deno-dir/npm`);
  await copyContext(context);
  const env = { DENO_DIR: `${folder}/deno-dir`, NO_COLOR: "1" };
  for (const stage of await readStages()) {
    let cwd = folder;
    for (const { name, args } of stage) {
      if (name === "WORKDIR") await Deno.mkdir(cwd = place(args), { recursive: true });
      // The folders of the stages are the same ones here.
      if (name === "COPY" && !args.startsWith("--from=build ")) {
        const words = args.split(" ");
        const to = place(words.pop()!);
        const target = to.startsWith("/") ? to : `${cwd}/${to}`;
        for (const word of words) {
          const source = `${context}/${word}`;
          // Of a folder it is the contents that are copied.
          const isFolder = (await Deno.stat(source)).isDirectory;
          const parent = isFolder || to.endsWith("/") ? target : dirname(target);
          const copy = `cp ${isFolder ? "-rT" : ""} '${source}' '${target}'`;
          await sh(`mkdir -p '${parent}' && ${copy}`, { cwd, env });
        }
      }
      if (name === "RUN") {
        const command = place(args).replace(/\bdeno (?=task|cache)/g, `'${Deno.execPath()}' `)
          .replace(/ && chown \S+ \S+/, "");
        await sh(command, { cwd, env });
      }
    }
  }
  return place;
}

/** What the ignore file lets into the build. */
async function copyContext(context: string): Promise<void> {
  const ignore = (await textOf("Containerfile.dockerignore")).split("\n");
  const kept = ignore.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
  const left = ignore.filter((line) => line.startsWith("**/")).map((line) => line.slice(3));
  const flags = left.map((name) => `--exclude='${name}'`).join(" ");
  await Deno.mkdir(context);
  await sh(`tar c ${flags} ${kept.join(" ")} | tar x -C '${context}'`, { cwd: ROOT, env: {} });
}

async function sh(
  command: string,
  options: { cwd: string; env: Record<string, string> },
): Promise<void> {
  const args = ["-c", command];
  const { success, stderr } = await new Deno.Command("sh", { args, ...options }).output();
  if (!success) throw new Error(`Cannot run "${command}": ${new TextDecoder().decode(stderr)}`);
}
