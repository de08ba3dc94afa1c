import { describe, expect, it } from "vitest";
import { headerOf, parseRecording } from "./format.ts";

const HEAD = headerOf({ startedAt: "2026-01-05T14:30:00Z", upstream: "127.0.0.1:7496", redacted: false });
const line = (value: object): string => `${JSON.stringify(value)}\n`;
const MESSAGE = { t: 1.5, connection: 1, direction: "out", serverVersion: 176, fields: ["49", "1", "1767623400"] };

const failureOf = (text: string): string => {
  const parsed = parseRecording(text, "a.jsonl");
  if (parsed.ok) throw new Error("it was read");
  return parsed.error;
};

describe("a recording", () => {
  it("is its messages, notes left out", () => {
    const text = line(HEAD) + line(MESSAGE) + line({ t: 2, connection: 1, note: "ended by TWS" });
    expect(parseRecording(text, "a.jsonl")).toEqual({ ok: true, value: [MESSAGE] });
  });
  it("names a last line that is cut off", () => {
    expect(failureOf(line(HEAD) + line(MESSAGE) + line(MESSAGE).slice(0, 20))).toBe(
      "a.jsonl:3: the last line is cut off; delete it to replay what is before it",
    );
  });
  it("names a line that is none", () => {
    expect(failureOf(line(HEAD) + line({ t: 1 }) + line(MESSAGE))).toBe("a.jsonl:2: no line of a recording");
    expect(failureOf(`${line(HEAD)}{\n${line(MESSAGE)}`)).toBe("a.jsonl:2: no line of a recording");
  });
  it("names a format version that is another", () => {
    expect(failureOf(line({ ...HEAD, version: 2 }) + line(MESSAGE))).toBe(
      "a.jsonl:1: a recording of format version 2; this replay reads version 1",
    );
  });
  it.each(["", "{}\n", line(MESSAGE)])("refuses what has no header: %j", (text) => {
    expect(failureOf(text)).toBe("a.jsonl:1: no recording: its first line is not the header of ./bowline sim --record");
  });
});
