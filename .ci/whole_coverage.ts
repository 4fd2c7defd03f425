/**
 * Removes from the folder that is named what no JSON parser reads. A thread that is ended while it
 * writes its coverage leaves half a file or an empty one, and `deno coverage` reads none with it
 * (denoland/deno#12112). What is lost is counted by that thread alone.
 */
const folder = Deno.args[0]!;
let removed = 0;
for await (const { name } of Deno.readDir(folder)) {
  if (!name.endsWith(".json")) continue;
  try {
    JSON.parse(await Deno.readTextFile(`${folder}/${name}`));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    await Deno.remove(`${folder}/${name}`);
    removed++;
  }
}
if (removed > 0) console.log(`${removed} cut files of coverage are left out`);
