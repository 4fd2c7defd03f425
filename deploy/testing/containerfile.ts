import { textOf } from "./files.ts";

/** An instruction of a Containerfile. */
export interface Instruction {
  /** Its name, as `COPY`. */
  name: string;
  /** All behind it, on one line. */
  args: string;
}

/** The instructions of deploy/Containerfile, stage by stage. */
export async function readStages(): Promise<Instruction[][]> {
  const text = await textOf("Containerfile");
  const lines = text.replace(/^#.*\n/gm, "").replace(/\s*\\\n\s*/g, " ").split("\n");
  const stages: Instruction[][] = [];
  for (const line of lines.filter((line) => line !== "")) {
    const [, name = "", args = ""] = /^([A-Z]+) +(.*)$/.exec(line) ?? [];
    if (name === "") throw new SyntaxError(`Cannot read instruction "${line}"`);
    if (name === "FROM") stages.push([]);
    stages.at(-1)!.push({ name, args });
  }
  return stages;
}

/** The words of an instruction of the image that is written as JSON, as `ENTRYPOINT` and `CMD`. */
export async function wordsOf(name: string): Promise<[string, ...string[]]> {
  const image = (await readStages()).at(-1)!;
  const { args } = image.findLast((instruction) => instruction.name === name)!;
  return JSON.parse(args.slice(args.indexOf("[")));
}
