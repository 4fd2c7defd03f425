import type { S3Client, S3ClientConfig } from "@aws-sdk/client-s3";
import type { Clock } from "../async/clock.ts";

/** Options of {@linkcode S3Bucket}. */
export interface S3Options {
  /** The URL of a server of others than AWS, whose buckets are then parts of its paths. */
  endpoint?: string | undefined;
  /** The region; what the environment or `~/.aws` says if it is left out. */
  region?: string | undefined;
  /**
   * How long nothing may come over a connection, in milliseconds.
   *
   * @default {30_000}
   */
  timeout?: number;
  /**
   * The passing of time between tries.
   *
   * @default {systemClock}
   */
  clock?: Clock;
}

/** By its place, as modules of threads are: what Deno sees imported it downloads for all, at once. */
const SDK = new URL("./s3_sdk.ts", import.meta.url).href;

/** How often a request is tried, by the SDK where the server is busy or not there, else here. */
export const TRIES = 6;
const CONNECT_MS = 5000;

/** Without a region AWS cannot be found; other servers have one in name only. */
const ANY_REGION = "us-east-1";

/** The SDK, and a client of it. */
export interface Opened {
  sdk: typeof import("./s3_sdk.ts");
  client: S3Client;
}

/** Loads the SDK, and opens a client of a server. */
export async function openClient(
  { endpoint, region, timeout = 30_000 }: S3Options,
): Promise<Opened> {
  const sdk: Opened["sdk"] = await import(SDK);
  const isOther = endpoint !== undefined;
  const config: S3ClientConfig = {
    maxAttempts: TRIES,
    retryMode: "standard",
    ...(region ?? (isOther ? ANY_REGION : undefined)) !== undefined &&
      { region: region ?? ANY_REGION },
    ...isOther && {
      endpoint,
      forcePathStyle: true,
      // Servers of others refuse checksums that they do not know.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: timeout },
  };
  return { sdk, client: new sdk.S3Client(config) };
}
