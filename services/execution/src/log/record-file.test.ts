import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeRecord, openRecordFile, scanRecords } from "./record-file.ts";

const MAGIC = Buffer.from("BWLWAL1\n");
const fileOf = (payloads: readonly Buffer[]): Buffer => Buffer.concat([MAGIC, ...payloads.map(encodeRecord)]);
const somePayloads = fc.array(
  fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
  { minLength: 1, maxLength: 6 },
);
const aFile = (): string => join(mkdtempSync(join(tmpdir(), "bowline-wal-")), "test.wal");

function opened(file: string) {
  const result = openRecordFile(file);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("file of records", () => {
  it("gives back what was appended, over restarts", () => {
    const file = aFile();
    const first = opened(file);
    first.append(Buffer.from("one"));
    first.append(Buffer.from("two"));
    first.close();
    const second = opened(file);
    expect(second.payloads.map(String)).toEqual(["one", "two"]);
    second.append(Buffer.from("three"));
    second.close();
    expect(opened(file).payloads.map(String)).toEqual(["one", "two", "three"]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("cuts a torn end off and goes on behind the last whole record", () => {
    const file = aFile();
    const first = opened(file);
    first.append(Buffer.from("one"));
    first.append(Buffer.from("two"));
    first.close();
    truncateSync(file, statSync(file).size - 1);
    const second = opened(file);
    expect([second.torn, second.payloads.map(String)]).toEqual([true, ["one"]]);
    second.append(Buffer.from("three"));
    second.close();
    expect(opened(file).payloads.map(String)).toEqual(["one", "three"]);
  });

  it("refuses a damaged middle and leaves the file as it is", () => {
    const file = aFile();
    const bytes = fileOf([Buffer.from("one"), Buffer.from("two")]);
    bytes[MAGIC.length + 12] = 0xff;
    writeFileSync(file, bytes);
    expect(openRecordFile(file)).toMatchObject({ ok: false, error: { type: "DAMAGED", offset: MAGIC.length } });
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("refuses a file that is something else", () => {
    const file = aFile();
    writeFileSync(file, "a text, and a long one");
    expect(openRecordFile(file)).toMatchObject({ ok: false, error: { message: "no write-ahead log of this form" } });
  });

  it("was made and torn at once: it begins anew", () => {
    for (const start of [Buffer.alloc(0), MAGIC.subarray(0, 3), Buffer.alloc(5)]) {
      const file = aFile();
      writeFileSync(file, start);
      const records = opened(file);
      records.append(Buffer.from("one"));
      records.close();
      expect(opened(file).payloads.map(String)).toEqual(["one"]);
    }
  });

  it("holds every whole record of a file that was cut anywhere", () => {
    fc.assert(
      fc.property(somePayloads, fc.nat(), (payloads, cut) => {
        const whole = fileOf(payloads);
        const bytes = whole.subarray(0, MAGIC.length + (cut % (whole.length - MAGIC.length + 1)));
        const scan = scanRecords(bytes);
        expect(scan.ok).toBe(true);
        if (!scan.ok) return;
        const expected: Buffer[] = [];
        let size = MAGIC.length;
        for (const payload of payloads) {
          size += 12 + payload.length;
          if (size <= bytes.length) expected.push(payload);
        }
        expect(scan.value.payloads.map((p) => p.toString("hex"))).toEqual(expected.map((p) => p.toString("hex")));
      }),
    );
  });

  it("[fault 24] never gives a record that was not written, whichever bit flips", () => {
    fc.assert(
      fc.property(somePayloads, fc.nat(), fc.nat(7), (payloads, at, bit) => {
        const bytes = fileOf(payloads);
        const offset = at % bytes.length;
        bytes[offset] = bytes[offset]! ^ (1 << bit);
        const scan = scanRecords(bytes);
        if (!scan.ok) return;
        const read = scan.value.payloads.map((p) => p.toString("hex"));
        // Only the last record may be gone; what the journal has beyond it is UNKNOWN, which is safe.
        expect(read.length).toBeGreaterThanOrEqual(payloads.length - 1);
        expect(read).toEqual(payloads.slice(0, read.length).map((p) => p.toString("hex")));
      }),
      { numRuns: 10_000 },
    );
  });

  it("refuses to append to a file that somebody else wrote to", () => {
    const file = aFile();
    const [mine, theirs] = [opened(file), opened(file)];
    expect(mine.isForeign()).toBe(false);
    theirs.append(Buffer.from("theirs"));
    expect(mine.isForeign()).toBe(true);
    expect(() => mine.append(Buffer.from("mine"))).toThrow("somebody else wrote to it");
    expect(opened(file).payloads.map(String)).toEqual(["theirs"]);
  });

  it("takes zeros behind the last record for a torn end", () => {
    const file = aFile();
    const first = opened(file);
    first.append(Buffer.from("one"));
    first.close();
    appendFileSync(file, Buffer.alloc(40));
    expect(opened(file).payloads.map(String)).toEqual(["one"]);
  });
});
