import { addSeconds, px, qty, shares, type Us } from "@bowline/kernel";
import { T0, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type HeardQuote, makeQuoteJudge, type QuoteJudgeState } from "./quote-quality.ts";

const quote = (bid: string, ask: string, eventUs: Us = T0, changes: Partial<HeardQuote> = {}): HeardQuote => ({
  bidPx: dollars(bid),
  askPx: dollars(ask),
  bidQty: shares(100),
  askQty: shares(100),
  eventUs,
  ...changes,
});
/** A judge that has known 100.00 × 100.02 for long enough. */
function settled() {
  const judge = makeQuoteJudge();
  judge.quote(quote("100", "100.02", T0));
  judge.quote(quote("100", "100.02", at(5)));
  return judge;
}

describe("a quote", () => {
  it("in order has no mark", () => {
    expect(settled().quote(quote("100.01", "100.03", at(6)))).toEqual([]);
  });
  it("is ZERO on a side without a price, with a price of 0 or with no shares", () => {
    const judge = makeQuoteJudge();
    const bid = { kind: "ZERO", side: "BID" };
    expect(judge.quote(quote("1", "2", T0, { bidPx: undefined, bidQty: undefined }))).toEqual([bid]);
    expect(judge.quote(quote("1", "2", T0, { bidPx: px(0) }))).toEqual([bid]);
    expect(judge.quote(quote("1", "2", T0, { bidQty: qty(0) }))).toEqual([bid]);
    expect(judge.quote(quote("1", "2", T0, { askPx: px(-1_000_000) }))).toEqual([{ kind: "ZERO", side: "ASK" }]);
    expect(judge.quote(quote("1", "2", T0, { askQty: undefined }))).toEqual([]);
  });
  it("is LOCKED where bid and ask are equal, CROSSED where the bid is above", () => {
    const judge = settled();
    expect(judge.quote(quote("100.02", "100.02", at(6)))).toEqual([{ kind: "LOCKED", px: dollars("100.02") }]);
    expect(judge.quote(quote("100.03", "100.02", at(7)))).toEqual([
      { kind: "CROSSED", bidPx: dollars("100.03"), askPx: dollars("100.02") },
    ]);
  });
});

describe("a spike", () => {
  it("begins above one percent of the side's usual price, to the micro", () => {
    const judge = settled();
    expect(judge.quote(quote("99", "100.02", at(6)))).toEqual([]);
    expect(settled().quote(quote("98.999999", "100.02", at(6)))).toEqual([
      { kind: "SPIKING", side: "BID", px: dollars("98.999999"), usualPx: dollars("100") },
    ]);
  });
  it("is over when the price comes back", () => {
    const judge = settled();
    expect(judge.quote(quote("100", "199999", at(6)))).toMatchObject([{ kind: "SPIKING", side: "ASK" }]);
    expect(judge.quote(quote("100", "100.03", at(7)))).toEqual([]);
  });
  it("is the usual price after five seconds near one level, and not by jumping about", () => {
    const judge = settled();
    expect(judge.quote(quote("110", "110.02", at(6)))).toHaveLength(2);
    expect(judge.quote(quote("110.1", "110.12", at(10)))).toHaveLength(2);
    expect(judge.quote(quote("110.1", "110.12", at(11)))).toEqual([]);
    const jumping = settled();
    for (const [second, price] of [
      [6, "120"],
      [9, "130"],
      [12, "120"],
      [15, "130"],
    ] as const)
      expect(jumping.quote(quote("100", price, at(second)))).toHaveLength(1);
  });
  it("is the usual price as soon as a trade prints near it", () => {
    const judge = settled();
    judge.quote(quote("110", "110.02", at(6)));
    judge.trade(dollars("105"));
    expect(judge.marksAt(at(6))).toHaveLength(2);
    judge.trade(dollars("110.02"));
    expect(judge.marksAt(at(6))).toEqual([]);
  });
  it("is not told of the first price: an absurd one is forgotten when a usual one stands or trades", () => {
    const judge = makeQuoteJudge();
    expect(judge.quote(quote("0.01", "199999", T0))).toEqual([]);
    expect(judge.quote(quote("100", "100.02", at(1)))).toEqual([]);
    judge.trade(dollars("100.01"));
    expect(judge.quote(quote("0.01", "199999", at(2)))).toHaveLength(2);
  });
});

describe("a frozen quote", () => {
  const tradedOutside = (trades: number) => {
    const judge = settled();
    for (let index = 0; index < trades; index++) judge.trade(dollars(index % 2 === 0 ? "100.03" : "99.99"));
    return judge;
  };
  it("has not changed for ten seconds in which three trades printed outside of it", () => {
    const frozen = { kind: "FROZEN", sinceUs: T0, tradesOutside: 3 };
    expect(tradedOutside(3).marksAt(at(10))).toEqual([frozen]);
    expect(tradedOutside(3).marksAt(addSeconds(T0, 9))).toEqual([]);
    expect(tradedOutside(2).marksAt(at(60))).toEqual([]);
    expect(tradedOutside(3).quote(quote("100", "100.02", at(11)))).toEqual([frozen]);
  });
  it("is not one of a quiet market, nor one whose sizes change", () => {
    const judge = settled();
    for (let index = 0; index < 9; index++) judge.trade(dollars("100.01"));
    expect(judge.marksAt(at(600))).toEqual([]);
    expect(tradedOutside(3).quote(quote("100", "100.02", at(11), { bidQty: shares(200) }))).toEqual([]);
  });
});

it("judges the same after a snapshot at any place", () => {
  const judge = settled();
  judge.quote(quote("110", "110.02", at(6)));
  for (let index = 0; index < 3; index++) judge.trade(dollars("120"));
  const restored = makeQuoteJudge(undefined, JSON.parse(JSON.stringify(judge.snapshot())) as QuoteJudgeState);
  expect(restored.marksAt(at(17)).map(({ kind }) => kind)).toEqual(["SPIKING", "SPIKING", "FROZEN"]);
  const next = quote("110", "110.02", at(11));
  expect(restored.quote(next)).toEqual(judge.quote(next));
});
