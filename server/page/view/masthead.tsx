import type { JSX } from "preact";

/** The head of the page. */
export function Masthead({ onHelp }: { onHelp: () => void }): JSX.Element {
  return (
    <header class="masthead">
      <a class="wordmark" href="/">
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <rect x="2" y="3" width="20" height="4.4" rx="1.2" />
          <rect x="2" y="9.8" width="13" height="4.4" rx="1.2" />
          <rect x="2" y="16.6" width="7" height="4.4" rx="1.2" />
        </svg>
        wikitop
      </a>
      <p class="tagline">The most viewed pages of every Wikimedia project, hour by hour</p>
      <button type="button" class="quiet keys" onClick={onHelp} aria-haspopup="dialog">
        <kbd aria-hidden="true">?</kbd> Keys
      </button>
    </header>
  );
}
