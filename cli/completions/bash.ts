import { type Choices, type CommandChoices, quoted } from "./choices.ts";

/** Completions for bash, from 3.2 on, which macOS has. */
export function bashCompletions(commands: readonly CommandChoices[]): string {
  const names = [...commands.map(({ name }) => name), "--help", "--version"];
  return `# For this shell: source <(wikitop completions bash)
# For all: wikitop completions bash > ~/.local/share/bash-completion/completions/wikitop
_wikitop() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]}
  local words= flags= paths=
  # Bash takes = for a word of its own.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  if [[ $COMP_CWORD == 1 ]]; then
    COMPREPLY=($(compgen -W ${quoted(names.join(" "))} -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.map(caseOf).join("\n")}
    help) words=${quoted(commands.map(({ name }) => name).join(" "))} ;;
  esac
  if [[ $current == -* ]]; then
    words=$flags paths=
  fi
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  if [[ -n $paths ]]; then
    # Names may have spaces.
    local IFS=$'\\n'
    COMPREPLY+=($(compgen "$paths" -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _wikitop wikitop
`;
}

function caseOf(command: CommandChoices): string {
  const valued = command.flags.filter(({ value }) => value !== undefined);
  const byChoices = Map.groupBy(valued, assignments);
  const cases = Array.from(
    byChoices,
    ([assigned, flags]) => `        ${flags.map(dashed).join("|")})${assigned} ;;`,
  );
  const flags = command.flags.map(dashed).join(" ");
  return [
    `    ${command.name})`,
    "      case $previous in",
    ...cases,
    `        *)${assignments(command)} flags=${quoted(flags)} ;;`,
    "      esac ;;",
  ].join("\n");
}

function assignments({ words, paths }: Choices): string {
  const option = paths === "files" ? "-f" : "-d";
  return (words.length > 0 ? ` words=${quoted(words.join(" "))}` : "") +
    (paths === undefined ? "" : ` paths=${option}`);
}

function dashed({ name }: { name: string }): string {
  return `--${name}`;
}
