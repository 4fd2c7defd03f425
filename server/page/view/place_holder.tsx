import type { JSX } from "preact";

/** Keeps the place of the list while it is on its way. */
export function PlaceHolder(): JSX.Element {
  return (
    <div class="placeholder">
      <p class="hidden" role="status">Loading</p>
      {Array.from({ length: 12 }, (_, i) => <span key={i} />)}
    </div>
  );
}
