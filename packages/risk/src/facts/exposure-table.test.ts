import { qty, shares } from "@bowline/kernel";
import { aFill, anOrder, aQuote } from "@bowline/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { worstGrossExposure } from "../exposure.ts";
import { holdExecuted, holdQuote, makeHoldings } from "../holdings.ts";
import { openQty, reserve, type Reservations } from "../reservations.ts";
import { cash } from "../test-view.ts";
import { exposureTable, farthest, highest, lowest, worstOf } from "./exposure-table.ts";

const SYMBOLS = ["AAPL", "MSFT", "NVDA"] as const;
const orders = fc.array(
  fc
    .record({
      symbol: fc.constantFrom(...SYMBOLS),
      side: fc.constantFrom("BUY" as const, "SELL" as const),
      orderQty: fc.integer({ min: 1, max: 300 }).map(shares),
      ocaGroup: fc.option(fc.constantFrom("g1", "g2"), { nil: undefined }),
    })
    .map((changes) =>
      anOrder({ ...changes, ...(changes.ocaGroup === undefined ? {} : { ocaType: "CANCEL_WITH_BLOCK" }) }),
    ),
  { minLength: 1, maxLength: 8 },
);
const positions = fc.array(fc.integer({ min: -200, max: 200 }), { minLength: 3, maxLength: 3 });

const made = (held: readonly number[], open: readonly ReturnType<typeof anOrder>[]) => {
  const holdings = makeHoldings();
  const reservations: Reservations = new Map();
  SYMBOLS.forEach((symbol, index) => {
    const quantity = held[index] ?? 0;
    holdQuote(holdings, aQuote({ symbol }));
    if (quantity !== 0)
      holdExecuted(
        holdings,
        aFill({ symbol, side: quantity > 0 ? "BUY" : "SELL", lastQty: shares(Math.abs(quantity)) }),
      );
  });
  open.forEach((order, index) => reserve(reservations, { ...order, clOrdId: `O${index}` }));
  return { holdings, reservations };
};

it("says in one pass what a pass for each symbol says", () => {
  fc.assert(
    fc.property(positions, orders, (held, [order = anOrder(), ...open]) => {
      const exposure = made(held, open);
      const table = exposureTable(exposure, order);
      for (const line of table.values()) {
        const of = (buys: boolean) =>
          openQty(exposure.reservations, line.symbol, {
            buys,
            ...(order.symbol === line.symbol && (order.side === "BUY") === buys ? { with: order } : {}),
          });
        expect([line.buys, line.sells]).toEqual([of(true), of(false)]);
      }
      expect(worstOf(table.values(), exposure)?.gross).toBe(worstGrossExposure(exposure, order));
    }),
  );
});

it("bounds every mixture of fills", () => {
  fc.assert(
    fc.property(positions, orders, fc.array(fc.nat({ max: 100 })), (held, open, parts) => {
      const plain = open.map((order) => ({ ...order, ocaGroup: undefined }));
      const exposure = made(held, plain as typeof open);
      const worst = worstOf(exposureTable(exposure).values(), exposure);
      let [gross, net] = [0, 0];
      SYMBOLS.forEach((symbol, index) => {
        let quantity = shares(held[index] ?? 0) as number;
        plain.forEach((order, number) => {
          const filled = Math.floor((order.orderQty * (parts[number] ?? 0)) / 100);
          if (order.symbol === symbol) quantity += order.side === "BUY" ? filled : -filled;
        });
        gross += Math.abs(quantity) * 100.01;
        net += quantity * 100.01;
      });
      expect(gross).toBeLessThanOrEqual((worst?.gross ?? 0) + 3);
      expect(Math.abs(net)).toBeLessThanOrEqual((worst?.net ?? 0) + 3);
    }),
  );
});

it("has two ends and the farther of them, and no sum without a price", () => {
  const line = { symbol: "AAPL", position: shares(100), buys: shares(50), sells: shares(300) };
  expect([highest(line), lowest(line), farthest(line)]).toEqual([shares(150), shares(-200), shares(-200)]);
  const exposure = { holdings: makeHoldings(), reservations: new Map() };
  expect(worstOf([line], exposure)).toBeUndefined();
  expect(worstOf([{ ...line, position: qty(0), buys: qty(0), sells: qty(0) }], exposure)).toEqual({
    gross: cash("0"),
    net: cash("0"),
  });
  expect(worstOf([line], exposure, () => false)?.gross).toBe(cash("0"));
});
