import { Script } from "node:vm";
import type { Entry, Event } from "@bowline/contracts";
import { micros, money, shares } from "@bowline/kernel";
import { aBar, aClock, aJournal, anEntry, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { type RunSummary, summarize } from "../run-summary.ts";
import { makePageFold } from "./page-fold.ts";
import { pageScript, renderReport } from "./render-report.ts";

const cash = (text: string) => money(micros(text));
const accountId = "DU1234567";
const ours = (equity: string): Event => ({
  kind: "account",
  accountId,
  cash: cash(equity),
  equity: cash(equity),
  grossExposure: money(0),
  netExposure: money(0),
  realizedPnl: money(0),
  unrealizedPnl: money(0),
  commissions: money(0),
  sessionDate: "2013-10-04",
});
const position = (change: "opened" | "closed", quantity: number, realized: string): Event => ({
  kind: `position.${change}`,
  accountId,
  strategy: "demo",
  group: "tech",
  symbol: "AAPL",
  quantity: shares(quantity),
  cost: money(0),
  realizedPnl: cash(realized),
  entryUs: at(60),
  clOrdId: "C",
  execId: change,
  side: change === "opened" ? "BUY" : "SELL",
  lastQty: shares(10),
  lastPx: dollars(change === "opened" ? "100" : "101"),
});
const strategy = "</script><!--<script>alert(1)</script>";
const submitted: Event = {
  kind: "order.submitted",
  clOrdId: "C",
  group: "tech",
  symbol: "AAPL",
  accountId,
  strategy,
  rule: "r",
  leg: "ENTRY",
  side: "BUY",
  orderQty: shares(10),
  ordType: "MKT",
  timeInForce: "DAY",
};
const denied: Event = {
  kind: "order.denied",
  clOrdId: "D",
  group: "tech",
  symbol: "AAPL",
  strategy: "s",
  rule: "r",
  side: "BUY",
  orderQty: shares(1),
  reasons: [
    { code: "RATE_LIMIT", detail: [] },
    { code: "CLOCK_STALE", detail: [] },
  ],
};
const entryAt = (event: Event, seconds: number) => anEntry(event, { seenUs: at(seconds), eventUs: at(seconds) });
const minute = (n: number) => aBar({ timeframe: "1m", closeUs: at(60 * n) });
const journal = aJournal([
  aClock(),
  ours("1000"),
  minute(1),
  aBar({ timeframe: "1m", closeUs: at(120), openPx: undefined, status: "NO_TRADE" }),
  submitted,
  entryAt(position("opened", 10, "0"), 60),
  entryAt(ours("990"), 90),
  entryAt(position("closed", 0, "10"), 150),
  entryAt(ours("1010"), 150),
  entryAt(ours("1009"), 150),
  denied,
  denied,
  {
    kind: "signal.refused",
    group: "tech",
    symbol: "AAPL",
    predictionId: "p",
    reasons: [{ code: "STALE", detail: [] }],
    raw: "",
    withdraws: false,
  },
  {
    kind: "account.reconciliation",
    accountId,
    clean: false,
    differences: [{ subject: "CASH", ours: "1", broker: "2" }],
  },
  { kind: "account.reconciliation", accountId, clean: true, differences: [] },
]);
const pageOf = (entries: readonly Entry[], of: RunSummary) => {
  const fold = makePageFold();
  for (const entry of entries) fold.add(entry);
  return fold.page(of);
};
const summary = summarize(journal, { deadLetters: 0, durationMs: 1 });
/** 09:30 in New York, read as UTC. */
const OPEN = Date.UTC(2013, 9, 4, 9, 30) / 1000;

describe("the page of a run", () => {
  const page = pageOf(journal, summary);
  it("has the equity curve with its draw-down, the last of each moment", () => {
    expect(page.equity).toEqual([
      [OPEN, 1000, 0],
      [OPEN + 90, 990, 990 / 1000 - 1],
      [OPEN + 150, 1009, 0],
    ]);
    expect(page.netPnl).toBe("9");
  });
  it("has each symbol's candles, stamped with their start, and its entries and exits", () => {
    expect(page.symbols).toEqual([
      {
        symbol: "AAPL",
        group: "tech",
        trades: 1,
        netPnl: 10,
        candles: [[OPEN, 100, 100.2, 99.9, 100.1, 500]],
        markers: [
          { time: OPEN + 60, buys: true, enters: true, text: "open 10 @ 100" },
          { time: OPEN + 150, buys: false, enters: false, text: "close 10 @ 101" },
        ],
      },
    ]);
  });
  it("has the trades, the denials and refusals by code, and what differed from the broker", () => {
    expect(page.trades).toMatchObject([
      {
        symbol: "AAPL",
        direction: "LONG",
        entry: OPEN + 60,
        exit: OPEN + 150,
        quantity: 10,
        entryPx: 100,
        exitPx: 101,
        netPnl: 10,
      },
    ]);
    expect(page.denials).toEqual([
      ["CLOCK_STALE", 2],
      ["RATE_LIMIT", 2],
    ]);
    expect(page.refusals).toEqual([["STALE", 1]]);
    expect(page.differences.map(({ text }) => text)).toEqual(["CASH: ours 1, broker 2", "all equal again"]);
    expect(page.dates).toEqual(["2013-10-04"]);
  });
  it("says what each statistic came to, and a dash where it has no meaning", () => {
    expect(page.statistics).toContainEqual({ title: "Win rate", text: "100.00 %" });
    expect(page.statistics).toContainEqual({ title: "Expectancy a trade", text: "$10.00" });
    expect(page.statistics).toContainEqual({ title: "Profit factor", text: "–" });
  });
  it("of an empty journal is empty", () => {
    expect(pageOf([], summarize([], { deadLetters: 0, durationMs: 0 }))).toMatchObject({
      title: "Bowline run",
      equity: [],
      symbols: [],
      netPnl: undefined,
    });
  });
});

describe("the report", () => {
  const html = renderReport(pageOf(journal, summary));
  it("is one file that reaches for nothing outside of itself", () => {
    const markup = html.replaceAll(/<script>[^]*?<\/script>/g, "");
    expect(markup).toMatch(/^<!doctype html>/);
    expect(markup).toContain("default-src 'none'");
    expect(markup).not.toMatch(/ src=|<link|@import|url\(|{{|<!--/);
  });
  it("shows what names hold as text, whatever they hold", () => {
    expect(html.includes("<title>&lt;/script&gt;")).toBe(true);
    expect(html.includes("alert(1)</script>")).toBe(false);
    expect(html.match(/<script>/g)).toHaveLength(3);
    const data = /const REPORT = (.*);\n/.exec(html)?.[1] ?? "";
    expect((JSON.parse(data) as { title: string }).title).toBe(strategy);
  });
  it("has a script of its own that a browser can parse as one scope", () => {
    expect(pageScript()).not.toMatch(/^(import|export) /m);
    expect(() => new Script(`"use strict";${pageScript()}`)).not.toThrow();
  });
});
