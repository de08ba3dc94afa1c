import { appendFileSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDecisionHash } from "@bowline/contracts";
import { aClock, aFill, aJournal, anEntry, aQuote } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { exportLine, hashOfExport, readExport, writeExport } from "./session-export.ts";

const fresh = (): string => join(mkdtempSync(join(tmpdir(), "export-")), "session.jsonl");
const journal = aJournal([aClock(), aFill(), aQuote({ lastPx: undefined })]);
const read = (file: string) => [...readExport(file)];

describe("a session's export", () => {
  it("reads back as it was written, and has the journal's decision hash", () => {
    const file = fresh();
    expect(writeExport(file, journal)).toBe(3);
    expect(read(file)).toEqual(JSON.parse(JSON.stringify(journal)));
    const hash = makeDecisionHash();
    for (const entry of journal) hash.add(entry);
    expect(hashOfExport(file)).toBe(hash.digest());
  });
  it("may be larger than one write, empty, or without a last line feed", () => {
    const file = fresh();
    const many = Array.from({ length: 3000 }, (_, index) => anEntry(aClock(), { seq: index + 1 }));
    expect(writeExport(file, many)).toBe(3000);
    expect(read(file)).toHaveLength(3000);
    writeFileSync(file, "");
    expect(read(file)).toEqual([]);
    writeFileSync(file, exportLine(journal[0]!).trimEnd());
    expect(read(file)).toHaveLength(1);
  });
  it("names file and line of what is wrong", () => {
    const file = fresh();
    const broken = (line: string) => {
      writeExport(file, journal.slice(0, 1));
      appendFileSync(file, `\n${line}\n`);
      return () => read(file);
    };
    const second = JSON.parse(exportLine(journal[1]!)) as { event: object; header: object };
    expect(broken("{")).toThrow(`${file}:3: no JSON: `);
    expect(broken('{"seq":2}')).toThrow(`${file}:3: an entry has seq, subject, header and event`);
    expect(broken("null")).toThrow(`${file}:3: `);
    expect(broken(JSON.stringify({ ...second, subject: "bw.control.clock" }))).toThrow(
      "order.filled does not belong on bw.control.clock",
    );
    expect(broken(JSON.stringify({ ...second, event: { ...second.event, lastPx: -1 } }))).toThrow(
      "lastPx is no positive price in micros: -1",
    );
    expect(broken(JSON.stringify({ ...second, header: { ...second.header, id: "" } }))).toThrow(
      "id is no non-empty text",
    );
    expect(broken(JSON.stringify({ ...second, seq: 1 }))).toThrow("sequence 1 after 1");
  });
});
