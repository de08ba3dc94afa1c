import {
  BarSizeSetting,
  ConjunctionConnection,
  ExecutionCondition,
  MarginCondition,
  type Order,
  type OrderCondition,
  OrderType,
  PercentChangeCondition,
  PriceCondition,
  SecType,
  TimeCondition,
  TriggerMethod,
  VolumeCondition,
  WhatToShow,
} from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import { barOf, dollars, OPEN, STEP_SECONDS, stepOf, stepsOf, stockOf } from "./market.ts";
import { anOrder, bothOf, fillOf, knownOf, type OrderDesk, toldByNow } from "./order-desk.ts";
import type { Recorder, Told } from "./recorder.ts";
import { CLOCK, type KnownOrder } from "./told-orders.ts";

const { AND } = ConjunctionConnection;
const aapl = stockOf("AAPL");
const spy = stockOf("SPY");
const FIRST_ID = 50;
const BIG = 4000;
/** How far a market is followed. */
const STEPS = 3;

type Series = (index: number) => number;
/** A value that is first met in one of the next steps, and from which side. */
type Crossing = { readonly isMore: boolean; readonly level: number; readonly at: number };

/** The highest of the next steps, or the lowest: halfway to it from the best before it, where that is asked for. */
function crossingOf(step: number, [high, low]: readonly [Series, Series], isHalfway = false): Crossing {
  for (const [isMore, series] of [
    [true, high],
    [false, (index: number) => -low(index)],
  ] as const) {
    const values = Array.from({ length: STEPS + 1 }, (_, later) => series(step + later));
    const best = Math.max(...values);
    const at = values.indexOf(best);
    if (at === 0) continue;
    const before = Math.max(...values.slice(0, at));
    const level = isHalfway ? (best + before) / 2 : best;
    return { isMore, level: isMore ? level : -level, at: step + at };
  }
  throw new Error(`the market does not move after step ${step}`);
}

async function previousCloseOfSpy({ asked }: Recorder): Promise<number> {
  const days = [spy, "", "2 D", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1, false] as const;
  const told = await asked((api) => void api.reqHistoricalData(7, ...days));
  expect(told[0]?.[2]).toBe("20240301");
  return Number(told[0]?.[6]);
}

type Case = { readonly condition: OrderCondition; readonly at: number };

/** One condition of each kind about SPY, and the step in which it is met. After the next step a big purchase of SPY is made. */
function casesAfter(step: number, conId: number, previousClose: number): readonly Case[] {
  const price = crossingOf(step, [
    (index) => dollars(stepOf("SPY", index).highPx),
    (index) => dollars(stepOf("SPY", index).lowPx),
  ]);
  const changeOf: Series = (index) => (dollars(stepOf("SPY", index).closePx) / previousClose - 1) * 100;
  const change = crossingOf(step, [changeOf, changeOf], true);
  const percent = Math.round(change.level * 1e4) / 1e4;
  const afterTwo = step + 2;
  const endOfTwo = new Date((OPEN + (afterTwo + 1) * STEP_SECONDS) * 1000).toISOString().slice(0, 19);
  const clock = endOfTwo.replaceAll("-", "").replace("T", "-");
  const { volume } = barOf(stepsOf("SPY", 0, afterTwo + 1));
  const { Last } = TriggerMethod;
  return [
    { condition: new PriceCondition(price.level, Last, conId, "SMART", price.isMore, AND), at: price.at },
    { condition: new PercentChangeCondition(percent, conId, "SMART", change.isMore, AND), at: change.at },
    { condition: new TimeCondition(clock, true, AND), at: afterTwo },
    { condition: new VolumeCondition(volume, conId, "SMART", true, AND), at: afterTwo },
    // What is bought binds 5 % of the equity.
    { condition: new MarginCondition(97, false, AND), at: afterTwo },
    { condition: new ExecutionCondition("SMART", SecType.STK, "SPY", AND), at: afterTwo },
  ];
}

async function place(desk: OrderDesk, condition: OrderCondition, orderId: number): Promise<KnownOrder> {
  const wish: Order = anOrder({ orderType: OrderType.MKT, totalQuantity: 10, conditions: [condition] });
  const told = await desk.trader.asked((api) => void api.placeOrder(orderId, aapl, wish));
  // With conditions come their two terms.
  const terms = { conditionsIgnoreRth: false, conditionsCancelOrder: false };
  const order = knownOf(told, orderId, desk.contracts.AAPL, { ...wish, ...terms });
  expect(told).toEqual(bothOf(order, { status: "PreSubmitted", filled: 0, remaining: 10 }));
  return order;
}

async function buyMuch({ live, trader }: OrderDesk): Promise<void> {
  const wish = anOrder({ orderType: OrderType.LMT, lmtPrice: 1, totalQuantity: BIG });
  await trader.asked((api) => void api.placeOrder(FIRST_ID + 10, spy, wish));
  await live.sim.post("/sim/faults", { fault: "fill-order", symbol: "SPY", quantity: BIG });
  const bought = (await toldByNow(trader)).find(([event]) => event === "execDetails");
  expect(bought?.[3]).toMatchObject({ shares: BIG });
}

export function testConditions(deskNow: () => OrderDesk): void {
  describe("an order with a condition", () => {
    it("of each kind is held until the step in which it is met, and filled there", async () => {
      const desk = deskNow();
      const { live, trader, conIds } = desk;
      const previousClose = await previousCloseOfSpy(trader);
      const step = await live.nextStep();
      const cases = casesAfter(step, conIds.SPY, previousClose);
      const orders: KnownOrder[] = [];
      for (const [index, { condition }] of cases.entries()) orders.push(await place(desk, condition, FIRST_ID + index));

      const told: (readonly Told[])[] = [];
      for (let later = 1; later <= STEPS; later++) {
        expect(await live.nextStep()).toBe(step + later);
        told.push(await toldByNow(trader));
        if (later === 1) await buyMuch(desk);
      }
      const expected = told.map((_, index) => {
        const at = step + 1 + index;
        const price = dollars(stepOf("AAPL", at).askPx);
        const met = orders.filter((_order, which) => cases[which]?.at === at);
        return met.flatMap((order) => fillOf(order, { time: CLOCK, price }));
      });
      expect(told).toEqual(expected);
    });
  });
}
