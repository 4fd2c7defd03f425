import type { JSX } from "preact";
import { articleUrl } from "../model/article_url.ts";
import { findFolded } from "../model/find_folded.ts";

/** What a title shows. */
export interface PageTitleProps {
  /** The title, as the dumps write it. */
  title: string;
  /** The host it is read on; without one it is no link. */
  host: string | undefined;
  /** Its language. */
  lang: string | undefined;
  /** What is searched for, which is marked. */
  search: string;
}

/** A page's title, and the way to it. */
export function PageTitle({ title, host, lang, search }: PageTitleProps): JSX.Element {
  const text = title.replaceAll("_", " ");
  const found = findFolded(text, search);
  const written = (
    <bdi lang={lang}>
      {found === undefined ? text : (
        <>
          {text.slice(0, found[0])}
          <mark>{text.slice(...found)}</mark>
          {text.slice(found[1])}
        </>
      )}
    </bdi>
  );
  if (host === undefined) return written;
  return <a href={articleUrl(host, title)} rel="noopener noreferrer">{written}</a>;
}
