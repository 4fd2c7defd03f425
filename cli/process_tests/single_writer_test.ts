import { assert, assertEquals, assertMatch } from "@std/assert";
import { launch } from "../../core/testing/launch.ts";
import { FROM_SOURCE } from "../../core/testing/program.ts";
import { S3_PERMISSIONS } from "../../core/testing/s3_permissions.ts";
import { SAMPLE } from "../../core/testing/sample.ts";
import { HAS_SWIFT, startSwift } from "../../core/testing/swift_server.ts";
import { tempFolder } from "../../core/testing/temp_folder.ts";

Deno.test({
  name: "wikitop writes to a server without conditional writes if it is told to be alone",
  ignore: !HAS_SWIFT,
  // The SDK keeps connections for the next request.
  sanitizeOps: false,
  sanitizeResources: false,
  fn: async () => {
    await using temp = await tempFolder();
    await using server = await startSwift();
    const bucket = await server.bucket();
    const wikitop = (...args: string[]) =>
      launch(FROM_SOURCE, [...args, "--store", `${bucket}/top`], {
        cwd: temp.path,
        env: server.env,
        permissions: S3_PERMISSIONS,
      });
    const run = ["run", SAMPLE.hour, "--source", SAMPLE.folder, "--denylist", SAMPLE.denylist];
    const refused = await wikitop(...run);
    assertEquals([refused.code, refused.stdout], [1, ""]);
    assertMatch(refused.stderr, /has no conditional writes, .* implemented them\); choose another/);
    assertMatch(refused.stderr, / add --single-writer if nobody else ever writes there\n$/);
    assertEquals(await server.keys(bucket), []);

    for (const flags of [[], ["--force", "--top", "30"]]) {
      const made = await wikitop(...run, "--single-writer", ...flags);
      assertEquals(made.code, 0, made.stderr);
      assertEquals((await server.keys(bucket)).length, 3);
    }
    const verified = await wikitop("verify");
    assertEquals(verified.code, 0, verified.stderr);
    // An export needs no condition.
    const exported = await wikitop("export", "--to", `${bucket}/lake`);
    assertEquals(exported.code, 0, exported.stderr);
    assert((await server.keys(`${bucket}/lake`)).includes("2026-09-10T18.csv"));
  },
});
