import { shares, us } from "@bowline/kernel";
import { aFill, anOrder, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { reserve, type Reservations } from "../reservations.ts";
import { dollarsPx, ratio } from "../test-view.ts";
import { makeFillQuality, markoutOf, seeFillQuality, seeMarkouts, slippageOf } from "./fill-quality.ts";

type Fill = Parameters<typeof aFill>[0];
/** What is seen of fills of an order that was approved at 100. */
const seen = (order: Parameters<typeof anOrder>[0], ...fills: Fill[]) => {
  const reservations: Reservations = new Map();
  const wanted = anOrder(order);
  reserve(reservations, wanted, dollarsPx("100"));
  const quality = makeFillQuality();
  for (const fill of fills)
    seeFillQuality(quality, aFill({ clOrdId: wanted.clOrdId, ...fill }), {
      held: reservations.get(wanted.clOrdId),
      nowUs: at(600),
    });
  return quality;
};
const MKT = { ordType: "MKT" as const, lmtPx: undefined };

describe("a fill", () => {
  it("is odd by how much worse than its limit, or its approval, it is, and never where it is better", () => {
    const odd = (order: Parameters<typeof anOrder>[0], lastPx: string) =>
      seen(order, { lastPx: dollarsPx(lastPx) }).odd.get("AAPL");
    expect(odd(MKT, "103")).toEqual([{ clOrdId: anOrder().clOrdId, contradicts: undefined, slip: ratio("0.03") }]);
    expect(odd({ ordType: "LMT", lmtPx: dollarsPx("102") }, "103.02")?.[0]?.slip).toBe(ratio("0.01"));
    expect(odd(MKT, "99")).toBeUndefined();
    expect(odd({ ordType: "STP", stopPx: dollarsPx("90"), lmtPx: undefined }, "120")).toBeUndefined();
  });
  it("is odd on the other side, and where it is more than the order", () => {
    const contradicts = (fill: Fill) =>
      seen(MKT, { lastPx: dollarsPx("100"), ...fill }).odd.get("AAPL")?.[0]?.contradicts;
    expect(contradicts({ side: "SELL" })).toBe("side");
    expect(contradicts({ lastQty: shares(101) })).toBe("more than the order");
    expect(contradicts({ lastQty: shares(100) })).toBeUndefined();
  });
  it("says nothing of an order that nobody approved", () => {
    const quality = makeFillQuality();
    seeFillQuality(quality, aFill(), { held: undefined, nowUs: at(600) });
    expect([quality.odd.size, quality.slips.size]).toEqual([0, 0]);
  });
});

describe("the slippage of a strategy", () => {
  const fill = { lastPx: dollarsPx("100.2"), lastQty: shares(1) };
  it("is told from five fills on, of the last hour", () => {
    expect(slippageOf(seen(MKT, fill, fill, fill, fill), "demo", at(600))).toBeUndefined();
    const five = seen(MKT, fill, fill, fill, fill, fill);
    expect(slippageOf(five, "demo", at(600))).toBe(ratio("0.002"));
    expect(slippageOf(five, "demo", us(at(600) + 3_600_000_000))).toBeUndefined();
  });
  it("is worse where a seller gets less", () => {
    const sells = { ...MKT, side: "SELL" as const };
    const got = { side: "SELL" as const, lastQty: shares(1), lastPx: dollarsPx("99") };
    expect(slippageOf(seen(sells, got, got, got, got, got), "demo", at(600))).toBe(ratio("0.01"));
  });
});

it("is held against the first minute that closes at least a minute later, and not before", () => {
  const quality = seen(MKT, ...[1, 2, 3, 4, 5].map((index) => ({ execId: `e${index}`, lastPx: dollarsPx("100") })));
  const close = (second: number, px: string) =>
    seeMarkouts(quality, { symbol: "AAPL", closePx: dollarsPx(px), closeUs: at(second) });
  close(659, "50");
  expect(markoutOf(quality, "demo", at(660))).toBeUndefined();
  close(660, "98");
  close(720, "50");
  expect(markoutOf(quality, "demo", at(720))).toBe(ratio("0.02"));
  expect(markoutOf(quality, "demo", at(4260))).toBeUndefined();
  const sold = seen(
    { ...MKT, side: "SELL" },
    ...[1, 2, 3, 4, 5].map((index) => ({ execId: `e${index}`, side: "SELL" as const, lastPx: dollarsPx("100") })),
  );
  seeMarkouts(sold, { symbol: "AAPL", closePx: dollarsPx("98"), closeUs: at(660) });
  expect(markoutOf(sold, "demo", at(660))).toBe(-ratio("0.02"));
});
