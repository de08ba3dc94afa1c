import { addMoney, addQty, micros, money, notional, px, type Qty, qty, ZERO_QTY } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aStep, anOrder, atStep } from "./test-support.ts";
import { type BrokerEvent, makeBroker } from "./index.ts";

const CASH = money(micros("1000000"));

const anyPrice = fc.integer({ min: 9500, max: 10_500 }).map((cents) => (cents / 100).toFixed(2));
const anyAction = fc.oneof(
  fc.record({
    kind: fc.constant("order" as const),
    side: fc.constantFrom("BUY" as const, "SELL" as const),
    size: fc.integer({ min: 1, max: 900 }),
    lmt: fc.option(anyPrice, { nil: undefined }),
    stop: fc.option(anyPrice, { nil: undefined }),
  }),
  fc.record({
    kind: fc.constant("bracket" as const),
    size: fc.integer({ min: 1, max: 900 }),
    lmt: fc.option(anyPrice, { nil: undefined }),
    stop: anyPrice,
    target: anyPrice,
  }),
  fc.record({
    kind: fc.constant("modify" as const),
    back: fc.integer({ min: 1, max: 6 }),
    lmt: anyPrice,
    size: fc.integer({ min: 1, max: 900 }),
  }),
  fc.record({ kind: fc.constant("cancel" as const), back: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constant("step" as const),
    mid: fc.integer({ min: 9500, max: 10_500 }),
    reach: fc.nat(200),
    shares: fc.nat(100),
    size: fc.integer({ min: 1, max: 600 }),
  }),
  fc.record({ kind: fc.constant("close" as const) }),
);
type Action = typeof anyAction extends fc.Arbitrary<infer T> ? T : never;

/** Plays actions; also on a broker that is taken apart and put together from JSON after each of them. */
function play(
  actions: readonly Action[],
  partialFills: boolean,
  rebuild = false,
): { events: BrokerEvent[]; broker: ReturnType<typeof makeBroker> } {
  const make = () => makeBroker({ symbols: ["IBM"], cash: CASH, partialFills });
  let broker = make();
  const events: BrokerEvent[] = [...broker.step([aStep()], atStep(0))];
  let id = 1;
  for (const [index, action] of actions.entries()) {
    const now = atStep(index + 1);
    const place = (wish: Parameters<typeof anOrder>[0]) =>
      events.push(...broker.place(anOrder({ ...wish, ibOrderId: wish?.ibOrderId ?? id++ }), now));
    switch (action.kind) {
      case "order":
        place({
          side: action.side,
          shares: action.size,
          ...(action.lmt === undefined ? { stop: action.stop } : { lmt: action.lmt }),
        } as never);
        break;
      case "bracket": {
        const parentIbOrderId = id;
        place({ shares: action.size, transmit: false, ...(action.lmt === undefined ? {} : { lmt: action.lmt }) });
        place({
          side: "SELL",
          shares: action.size,
          stop: action.stop,
          parentIbOrderId,
          transmit: false,
          timeInForce: "GTC",
        });
        place({ side: "SELL", shares: action.size, lmt: action.target, parentIbOrderId, timeInForce: "GTC" });
        break;
      }
      case "modify":
        place({ ibOrderId: Math.max(1, id - action.back), lmt: action.lmt, shares: action.size });
        break;
      case "cancel":
        events.push(...broker.cancel(1, Math.max(1, id - action.back), now));
        break;
      case "step": {
        const at = (cents: number) => (cents / 100).toFixed(2);
        const { mid, reach, shares, size } = action;
        events.push(
          ...broker.step(
            [
              aStep({
                bid: at(mid - 1),
                ask: at(mid + 1),
                last: at(mid),
                high: at(mid + reach),
                low: at(mid - reach),
                shares,
                size,
              }),
            ],
            now,
          ),
        );
        break;
      }
      case "close":
        events.push(...broker.endOfSession(now));
        break;
    }
    if (rebuild) {
      const snapshot = JSON.parse(JSON.stringify(broker.snapshot())) as never;
      broker = make();
      broker.restore(snapshot);
    }
  }
  return { events, broker };
}

const anyRun = fc.array(anyAction, { maxLength: 40, size: "max" });

describe("the broker, whatever is asked of it", () => {
  it("moves cash and positions by fills and commissions alone", () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), (actions, partialFills) => {
        const { events, broker } = play(actions, partialFills);
        let cash = CASH;
        let held: Qty = ZERO_QTY;
        for (const event of events) {
          if (event.type !== "execution") continue;
          const { order, lastQty, lastPx, commission } = event.execution;
          const signed = order.side === "BUY" ? lastQty : qty(-lastQty);
          held = addQty(held, signed);
          cash = money(addMoney(cash, money(-notional(signed, lastPx))) - commission);
        }
        const account = broker.account();
        expect(account.cash).toBe(cash);
        expect(account.positions[0]?.positionQty ?? 0).toBe(held);
        expect(account.equity).toBe(addMoney(cash, notional(held, broker.quoteOf("IBM")?.closePx ?? px(1))));
        // What was put in and what came out: equity changes by realised and unrealised results.
        expect(account.equity).toBe(CASH + account.realizedPnl + account.unrealizedPnl);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps cumQty + leavesQty = orderQty, and says nothing of an order after its end but its commission", () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), (actions, partialFills) => {
        const ended = new Set<number>();
        for (const event of play(actions, partialFills).events) {
          if (event.type !== "orderStatus") continue;
          const { cumQty, leavesQty, orderQty, permId, status } = event.order;
          expect(addQty(cumQty, leavesQty)).toBe(orderQty);
          expect(cumQty).toBeGreaterThanOrEqual(0);
          expect(leavesQty).toBeGreaterThanOrEqual(0);
          expect(ended.has(permId)).toBe(false);
          if (status === "Filled" || status === "Cancelled" || status === "Inactive") ended.add(permId);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never fills two children of one entry, and never one whose entry was not filled", () => {
    fc.assert(
      fc.property(anyRun, fc.boolean(), (actions, partialFills) => {
        const childOf = new Map<number, number>();
        const filled = new Set<number>();
        for (const event of play(actions, partialFills).events) {
          if (event.type !== "execution") continue;
          const { permId, parentPermId } = event.execution.order;
          filled.add(permId);
          if (parentPermId === undefined) continue;
          expect(filled.has(parentPermId)).toBe(true);
          expect(childOf.get(parentPermId) ?? permId).toBe(permId);
          childOf.set(parentPermId, permId);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives rising ids, each once", () => {
    fc.assert(
      fc.property(anyRun, (actions) => {
        const execIds = play(actions, true).events.flatMap((event) =>
          event.type === "execution" ? [event.execution.execId] : [],
        );
        expect(execIds).toEqual([...new Set(execIds)].sort());
      }),
    );
  });

  it("answers the same when it is saved and restored after every call", () => {
    fc.assert(
      fc.property(anyRun, (actions) => {
        expect(JSON.stringify(play(actions, false, true).events)).toBe(JSON.stringify(play(actions, false).events));
      }),
    );
  });
});
