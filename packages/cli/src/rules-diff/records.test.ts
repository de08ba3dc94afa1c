import type { Entry, EventByKind } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { anEntry } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { compareRecords } from "./records.ts";

type Kind = "decision" | "shadow.decision";
type Row = readonly [seq: number, rule: string, blocker: string];

const record = (kind: Kind, [seq, rule, firstBlocker]: Row, configVersion: string): Entry => {
  const decision = {
    kind,
    strategy: "demo",
    rule,
    group: "tech",
    symbol: "AAPL",
    triggerKey: `t${seq}`,
    outcome: firstBlocker === "" ? "FIRED" : "BLOCKED",
    firstBlocker,
    leaves: [],
    sizing: [],
  } as unknown as EventByKind<Kind>;
  return anEntry(decision, { causeSeq: seq, configVersion, seenUs: us(seq) });
};
const active = (...rows: readonly Row[]) => rows.map((row) => record("decision", row, "a"));
const shadow = (...rows: readonly Row[]) => rows.map((row) => record("shadow.decision", row, "s"));
const placesOf = ({ differences }: ReturnType<typeof compareRecords>): readonly string[] =>
  differences.map(({ seq, rule, active: one, candidate }) => `${seq} ${rule} ${one?.outcome}/${candidate?.outcome}`);

describe("records of what trades and of its shadow", () => {
  it("are compared entry by entry", () => {
    const compared = compareRecords(
      active([1, "in", ""], [2, "in", "x"], [3, "in", "x"]),
      shadow([1, "in", ""], [2, "in", ""], [3, "in", "y"]),
    );
    expect(placesOf(compared)).toEqual(["2 in BLOCKED/FIRED"]);
    expect(compared.span).toEqual({ fromSeq: 1, toSeq: 3 });
  });
  it("stand for what was not recorded again", () => {
    const ones = active([1, "in", "x"], [2, "out", ""], [4, "in", "x"]);
    const others = shadow([1, "in", "x"], [3, "in", ""], [4, "in", "x"]);
    expect(placesOf(compareRecords(ones, others))).toEqual(["2 out FIRED/undefined", "3 in BLOCKED/FIRED"]);
  });
  it("count where both have written, of the last candidate alone, and without what the gate answered", () => {
    const ones = active([1, "in", ""], [5, "in", ""], [9, "in", ""]);
    const answered = { ...ones[1]!, event: { ...ones[1]!.event, verdict: { answer: "DENIED", reasons: [] } } } as Entry;
    const before = [record("shadow.decision", [1, "in", "x"], "older")];
    const others = [...before, ...shadow([4, "in", "x"], [5, "in", ""], [6, "in", "x"])];
    expect(placesOf(compareRecords([...ones, answered], others))).toEqual([]);
    expect(compareRecords(ones, []).span).toBeUndefined();
    expect(compareRecords([], others).span).toBeUndefined();
  });
});
