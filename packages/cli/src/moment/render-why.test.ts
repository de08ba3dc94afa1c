import { us } from "@bowline/kernel";
import type { Decision } from "@bowline/strategy/machine";
import { expect, test } from "vitest";
import { renderWhy } from "./render-why.ts";

/** 2024-03-04 10:00 at the exchange. */
const TEN = 1_709_564_400_000_000;
const decision = (more: Partial<Decision>): Decision => ({
  kind: "decision",
  strategy: "demo",
  rule: "enter",
  group: "tech",
  symbol: "AAPL",
  triggerKey: "prediction:p1:0",
  outcome: "BLOCKED",
  firstBlocker: "spread",
  leaves: [{ name: "spread", value: "20 bps", threshold: "≤ 10 bps", result: "FALSE" }],
  sizing: [],
  ...more,
});
const fired = decision({
  outcome: "FIRED",
  firstBlocker: "",
  leaves: [],
  clOrdId: "C1",
  sizing: [{ key: "shares", value: "5" }],
});
const why = (asked: { atUs: number; decision: Decision } | undefined, now = decision({})): readonly string[] =>
  renderWhy({
    strategy: "demo",
    version: "0123456789abcdef",
    symbol: "AAPL",
    group: "tech",
    seq: 9,
    atUs: us(TEN),
    replayed: 3,
    rules: [{ rule: "enter", on: "prediction", asked: asked && { seq: 7, ...asked, atUs: us(asked.atUs) }, now }],
  }).split("\n");

test("what held a rule back stands with its value and threshold", () => {
  const lines = why({ atUs: TEN, decision: decision({}) });
  expect(lines[0]).toBe(
    "AAPL (tech), strategy demo 0123456789ab, at 2024-03-04 10:00:00 of the exchange's clock, entry 9; 3 entries replayed",
  );
  expect(lines[2]).toBe(
    "enter (on prediction): BLOCKED by spread, asked at 2024-03-04 10:00:00 by prediction:p1:0 [7]",
  );
  expect(lines[3]).toMatch(/FALSE .*spread: 20 bps.*≤ 10 bps/);
  expect(lines).toHaveLength(4);
});

test("a firing shows its size, and where to read what became of it", () => {
  const lines = why({ atUs: TEN, decision: fired });
  expect(lines.slice(2)).toEqual([
    "enter (on prediction): FIRED, asked at 2024-03-04 10:00:00 by prediction:p1:0 [7]",
    "  sizing: shares=5",
    "  what became of it: ./bowline explain C1",
  ]);
});

test("one that was asked earlier says what would hold it back now, one that was not asked what would have", () => {
  expect(why({ atUs: TEN - 60_000_000, decision: fired }).at(-1)).toBe(
    "  not asked since; had it been at this moment, spread would have held it back",
  );
  expect(why({ atUs: TEN - 60_000_000, decision: decision({}) }, fired).at(-1)).toContain(
    "nothing would have held it back",
  );
  expect(why(undefined)[2]).toBe(
    "enter (on prediction): never asked so far in this version. Had it been: BLOCKED by spread",
  );
});
