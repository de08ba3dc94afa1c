import { addUs, shares, type Us } from "@bowline/kernel";
import { T0, aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { applyTick, emptyBook, FORGET_AFTER_US, learnQuote, type MarketTick, quoteOf } from "./quote-book.ts";

const tick = (field: MarketTick["field"], value: number, eventUs: Us = T0): MarketTick => ({
  symbol: "AAPL",
  field,
  value,
  eventUs,
});
const told = (...ticks: readonly MarketTick[]) => {
  const book = emptyBook("AAPL", "tech");
  const atOnce = ticks.map((one) => applyTick(book, one));
  return { quote: quoteOf(book, ""), atOnce };
};

describe("what is known of a symbol", () => {
  it("is nothing before IB told of it: no type of data, no halt, no shares to borrow", () => {
    const { quote } = told(tick("ALIVE", 1));
    expect(JSON.parse(JSON.stringify(quote))).toEqual({
      kind: "md.quote",
      group: "tech",
      symbol: "AAPL",
      halted: false,
      quoteUs: T0,
    });
  });
  it.each([
    [1, "LIVE"],
    [2, "FROZEN"],
    [3, "DELAYED"],
    [4, "DELAYED_FROZEN"],
  ])("has data of type %i: %s, which is told at once when it changes", (value, dataType) => {
    const { quote, atOnce } = told(tick("DATA_TYPE", value), tick("DATA_TYPE", value));
    expect(quote).toMatchObject({ dataType });
    expect(atOnce).toEqual([true, false]);
  });
  it.each([
    [0, "NONE", false],
    [1, "GENERAL", true],
    [2, "VOLATILITY", true],
    [7, undefined, true],
  ])("has the halt %i of tick 49, which is told at once", (value, halt, halted) => {
    const { quote, atOnce } = told(tick("HALTED", halted ? 0 : 1), tick("HALTED", value));
    expect(quote.halted).toBe(halted);
    expect(quote.halt).toBe(halt);
    expect(atOnce).toEqual([true, true]);
  });
  it.each([
    [3_000_000, "AVAILABLE"],
    [2_500_000, "LOCATE"],
    [1_500_000, "UNAVAILABLE"],
    [500_000, undefined],
    [0, undefined],
  ])("has the level %i of tick 46 by IB's own bounds: %s", (value, shortable) => {
    expect(told(tick("SHORTABLE", value)).quote.shortable).toBe(shortable);
  });
  it("has the shares to borrow, of which there may be none", () => {
    expect(told(tick("SHORTABLE_QTY", shares(1200))).quote.shortableQty).toBe(shares(1200));
    expect(told(tick("SHORTABLE_QTY", 0)).quote.shortableQty).toBe(0);
  });
  it("is the same after a quote of the journal was learnt", () => {
    const quote = aQuote({
      dataType: "DELAYED",
      halted: true,
      halt: "VOLATILITY",
      shortable: "LOCATE",
      shortableQty: shares(5),
    });
    const book = emptyBook("AAPL", "tech");
    learnQuote(book, quote);
    expect(quoteOf(book, "")).toEqual(quote);
  });
});

describe("after a silence", () => {
  const after = (us: number) => {
    const book = emptyBook("AAPL", "tech");
    applyTick(book, tick("BID", dollars("99.99")));
    applyTick(book, tick("LAST", dollars("100")));
    applyTick(book, tick("ALIVE", 1, addUs(T0, us)));
    return quoteOf(book, "");
  };
  it("of a minute the sides still stand", () => expect(after(FORGET_AFTER_US).bidPx).toBe(dollars("99.99")));
  it("that is longer a word that the feed lives does not make old sides fresh", () => {
    expect(after(FORGET_AFTER_US + 1)).toMatchObject({ bidPx: undefined, lastPx: dollars("100") });
  });
  it("the sides that are told then stand, whatever comes after", () => {
    const { quote } = told(tick("BID", dollars("99")), tick("BID", dollars("100"), at(600)), tick("ALIVE", 1, at(605)));
    expect(quote.bidPx).toBe(dollars("100"));
  });
});
