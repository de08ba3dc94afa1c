/** Every text that stands in a part of a file, keys left out. */
export function textsIn(written: unknown): readonly string[] {
  if (typeof written === "string") return [written];
  if (typeof written !== "object" || written === null) return [];
  return Object.values(written).flatMap(textsIn);
}
