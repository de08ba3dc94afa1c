import { px, shares } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import { faultSchema } from "@bowline/rehearsal/fault";
import { expect, it } from "vitest";
import { makeDistortions } from "./distortions.ts";

const dollars = (amount: number) => px(Math.round(amount * 1_000_000));
const PRICES = {
  openPx: dollars(100),
  highPx: dollars(100),
  lowPx: dollars(100),
  closePx: dollars(100),
  wapPx: dollars(100),
};
const step = (bid: number, symbol = "GS"): SymbolStep => ({
  symbol,
  bidPx: dollars(bid),
  askPx: dollars(bid + 0.02),
  bidQty: shares(1),
  askQty: shares(1),
  ...PRICES,
  volume: shares(1),
  tradeCount: 1,
});
const told = (how: string, percent?: number) => {
  const distortions = makeDistortions();
  const fault = faultSchema.parse({
    fault: "distort-data",
    symbols: ["GS"],
    how,
    ...(percent === undefined ? {} : { percent }),
  });
  if (fault.fault === "distort-data") distortions.begin(fault);
  const shown = ({ bidPx, askPx, closePx, halted }: SymbolStep) => [bidPx / 1e6, askPx / 1e6, closePx / 1e6, halted];
  return { distortions, told: (bid: number) => shown(distortions.told(step(bid))) };
};

it.each([
  ["crossed", undefined, [100.03, 100, 100, undefined]],
  ["zero", undefined, [0, 0, 100, undefined]],
  ["nan", undefined, [NaN, NaN, 100, undefined]],
  ["wide", 10, [90, 110.02, 100, undefined]],
  ["moved", -50, [50, 50.01, 50, undefined]],
  ["halted", undefined, [100, 100.02, 100, true]],
])("%s", (how, percent, expected) => expect(told(how, percent).told(100)).toEqual(expected));

it("holds a quote where it is while trades go on, tells others as they are, and ends", () => {
  const { distortions, told: quote } = told("frozen");
  expect([quote(100), quote(101)]).toEqual([quote(100), quote(100)]);
  expect(distortions.told(step(7, "IBM"))).toEqual(step(7, "IBM"));
  expect(distortions.active()).toEqual([{ fault: "distort-data", detail: "GS frozen" }]);
  distortions.clear();
  expect([quote(101)[0], distortions.active()]).toEqual([101, []]);
});
