import { Hour } from "../../../core/mod.ts";
import { ensure, hasStatus, jsonOf } from "../check.ts";
import type { Client } from "../load.ts";

/** What a history says of an hour. */
interface Place {
  hour: string;
  rank: number | null;
  views: number | null;
}

/** Asks for the histories of pages. */
export const histories: Client = {
  kind: "histories",
  rest: 300,
  async act(load, random) {
    const middle = random.pick([...load.ledger.stored]);
    const first = Hour.parse(middle).plus(-random.below(12));
    const last = Hour.parse(middle).plus(random.below(36));
    const row = random.pick(load.expected.rows(Hour.parse(middle)));
    const title = encodeURIComponent(row.title);
    const path = `/v1/pages/${row.project}/${title}?from=${first}&to=${last}`;
    const before = [...load.ledger.stored].filter((hour) =>
      `${first}` <= hour && hour <= `${last}`
    );
    const answer = await load.ask("histories", { path });
    if (!hasStatus(load, path, answer, 200)) return;
    const { series } = jsonOf(answer) as { series: { domain_code: string; hours: Place[] }[] };
    const own = series.find(({ domain_code }) => domain_code === row.code)?.hours ?? [];
    const places = new Map(own.map((place) => [place.hour, place]));
    for (const name of before) {
      const right = load.expected.rows(Hour.parse(name))
        .find(({ code, title }) => code === row.code && title === row.title);
      const hasDomain = right !== undefined ||
        load.expected.rows(Hour.parse(name)).some(({ code }) => code === row.code);
      if (!hasDomain) continue;
      const { rank, views } = places.get(name) ?? {};
      const is = `${rank}, ${views}`;
      const wanted = right === undefined ? "null, null" : `${right.rank}, ${right.views}`;
      ensure(is === wanted, `${path}: "${name}" has ${is} instead of ${wanted}`);
    }
  },
};
