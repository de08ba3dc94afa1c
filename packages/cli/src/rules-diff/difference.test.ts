import { us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { differenceOf, type Told } from "./difference.ts";

const PLACE = { seq: 7, atUs: us(1_709_562_660_000_000), symbol: "AAPL", rule: "enter" };
const leaf = (name: string, result: "TRUE" | "FALSE" | "UNKNOWN", threshold = "") => ({
  name,
  value: "1",
  threshold,
  result,
});
const fired = (shares = "10", ...leaves: Told["leaves"]): Told => ({
  outcome: "FIRED",
  firstBlocker: "",
  leaves,
  sizing: [{ key: "shares", value: shares }],
});
const blocked = (firstBlocker: string, ...leaves: Told["leaves"]): Told => ({
  outcome: "BLOCKED",
  firstBlocker,
  leaves,
  sizing: [],
});

describe("two answers to one entry", () => {
  it("differ where one fires alone, or both for another size", () => {
    expect(differenceOf(PLACE, fired(), fired())).toBeUndefined();
    expect(differenceOf(PLACE, fired(), blocked("a"))).toMatchObject({ ...PLACE, candidate: { firstBlocker: "a" } });
    expect(differenceOf(PLACE, undefined, fired())).toMatchObject({ active: undefined });
    expect(differenceOf(PLACE, fired("10"), fired("11"))).toBeDefined();
  });
  it("are one decision where both are held back, whatever by, unless that is asked for", () => {
    expect(differenceOf(PLACE, blocked("a"), blocked("b"))).toBeUndefined();
    expect(differenceOf(PLACE, blocked("a"), undefined)).toBeUndefined();
    expect(differenceOf(PLACE, blocked("a"), blocked("b"), true)).toBeDefined();
    expect(differenceOf(PLACE, blocked("a"), blocked("a"), true)).toBeUndefined();
  });
  it("are told apart by the first leaf with another result, else by another threshold", () => {
    const one = fired("10", leaf("spread", "TRUE", "≤ 5"), leaf("atr", "TRUE"));
    const other = blocked("atr", leaf("spread", "TRUE", "≤ 9"), leaf("atr", "UNKNOWN"));
    expect(differenceOf(PLACE, one, other)?.leaf).toMatchObject({ name: "atr", candidate: { result: "UNKNOWN" } });
    const larger = fired("11", leaf("spread", "TRUE", "≤ 9"), leaf("atr", "TRUE"));
    expect(differenceOf(PLACE, one, larger)?.leaf).toMatchObject({ name: "spread", active: { threshold: "≤ 5" } });
    expect(differenceOf(PLACE, one, blocked("new", leaf("new", "FALSE")))?.leaf).toMatchObject({
      name: "new",
      active: undefined,
    });
  });
});
