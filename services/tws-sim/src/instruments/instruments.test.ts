import { us } from "@bowline/kernel";
import { stockContract } from "@bowline/tws-wire";
import { describe, expect, it } from "vitest";
import { builtInListings } from "./catalogue.ts";
import { conIdOf, isinCheckDigit } from "./instrument.ts";
import { makeInstruments } from "./instruments.ts";

const instruments = makeInstruments(["AAPL", "BRK.B", "QUUX"]);
const named = (symbol: string, rest: object = {}) => ({
  ...stockContract({ conId: 0, symbol }),
  localSymbol: "",
  tradingClass: "",
  ...rest,
});
const symbolsOf = (query: ReturnType<typeof named>) =>
  instruments.find(query).map(({ symbol, primaryExchange }) => `${symbol} ${primaryExchange}`);

describe("the catalogue", () => {
  it("has at least 500 listings in dollars, each once, each classified", () => {
    const inDollars = builtInListings().filter(({ currency }) => currency === "USD");
    expect(inDollars.length).toBeGreaterThanOrEqual(500);
    expect(new Set(inDollars.map(({ symbol }) => symbol)).size).toBe(inDollars.length);
    expect(
      inDollars.filter(({ name, industry, category }) => name === "" || industry === "" || category === ""),
    ).toEqual([]);
  });

  it("gives every listing a contract id and an ISIN of its own, and says that they are made", () => {
    expect(new Set(instruments.all.map(({ conId }) => conId)).size).toBe(instruments.all.length);
    const home = instruments.all.filter(({ currency }) => currency === "USD");
    expect(new Set(home.map(({ isin }) => isin)).size).toBe(home.length);
    expect(instruments.all.every(({ synthetic }) => synthetic)).toBe(true);
    expect(home.find(({ symbol }) => symbol === "AAPL")?.conId).toBe(conIdOf("AAPL"));
    for (const { isin } of home) expect(isinCheckDigit(isin.slice(0, 11))).toBe(Number(isin[11]));
    // A well-known real one, to hold the sum against: Apple's.
    expect(isinCheckDigit("US037833100")).toBe(5);
  });

  it("knows funds, receipts and Nasdaq's trading class", () => {
    const one = (symbol: string) => instruments.all.find((instrument) => instrument.symbol === symbol);
    expect(one("SPY")).toMatchObject({ type: "ETF", primaryExchange: "ARCA", tradingClass: "SPY" });
    expect(one("TSM")).toMatchObject({ type: "ADR", primaryExchange: "NYSE" });
    expect(one("AAPL")).toMatchObject({ type: "COMMON", primaryExchange: "NASDAQ", tradingClass: "NMS" });
  });
});

describe("finding an instrument", () => {
  it("goes by contract id alone where one is given", () => {
    const query = { ...named("ANYTHING"), conId: conIdOf("AAPL") };
    expect(symbolsOf(query)).toEqual(["AAPL NASDAQ"]);
    expect(symbolsOf({ ...query, conId: 5 })).toEqual([]);
  });

  it("goes by symbol, in either form of a share class, and by local symbol", () => {
    expect(symbolsOf(named("GS"))).toEqual(["GS NYSE"]);
    expect(symbolsOf(named("BRK B"))).toEqual(["BRK.B NYSE"]);
    expect(symbolsOf(named("BRK.B"))).toEqual(["BRK.B NYSE"]);
    expect(symbolsOf(named("", { localSymbol: "BRK B" }))).toEqual(["BRK.B NYSE"]);
    expect(symbolsOf(named("GS", { localSymbol: "MS" }))).toEqual([]);
  });

  it("goes by ISIN", () => {
    const isin = instruments.all.find(({ symbol }) => symbol === "MSFT")!.isin;
    expect(symbolsOf(named("", { secIdType: "ISIN", secId: isin, currency: "USD" }))).toEqual(["MSFT NASDAQ"]);
    expect(symbolsOf(named("", { secIdType: "CUSIP", secId: isin }))).toEqual([]);
  });

  it("holds to security type, currency, exchange and trading class where they are given", () => {
    expect(symbolsOf(named("GS", { secType: "FUT" }))).toEqual([]);
    expect(symbolsOf(named("GS", { currency: "EUR" }))).toEqual([]);
    expect(symbolsOf(named("GS", { exchange: "ARCA" }))).toEqual(["GS NYSE"]);
    expect(symbolsOf(named("GS", { exchange: "IBIS" }))).toEqual([]);
    expect(symbolsOf(named("GS", { primaryExch: "NASDAQ" }))).toEqual([]);
    expect(symbolsOf(named("AAPL", { primaryExch: "ISLAND" }))).toEqual(["AAPL NASDAQ"]);
    expect(symbolsOf(named("AAPL", { tradingClass: "NMS" }))).toEqual(["AAPL NASDAQ"]);
    expect(symbolsOf(named("AAPL", { tradingClass: "OTHER" }))).toEqual([]);
  });

  it("finds both listings without a currency, and calls that ambiguous where one is needed", () => {
    const query = named("TSLA", { currency: "" });
    expect(symbolsOf(query)).toEqual(["TSLA NASDAQ", "TSLA MEXI"]);
    expect(instruments.pick(query)).toEqual({
      ok: false,
      error: "The contract description specified for TSLA is ambiguous.",
    });
    expect(instruments.pick(named("TSLA"))).toMatchObject({ ok: true });
    expect(instruments.pick(named("NONE"))).toEqual({
      ok: false,
      error: "No security definition has been found for the request",
    });
  });

  it("makes an instrument of what the market plays and no catalogue knows", () => {
    expect(instruments.symbolOf(named("QUUX"))).toBe("QUUX");
    expect(instruments.contractOf("QUUX")).toMatchObject({ conId: conIdOf("QUUX"), symbol: "QUUX" });
  });

  it("names the market's symbol of a contract only where the market plays it", () => {
    expect(instruments.symbolOf(named("AAPL"))).toBe("AAPL");
    expect(instruments.symbolOf(named("AAPL", { currency: "MXN" }))).toBeUndefined();
    expect(instruments.symbolOf(named("GS"))).toBeUndefined();
  });
});

describe("contract details", () => {
  const BLACK_WEDNESDAY = us(Date.UTC(2024, 10, 27, 15) * 1000);
  const aapl = instruments.pick(named("AAPL"));

  it("tell six days of hours, with holidays, weekends and early closes", () => {
    if (!aapl.ok) throw new Error(aapl.error);
    const { tradingHours, liquidHours } = instruments.detailsOf(aapl.value, 1, BLACK_WEDNESDAY);
    expect(liquidHours.split(";")).toEqual([
      "20241127:0930-20241127:1600",
      "20241128:CLOSED",
      "20241129:0930-20241129:1300",
      "20241130:CLOSED",
      "20241201:CLOSED",
      "20241202:0930-20241202:1600",
    ]);
    expect(tradingHours.split(";").slice(0, 3)).toEqual([
      "20241127:0400-20241127:2000",
      "20241128:CLOSED",
      "20241129:0400-20241129:1700",
    ]);
  });

  it("name one market rule for each valid exchange", () => {
    if (!aapl.ok) throw new Error(aapl.error);
    const details = instruments.detailsOf(aapl.value, 1, BLACK_WEDNESDAY);
    expect(details.marketRuleIds.split(",").length).toBe(details.validExchanges.split(",").length);
    expect(details).toMatchObject({
      longName: "Apple Inc",
      industry: "Technology",
      category: "Computers",
      subcategory: "Computers",
      stockType: "COMMON",
      minTickPx: 10_000,
      minQty: 1_000_000,
      suggestedQtyIncrement: 100_000_000,
      timeZoneId: "US/Eastern",
    });
    expect(details.secIds).toEqual([{ tag: "ISIN", value: aapl.value.isin }]);
  });
});
