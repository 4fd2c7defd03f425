/**
 * Moves labels apart that would overlap, as little as can be.
 *
 * @param wanted Where each label's middle would best be.
 * @param options How much room a label takes, and where the first and last may be.
 * @returns Where each label's middle is to be, in the same order.
 */
export function placeLabels(
  wanted: readonly number[],
  { height, top, bottom }: { height: number; top: number; bottom: number },
): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a] - wanted[b]);
  const placed = [...wanted];
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(placed[i], free);
    free = placed[i] + height;
  }
  // What went too far down pushes back up what is in its way.
  let limit = bottom;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - height;
  }
  return placed;
}
