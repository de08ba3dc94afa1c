import { micros, money, shares } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { feesOf } from "./fee-plan.ts";
import { IB_TIERED } from "./fee-plans.ts";
import { IB_FIXED_US_STOCKS, scheduleOf } from "./fee-schedule.ts";
import { anOpenBroker, anOrder, aStep, atStep } from "./test-support.ts";

const T = atStep(1);
const tiered = { fees: scheduleOf(IB_TIERED) };
const through = [aStep({ ask: "99.5", bid: "99.4", last: "99.5" })];

/** A buy of 200 at a price, with so many of it hit in the book. */
const feesAt = (px: string, added: number) => {
  const value = money(micros(px) * 200);
  return feesOf(IB_TIERED, { side: "BUY", cumQty: shares(200), value, addedQty: shares(added) }).total;
};

describe("liquidity", () => {
  it("is added by a limit that rested, and taken by everything that comes to the quote", () => {
    const broker = anOpenBroker(tiered);
    broker.place(anOrder({ ibOrderId: 1, shares: 200, lmt: "99.9" }), T);
    broker.place(anOrder({ ibOrderId: 2, shares: 200, lmt: "100.05" }), T);
    broker.place(anOrder({ ibOrderId: 3, shares: 200 }), T);
    broker.place(anOrder({ ibOrderId: 4, shares: 200, stop: "99.2", side: "SELL" }), T);
    broker.step(through, atStep(2));
    broker.step([aStep({ ask: "99.1", bid: "99", last: "99.1" })], atStep(3));
    const told = broker.executions().map(({ order, addedLiquidity }) => [order.ibOrderId, addedLiquidity]);
    expect(told).toEqual([
      [2, false],
      [3, false],
      [1, true],
      [4, false],
    ]);
    const [, market, resting] = broker.executions();
    expect(market?.commission).toBe(feesAt("100.01", 0));
    expect(resting?.commission).toBe(feesAt("99.9", 200));
    expect(resting!.commission).toBeLessThan(market!.commission);
  });

  it("is counted for each part of an order, over a restart too", () => {
    const broker = anOpenBroker({ ...tiered, partialFills: true });
    const restarted = anOpenBroker({ ...tiered, partialFills: true });
    broker.step([aStep({ size: 50 })], T);
    broker.place(anOrder({ shares: 200, lmt: "100.01" }), T);
    restarted.restore(broker.snapshot());
    restarted.step([aStep({ ask: "100.01", size: 150 })], atStep(2));
    const parts = restarted.executions().map(({ lastQty, addedLiquidity }) => [lastQty / 1e6, addedLiquidity]);
    expect(parts).toEqual([
      [50, false],
      [150, true],
    ]);
    expect(restarted.completedOrders()[0]?.commission).toBe(feesAt("100.01", 150));
  });
});

describe("the costs of a what-if", () => {
  const asked = (options: Parameters<typeof anOpenBroker>[0], wish: Parameters<typeof anOrder>[0] = {}) => {
    const [told] = anOpenBroker(options).place(anOrder({ shares: 200, lmt: "100", whatIf: true, ...wish }), T);
    return told?.type === "openOrder" ? told.order.whatIfMargins : undefined;
  };
  const range = { minCommission: feesAt("100", 200), maxCommission: feesAt("100", 0) };

  it("are one number under a fixed plan, a range under a tiered one", () => {
    const one = money(micros("1"));
    expect(asked({ fees: IB_FIXED_US_STOCKS })).toMatchObject({
      ...{ commission: one, minCommission: one, maxCommission: one },
    });
    expect(asked(tiered)).toMatchObject({ ...range, commission: range.maxCommission });
  });

  it("are told as the plan allows where that is asked for", () => {
    const behaviour = { whatIfCommission: "BY_PLAN" } as const;
    const fixed = asked({ fees: IB_FIXED_US_STOCKS, behaviour });
    expect([fixed?.commission, fixed?.minCommission, fixed?.maxCommission]).toEqual([1_000_000, undefined, undefined]);
    expect(asked({ ...tiered, behaviour })).toMatchObject({ ...range, commission: undefined });
  });

  it("come with the reason for which the order would be rejected", () => {
    const big = { shares: 50_000 };
    expect(asked({}, big)?.warning).toMatch(/^The equity of 1000000.00 USD does not carry positions of 5000000.00 USD/);
    expect(asked({})?.warning).toBeUndefined();
    expect(asked({ behaviour: { whatIfWarning: false } }, big)?.warning).toBeUndefined();
  });
});
