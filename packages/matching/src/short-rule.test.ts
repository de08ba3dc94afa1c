import { describe, expect, it } from "vitest";
import type { BrokerOptions } from "./broker.ts";
import type { SymbolStep } from "./market.ts";
import { anOpenBroker, anOrder, aStep, atStep, fillsOf } from "./test-support.ts";

const T = atStep(2);
const restricted = (wish: Parameters<typeof aStep>[0] = {}): SymbolStep => ({
  ...aStep(wish),
  state: { halted: 0, isShortRestricted: true },
});

/** IBM is restricted, at 99.99 / 100.01. */
function aRestricted(options: Partial<BrokerOptions> = {}) {
  const broker = anOpenBroker(options);
  broker.step([restricted()], T);
  return broker;
}

const short = (wish: Parameters<typeof anOrder>[0] = {}) => anOrder({ side: "SELL", ...wish });
const falling = restricted({ bid: "99.9", ask: "99.95", last: "99.92" });
const rising = restricted({ bid: "99.98", ask: "100.02", last: "100.01" });

describe("a short sale under rule 201", () => {
  it.each<[string, Parameters<typeof anOrder>[0]]>([
    ["at the market", {}],
    ["at a limit below the bid", { lmt: "99" }],
    ["by a stop that is reached", { stop: "100" }],
  ])("%s stands a cent above the bid until somebody buys there", (_name, wish) => {
    const broker = aRestricted();
    expect(fillsOf(broker.place(short(wish), T))).toEqual([]);
    expect(fillsOf(broker.step([falling], atStep(3)))).toEqual([]);
    // It stands above the bid as it is now: 99.91.
    expect(fillsOf(broker.step([rising], atStep(4)))).toEqual(["1 SELL 100 @ 99.91"]);
    expect(broker.executions()[0]?.addedLiquidity).toBe(true);
  });

  it("fills at its limit where that is above the bid", () => {
    const broker = aRestricted();
    broker.place(short({ lmt: "100.01" }), T);
    expect(fillsOf(broker.step([rising], atStep(3)))).toEqual(["1 SELL 100 @ 100.01"]);
  });

  it("ends at once where it does not wait", () => {
    const broker = aRestricted();
    broker.place(short({ timeInForce: "IOC" }), T);
    expect(broker.completedOrders()[0]).toMatchObject({ status: "Cancelled", cumQty: 0 });
  });

  it("is no sale of what is held, no purchase, and nothing once the restriction or the switch is off", () => {
    const broker = aRestricted();
    expect(fillsOf(broker.place(anOrder({ ibOrderId: 1 }), T))).toHaveLength(1);
    expect(fillsOf(broker.place(short({ ibOrderId: 2 }), T))).toEqual(["2 SELL 100 @ 99.99"]);
    expect(fillsOf(broker.place(short({ ibOrderId: 3 }), T))).toEqual([]);
    expect(fillsOf(broker.step([aStep()], atStep(3)))).toEqual(["3 SELL 100 @ 99.99"]);
    const free = aRestricted({ behaviour: { shortSaleRule: "OFF" } });
    expect(fillsOf(free.place(short(), T))).toEqual(["1 SELL 100 @ 99.99"]);
  });
});
