import { type Choices, type CommandChoices, type FlagChoices, quoted } from "./choices.ts";

/** Completions for zsh. */
export function zshCompletions(commands: readonly CommandChoices[]): string {
  const names = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  return `#compdef wikitop
# For this shell, after compinit: source <(wikitop completions zsh)
# For all: wikitop completions zsh > DIR/_wikitop, where DIR is one of $fpath
_wikitop() {
  local context state state_descr line
  typeset -A opt_args
  local -a commands=(
${names.join("\n")}
  )
  _arguments -C '(- *)--help[show all commands]' '(- *)--version[show the version]' \\
    '1: :->command' '*:: :->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $line[1] in
${commands.map(caseOf).join("\n")}
        help) _describe -t commands command commands ;;
      esac ;;
  esac
}
# Where it is loaded from $fpath, it is called to complete; else it tells what completes.
if [[ $funcstack[1] == _wikitop ]]; then _wikitop "$@"; else compdef _wikitop wikitop; fi
`;
}

function caseOf(command: CommandChoices): string {
  const action = actionOf(command);
  // Where there is nothing to offer, zsh would say so, and not complete flags.
  const others = action === " " ? [] : [quoted(`*:argument:${action}`)];
  const specs = [...command.flags.map(specOf), ...others];
  const lines = specs.map((spec) => `            ${spec}`).join(" \\\n");
  return `        ${command.name})\n          _arguments -S \\\n${lines} ;;`;
}

function specOf({ name, help, value, repeatable, ...choices }: FlagChoices): string {
  const shown = help.replace(/[[\]\\]/g, "\\$&");
  const spec = value === undefined
    ? `--${name}[${shown}]`
    : `--${name}=[${shown}]:${value.replaceAll(":", "\\:")}:${actionOf(choices)}`;
  return quoted(repeatable ? `*${spec}` : spec);
}

function actionOf({ words, paths }: Choices): string {
  const files = paths === "files" ? "_files" : "_files -/";
  if (words.length === 0) return paths === undefined ? " " : files;
  const listed = `(${words.join(" ")})`;
  if (paths === undefined) return listed;
  // A colon would begin the next argument.
  return `{_alternative "words\\:word\\:${listed}" "paths\\:path\\:${files}"}`;
}
