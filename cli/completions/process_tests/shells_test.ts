import { assert, assertEquals } from "@std/assert";
import { launch } from "../../../core/testing/launch.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { WIKITOP } from "../../testing/program_under_test.ts";

type Shell = "bash" | "zsh" | "fish";

/** What is typed, the tab behind it, and what a shell is to offer. */
const CASES: readonly [typed: string, offered: readonly string[]][] = [
  ["wikitop ser", ["serve"]],
  ["wikitop p", ["page", "projects", "prune"]],
  ["wikitop run --re", ["--refresh", "--refresh-denylist", "--retry-for"]],
  ["wikitop run --ties ", ["dense", "rank", "row"]],
  ["wikitop run --ties de", ["dense"]],
  ["wikitop run --access ", ["all", "each", "each,all"]],
  ["wikitop run --quiet --ties=de", ["dense"]],
  ["wikitop show la", ["latest"]],
  ["wikitop export --format csv", ["csv", "csv.gz"]],
  ["wikitop run --store fol", ["folder one/"]],
  ["wikitop run --denylist fi", ["file"]],
  ["wikitop rank fi", ["file"]],
  ["wikitop completions ", ["bash", "fish", "zsh"]],
  ["wikitop help mer", ["merge"]],
  ["wikitop serve --token-", ["--token-file"]],
];

/**
 * How each shell is asked: of the script that is its first argument, for all others that are typed. What
 * it offers comes one a line, with a NUL behind all of it.
 */
const ASK: Readonly<Record<Shell, string>> = {
  // As readline has it, = is a word of its own.
  bash: `source "$1"; shift; for typed; do
      line=\${typed/=/ = }; read -ra COMP_WORDS <<< "$line"
      [[ $line == *' ' ]] && COMP_WORDS+=("")
      COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMPREPLY=(); _wikitop
      for word in "\${COMPREPLY[@]}"; do [[ -d $word ]] && word+=/; printf '%s\\n' "$word"; done
      printf '\\0'
    done`,
  fish: `source $argv[1]; for typed in $argv[2..]
      complete -C "$typed" | string replace -r '\\t.*' ''; printf '\\0'
    end`,
  // Only a terminal completes: this is one, in which keys put all that is offered on the line.
  zsh: `zmodload zsh/zpty; export SCRIPT=$1 OUT=$PWD/.out TYPED=\${(pj:\\n:)@[2,-1]}
    zpty shell zsh -f -i
    zpty -w shell 'autoload -U compinit; compinit -u -D; source $SCRIPT; PROMPT=; typed=("\${(f)TYPED}")
      zstyle ":completion:*" insert-tab false; zstyle ":completion:all-matches:*" insert true
      zstyle ":completion:all-matches::::" completer _all_matches _complete
      zle -C all-matches complete-word _generic; bindkey "^T" all-matches
      begin() { BUFFER=$typed[1]; CURSOR=$#BUFFER; shift typed }; zle -N begin; bindkey "^B" begin
      show() { print -rN -- "$BUFFER" >> $OUT; [[ $#typed > 0 ]] || exit }; zle -N show; bindkey "^E" show'
    for typed in "\${@[2,-1]}"; do keys+=$'\\C-b\\C-t\\C-e'; done; zpty -w -n shell $keys
    zpty -r shell rest '*never*'; cat $OUT`,
};

for (const shell of ["bash", "zsh", "fish"] as const) {
  Deno.test({
    name: `wikitop completions ${shell} completes commands, flags, their values and paths`,
    ignore: !await isThere(shell),
    async fn() {
      await using temp = await tempFolder();
      await Deno.mkdir(`${temp.path}/folder one`);
      await Deno.writeTextFile(`${temp.path}/file`, "");
      const { code, stdout, stderr } = await launch(WIKITOP, ["completions", shell], {
        cwd: temp.path,
      });
      assertEquals([code, stderr], [0, ""]);
      await Deno.writeTextFile(`${temp.path}/.script`, stdout);
      const answers = await ask(shell, temp.path);
      for (const [i, [typed, offered]] of CASES.entries()) {
        const answer = answers[i] ?? "";
        const words = shell === "zsh" ? wordsOnLine(answer, typed) : answer.trimEnd().split("\n");
        // Fish repeats the flag, zsh says that a value is to come.
        const bare = words.map((word) => word.replace(/^--[\w-]+=(?=.)|=$/, ""));
        assertEquals([typed, bare.toSorted()], [typed, [...offered]]);
      }
    },
  });
}

/** What a shell offers for each of the cases. */
async function ask(shell: Shell, cwd: string): Promise<string[]> {
  const typed = CASES.map(([typed]) => typed);
  const args = shell === "fish"
    ? ["--no-config", "-c", ASK.fish, ".script", ...typed]
    : [shell === "bash" ? "--norc" : "-f", "-c", ASK[shell], shell, ".script", ...typed];
  const signal = AbortSignal.timeout(60_000); // A shell that waits for more is not to hold up all.
  const asking = new Deno.Command(shell, { args, cwd, signal });
  const { success, stdout, stderr } = await asking.output();
  const decoder = new TextDecoder();
  assert(success, decoder.decode(stderr));
  return decoder.decode(stdout).split("\0");
}

/** What zsh has put on the line in place of its last word. */
function wordsOnLine(line: string, typed: string): string[] {
  const before = typed.slice(0, Math.max(typed.lastIndexOf(" "), typed.lastIndexOf("=")) + 1);
  assert(line.startsWith(before), line);
  const words = line.slice(before.length).trim().match(/(\\.|[^ ])+/g) ?? [];
  return words.map((word) => word.replaceAll("\\", ""));
}

async function isThere(shell: string): Promise<boolean> {
  try {
    return (await new Deno.Command(shell, { args: ["-c", "exit 0"] }).output()).success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
