import type { CronJob } from "kubernetes-types/batch/v1.d.ts";
import { parseAll } from "@std/yaml";
import { wordsOf } from "./containerfile.ts";
import { kubernetesResources, type Resource, textOf, yamlOf } from "./files.ts";

/** A command line of wikitop in a file of deploy/. */
export interface Line {
  /** Where it stands. */
  where: string;
  /** What is typed behind the program's name. */
  args: readonly string[];
  /** Whether it is the image that runs it, with the permissions of its entry point. */
  inImage: boolean;
  /** The exit codes that are fine to what runs it. */
  fine: readonly number[];
}

/** Every command line of wikitop in the files that containers and systemd are started by. */
export async function readLines(): Promise<Line[]> {
  const inImage = (where: string, args: readonly string[]): Line => ({
    where,
    args,
    inImage: true,
    fine: [0],
  });
  const [, ...image] = ["", ...await wordsOf("CMD")];
  const { services } = await yamlOf("compose.yaml") as {
    services: Record<string, { image: string; command?: string[] }>;
  };
  const composed = Object.entries(services)
    .filter(([, { image }]) => image === "wikitop")
    .map(([name, { command }]) => inImage(`compose.yaml: ${name}`, command ?? image));
  const resources = await kubernetesResources();
  const pods = resources.flatMap(({ kind, metadata, spec }) => {
    const template = kind === "CronJob"
      ? (spec as CronJob["spec"])?.jobTemplate.spec?.template
      : spec?.template;
    const containers: { image: string; args: string[] }[] = template?.spec.containers ?? [];
    return containers.filter(({ image }) => image === "wikitop")
      .map(({ args }) => inImage(`kubernetes: ${kind} ${metadata.name}`, args));
  });
  const units = ["wikitop.service", "wikitop-serve.service"].map(async (unit): Promise<Line> => {
    const text = await textOf(`systemd/${unit}`);
    const [, line = ""] = /^ExecStart=\S+\/wikitop (.*)$/m.exec(text) ?? [];
    const [, also] = /^SuccessExitStatus=(\d+)$/m.exec(text) ?? [];
    const fine = [0, ...also === undefined ? [] : [Number(also)]];
    return { where: `systemd/${unit}`, args: line.split(" "), inImage: false, fine };
  });
  return [inImage("Containerfile: CMD", image), ...composed, ...pods, ...await Promise.all(units)];
}

/** What a fleet runs: one file or folder's server, workers, and what adds to their queue. */
export interface Fleet {
  where: string;
  /** How each is started: Deno with its flags and the program, then what is typed behind it. */
  commands: readonly (readonly string[])[];
  env: Readonly<Record<string, string>>;
}

/** The fleets of deploy/, which share a queue in PostgreSQL and a store in a bucket. */
export async function readFleets(): Promise<Fleet[]> {
  const { services } = await yamlOf("compose-queue.yaml") as {
    services: Record<
      string,
      { image: string; entrypoint: string[]; command: string[]; environment: Fleet["env"] }
    >;
  };
  const own = Object.values(services).filter(({ image }) => image === "wikitop");
  const inCompose = own.map(({ entrypoint, command }) => [...entrypoint, ...command]);
  const folder = "kubernetes-queue";
  const { spec: pods } = await yamlOf(`${folder}/pods.yaml`) as Resource;
  const entry: string[] = pods.template.spec.containers[0].command;
  const [server, hours, workers] = await Promise.all(
    ["server", "hours", "workers"].map(async (name) => {
      const [resource] = parseAll(await textOf(`${folder}/${name}.yaml`)) as Resource[];
      const template = resource!.spec.jobTemplate?.spec.template ?? resource!.spec.template;
      const { command = entry, args } = template.spec.containers[0];
      return [...command, ...args];
    }),
  );
  const settings = { ...await settingsOf("kubernetes"), ...await settingsOf(folder) };
  return [
    { where: "compose-queue.yaml", commands: inCompose, env: own[0]!.environment },
    { where: folder, commands: [server!, workers!, hours!], env: settings },
  ];
}

/** What the pods of a folder have in their environment. */
export async function settingsOf(folder: string): Promise<Record<string, string>> {
  const lines = (await textOf(`${folder}/settings.env`)).split("\n");
  return Object.fromEntries(
    lines.filter((line) => /^\w+=/.test(line)).map((line) => line.split(/=(.*)/).slice(0, 2)),
  );
}
