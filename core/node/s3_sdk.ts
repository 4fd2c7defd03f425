/** What an executable must contain: it is imported by a name that Deno does not look for. */
import "@aws-sdk/client-s3";
