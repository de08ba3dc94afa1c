import { shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkRules } from "../compile.ts";
import type { Facts } from "../facts.ts";
import { aRule, fileOf } from "../testing/facts.ts";
import { aProtectedPosition, anOrder, wanted, withOrder } from "../testing/protected.ts";

const setStop = (params: string) => aRule({ act: `{ setStop: { ${params} } }` });
const asks = (params: string, facts: Facts = aProtectedPosition()) => wanted(setStop(params), facts);
const short = aProtectedPosition({}, "SHORT");

describe("the price", () => {
  test.each([
    ["price: 'position.quantity < 0 ? market.ask + 0.505 : market.bid - 0.505'", "99.48", "100.52"],
    ["atr: 2", "98.6", "101.4"],
    ["percent: 0.5", "98.5", "101.51"],
    ["atr: 2, from: market", "99.6", "100.4"],
    ["percent: 1, from: market", "99", "101"],
  ])("%s is rounded to the cent that is farther from the market", (params, longPx, shortPx) => {
    expect(asks(params)).toMatchObject({ changes: [{ clOrdId: "STOP", stopPx: dollars(longPx) }], reason: "setStop" });
    expect(asks(params, short)).toMatchObject({ changes: [{ stopPx: dollars(shortPx) }] });
  });

  test("every step stands in the record", () => {
    expect(setStop("atr: 2").explain(aProtectedPosition()).sizing).toEqual([
      { key: "entryPx", value: "99" },
      { key: "distance", value: "0.4" },
      { key: "stopPx", value: "98.6" },
    ]);
  });

  test("is said once", () => {
    const found = (params: string) =>
      checkRules(fileOf(`  - { id: a, on: clock, do: { setStop: { ${params} } } }`), "s.yaml");
    for (const params of ["", "atr: 1, percent: 1", "price: 1, from: market", 'price: "market.bidd"'])
      expect(found(params)).toMatchObject({ ok: false });
    expect(found('price: "market.halted"')).toMatchObject({
      ok: false,
      error: [{ path: "rules[0].do.setStop.price", line: 8, message: expect.stringContaining("a price is needed") }],
    });
  });
});

describe("is blocked", () => {
  test.each<[string, Facts, string]>([
    ["when flat", aProtectedPosition({ position: { quantity: shares(0), enteredUs: undefined } }), "setStop.position"],
    ["with a position in doubt", aProtectedPosition({ position: undefined }), "setStop.position"],
    ["with an exit under way", aProtectedPosition({ exiting: true }), "setStop.running"],
    ["without a stop that works", aProtectedPosition({ working: [] }), "setStop.stop"],
    [
      "with a stop on the wrong side",
      aProtectedPosition({ working: [anOrder({ leg: "STOP", side: "BUY" })] }),
      "setStop.stop",
    ],
    ["without a quote", aProtectedPosition({ quote: undefined }), "setStop.quote"],
    [
      "on a quote in doubt",
      aProtectedPosition({ quote: { bidPx: dollars("1"), askPx: dollars("2"), halted: false, doubt: "SPIKING ASK" } }),
      "setStop.quote",
    ],
    ["on a cold ATR", aProtectedPosition({ atr: undefined }), "setStop.atr"],
    [
      "before the ledger told what it cost",
      aProtectedPosition({ position: { quantity: shares(100), enteredUs: undefined } }),
      "setStop.entry",
    ],
    ["while a change has no answer", withOrder(aProtectedPosition(), "STOP", { changing: true }), "setStop.change"],
  ])("%s", (_, facts, blocker) => {
    expect(asks("atr: 2", facts)).toBe(blocker);
  });

  test("beyond the market, where it would trade at once", () => {
    expect(asks("price: 99.99")).toBe("setStop.market");
    expect(asks("price: 100.01", short)).toBe("setStop.market");
    expect(asks("price: 99.98")).toMatchObject({ type: "change" });
  });

  test("by an expression that is UNKNOWN, or no price", () => {
    expect(asks("price: market.last", aProtectedPosition({ lastPx: undefined }))).toBe("setStop.price");
    expect(asks("price: position.avg_price - 200.0")).toBe("setStop.price");
  });
});

test("goes farther from the market only where that is allowed, and then the gate decides", () => {
  expect(asks("price: 97.5")).toBe("setStop.nearer");
  expect(asks("price: 102.5", short)).toBe("setStop.nearer");
  expect(asks("price: 97.5, mayLoosen: true")).toMatchObject({ changes: [{ stopPx: dollars("97.5") }] });
  expect(asks("price: 98, mayLoosen: true")).toBe("setStop.nearer");
});

test("moves each stop of a position that several protect, and leaves the nearer one", () => {
  const facts = aProtectedPosition();
  const two = {
    ...facts,
    working: [...facts.working, anOrder({ clOrdId: "SECOND", leg: "STOP", stopPx: dollars("99.5") })],
  };
  expect(asks("price: 98.5", two)).toMatchObject({ changes: [{ clOrdId: "STOP", stopPx: dollars("98.5") }] });
  expect(asks("price: 99.7", two)).toMatchObject({ changes: [{ clOrdId: "STOP" }, { clOrdId: "SECOND" }] });
});

test("never names more than the position, nor less than an entry may still bring", () => {
  const position = { quantity: shares(40), enteredUs: undefined, avgPx: dollars("99") };
  const partly = aProtectedPosition({ position });
  expect(asks("price: 98.5", partly)).toMatchObject({ changes: [{ orderQty: shares(40) }] });
  const entering = { ...partly, working: [...partly.working, anOrder({ side: "BUY", cumQty: shares(40) })] };
  expect(asks("price: 98.5", entering)).not.toHaveProperty("changes.0.orderQty");
});

test("whatever the market, a stop that may not loosen only comes nearer, and never touches the market", () => {
  const cents = fc.integer({ min: 5000, max: 15_000 });
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 0, max: 20 }), fc.boolean(), (level, bid, wide, long) => {
      const quote = { bidPx: dollars(`${bid / 100}`), askPx: dollars(`${(bid + wide) / 100}`), halted: false };
      const facts = aProtectedPosition({ quote }, long ? "LONG" : "SHORT");
      const plan = asks(`price: ${level / 100}`, facts) as { changes?: readonly { stopPx: number }[] };
      const [change] = plan.changes ?? [];
      if (change === undefined) return;
      const [lowPx, highPx] = long ? [dollars("98"), quote.bidPx] : [quote.askPx, dollars("102")];
      expect(change.stopPx > lowPx && change.stopPx < highPx).toBe(true);
    }),
    { numRuns: 100 },
  );
});
