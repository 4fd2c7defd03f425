import type { Arguments } from "../args/arguments.ts";
import { UsageError } from "../args/usage_error.ts";
import { EXIT } from "../exit_code.ts";
import type { Runtime } from "../runtime.ts";
import type { Command } from "./command.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `wikitop completions`: what shells complete commands and flags by, of which it is one itself. */
export const createCompletions = (loadCommands: () => Promise<Command[]>): Command => ({
  name: "completions",
  synopsis: SHELLS.join("|"),
  summary: "write what a shell completes commands, flags and their values by",
  description: "Its first lines say where it belongs.",
  flags: [],
  examples: [
    ["completions bash > ~/.local/share/bash-completion/completions/wikitop", "for bash"],
    ["completions fish > ~/.config/fish/completions/wikitop.fish", "for fish"],
  ],

  async run({ positionals }: Arguments, runtime: Runtime): Promise<number> {
    const [written, another] = positionals;
    const shell = SHELLS.find((shell) => shell === written);
    if (shell === undefined || another !== undefined) {
      const state = written === undefined
        ? "a shell is wanted"
        : shell === undefined
        ? `there are none for "${written}"`
        : `"${another}" is one word too many`;
      throw new UsageError(`Cannot write completions: ${state}; write bash, zsh or fish`);
    }
    const { choicesOf } = await import("../completions/choices.ts");
    const choices = choicesOf(await loadCommands());
    const write = {
      bash: async () => (await import("../completions/bash.ts")).bashCompletions,
      zsh: async () => (await import("../completions/zsh.ts")).zshCompletions,
      fish: async () => (await import("../completions/fish.ts")).fishCompletions,
    }[shell];
    await runtime.write((await write())(choices));
    return EXIT.fine;
  },
});
