/** A row of a view: every value is text, exact. */
export type Row = Readonly<Record<string, string>>;

export type Column = { readonly key: string; readonly title: string; readonly align?: "right" };

/** Columns padded to their widest value; a line that says so where there are no rows. */
export function renderTable(columns: readonly Column[], rows: readonly Row[], empty: string): string {
  if (rows.length === 0) return empty;
  const widths = columns.map(({ key, title }) => Math.max(title.length, ...rows.map((row) => (row[key] ?? "").length)));
  const line = (values: readonly string[]): string =>
    values
      .map((value, index) =>
        columns[index]?.align === "right" ? value.padStart(widths[index] ?? 0) : value.padEnd(widths[index] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    ...rows.map((row) => line(columns.map(({ key }) => row[key] ?? ""))),
  ].join("\n");
}

/** RFC 4180, a header line first. */
export const renderCsv = (columns: readonly Column[], rows: readonly Row[]): string =>
  [columns.map(({ key }) => key), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ""))]
    .map((cells) => cells.map(quoted).join(","))
    .join("\n");

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
