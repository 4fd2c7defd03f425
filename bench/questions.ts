/** The questions of docs/database.md, in the SQL that stands there. */
export const QUESTIONS: Readonly<Record<string, string>> = await readQuestions();

async function readQuestions(): Promise<Record<string, string>> {
  const page = await Deno.readTextFile(new URL("../docs/database.md", import.meta.url));
  const found = page.matchAll(/^### (.+)$[^`]*?^```sql$\n([^]*?)^```$/gm);
  return Object.fromEntries(Array.from(found, ([, question = "", sql = ""]) => [question, sql]));
}
