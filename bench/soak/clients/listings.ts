import { ensure, hasStatus, jsonOf } from "../check.ts";
import { hourAt, isMakeable } from "../fate.ts";
import type { Client } from "../load.ts";

/** Asks which hours are stored. */
export const listings: Client = {
  kind: "lists of hours",
  rest: 300,
  async act(load, random) {
    const hours = random.between(1, 744);
    const first = hourAt(random.below(Math.max(1, load.next)));
    const last = first.plus(hours - 1);
    const path = `/v1/hours?from=${first}&to=${last}`;
    // What was stored before the question is in the answer; what is not made yet may be.
    const before = [...load.ledger.stored].filter((hour) =>
      `${first}` <= hour && hour <= `${last}`
    );
    const answer = await load.ask("lists of hours", { path });
    if (!hasStatus(load, path, answer, 200)) return;
    const list = jsonOf(answer);
    const listed = new Set<string>(list.hours);
    const lost = before.filter((hour) => !listed.has(hour));
    ensure(lost.length === 0, `${path} lacks ${lost.length} stored hours, first "${lost[0]}"`);
    const strange = list.hours.find((hour: string) => !isMakeable(load.fateOf(hour)));
    ensure(strange === undefined, `${path} has "${strange}", which has no whole dump`);
    const gaps = list.gaps.reduce((sum: number, gap: { hours: number }) => sum + gap.hours, 0);
    ensure(
      listed.size + gaps === hours,
      `${path}: ${listed.size} + ${gaps} are not ${hours} hours`,
    );
  },
};
