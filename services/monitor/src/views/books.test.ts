import { money } from "@bowline/kernel";
import { aFill, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { ACCOUNT, aDay, DAY } from "../test-day.ts";
import { makeBooksView } from "./books.ts";

const viewOf = (events = DAY) => {
  const view = makeBooksView(ACCOUNT);
  for (const entry of aDay(events)) view.add(entry);
  return view;
};

describe("the monitor's books", () => {
  it("show an open position at its mark", () => {
    expect(viewOf().positions()).toStrictEqual([
      {
        symbol: "AAPL",
        quantity: "100",
        cost: "10000",
        enteredAt: "2013-10-04T13:30:01.000Z",
        markPx: "100.5",
        value: "10050",
        unrealizedPnl: "50",
      },
    ]);
  });
  it("show profit and loss, of the account and by symbol", () => {
    expect(viewOf().pnl()).toStrictEqual({
      accountId: ACCOUNT,
      realizedPnl: "0",
      commissions: "1",
      cash: "989999",
      equity: "1000049",
      grossExposure: "10050",
      netExposure: "10050",
      unrealizedPnl: "50",
      brokerEquity: "1000000",
      bySymbol: [{ symbol: "AAPL", fills: 2, realizedPnl: "0", commissions: "1" }],
    });
  });
  it("give a short position a negative value, and a gain when the price falls", () => {
    const short = aFill({ side: "SELL", lastPx: dollars("101") });
    const quoted = DAY.filter(({ kind }) => kind === "md.quote");
    expect(viewOf([short, ...quoted]).positions()[0]).toMatchObject({
      quantity: "-100",
      value: "-10050",
      unrealizedPnl: "50",
    });
  });
  it("leave out what only the broker's first account tells", () => {
    const view = viewOf([aFill()]);
    expect(view.pnl()).not.toHaveProperty("equity");
    expect(view.pnl()).not.toHaveProperty("brokerEquity");
  });
  it("show what TWS told of profit and loss last, and when", () => {
    const told = (accountId: string, dailyPnl: number) =>
      ({ kind: "broker.pnl", accountId, dailyPnl: money(dailyPnl) }) as const;
    const view = viewOf([
      told(ACCOUNT, 1),
      { ...told(ACCOUNT, -2_500_000), realizedPnl: money(0) },
      told("DU7654321", 7),
    ]);
    expect(view.pnl().brokerPnl).toStrictEqual({
      toldAt: expect.stringMatching(/^2013-10-04T/),
      dailyPnl: "-2.5",
      realizedPnl: "0",
    });
    expect(viewOf().pnl()).not.toHaveProperty("brokerPnl");
  });
  it("leave another account alone", () => {
    const view = viewOf([
      aFill({ accountId: "DU7654321" }),
      { kind: "broker.account", accountId: "DU7654321", cash: money(1), equity: money(1), positions: [] },
    ]);
    expect(view.positions()).toStrictEqual([]);
    expect(view.pnl()).not.toHaveProperty("brokerEquity");
  });
});
