import type { CronJob } from "kubernetes-types/batch/v1.d.ts";
import { wordsOf } from "./containerfile.ts";
import { kubernetesResources, textOf, yamlOf } from "./files.ts";

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
