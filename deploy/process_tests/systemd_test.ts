import { assert, assertEquals } from "@std/assert";
import { tempFolder } from "../../core/testing/temp_folder.ts";
import { textOf } from "../testing/files.ts";

const UNITS = ["wikitop.timer", "wikitop.service", "wikitop-serve.service"];

Deno.test({
  name: "systemd-analyze verify finds nothing wrong with the units of deploy/systemd",
  ignore: !await isThere(),
  async fn() {
    await using temp = await tempFolder();
    // It looks whether the program is there.
    const program = `${temp.path}/wikitop`;
    await Deno.writeTextFile(program, "#!/bin/sh\n", { mode: 0o755 });
    for (const unit of UNITS) {
      const text = await textOf(`systemd/${unit}`);
      const here = text.replaceAll("/usr/local/bin/wikitop", program);
      assert(here !== text || unit.endsWith(".timer"), `${unit} starts no /usr/local/bin/wikitop`);
      await Deno.writeTextFile(`${temp.path}/${unit}`, here);
    }
    const verify = async (name: string) => {
      const args = ["verify", "--man=no", "--recursive-errors=no", `${temp.path}/${name}`];
      const { code, stderr } = await new Deno.Command("systemd-analyze", { args }).output();
      return { code, said: new TextDecoder().decode(stderr) };
    };
    for (const unit of UNITS) assertEquals(await verify(unit), { code: 0, said: "" }, unit);

    await Deno.writeTextFile(
      `${temp.path}/wrong.service`,
      `[Service]\nExecStart=${program}\nProtectSistem=strict\n`,
    );
    assert((await verify("wrong.service")).said.includes("ProtectSistem"));
  },
});

async function isThere(): Promise<boolean> {
  try {
    const args = ["verify", "--man=no", "/dev/null/none.timer"];
    const { stderr } = await new Deno.Command("systemd-analyze", { args }).output();
    // Some containers have the program and nothing that it works on.
    return !/Failed to (initialize|allocate|determine)/.test(new TextDecoder().decode(stderr));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
