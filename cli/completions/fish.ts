import type { Choices, CommandChoices } from "./choices.ts";

/** Completions for fish. */
export function fishCompletions(commands: readonly CommandChoices[]): string {
  const lines = commands.flatMap((command) => {
    const { name, summary, flags } = command;
    const seen = `-n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
    const choices = optionsOf(command);
    return [
      `-n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
      ...choices === "" ? [] : [`${seen} ${choices}`],
      ...flags.map(({ name, help, value, ...choices }) => {
        const wanted = value === undefined ? "" : ` ${choices.paths === "files" ? "-r" : "-x"}`;
        const options = optionsOf(choices);
        return `${seen} -l ${name}${wanted}${options && ` ${options}`} -d ${quote(help)}`;
      }),
    ];
  });
  const names = commands.map(({ name }) => name).join(" ");
  return [
    "# For this shell: wikitop completions fish | source",
    "# For all: wikitop completions fish > ~/.config/fish/completions/wikitop.fish",
    "complete -c wikitop -f",
    "complete -c wikitop -n __fish_use_subcommand -l help -d 'show all commands'",
    "complete -c wikitop -n __fish_use_subcommand -l version -d 'show the version'",
    `complete -c wikitop -n '__fish_seen_subcommand_from help' -a ${quote(names)}`,
    ...lines.map((line) => `complete -c wikitop ${line}`),
  ].join("\n") + "\n";
}

function optionsOf({ words, paths }: Choices): string {
  const folders = paths === "folders" ? ["(__fish_complete_directories)"] : [];
  const offered = [...words, ...folders];
  return [
    ...offered.length > 0 ? [`-a ${quote(offered.join(" "))}`] : [],
    ...paths === "files" ? ["-F"] : [],
  ].join(" ");
}

/** Text in single quotes, in which fish reads \\ and \'. */
function quote(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
