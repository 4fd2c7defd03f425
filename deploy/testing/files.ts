import { parse, parseAll } from "@std/yaml";

/** A resource of Kubernetes, as far as the tests look at it. */
export interface Resource {
  apiVersion: string;
  kind: string;
  metadata: { name: string; namespace?: string; labels?: Record<string, string> };
  // deno-lint-ignore no-explicit-any
  spec?: any;
}

/** The text of a file of deploy/. */
export async function textOf(path: string): Promise<string> {
  return await Deno.readTextFile(new URL(`../${path}`, import.meta.url));
}

/** A file of deploy/ that is YAML. */
export async function yamlOf(path: string): Promise<unknown> {
  return parse(await textOf(path));
}

/** What the kustomization.yaml of a folder names as resources of its own. */
export async function kubernetesResources(folder = "kubernetes"): Promise<Resource[]> {
  const { resources } = await yamlOf(`${folder}/kustomization.yaml`) as { resources: string[] };
  const own = resources.filter((path) => path.endsWith(".yaml"));
  const files = await Promise.all(own.map((path) => textOf(`${folder}/${path}`)));
  return files.flatMap((text) => parseAll(text) as Resource[]);
}
