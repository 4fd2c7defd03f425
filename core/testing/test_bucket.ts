import { HAS_CEPH, type S3Server, startCeph } from "./ceph_server.ts";

/** A test that has a bucket of its own, and the server that it is on. */
export type BucketTest = (bucket: string, server: S3Server) => Promise<void>;

/**
 * Starts one server for all tests of a file, and stops it behind them.
 *
 * @returns What defines a test, which is skipped where Ceph is not installed.
 */
export function bucketTests(): (name: string, test: BucketTest) => void {
  let server: S3Server;
  Deno.test.beforeAll(async () => {
    if (HAS_CEPH) server = await startCeph();
  });
  Deno.test.afterAll(async () => {
    if (HAS_CEPH) await server[Symbol.asyncDispose]();
  });
  return (name, test) => {
    Deno.test({
      name,
      ignore: !HAS_CEPH,
      // The SDK keeps connections for the next request.
      sanitizeOps: false,
      sanitizeResources: false,
      fn: async () => {
        for (const [variable, value] of Object.entries(server.env)) Deno.env.set(variable, value);
        await test(await server.bucket(), server);
      },
    });
  };
}
