import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Hour } from "../../../core/mod.ts";
import { storeHour, storeIn } from "../../../core/testing/store_hour.ts";
import { tempFolder } from "../../../core/testing/temp_folder.ts";
import { hourOf } from "../../testing/controlled_make.ts";
import { DeadlyPeriodError } from "../errors.ts";
import { describeFailure, mayPass } from "../failure.ts";
import { CrashMarks } from "./crash_marks.ts";

const HOUR = hourOf("2026-09-10T18");

function marksIn(folder: string, warnings: string[] = []): CrashMarks {
  return new CrashMarks({
    store: storeIn(folder),
    onWarning: ({ message }) => warnings.push(message),
  });
}

/** Leaves what a process leaves that is killed at the end of some work: the mark, and no lock. */
async function die(
  folder: string,
  { hour = HOUR, work = () => Promise.resolve() }: {
    hour?: Hour;
    work?: () => Promise<unknown>;
  } = {},
): Promise<void> {
  let hasBegun = false;
  await marksIn(folder).guard(hour, async () => {
    hasBegun = true;
    await work();
    await Deno.rename(`${folder}/making`, `${folder}/left`);
  });
  await Deno.rename(`${folder}/left`, `${folder}/making`);
  assert(hasBegun);
}

Deno.test("CrashMarks.guard() fails an hour that killed its process twice, without trying it", async () => {
  await using temp = await tempFolder();
  await die(temp.path);
  await die(temp.path);
  const work = () => Promise.reject(new Error("it was tried"));
  for (let i = 0; i < 2; i++) {
    const error = await assertRejects(
      () => marksIn(temp.path).guard(HOUR, work),
      DeadlyPeriodError,
    );
    assertEquals(
      error.message,
      'Cannot make hour "2026-09-10T18": the server died 2 times while it was made, for want of ' +
        'memory perhaps; make it with "wikitop run 2026-09-10T18", or remove ' +
        `"${temp.path}/making/2026-09-10T18.*" to try again`,
    );
    assertEquals(mayPass(error), false);
    assertEquals(describeFailure(HOUR, error, new Date()).code, "failed");
  }
});

Deno.test("CrashMarks.guard() makes hours that a process died with one by one, beside others", async () => {
  await using temp = await tempFolder();
  const suspects = ["2026-09-10T16", "2026-09-10T17"].map(hourOf);
  for (const hour of suspects) await die(temp.path, { hour });
  const marks = marksIn(temp.path);
  let [together, most] = [0, 0];
  const work = async () => {
    most = Math.max(most, ++together);
    await new Promise((resolve) => setTimeout(resolve, 20));
    together--;
  };
  await Promise.all(suspects.map((hour) => marks.guard(hour, work)));
  assertEquals(most, 1);
  await Promise.all([HOUR, hourOf("2026-09-10T19")].map((hour) => marks.guard(hour, work)));
  assertEquals(most, 2);
});

Deno.test("CrashMarks.guard() leaves no mark of what ends, well or not, and forgets a death then", async () => {
  await using temp = await tempFolder();
  for (let i = 0; i < 3; i++) {
    await die(temp.path);
    const marks = marksIn(temp.path);
    if (i === 1) {
      await assertRejects(() => marks.guard(HOUR, () => Promise.reject(new Error("no"))));
    } else assertEquals(await marks.guard(HOUR, () => Promise.resolve(7)), 7);
    assertEquals([...Deno.readDirSync(temp.path)].map(({ name }) => name), [".locks"]);
  }
});

Deno.test("CrashMarks.guard() counts no death of a process that had finished the hour", async () => {
  await using temp = await tempFolder();
  let views = 0;
  const finish = () => storeHour(temp.path, HOUR.label, { dump: `en A ${++views} 0\n` });
  // As one that is killed just before it removes its mark, and is asked for other reports each time.
  for (let i = 0; i < 4; i++) await die(temp.path, { work: finish });
  assertEquals(await marksIn(temp.path).guard(HOUR, () => Promise.resolve(7)), 7);
  // That it was finished before does not help one that dies while it makes it again.
  for (let i = 0; i < 2; i++) await die(temp.path);
  await assertRejects(() => marksIn(temp.path).guard(HOUR, finish), DeadlyPeriodError);
});

Deno.test("CrashMarks.guard() counts no death while another server makes the hour", async () => {
  await using temp = await tempFolder();
  await die(temp.path);
  const answer = await marksIn(temp.path).guard(HOUR, async () => {
    const others = [1, 2, 3].map((i) => marksIn(temp.path).guard(HOUR, () => Promise.resolve(i)));
    return await Promise.all(others);
  });
  assertEquals(answer, [1, 2, 3]);
});

Deno.test("CrashMarks.guard() makes an hour that cannot be marked, with a warning", async () => {
  await using temp = await tempFolder();
  await Deno.writeTextFile(`${temp.path}/file`, "");
  const warnings: string[] = [];
  const marks = marksIn(`${temp.path}/file`, warnings);
  assertEquals(await marks.guard(HOUR, () => Promise.resolve(7)), 7);
  assertEquals(warnings.length, 1);
  assert(warnings[0]!.startsWith('Cannot mark hour "2026-09-10T18": Cannot lock '), warnings[0]);
});
