import fc from "fast-check";
import { px } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { incrementAt, isOnIncrement, roundToIncrement, US_STOCK_BANDS } from "./price-increment.ts";
import { anOpenBroker, anOrder, atStep, linesOf, pxOf } from "./test-support.ts";

describe("price increments", () => {
  it("are a cent from a dollar on, and a hundredth of it below", () => {
    expect([pxOf("0.9999"), pxOf("1")].map((price) => incrementAt(US_STOCK_BANDS, price))).toEqual([100, 10_000]);
    const on = ["0.0001", "0.5001", "1.01", "250"].map((text) => isOnIncrement(US_STOCK_BANDS, pxOf(text)));
    expect(on).toEqual([true, true, true, true]);
    const off = ["0.00005", "1.001", "99.999", "0"].map((text) => isOnIncrement(US_STOCK_BANDS, pxOf(text)));
    expect(off).toEqual([false, false, false, false]);
  });

  it("round to the next price on them, never past it, at least one of them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300_000_000 }),
        fc.constantFrom("UP" as const, "DOWN" as const),
        (price, way) => {
          const rounded = roundToIncrement(US_STOCK_BANDS, price, way);
          expect(isOnIncrement(US_STOCK_BANDS, rounded)).toBe(true);
          expect(Math.abs(rounded - price)).toBeLessThan(incrementAt(US_STOCK_BANDS, px(price)));
          const isRightWay = way === "UP" ? rounded >= price : rounded <= price || rounded === 100;
          expect(isRightWay).toBe(true);
        },
      ),
    );
    expect(roundToIncrement(US_STOCK_BANDS, -5, "DOWN")).toBe(100);
  });

  it("are what the instrument's rule says", () => {
    const bands = [{ lowEdgePx: px(0), incrementPx: pxOf("0.05") }];
    const broker = anOpenBroker({ instruments: () => ({ bands }) });
    expect(linesOf(broker.place(anOrder({ lmt: "99.99" }), atStep(1)))).toEqual(["error 1 110"]);
    expect(linesOf(broker.place(anOrder({ ibOrderId: 2, lmt: "99.95" }), atStep(1)))).toHaveLength(2);
    expect(incrementAt([], px(5))).toBe(1);
  });
});
