import { micros, money } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { BrokerOptions } from "./broker.ts";
import { IB_CASH, IB_REG_T_MARGIN } from "./margin-terms.ts";
import { anOpenBroker, anOrder, aStep, atStep, linesOf } from "./test-support.ts";

const T = atStep(1);
/** Carries 4,000 shares at 100 and not 4,100. */
const cash = money(micros("100100"));
const SYMBOLS = ["IBM", "MSFT"];

function aBroker(wish: Partial<BrokerOptions> = {}) {
  const broker = anOpenBroker({ cash, symbols: SYMBOLS, ...wish });
  broker.step([aStep(), aStep({ symbol: "MSFT" })], T);
  let ibOrderId = 0;
  /** Whether an order is taken; its id is one more than the last one's. */
  const takes = (wish: Parameters<typeof anOrder>[0]): boolean => {
    ibOrderId += 1;
    const told = linesOf(broker.place(anOrder({ ibOrderId, ...wish }), T));
    return !told.includes(`error ${ibOrderId} 201`);
  };
  return { broker, takes };
}

const RULES = [
  ["the plain rule", {}],
  ["Regulation T", { margin: IB_REG_T_MARGIN }],
] as const;

describe.each(RULES)("working orders under %s", (_name, terms) => {
  it("reserve what they would add, in every symbol", () => {
    const { takes } = aBroker(terms);
    expect(takes({ shares: 2000, lmt: "99.9" })).toBe(true);
    expect(takes({ shares: 2100, lmt: "99.9", symbol: "MSFT" })).toBe(false);
    expect(takes({ shares: 2000, lmt: "99.9", symbol: "MSFT" })).toBe(true);
    expect(takes({ shares: 100, lmt: "99.9" })).toBe(false);
    expect(takes({ shares: 100, stop: "101" })).toBe(false);
  });

  it("reserve nothing where the switch is off", () => {
    const { takes } = aBroker({ ...terms, behaviour: { openOrdersReserve: false } });
    for (const symbol of SYMBOLS) expect(takes({ shares: 3900, lmt: "99.9", symbol })).toBe(true);
  });

  it("hand over what fills to the position, and let go what is canceled", () => {
    const { broker, takes } = aBroker({ ...terms, partialFills: true });
    expect(takes({ shares: 3000, lmt: "100.01" })).toBe(true);
    expect(broker.account().positions[0]?.positionQty).toBe(500_000_000);
    expect(takes({ shares: 1100, lmt: "99.9", symbol: "MSFT" })).toBe(false);
    expect(takes({ shares: 900, lmt: "99.9", symbol: "MSFT" })).toBe(true);
    broker.cancel(1, 1, T);
    expect(takes({ shares: 2700, lmt: "99.9", symbol: "MSFT" })).toBe(false);
    expect(takes({ shares: 2400, lmt: "99.9", symbol: "MSFT" })).toBe(true);
  });

  it("are weighed anew with a change, once", () => {
    const { broker, takes } = aBroker(terms);
    expect(takes({ shares: 3000, lmt: "99.9" })).toBe(true);
    const changeTo = (shares: number) => linesOf(broker.place(anOrder({ shares, lmt: "99.8" }), T));
    expect(changeTo(3900)).toEqual(["openOrder 1 Submitted", "orderStatus 1 Submitted 0/3900"]);
    expect(changeTo(4200)).toEqual(["error 1 201"]);
  });

  it("reserve nothing where they only make a position smaller, the two exits of one group as one", () => {
    const { takes } = aBroker(terms);
    expect(takes({ shares: 2000 })).toBe(true);
    const exit = { side: "SELL", shares: 2000, ocaGroup: "exits" } as const;
    expect(takes({ ...exit, stop: "95" })).toBe(true);
    expect(takes({ ...exit, lmt: "105" })).toBe(true);
    expect(takes({ shares: 1900, lmt: "99.9", symbol: "MSFT" })).toBe(true);
    // Those beside the group would be short: 1,000 are carried, 3,000 are not.
    expect(takes({ side: "SELL", shares: 1000, lmt: "100.2" })).toBe(true);
    expect(takes({ side: "SELL", shares: 2000, lmt: "100.2" })).toBe(false);
  });

  it("reserve nothing while they wait for their parent, and one of them when it is filled", () => {
    const { broker, takes } = aBroker(terms);
    const child = { side: "SELL", shares: 2000, parentIbOrderId: 1 } as const;
    takes({ shares: 2000, lmt: "99.9", transmit: false });
    takes({ ...child, stop: "95", transmit: false });
    takes({ ...child, lmt: "105" });
    expect(takes({ shares: 1900, lmt: "99.9", symbol: "MSFT" })).toBe(true);
    broker.step([aStep({ ask: "99.9", bid: "99.8", last: "99.9" }), aStep({ symbol: "MSFT", last: "100.5" })], T);
    expect(broker.account().positions.map(({ symbol }) => symbol)).toEqual(["IBM"]);
    expect(takes({ shares: 50, lmt: "99.9", symbol: "MSFT" })).toBe(true);
    expect(takes({ shares: 300, lmt: "99.9", symbol: "MSFT" })).toBe(false);
  });
});

describe("working orders of a cash account", () => {
  it("reserve settled cash at their own prices, and shares that are sold already", () => {
    const { takes } = aBroker({ margin: IB_CASH });
    expect(takes({ shares: 500, lmt: "90" })).toBe(true);
    expect(takes({ shares: 600, lmt: "92", symbol: "MSFT" })).toBe(false);
    expect(takes({ shares: 100 })).toBe(true);
    expect(takes({ side: "SELL", shares: 60, lmt: "105" })).toBe(true);
    expect(takes({ side: "SELL", shares: 60, lmt: "106" })).toBe(false);
  });
});
