import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";

/** How long it is said that the link was copied, in milliseconds. */
const SAID_MS = 2000;

/** Copies the URL of what is shown. */
export function CopyLink(): JSX.Element {
  const [state, setState] = useState<"copied" | "refused">();

  useEffect(() => {
    if (state !== "copied") return;
    const timer = setTimeout(() => setState(undefined), SAID_MS);
    return () => clearTimeout(timer);
  }, [state]);

  const copy = async () => {
    try {
      // Only there on secure origins.
      await navigator.clipboard.writeText(location.href);
      setState("copied");
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      setState("refused");
    }
  };
  return (
    <>
      <button type="button" onClick={copy}>
        <Icon name={state === "copied" ? "done" : "link"} />
        {state === "copied" ? "Copied" : "Copy link"}
      </button>
      <span class="hidden" role="status">{state === "copied" ? "Link copied" : ""}</span>
      {state === "refused" && (
        <input
          class="link"
          readOnly
          aria-label="The link, to be copied from here"
          value={location.href}
          ref={(field) => field?.select()}
          onBlur={() => setState(undefined)}
        />
      )}
    </>
  );
}
