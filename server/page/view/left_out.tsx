import type { JSX } from "preact";
import type { Domain } from "../data/answers.ts";
import { formatNumber } from "../model/format.ts";
import type { ProjectName } from "../model/project.ts";
import { Icon } from "./parts.tsx";
import { PageTitle } from "./page_title.tsx";

/** Says how many pages the denylist left out that would rank, and lists them where wanted. */
export function LeftOut({ domain, name }: { domain: Domain; name: ProjectName }): JSX.Element {
  const { denied, host } = domain;
  const count = denied.length;
  return (
    <details class="left-out">
      <summary>
        <Icon name="down" />
        {count} {count === 1 ? "page" : "pages"} left out by the denylist
      </summary>
      <table>
        <caption class="hidden">Left out by the denylist</caption>
        <thead>
          <tr>
            <th scope="col" class="rank">Would be</th>
            <th scope="col">Page</th>
            <th scope="col" class="views">Views</th>
          </tr>
        </thead>
        <tbody>
          {denied.map(({ rank, title, views }) => (
            <tr key={title}>
              <td class="rank">{rank}</td>
              <th scope="row">
                <PageTitle title={title} host={host} lang={name.language?.tag} />
              </th>
              <td class="views">{formatNumber(views)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
