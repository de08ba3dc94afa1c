import { GOLDEN_VERSIONS } from "./test-goldens.ts";

/** Lines that stand at several of the golden versions, each once: what it is about, its versions, the rest. */
export function versionTable(
  rows: readonly { readonly key: string; readonly version: number; readonly text: string }[],
): string {
  const lines = new Map<string, { readonly key: string; readonly text: string; readonly versions: number[] }>();
  for (const { key, version, text } of rows) {
    const line = lines.get(`${key} ${text}`) ?? { key, text, versions: [] };
    line.versions.push(version);
    lines.set(`${key} ${text}`, line);
  }
  const rendered = [...lines.values()].map(({ key, text, versions }) => {
    const range = versions.length === GOLDEN_VERSIONS.length ? "all" : versions.join(",");
    return `${key} ${range} ${text}`;
  });
  return `${rendered.toSorted().join("\n")}\n`;
}
