import type { JSX } from "preact";

/** The foot of the page. */
export function Footer(): JSX.Element {
  return (
    <footer class="footer">
      <p>
        Page views by{" "}
        <a href="https://dumps.wikimedia.org/other/pageviews/readme.html" rel="noopener noreferrer">
          Wikimedia
        </a>, CC0. Hours are in UTC, and are named by their end.
      </p>
      <p>
        <a href="/openapi.json">API</a>
      </p>
    </footer>
  );
}
