import { expect, it } from "vitest";
import { micros, px, qty, shares } from "@bowline/kernel";
import { cash } from "../test-view.ts";
import { DEFAULT_FLATTEN } from "./flatten-policy.ts";
import { sliceQty } from "./slice-qty.ts";

const facts = {
  leftQty: shares(1000),
  countedPx: px(micros("100")),
  displayedQty: undefined,
  averageDailyQty: undefined,
};
const open = { maxOrderQty: "waived", maxOrderNotional: "waived" } as const;
const of = (changes: Partial<Parameters<typeof sliceQty>[0]>, limits: Partial<Parameters<typeof sliceQty>[2]> = {}) =>
  sliceQty({ ...facts, ...changes }, { ...DEFAULT_FLATTEN, sliceNotional: cash("50000") }, { ...open, ...limits });

it("takes the least of the settings and of the limits of one order, in whole shares", () => {
  expect(of({})).toBe(shares(500));
  expect(of({ leftQty: shares(37) })).toBe(shares(37));
  expect(of({ countedPx: px(micros("333.33")) })).toBe(shares(150));
  expect(of({ displayedQty: shares(7) })).toBe(shares(70));
  expect(of({ averageDailyQty: shares(4050) })).toBe(shares(40));
  expect(of({}, { maxOrderQty: shares(120) })).toBe(shares(120));
  expect(of({}, { maxOrderNotional: cash("1999") })).toBe(shares(19));
});
it("is never less than a share, but for a part of one that is left", () => {
  expect(of({ averageDailyQty: shares(10) })).toBe(shares(1));
  expect(of({ countedPx: px(micros("90000000")) })).toBe(shares(1));
  expect(of({ displayedQty: qty(0) })).toBe(shares(500));
  expect(of({ leftQty: qty(400_000) })).toBe(400_000);
  expect(of({ leftQty: qty(3_400_000) })).toBe(shares(3));
});
