import { assert, assertEquals } from "@std/assert";
import { parseAll } from "@std/yaml";
import { fileURLToPath } from "node:url";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { kubernetesResources, type Resource } from "../testing/files.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where Kubernetes' own description, of which the types are made, has each kind. */
const MODULES: Readonly<Record<string, string>> = {
  "apps/v1": "apps/v1",
  "batch/v1": "batch/v1",
  "networking.k8s.io/v1": "networking/v1",
  "policy/v1": "policy/v1",
  "v1": "core/v1",
};

/** How many resources there are that the published types find wrong, and what they say. */
async function check(resources: readonly Resource[]): Promise<{ wrong: number[]; said: string }> {
  await using temp = await tempFolder();
  const lines = resources.map((resource, i) => {
    const { kind, apiVersion } = resource;
    const type = `import("kubernetes-types/${MODULES[apiVersion]}.d.ts").${kind}`;
    return `export const r${i}: ${type} = ${JSON.stringify(resource)};`;
  });
  await Deno.writeTextFile(`${temp.path}/resources.ts`, lines.join("\n"));
  const { stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["check", "-q", "--no-lock", "--config=deno.json", `${temp.path}/resources.ts`],
    cwd: ROOT,
    env: { NO_COLOR: "1" },
  }).output();
  const said = new TextDecoder().decode(stderr);
  const wrong = [...said.matchAll(/resources\.ts:(\d+):/g)].map(([, line]) => Number(line) - 1);
  return { wrong, said };
}

Deno.test("deploy/kubernetes is as Kubernetes describes its resources", async () => {
  const resources = [
    ...await kubernetesResources(),
    ...await kubernetesResources("kubernetes-queue"),
  ];
  const { replicas: _, ...spec } = resources.find(({ kind }) => kind === "Deployment")!.spec;
  const deployment = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "wrong" } };
  const misspelt: Resource = { ...deployment, spec: { ...spec, replica: 2 } };
  const mistaken: Resource = { ...deployment, spec: { ...spec, replicas: "2" } };
  const { wrong, said } = await check([...resources, misspelt, mistaken]);
  assertEquals(wrong, [resources.length, resources.length + 1], said);
});

const kustomize = await findKustomize();

for (const folder of ["kubernetes", "kubernetes-queue"]) {
  Deno.test({
    name: `kubectl kustomize deploy/${folder} gives every resource, in its namespace`,
    ignore: kustomize === undefined,
    async fn() {
      const [file, ...args] = kustomize!;
      const path = fileURLToPath(new URL(`../${folder}`, import.meta.url));
      const build = await new Deno.Command(file!, { args: [...args, path] }).output();
      assert(build.success, new TextDecoder().decode(build.stderr));
      const built = parseAll(new TextDecoder().decode(build.stdout)) as Resource[];
      const names = (resources: readonly Resource[]) =>
        resources.map(({ kind, metadata }) => `${kind} ${metadata.name}`).toSorted();
      const [map, ...others] = built.toSorted((a, b) =>
        Number(b.kind === "ConfigMap") - Number(a.kind === "ConfigMap")
      );
      const own = folder === "kubernetes" ? [] : await kubernetesResources(folder);
      // Where the store is a bucket, there is no claim.
      const all = [...await kubernetesResources(), ...own]
        .filter(({ kind }) => own.length === 0 || kind !== "PersistentVolumeClaim");
      assertEquals(names(others), names(all));
      for (const { kind, metadata } of others) {
        assert(kind === "Namespace" || metadata.namespace === "wikitop", metadata.name);
      }
      // The pods ask for the settings by the name that has their hash.
      const text = JSON.stringify(others);
      assert(text.includes(`"configMapRef":{"name":"${map!.metadata.name}"}`));
      assert(!text.includes('"configMapRef":{"name":"wikitop"}'));
      assert(own.length === 0 || !text.includes("persistentVolumeClaim"));
    },
  });
}

async function findKustomize(): Promise<string[] | undefined> {
  for (const command of [["kubectl", "kustomize"], ["kustomize", "build"]]) {
    try {
      const [file, ...args] = command;
      const options: Deno.CommandOptions = {
        args: [...args, "--help"],
        stdout: "null",
        stderr: "null",
      };
      if ((await new Deno.Command(file!, options).output()).success) return command;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}
