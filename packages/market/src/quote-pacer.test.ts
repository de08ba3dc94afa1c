import { addMs, shares, type Us } from "@bowline/kernel";
import { T0, aQuote, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import type { MarketTick, MdQuote } from "./quote-book.ts";
import { makeQuotePacer } from "./quote-pacer.ts";

const SYMBOLS = [
  { symbol: "MSFT", group: "tech" },
  { symbol: "AAPL", group: "tech" },
  { symbol: "XOM", group: "energy" },
];
const tick = (symbol: string, field: MarketTick["field"], value: number, eventUs: Us = T0): MarketTick => ({
  symbol,
  field,
  value,
  eventUs,
});

const QUARTER_SECOND_US = 250_000;

describe("a quote", () => {
  it("carries the last of everything that was heard, and when", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.tick(tick("AAPL", "BID", dollars("99.98")));
    pacer.tick(tick("AAPL", "BID", dollars("99.99")));
    pacer.tick(tick("AAPL", "ASK", dollars("100.01")));
    pacer.tick(tick("AAPL", "BID_SIZE", shares(300)));
    pacer.tick(tick("AAPL", "ASK_SIZE", shares(200)));
    pacer.tick(tick("AAPL", "LAST", dollars("100")));
    pacer.tick(tick("AAPL", "VOLUME", shares(1_000), at(2)));
    expect(pacer.take(at(5), 0)).toEqual([aQuote({ quoteUs: at(2) })]);
  });
  it("has no side where the feed says that there is none", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.learn(aQuote(), T0);
    pacer.tick(tick("AAPL", "BID", -1_000_000, at(5)));
    pacer.tick(tick("AAPL", "BID_SIZE", 0, at(5)));
    pacer.tick(tick("AAPL", "HALTED", 1, at(5)));
    expect(pacer.take(at(5), 0)).toEqual([
      aQuote({
        bidPx: undefined,
        bidQty: undefined,
        halted: true,
        halt: "GENERAL",
        quoteUs: at(5),
        doubts: "ZERO BID",
      }),
    ]);
  });
  it("comes for touched symbols alone, in symbol order, and for no symbol outside the groups", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    for (const symbol of ["XOM", "TSLA", "AAPL"]) pacer.tick(tick(symbol, "ALIVE", 1));
    expect(pacer.take(at(5), 0).map((quote) => quote.symbol)).toEqual(["AAPL", "XOM"]);
    expect(pacer.take(at(10), 0)).toEqual([]);
  });
});

describe("pacing", () => {
  it("gives the first quote at once and the next one after the interval", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    expect(pacer.nextDueUs(QUARTER_SECOND_US)).toBeUndefined();
    pacer.tick(tick("AAPL", "BID", dollars("10")));
    expect(pacer.take(T0, QUARTER_SECOND_US)).toHaveLength(1);
    pacer.tick(tick("AAPL", "BID", dollars("11"), addMs(T0, 10)));
    expect(pacer.nextDueUs(QUARTER_SECOND_US)).toBe(addMs(T0, 250));
    expect(pacer.take(addMs(T0, 249), QUARTER_SECOND_US)).toEqual([]);
    pacer.tick(tick("AAPL", "BID", dollars("12"), addMs(T0, 249)));
    expect(pacer.take(addMs(T0, 250), QUARTER_SECOND_US)).toMatchObject([{ bidPx: dollars("12") }]);
    expect(pacer.nextDueUs(QUARTER_SECOND_US)).toBeUndefined();
  });
  it.each([
    ["HALTED", 2, { halted: true, halt: "VOLATILITY" }],
    ["DATA_TYPE", 3, { dataType: "DELAYED" }],
  ] as const)("tells another %s at once, the interval notwithstanding", (field, value, told) => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.tick(tick("AAPL", "BID", dollars("10")));
    pacer.take(T0, QUARTER_SECOND_US);
    pacer.tick(tick("AAPL", field, value, addMs(T0, 1)));
    expect(pacer.nextDueUs(QUARTER_SECOND_US)).toBe(T0);
    expect(pacer.take(addMs(T0, 1), QUARTER_SECOND_US)).toMatchObject([told]);
    pacer.tick(tick("AAPL", field, value, addMs(T0, 2)));
    expect(pacer.take(addMs(T0, 2), QUARTER_SECOND_US)).toEqual([]);
  });
  it("does not hold back one symbol for another", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.tick(tick("AAPL", "BID", dollars("10")));
    pacer.take(T0, QUARTER_SECOND_US);
    pacer.tick(tick("AAPL", "BID", dollars("10")));
    pacer.tick(tick("MSFT", "BID", dollars("10")));
    expect(pacer.take(addMs(T0, 1), QUARTER_SECOND_US).map((quote) => quote.symbol)).toEqual(["MSFT"]);
  });
  it("never gives a second quote at the time of a step that the journal has", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.learn(aQuote({ bidPx: dollars("12"), quoteUs: at(5) }), at(5));
    for (const symbol of ["AAPL", "MSFT"]) pacer.tick(tick(symbol, "BID", dollars("12"), at(5)));
    expect(pacer.take(at(5), 0).map((quote) => quote.symbol)).toEqual(["MSFT"]);
    expect(pacer.take(at(10), 0)).toEqual([]);
  });
  it("keeps the value of a tick that does not touch", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    pacer.tick(tick("AAPL", "BID", dollars("12")), false);
    expect(pacer.take(at(5), 0)).toEqual([]);
    pacer.tick(tick("AAPL", "ALIVE", 1, at(10)));
    expect(pacer.take(at(10), 0)).toMatchObject([{ bidPx: dollars("12"), quoteUs: at(10) }]);
  });
});

describe("a quote in doubt", () => {
  const ask = (price: string, second: number) => tick("AAPL", "ASK", dollars(price), at(second));
  /** The doubts of quotes whose ask goes 100.01, 100.01, 150, 99.99 with a bid of 99.99; the pacer can die before each. */
  function doubts(diesBefore?: number) {
    let pacer = makeQuotePacer(SYMBOLS);
    const quotes: { quote: MdQuote; publishedUs: Us }[] = [];
    pacer.tick(tick("AAPL", "BID", dollars("99.99")));
    for (const [index, price] of ["100.01", "100.01", "150", "99.99"].entries()) {
      if (index === diesBefore) {
        pacer = makeQuotePacer(SYMBOLS);
        for (const { quote, publishedUs } of quotes) pacer.learn(quote, publishedUs);
      }
      pacer.tick(ask(price, 5 * index));
      const [quote] = pacer.take(at(5 * index), 0);
      if (quote !== undefined) quotes.push({ quote, publishedUs: at(5 * index) });
    }
    return quotes.map(({ quote }) => quote.doubts);
  }
  it("says what is wrong with it", () => {
    expect(doubts()).toEqual([undefined, undefined, "SPIKING ASK", "LOCKED"]);
  });
  it.each([1, 2, 3])("says the same after a restart before quote %i, which learns from the journal", (diesBefore) => {
    expect(doubts(diesBefore)).toEqual(doubts());
  });
  it("is judged once, also where the journal shows what was just published", () => {
    const pacer = makeQuotePacer(SYMBOLS);
    for (const second of [0, 5, 10]) {
      pacer.tick(ask("100.01", second));
      for (const quote of pacer.take(at(second), 0)) pacer.learn(quote, at(second));
    }
    pacer.tick(ask("150", 15));
    expect(pacer.take(at(15), 0)).toMatchObject([{ doubts: "ZERO BID, SPIKING ASK" }]);
  });
});
