import { expect, it } from "vitest";
import { borrowOf, type BorrowFlag } from "./borrow.ts";

const NAMES = Array.from({ length: 500 }, (_, index) => `S${index}`);

it("lends everything where no traits say otherwise", () => {
  for (const name of NAMES) {
    const { flag, shortable, shortableQty } = borrowOf(1, name);
    expect([flag, shortable]).toEqual(["EASY", 3]);
    expect(shortableQty).toBeGreaterThanOrEqual(100_000_000_000);
  }
});

it("makes about as many hard and unavailable names as the traits say, always the same ones", () => {
  const traits = { hardRatio: 0.2, noneRatio: 0.05 };
  const counts: Record<BorrowFlag, number> = { EASY: 0, HARD: 0, NONE: 0 };
  for (const name of NAMES) counts[borrowOf(7, name, traits).flag] += 1;
  expect(counts.HARD).toBeGreaterThan(70);
  expect(counts.HARD).toBeLessThan(130);
  expect(counts.NONE).toBeGreaterThan(10);
  expect(counts.NONE).toBeLessThan(45);
  expect(borrowOf(7, "S1", traits)).toEqual(borrowOf(7, "S1", traits));
});

it("tells the number, the shares and the fee of each flag", () => {
  const traits = { hardRatio: 0, noneRatio: 0, hard: ["GME"], none: ["NEW"] };
  const hard = borrowOf(1, "GME", traits);
  expect([hard.flag, hard.shortable]).toEqual(["HARD", 2]);
  expect(hard.shortableQty).toBeLessThan(1_000_000_000);
  expect(hard.feeMicros).toBeGreaterThanOrEqual(20_000);
  expect(borrowOf(1, "NEW", traits)).toEqual({ flag: "NONE", shortable: 1, shortableQty: 0, feeMicros: 0 });
});
