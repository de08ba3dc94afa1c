import type { Order } from "@bowline/contracts";
import { anOrder, aQuote } from "@bowline/testkit";
import { expect, it } from "vitest";
import { release, reserve, type Reservations } from "../reservations.ts";
import { dollarsPx } from "../test-view.ts";
import { crossedBy } from "./crossing.ts";

const quote = aQuote();
const sell = (changes: Partial<Order>) => anOrder({ clOrdId: "RESTS", side: "SELL", strategy: "other", ...changes });
const buy = (changes: Partial<Order> = {}) => anOrder({ clOrdId: "COMES", ...changes });
const crosses = (resting: Order, coming: Order, of = quote) => {
  const reservations: Reservations = new Map();
  reserve(reservations, resting);
  return crossedBy(reservations, coming, of);
};

it("meets an own order at its price and beyond, whichever strategy it is of", () => {
  expect(crosses(sell({ lmtPx: dollarsPx("100") }), buy())).toBe("RESTS");
  expect(crosses(sell({ lmtPx: dollarsPx("100.01") }), buy())).toBeUndefined();
  expect(crosses(buy({ clOrdId: "RESTS", lmtPx: dollarsPx("100") }), sell({ lmtPx: dollarsPx("100") }))).toBe("RESTS");
  expect(crosses(buy({ clOrdId: "RESTS" }), sell({ lmtPx: dollarsPx("100.01") }))).toBeUndefined();
});
it("at the market goes to the other side of the quote", () => {
  const market = { ordType: "MKT", lmtPx: undefined } as const;
  expect(crosses(sell({ lmtPx: dollarsPx("100.01") }), buy(market))).toBe("RESTS");
  expect(crosses(sell({ lmtPx: dollarsPx("100.02") }), buy(market))).toBeUndefined();
  expect(crosses(sell(market), buy(market))).toBe("RESTS");
  expect(crosses(sell(market), buy(market), aQuote({ bidPx: undefined }))).toBe("RESTS");
});
it("meets no stop, no auction order, none of its own side, none of another symbol, none that is being canceled", () => {
  expect(crosses(sell({ ordType: "STP", stopPx: dollarsPx("99"), lmtPx: undefined }), buy())).toBeUndefined();
  expect(crosses(sell({}), buy({ ordType: "LOC" }))).toBeUndefined();
  expect(crosses(anOrder({ clOrdId: "RESTS" }), buy())).toBeUndefined();
  expect(crosses(sell({ symbol: "MSFT" }), buy())).toBeUndefined();
  const reservations: Reservations = new Map();
  reserve(reservations, sell({}));
  reservations.get("RESTS")!.canceling = true;
  expect(crossedBy(reservations, buy(), quote)).toBeUndefined();
  release(reservations, "RESTS");
  expect(crossedBy(reservations, buy(), quote)).toBeUndefined();
});
