import { badRequests } from "./clients/bad_requests.ts";
import { cancels } from "./clients/cancels.ts";
import { hangUps } from "./clients/hang_ups.ts";
import { followUps } from "./clients/follow_ups.ts";
import { histories } from "./clients/histories.ts";
import { listings } from "./clients/listings.ts";
import { others } from "./clients/others.ts";
import { ranges } from "./clients/ranges.ts";
import { coldReaders, readers } from "./clients/readers.ts";
import { singles } from "./clients/singles.ts";
import { slowReaders } from "./clients/slow_readers.ts";
import type { Client } from "./load.ts";

/** All clients, each kind as often as it is there at the same time: two cores are to suffice. */
export const CROWD: readonly Client[] = [
  ...repeated(readers, 4),
  ...repeated(singles, 3),
  ...repeated(ranges, 2),
  ...repeated(hangUps, 2),
  ...repeated(slowReaders, 2),
  coldReaders,
  listings,
  histories,
  others,
  badRequests,
  cancels,
  followUps,
];

function repeated(client: Client, times: number): Client[] {
  return Array.from({ length: times }, () => client);
}
