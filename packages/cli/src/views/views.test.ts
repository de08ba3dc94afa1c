import type { Entry, Event } from "@bowline/contracts";
import { micros, money, shares } from "@bowline/kernel";
import { aBar, aFill, anEntry, anOrder, aSignal, at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { aDay, aMorning } from "../test-day.ts";
import { ordersView } from "./orders.ts";
import { modelsView } from "./models.ts";
import { pnlView } from "./pnl.ts";
import { positionsView } from "./positions.ts";
import { renderCsv, renderTable } from "./table.ts";
import { tradesView } from "./trades.ts";
import type { MakeView, View } from "./view.ts";

function shown(makeView: MakeView, entries: readonly Entry[]): View {
  const view = makeView();
  for (const entry of entries) view.add(entry);
  return view;
}

describe("positions", () => {
  it("are valued at the mark of the last quote", () => {
    expect(shown(positionsView, aMorning()).rows()).toMatchObject([
      { symbol: "AAPL", quantity: "100", cost: "10000", markPx: "101", value: "10100", unrealizedPnl: "100" },
    ]);
  });
  it("are gone when they are closed", () => expect(shown(positionsView, aDay()).rows()).toEqual([]));
});

describe("models", () => {
  it("show what their confidence was worth, in all and by tenths", () => {
    const bar = (second: number, px: string): Event =>
      aBar({ timeframe: "1m", closeUs: at(second), closePx: dollars(px) });
    const signal = aSignal({ confidence: micros("0.7"), horizonMs: 60_000, producedUs: at(60), modelVersion: "3" });
    const events = [bar(60, "100"), signal, bar(120, "101")];
    const rows = shown(
      modelsView,
      events.map((event, index) => anEntry(event, { id: String(index) })),
    ).rows();
    expect(rows.map((row) => Object.values(row).join("|"))).toEqual([
      "demo|3|all|1|1|0|0|0.7000|1.0000|0.0900",
      "demo|3|0.7 to 0.8||1|||0.7000|1.0000|",
    ]);
  });
});

describe("orders", () => {
  it("have the status that the broker told last", () => {
    const rows = shown(ordersView, aDay()).rows();
    expect(rows.map(({ leg, ordStatus, cumQty }) => [leg, ordStatus, cumQty])).toEqual([
      ["ENTRY", "FILLED", "100"],
      ["STOP", "CANCELED", "0"],
      ["TARGET", "FILLED", "100"],
    ]);
  });
  it("wait for the broker until it says something", () => {
    const [, stop] = shown(ordersView, aMorning()).rows();
    expect(stop).toMatchObject({ ordStatus: "PENDING_NEW", stopPx: "99", lmtPx: "" });
  });
});

describe("orders of the desk", () => {
  const parent = anOrder({ clOrdId: "PARENT", orderQty: shares(100) });
  const child = anOrder({ clOrdId: "CHILD", orderQty: shares(60), parentIntentId: "PARENT" });
  const { group, symbol, accountId, strategy, rule, side, ordType, timeInForce } = child;
  const about = { clOrdId: "CHILD", group, symbol };
  const events: readonly Event[] = [
    { kind: "order.parent-intent", order: parent, style: { name: "ICEBERG", showQty: shares(60), ladder: [] } },
    { kind: "order.parent-state", clOrdId: "PARENT", group, symbol, state: "WORKING", cumQty: shares(0), reason: "" },
    { kind: "order.approved", order: child, refPx: dollars("100") },
    {
      kind: "order.submitted",
      ...about,
      ...{ accountId, strategy, rule, side, ordType, timeInForce },
      leg: "ENTRY",
      orderQty: shares(60),
      lmtPx: dollars("100"),
    },
    {
      kind: "order.replaced",
      ...about,
      replaceId: "r1",
      orderId: "1",
      orderQty: shares(50),
      lmtPx: dollars("99"),
      cumQty: shares(0),
      leavesQty: shares(50),
    },
    aFill({ ...about, lastQty: shares(20), cumQty: shares(20), leavesQty: shares(30) }),
  ];
  it("stand with their parent, which has its state and what they filled; a change shows", () => {
    const rows = shown(
      ordersView,
      events.map((event) => anEntry(event)),
    ).rows();
    expect(rows).toMatchObject([
      { clOrdId: "PARENT", leg: "ICEBERG", ordStatus: "WORKING", orderQty: "100", cumQty: "20" },
      { clOrdId: "CHILD", parent: "PARENT", ordStatus: "PARTIALLY_FILLED", orderQty: "50", lmtPx: "99" },
    ]);
  });
});

describe("trades", () => {
  it("are round trips, net of commissions", () => {
    expect(shown(tradesView, aDay()).rows()).toMatchObject([
      {
        symbol: "AAPL",
        direction: "LONG",
        entryPx: "100",
        exitPx: "102",
        realizedPnl: "200",
        commissions: "2",
        netPnl: "198",
      },
    ]);
  });
  it("are none while the position is open", () => expect(shown(tradesView, aMorning()).rows()).toEqual([]));
});

describe("profit and loss", () => {
  it("stands by symbol", () => {
    expect(shown(pnlView, aDay()).rows()).toEqual([
      {
        symbol: "AAPL",
        fills: "2",
        realizedPnl: "200",
        unrealizedPnl: "0",
        commissions: "2",
        netPnl: "198",
        dailyPnl: "",
        equity: "",
      },
    ]);
  });
});

describe("profit and loss, with an account", () => {
  it("ends with the account as a whole, as portfolio journaled it last", () => {
    const account = (equity: string): Entry =>
      anEntry({
        kind: "account",
        accountId: "DU1234567",
        cash: money(micros("999900")),
        equity: money(micros(equity)),
        realizedPnl: money(micros("200")),
        unrealizedPnl: money(micros("-1.5")),
        commissions: money(micros("2")),
        sessionDate: "2024-03-04",
        grossExposure: money(0),
        netExposure: money(0),
      });
    const rows = shown(pnlView, [...aDay(), account("1000000"), account("1000198")]).rows();
    expect(rows.at(-1)).toEqual({
      symbol: "TOTAL",
      fills: "2",
      realizedPnl: "200",
      unrealizedPnl: "-1.5",
      commissions: "2",
      netPnl: "198",
      dailyPnl: "",
      equity: "1000198",
    });
  });
  it("shows after it what TWS told last, and nothing where TWS has nothing", () => {
    const told = (amounts: object): Entry => anEntry({ kind: "broker.pnl", accountId: "DU1234567", ...amounts });
    const rowOf = (amounts: object) =>
      shown(pnlView, [...aDay(), told({}), told(amounts)])
        .rows()
        .at(-1);
    const all = { dailyPnl: money(micros("197.5")), unrealizedPnl: money(0), realizedPnl: money(micros("198")) };
    expect(rowOf(all)).toMatchObject({
      symbol: "TWS",
      dailyPnl: "197.5",
      unrealizedPnl: "0",
      netPnl: "198",
      equity: "",
    });
    expect(rowOf({})).toMatchObject({ symbol: "TWS", dailyPnl: "", unrealizedPnl: "", netPnl: "" });
  });
});

describe("a table", () => {
  const columns = [
    { key: "symbol", title: "symbol" },
    { key: "quantity", title: "quantity", align: "right" as const },
  ];
  it("is padded to its widest value", () => {
    expect(renderTable(columns, [{ symbol: "BRK.B", quantity: "7" }], "none")).toBe(
      "symbol  quantity\nBRK.B          7",
    );
  });
  it("says what it would hold where it is empty", () => expect(renderTable(columns, [], "none")).toBe("none"));
  it("quotes what CSV wants quoted", () => {
    expect(renderCsv(columns, [{ symbol: 'a,"b"', quantity: "1" }])).toBe('symbol,quantity\n"a,""b""",1');
  });
});
