/** What a test may name: rows of the fault matrix, and pitfalls. */
export type Named = "fault" | "pitfall";

/**
 * A test names the rows of the fault matrix, and the pitfalls, that it covers: "… [fault 7]", "… [faults 12, 29-31]",
 * "… [pitfall 9]".
 */
export function markersIn(
  text: string,
  what: Named,
): readonly { readonly marker: string; readonly rows: readonly number[] }[] {
  const pattern = new RegExp(`\\[${what}s? (\\d[\\d, -]*)\\]`, "g");
  return [...text.matchAll(pattern)].map(([marker, list = ""]) => ({ marker, rows: rowsOf(list) }));
}

export const numbersIn = (text: string, what: Named): readonly number[] =>
  markersIn(text, what).flatMap(({ rows }) => rows);

/** The numbers of a list such as "12, 29-31". */
export const rowsOf = (list: string): readonly number[] => list.split(",").flatMap(rangeOf);

function rangeOf(range: string): readonly number[] {
  const [first = NaN, last = first] = range.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
