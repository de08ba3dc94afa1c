import { qty, shares } from "@bowline/kernel";
import { aFill, anOrder, aQuote, at } from "@bowline/testkit";
import fc from "fast-check";
import { expect, it } from "vitest";
import { worstGrossExposure } from "../test-worst-gross.ts";
import { holdExecuted, holdQuote, makeHoldings } from "../holdings.ts";
import { openQty, reserve, type Reservations } from "../reservations.ts";
import { cash } from "../test-view.ts";
import {
  exposureTable,
  farthest,
  grossOf,
  highest,
  lowest,
  netOf,
  ownDollars,
  valued,
  worstOf,
} from "./exposure-table.ts";
import { holdMovement, makeRoundTrips } from "./round-trips.ts";

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
      const { lines } = exposureTable(exposure, order);
      for (const line of lines.values()) {
        const of = (buys: boolean) =>
          openQty(exposure.reservations, line.symbol, {
            buys,
            ...(order.symbol === line.symbol && (order.side === "BUY") === buys ? { with: order } : {}),
          });
        expect([line.buys, line.sells]).toEqual([of(true), of(false)]);
      }
      expect(grossOf(worstOf(lines.values()))).toBe(worstGrossExposure(exposure, order));
    }),
  );
});

it("tells a strategy's part as a table of its own orders alone would, and what all orders are worth one by one", () => {
  fc.assert(
    fc.property(positions, orders, fc.array(fc.boolean()), (held, [order = anOrder(), ...open], mine) => {
      const isMine = (index: number): boolean => mine[index] === true;
      const all = open.map((one, index) => ({ ...one, strategy: isMine(index) ? order.strategy : "other" }));
      const { lines, openNotional } = exposureTable(made(held, all), order, {
        strategy: order.strategy,
        trips: makeRoundTrips(),
      });
      const own = exposureTable(
        made(
          [],
          all.filter((_, index) => isMine(index)),
        ),
        order,
      ).lines;
      for (const { symbol, ownPosition, ownBuys, ownSells } of lines.values()) {
        const alone = own.get(symbol);
        expect([ownPosition, ownBuys, ownSells]).toEqual([0, alone?.buys ?? 0, alone?.sells ?? 0]);
      }
      const plain = [order, ...open].reduce((sum, { orderQty }) => sum + (Number(orderQty) / 1e6) * 100_010_000, 0);
      expect(openNotional).toBe(plain);
    }),
  );
});

it("has a strategy's position by its own fills", () => {
  const trips = makeRoundTrips();
  for (const [strategy, quantity] of [
    ["momentum", 30],
    ["other", 70],
  ] as const) {
    const about = { symbol: "AAPL", cash: cash("0"), atUs: at(1), sessionDate: "" };
    holdMovement(trips, { strategy, quantity: shares(quantity), ...about });
  }
  const line = exposureTable(made([100], []), undefined, { strategy: "momentum", trips }).lines.get("AAPL");
  if (line === undefined) throw new Error("no line");
  expect([line.position, line.ownPosition]).toEqual([shares(100), shares(30)]);
  expect(ownDollars(line, valued(line))?.farther).toBe(cash("3000.3"));
});

it("bounds every mixture of fills", () => {
  fc.assert(
    fc.property(positions, orders, fc.array(fc.nat({ max: 100 })), (held, open, parts) => {
      const plain = open.map((order) => ({ ...order, ocaGroup: undefined }));
      const exposure = made(held, plain as typeof open);
      const worst = worstOf(exposureTable(exposure).lines.values());
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
      expect(gross).toBeLessThanOrEqual((grossOf(worst) ?? 0) + 3);
      expect(Math.abs(net)).toBeLessThanOrEqual((netOf(worst) ?? 0) + 3);
    }),
  );
});

it("has two ends and the farther of them, and no sum without a price", () => {
  const line = { symbol: "AAPL", mark: undefined, position: shares(100), buys: shares(50), sells: shares(300) };
  expect([highest(line), lowest(line), farthest(line)]).toEqual([shares(150), shares(-200), shares(-200)]);
  expect([grossOf(worstOf([line])), netOf(worstOf([line]))]).toEqual([undefined, undefined]);
  const flat = worstOf([{ ...line, position: qty(0), buys: qty(0), sells: qty(0) }]);
  expect([grossOf(flat), netOf(flat)]).toEqual([cash("0"), cash("0")]);
  expect(grossOf(worstOf([line], () => false))).toBe(cash("0"));
});
