import { assertEquals, assertRejects } from "@std/assert";
import { StoreError } from "../store/store_error.ts";
import { LoopbackServer } from "../testing/loopback_server.ts";
import { S3Bucket } from "./s3_bucket.ts";

/** What a server says, and what it comes to: code and reason. */
const ANSWERS: [status: number, body: string, code: string, reason: string][] = [
  [404, errorOf("NoSuchBucket"), "NoSuchBucket", "there is no such bucket"],
  [403, errorOf("AccessDenied"), "AccessDenied", "access is denied"],
  [403, errorOf("ExpiredToken"), "ExpiredToken", "the session token has expired"],
  [
    403,
    errorOf("RequestTimeTooSkewed"),
    "RequestTimeTooSkewed",
    "the clock of this machine is wrong, by that of the server",
  ],
  [
    301,
    errorOf("PermanentRedirect", "<Region>eu-west-1</Region>"),
    "wrong-region",
    'the bucket is in another region, "eu-west-1"',
  ],
  [
    400,
    errorOf("AuthorizationHeaderMalformed", "<Region>eu-west-1</Region>"),
    "wrong-region",
    'the bucket is in another region, "eu-west-1"',
  ],
  [200, "<html><body>It works!</body></html>", "not-s3", "what answers is no S3 server"],
  [
    400,
    errorOf("InvalidArgument", "<Message>No such thing</Message>"),
    "InvalidArgument",
    "the server answers 400 InvalidArgument, No such thing",
  ],
];

function errorOf(code: string, more = ""): string {
  return `<?xml version="1.0"?><Error><Code>${code}</Code>${more}</Error>`;
}

for (const [status, body, code, reason] of ANSWERS) {
  Deno.test({
    name: `S3Bucket tells what a server means that answers ${status}: ${reason}`,
    // The SDK keeps connections for the next request.
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      Deno.env.set("AWS_ACCESS_KEY_ID", "key");
      Deno.env.set("AWS_SECRET_ACCESS_KEY", "secret");
      const answer = { status, headers: { "content-type": "application/xml" } };
      await using server = new LoopbackServer(() => new Response(body, answer));
      await using bucket = new S3Bucket("s3://bucket/top", { endpoint: server.url });
      const error = await assertRejects(() => bucket.check(), StoreError);
      assertEquals(error.code, code);
      assertEquals(error.message, `Cannot list "s3://bucket/top/": ${reason}`);
    },
  });
}
