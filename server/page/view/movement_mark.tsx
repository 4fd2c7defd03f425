import type { JSX } from "preact";
import type { Movement } from "../model/movement.ts";

/** How a page has moved since the hour before. */
export function MovementMark({ movement }: { movement: Movement | undefined }): JSX.Element {
  if (movement === undefined) return <span class="hidden">not known</span>;
  if (movement.kind === "same") {
    return (
      <span class="same">
        <span aria-hidden="true">=</span>
        <span class="hidden">unmoved</span>
      </span>
    );
  }
  if (movement.kind === "new") return <span class="new">new</span>;
  const { kind, by } = movement;
  return (
    <span class={kind}>
      <span aria-hidden="true">{kind === "up" ? "▲" : "▼"}{by}</span>
      <span class="hidden">{kind} {by} {by === 1 ? "place" : "places"}</span>
    </span>
  );
}
