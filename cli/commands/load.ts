import type { Command } from "./command.ts";

/** By its name, what loads each command and nothing else: most of a start is loading. */
const LOAD: Record<string, () => Promise<Command>> = {
  run: async () => (await import("./run.ts")).run,
  show: async () => (await import("./show.ts")).show,
  trending: async () => (await import("./trending.ts")).trending,
  diff: async () => (await import("./diff.ts")).diff,
  page: async () => (await import("./page.ts")).page,
  projects: async () => (await import("./projects.ts")).projects,
  enqueue: async () => (await import("./enqueue.ts")).enqueue,
  work: async () => (await import("./work.ts")).work,
  queue: async () => (await import("./queue.ts")).queue,
  serve: async () => (await import("./serve.ts")).serve,
  rank: async () => (await import("./rank.ts")).rank,
  merge: async () => (await import("./merge.ts")).merge,
  export: async () => (await import("./export.ts")).exportCommand,
  load: async () => (await import("./load_database.ts")).loadDatabase,
  ls: async () => (await import("./ls.ts")).ls,
  verify: async () => (await import("./verify.ts")).verify,
  prune: async () => (await import("./prune.ts")).prune,
  explain: async () => (await import("./explain.ts")).explain,
  completions: async () => (await import("./completions.ts")).createCompletions(loadCommands),
};

/** The names of all commands, in the order of the help. */
export const COMMAND_NAMES: readonly string[] = Object.keys(LOAD);

/** Loads a command, `undefined` if there is none of that name. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(LOAD, name) ? await LOAD[name]!() : undefined;
}

/** Loads all commands, in the order of the help. */
export async function loadCommands(): Promise<Command[]> {
  return await Promise.all(Object.values(LOAD).map((load) => load()));
}
