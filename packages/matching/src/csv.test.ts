import { describe, expect, it } from "vitest";
import { formatCsvError, parseQuotesCsv, parseTradesCsv } from "./index.ts";

const TRADES = "start_ms,open,high,low,close,volume\n";
const QUOTES = "start_ms,bid_open,bid_high,bid_low,bid_close,bid_size,ask_open,ask_high,ask_low,ask_close,ask_size\n";

const tradesError = (row: string): string => {
  const parsed = parseTradesCsv(`${TRADES}1380873960000,167.65,167.65,167.65,167.65,20000\n${row}\n`, "SPY.trades.csv");
  return parsed.ok ? "no error" : formatCsvError(parsed.error);
};

describe("CSV of minute rows", () => {
  it("reads trades, with either line ending", () => {
    const parsed = parseTradesCsv(`${TRADES}1380873960000,167.65,167.7,167.6,167.62,20000\r\n`, "f");
    expect(parsed).toEqual({
      ok: true,
      value: [
        {
          startUs: 1_380_873_960_000_000,
          openPx: 167_650_000,
          highPx: 167_700_000,
          lowPx: 167_600_000,
          closePx: 167_620_000,
          volume: 20_000_000_000,
        },
      ],
    });
  });

  it("reads quotes and leaves out rows with an absent side", () => {
    const parsed = parseQuotesCsv(
      `${QUOTES}1380873600000,1,2,1,2,100,3,3,3,3,200\n1380873660000,1,2,1,2,100,,,,,\n1380873720000,0,0,0,0,0,3,3,3,3,200\n`,
      "f",
    );
    expect(parsed.ok && parsed.value).toEqual([
      {
        startUs: 1_380_873_600_000_000,
        bid: { openPx: 1_000_000, highPx: 2_000_000, lowPx: 1_000_000, closePx: 2_000_000, size: 100_000_000 },
        ask: { openPx: 3_000_000, highPx: 3_000_000, lowPx: 3_000_000, closePx: 3_000_000, size: 200_000_000 },
      },
    ]);
  });

  it.each([
    [
      "1380874020000,167.65,167.65,167.65,x,100",
      'SPY.trades.csv:3:36: close must be a decimal with at most six places, not "x"',
    ],
    [
      "1380874020000,167.65,167,167.65,167.65,100",
      'SPY.trades.csv:3:22: high must be the highest of the four prices, not "167"',
    ],
    [
      "1380874020000,167.65,168,167.66,167.65,100",
      'SPY.trades.csv:3:26: low must be the lowest of the four prices, not "167.66"',
    ],
    ["1380874020000,0,168,167.66,167.65,100", 'SPY.trades.csv:3:15: open must be a price above 0, not "0"'],
    ["1380874020000,1,1,1,1,1.5", 'SPY.trades.csv:3:23: volume must be a number of whole shares, not "1.5"'],
    [
      "1380874020000,1,1,1,1,0",
      'SPY.trades.csv:3:23: volume must be above 0: a minute without trades has no row, not "0"',
    ],
    ["1380874020001,1,1,1,1,1", 'SPY.trades.csv:3:1: start_ms must be the start of a minute, not "1380874020001"'],
    ["1380873960000,1,1,1,1,1", 'SPY.trades.csv:3:1: start_ms must be after the row before, not "1380873960000"'],
    ["2013-10-04,1,1,1,1,1", 'SPY.trades.csv:3:1: start_ms must be unix milliseconds, not "2013-10-04"'],
    ["1380874020000,1,1,1,1", "SPY.trades.csv:3:1: a row has 6 fields, this one 5"],
  ])("says what is wrong with %s, and where", (row, message) => {
    expect(tradesError(row)).toBe(message);
  });

  it("wants the header", () => {
    const parsed = parseTradesCsv("time,open\n1,2\n", "SPY.trades.csv");
    expect(!parsed.ok && formatCsvError(parsed.error)).toBe(
      'SPY.trades.csv:1:1: the first line must be "start_ms,open,high,low,close,volume", not "time,open"',
    );
  });
});
