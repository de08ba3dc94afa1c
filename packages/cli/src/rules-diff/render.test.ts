import { us } from "@bowline/kernel";
import { expect, it } from "vitest";
import { renderDifference } from "./render.ts";

it("a difference reads as place, both decisions, and what tells them apart", () => {
  const leaf = { name: "spread", value: "4 bps", threshold: "≤ 5", result: "TRUE" } as const;
  const text = renderDifference({
    seq: 7,
    atUs: us(1_709_562_660_000_000),
    symbol: "AAPL",
    rule: "enter",
    active: { outcome: "FIRED", firstBlocker: "", leaves: [leaf], sizing: [{ key: "shares", value: "10" }] },
    candidate: undefined,
    leaf: { name: "spread", active: leaf, candidate: undefined },
  });
  expect(text.split("\n")).toEqual([
    "2024-03-04 09:31:00  AAPL enter  [7]",
    "  active     FIRED, shares=10",
    "  candidate  not asked",
    "  spread: TRUE (4 bps, wanted ≤ 5) in the active, none in the candidate",
  ]);
});
