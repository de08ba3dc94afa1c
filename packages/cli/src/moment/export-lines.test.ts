import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeExport } from "@bowline/report";
import { aQuote, aJournal } from "@bowline/testkit";
import { afterAll, expect, test } from "vitest";
import { openExportLines } from "./export-lines.ts";

const folder = mkdtempSync(join(tmpdir(), "bowline-lines-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "export.jsonl");
const text = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

test("gives the lines behind any sequence, wherever the chunks of the file end", () => {
  const entries = aJournal(
    Array.from({ length: 3000 }, (_, index) => aQuote({ symbol: index % 7 === 0 ? "BRK.B" : "ÄPL" })),
  );
  writeExport(file, entries);
  const lines = openExportLines(file);
  expect([lines.first, lines.last]).toEqual([entries[0], entries.at(-1)]);
  for (const after of [0, 1, 2, 499, 1500, 2998, 2999, 3000, 9999]) {
    const read: number[] = [];
    lines.read(after, (line) => {
      read.push(line.seq);
      return read.length < 5;
    });
    expect(read).toEqual([1, 2, 3, 4, 5].map((step) => after + step).filter((seq) => seq <= 3000));
  }
  lines.read(1500, (line) => {
    expect(line.entry()).toEqual(entries[1500]);
    return false;
  });
  lines.close();
});

test("is refused where it is no export, or an empty one", () => {
  expect(() => openExportLines(text("empty.jsonl", ""))).toThrow(/no entries in it/);
  expect(() => openExportLines(text("other.jsonl", "hello\n"))).toThrow(/no export: a line begins "hello"/);
});

test("ends with the last whole line where who wrote it was killed", () => {
  const entries = aJournal([aQuote(), aQuote(), aQuote()]);
  writeExport(file, entries);
  const torn = text("torn.jsonl", readFileSync(file, "utf8").slice(0, -20));
  const lines = openExportLines(torn);
  expect(lines.last).toEqual(entries[1]);
  const read: number[] = [];
  lines.read(0, ({ seq }) => read.push(seq) > 0);
  expect(read).toEqual([1, 2]);
  lines.close();
});
