import { micros, money, shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type FeeFacts, feeRange, feesOf } from "./fee-plan.ts";
import { FEE_PLANS, IB_FIXED_WITH_FEES, IB_TIERED } from "./fee-plans.ts";
import { commissionOf, IB_FIXED_US_STOCKS, scheduleOf } from "./fee-schedule.ts";

const dollars = (text: string) => money(micros(text));
const order = (count: number, dollarsEach: number, wish: Partial<FeeFacts> = {}): FeeFacts => ({
  side: "BUY",
  cumQty: shares(count),
  value: dollars(String(count * dollarsEach)),
  ...wish,
});

describe("fee plans", () => {
  it("charges a large sale as IB's own example does", () => {
    const fees = feesOf(IB_TIERED, order(30_000_000, 5, { side: "SELL" }));
    // 1,050 + 5,400 + 25,500 + 10,000, and from the same page clearing 6,000, exchange 90,000, 23.49 and 7.34 of the commission.
    expect(fees.commission).toBe(dollars("41950"));
    expect(fees.clearing).toBe(dollars("6000"));
    expect(fees.exchange).toBe(dollars("90000"));
    expect(fees.passThrough).toBe(dollars("30.83325"));
    expect(fees.taf).toBe(dollars("8.30"));
  });

  it("pays for liquidity that was added", () => {
    const fees = feesOf(IB_TIERED, order(30_000_000, 5, { addedQty: shares(30_000_000) }));
    expect(fees.exchange).toBe(dollars("-63000"));
    expect([fees.sec, fees.taf]).toEqual([0, 0]);
  });

  it("begins in the tier where the month stands", () => {
    const fresh = feesOf(IB_TIERED, order(1000, 50));
    const late = feesOf(IB_TIERED, order(1000, 50, { monthQty: shares(299_500) }));
    expect(fresh.commission).toBe(dollars("3.5"));
    expect(late.commission).toBe(dollars("2.75"));
  });

  it("holds the minimum, and the cap above it", () => {
    expect(feesOf(IB_TIERED, order(1, 100)).commission).toBe(dollars("0.35"));
    expect(feesOf(IB_TIERED, order(1, 2)).commission).toBe(dollars("0.02"));
  });

  it("charges the SEC's rate on what was sold", () => {
    const plan = {
      ...IB_FIXED_WITH_FEES,
      secPerMillion: { ...IB_FIXED_WITH_FEES.secPerMillion, micros: micros("27.80") },
    };
    expect(feesOf(plan, order(1000, 100, { side: "SELL" }))).toMatchObject({
      commission: dollars("5"),
      sec: dollars("2.78"),
      taf: dollars("0.166"),
      total: dollars("7.946"),
    });
  });

  it("tells the least and the most of an order, and nothing of none", () => {
    expect(feeRange(IB_TIERED, order(1000, 50))).toEqual({ min: dollars("1.602572"), max: dollars("6.702572") });
    expect(feeRange(IB_TIERED, order(0, 50))).toEqual({ min: 0, max: 0 });
    expect(feesOf(IB_TIERED, order(0, 50)).total).toBe(0);
  });

  it("makes a schedule that the broker charges", () => {
    const schedule = scheduleOf(IB_FIXED_WITH_FEES);
    expect(commissionOf(schedule, shares(1000), dollars("100000"))).toBe(dollars("5"));
    expect(commissionOf(schedule, shares(1000), dollars("100000"), { side: "SELL" })).toBe(dollars("5.166"));
    expect(commissionOf(IB_FIXED_US_STOCKS, shares(1000), dollars("100000"), { side: "SELL" })).toBe(dollars("5"));
  });

  it("never charges less for more", () => {
    fc.assert(
      fc.property(
        fc.record({
          plan: fc.constantFrom(...Object.values(FEE_PLANS)),
          side: fc.constantFrom("BUY" as const, "SELL" as const),
          count: fc.nat(5_000_000),
          more: fc.nat(5_000_000),
          month: fc.nat(200_000_000),
        }),
        ({ plan, side, count, more, month }) => {
          const facts = { side, monthQty: shares(month) };
          const small = feesOf(plan, order(count, 20, facts)).total;
          expect(feesOf(plan, order(count + more, 20, facts)).total).toBeGreaterThanOrEqual(small);
        },
      ),
    );
  });

  it("names a source for every number", () => {
    const numbers = JSON.stringify(Object.values(FEE_PLANS)).match(/"micros":/g)?.length;
    const sources = JSON.stringify(Object.values(FEE_PLANS)).match(/"source":"[^"]{10,}","asOf":"\d{4}/g)?.length;
    expect(sources).toBe(numbers);
  });
});
