import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { orderList, readExport } from "@bowline/report";
import { describe, expect, it } from "vitest";
import { type Summary, bowline, makeHome, startDemo } from "./demo-process.ts";

const read = (folder: string) => orderList(readExport(join(folder, "export.jsonl")));

const DAYS = `strategy: days
description: Trades on predictions where the days and quarters before say so.
groups: all
indicators:
  now: { sma: { period: 1 } }
  days: { sma: { period: 2 }, timeframe: 1d }
  quarters: { ema: { period: 8 }, timeframe: 15m }
rules:
  - id: enter
    on: prediction
    when:
      - indicator: { value: ind.days, below: ind.now }
      - indicator: { value: ind.quarters, above: 0 }
      - position: { is: flat }
      - workingOrders: none
    do:
      enter:
        order: market
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { riskPerTrade: { equityPercent: 0.02, maxNotionalPercent: 8, maxNotional: 10000 } }
`;

describe("indicators on days and quarters of an hour over several sessions", () => {
  it("are warmed up alike in lock-step and in the backtest", { tags: ["all"], timeout: 300_000 }, async () => {
    const strategy = join(makeHome(), "days.yaml");
    writeFileSync(strategy, DAYS);
    const args = ["--seed", "1", "--minutes", "10", "--sessions", "3", "--strategy", strategy];
    const demo = await startDemo(args).summary();
    const ran = await bowline(["backtest", ...args, "--json"]);
    const backtest = JSON.parse(ran.out.trim().split("\n").at(-1) ?? "") as Summary;
    expect(demo.fills).toBeGreaterThan(0);
    expect(backtest.decisionHash).toBe(demo.decisionHash);
  });
});

const AGAINST = `strategy: against
description: Buys what moves against QQQ, which nobody trades.
groups: all
indicators:
  market: { correlation: { period: 3, with: QQQ } }
  days: { sma: { period: 50 }, timeframe: 1d }
  hours: { sma: { period: 9 }, timeframe: 1h }
rules:
  - id: enter
    on: bar
    when:
      - indicator: { value: ind.market, below: 0.5 }
      - indicator: { value: ind.days, above: 0 }
      - indicator: { value: ind.hours, above: 0 }
      - position: { is: flat }
      - workingOrders: none
    do:
      enter:
        direction: LONG
        order: market
        bracket: { stopAtr: 2, targetAtr: 3 }
        size: { riskPerTrade: { equityPercent: 0.02, maxNotionalPercent: 8, maxNotional: 10000 } }
`;

describe("a benchmark that no group has", () => {
  it("is subscribed, compared with and not traded, over bars of weeks before, alike in lock-step and in the backtest", async () => {
    const home = makeHome();
    const [strategy, groups, live] = ["strategy.yaml", "groups.yaml", "live"].map((name) => join(home, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(strategy, AGAINST);
    writeFileSync(groups, "groups:\n  tech: [AAPL]\n  banks: [BAC, JPM]\nbenchmarks: [QQQ]\n");
    const args = ["--seed", "1", "--minutes", "25", "--strategy", strategy, "--groups", groups];
    const demo = await startDemo([...args, "--record", live]).summary();
    const ran = await bowline(["backtest", ...args, "--json"]);
    const backtest = JSON.parse(ran.out.trim().split("\n").at(-1) ?? "") as Summary;
    expect(demo.fills).toBeGreaterThan(0);
    expect(backtest.decisionHash).toBe(demo.decisionHash);
    const events = readExport(join(live, "export.jsonl")).map(({ event }) => event);
    const asked = events.flatMap((event) => (event.kind === "request.subscribe" ? [event.symbol] : []));
    expect([...asked]).toEqual(["AAPL", "BAC", "JPM", "QQQ"]);
    expect(read(live).filter(({ symbol }) => symbol === "QQQ")).toEqual([]);
  });
});

describe("a recorded session", () => {
  it("gives the same orders, fills and hash in the backtest", async () => {
    const [live, replayed] = [makeHome(), makeHome()];
    const args = ["--seed", "4", "--minutes", "25"];
    const demo = await startDemo([...args, "--record", live]).summary();
    const ran = await bowline([
      "backtest",
      ...args,
      "--predictions",
      join(live, "predictions.csv"),
      "--record",
      replayed,
      "--json",
    ]);
    const backtest = JSON.parse(ran.out.trim().split("\n").at(-1) ?? "") as Summary;
    const orders = read(live);
    expect(orders.length).toBeGreaterThan(0);
    expect(orders.some(({ fills }) => fills.length > 0)).toBe(true);
    expect(read(replayed)).toStrictEqual(orders);
    expect(backtest.decisionHash).toBe(demo.decisionHash);
    expect(readFileSync(join(replayed, "orders.csv"), "utf8")).toBe(readFileSync(join(live, "orders.csv"), "utf8"));
    const recomputed = await bowline(["hash", join(live, "export.jsonl")]);
    expect(recomputed.out).toContain(demo.decisionHash);
  });
});
