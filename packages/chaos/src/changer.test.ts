import type { EventByKind } from "@bowline/contracts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeChanger } from "./changer.ts";
import { entry } from "./test-world.ts";

const SHARE = 1_000_000;
const ENTRY = {
  kind: "order.submitted",
  ...{ clOrdId: "A", group: "one", symbol: "IBM", strategy: "chaos", rule: "enter" },
  ...{ leg: "ENTRY", side: "BUY", orderQty: 100 * SHARE, lmtPx: 50 * SHARE },
};
const accepted = (clOrdId: string) => ({ kind: "order.accepted", clOrdId });

/** What is asked for, of many orders alike but for their names. */
function changes(order: object, seed = "s", count = 200): readonly EventByKind<"order.replace-intent">[] {
  const changer = makeChanger(seed);
  return Array.from({ length: count }, (_, index) => {
    changer.onEntry(entry({ ...ENTRY, ...order, clOrdId: `A${index}` }));
    return changer.onEntry(entry(accepted(`A${index}`), 7));
  }).filter((change) => change !== undefined);
}

describe("somebody who changes orders", () => {
  it("asks for a price further from the market, or for less of an entry, and never for more", () => {
    const asked = changes({});
    const sizes = asked.flatMap(({ orderQty }) => (orderQty === undefined ? [] : [orderQty]));
    expect(sizes.length).toBeGreaterThan(10);
    expect(sizes.filter((size) => size % SHARE !== 0 || size < 50 * SHARE || size >= 100 * SHARE)).toEqual([]);
    const prices = asked.filter(({ orderQty }) => orderQty === undefined);
    expect(prices.length).toBeGreaterThan(10);
    expect(prices.filter(({ lmtPx = 0 }) => lmtPx <= 49 * SHARE || lmtPx >= 50 * SHARE)).toEqual([]);
    expect(asked.filter(({ orderQty, lmtPx }) => (orderQty === undefined) === (lmtPx === undefined))).toEqual([]);
    const sold = changes({ side: "SELL", leg: "TARGET" });
    expect(sold.length).toBeGreaterThan(50);
    expect(sold.filter(({ lmtPx = 0, orderQty }) => lmtPx <= 50 * SHARE || orderQty !== undefined)).toEqual([]);
  });

  it("moves a stop away from the market alone, and leaves what has no price", () => {
    const stops = changes({ leg: "STOP", side: "SELL", lmtPx: undefined, stopPx: 40 * SHARE });
    expect(stops.length).toBeGreaterThan(50);
    for (const { stopPx, orderQty, lmtPx } of stops)
      expect([(stopPx ?? 0) < 40 * SHARE, orderQty, lmtPx]).toEqual([true, undefined, undefined]);
    expect(changes({ lmtPx: undefined })).toEqual([]);
  });

  it("asks the same of the same order for the same seed", () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(changes({}, seed, 20)).toEqual(changes({}, seed, 20));
      }),
    );
    expect(changes({}, "one", 20)).not.toEqual(changes({}, "other", 20));
  });

  it("changes an order again from where a change brought it, under another name, and not a third time", () => {
    const changer = makeChanger("again");
    const asked = Array.from({ length: 50 }, (_, index) => {
      const clOrdId = `A${index}`;
      const replaced = { kind: "order.replaced", clOrdId, orderQty: 10 * SHARE, lmtPx: 30 * SHARE };
      changer.onEntry(entry({ ...ENTRY, clOrdId }));
      return [accepted(clOrdId), replaced, replaced].map((event) => changer.onEntry(entry(event)));
    });
    const twice = asked.filter(([first, second]) => first !== undefined && second !== undefined);
    expect(twice.length).toBeGreaterThan(5);
    for (const [first, second, third] of twice) {
      expect([first?.replaceId, second?.replaceId]).toEqual([`${first?.clOrdId}:chaos:0`, `${first?.clOrdId}:chaos:1`]);
      expect((second?.orderQty ?? 0) < 10 * SHARE && (second?.lmtPx ?? 0) < 30 * SHARE).toBe(true);
      expect(third).toBeUndefined();
    }
  });

  it("knows nothing of an order that was never submitted, nor of other entries", () => {
    const changer = makeChanger("s");
    expect(changer.onEntry(entry(accepted("A")))).toBeUndefined();
    expect(changer.onEntry(entry({ kind: "order.canceled", clOrdId: "A" }))).toBeUndefined();
  });
});
