import { type Contract, OrderAction, OrderType, TimeInForce } from "@stoqey/ib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountRows, changedRows, holdingOf, ledgerRows, type Row, summaryRows, type Trade } from "./account-table.ts";
import { knowStock } from "./calls.ts";
import { type LiveMarket, openLiveMarket } from "./live.ts";
import { dollars, stepOf, stockOf } from "./market.ts";
import { connectRecorder, type Recorder, type Told } from "./recorder.ts";
import { toldAapl, toldStock } from "./told-orders.ts";

/**
 * Every row that is told of an account, after trades whose prices are known: all within one step, so that no price moves meanwhile.
 * One client trades, the other reads: what it is told is of the account alone.
 */
const ACCOUNT = "DU1234567";
let live: LiveMarket;
let trader: Recorder;
let reader: Recorder;
let contracts: Readonly<Record<string, Contract>>;

beforeAll(async () => {
  live = await openLiveMarket(4);
  [trader, reader] = await Promise.all([connectRecorder(live.sim.port, 61), connectRecorder(live.sim.port, 62)]);
  const conIds = await Promise.all([knowStock(trader, "AAPL"), knowStock(reader, "SPY")]);
  contracts = {
    AAPL: { ...toldAapl(conIds[0].conId), primaryExch: "NASDAQ" },
    SPY: { ...toldStock("SPY", "SPY", conIds[1].conId), primaryExch: "ARCA" },
  };
});
afterAll(() => {
  trader?.close();
  reader?.close();
  live?.close();
});

const marks = { AAPL: dollars(stepOf("AAPL", 0).closePx), SPY: dollars(stepOf("SPY", 0).closePx) };
/** Bought at the ask, sold at the bid; a dollar is the least that an order costs. */
const trade = (symbol: string, shares: number): Trade => {
  const { askPx, bidPx } = stepOf(symbol, 0);
  return { symbol, shares, price: dollars(shares > 0 ? askPx : bidPx), commission: 1 };
};

let orderId = 0;
async function doTrade({ symbol, shares }: Trade): Promise<void> {
  const action = shares > 0 ? OrderAction.BUY : OrderAction.SELL;
  const order = { action, orderType: OrderType.MKT, totalQuantity: Math.abs(shares), tif: TimeInForce.DAY };
  await trader.asked((api) => void api.placeOrder(++orderId, stockOf(symbol), { ...order, transmit: true }));
}

function portfolioOf(trades: readonly Trade[], symbol: "AAPL" | "SPY"): Told {
  const { shares, mark, value, averageCost, unrealized, realized } = holdingOf(trades, symbol, marks[symbol]);
  // A portfolio names the primary exchange alone.
  const { exchange: _exchange, ...contract } = contracts[symbol] ?? {};
  return ["updatePortfolio", contract, shares, mark, value, averageCost, unrealized, realized, ACCOUNT];
}

const valueOf = ([key, value, currency]: Row): Told => ["updateAccountValue", key, value, currency, ACCOUNT];
const multiOf =
  (reqId: number) =>
  (row: Row): Told => ["accountUpdateMulti", reqId, ACCOUNT, "", ...row];
const summaryOf =
  (reqId: number) =>
  (row: Row): Told => ["accountSummary", reqId, ACCOUNT, ...row];
const TIME: Told = ["updateAccountTime", expect.stringMatching(/^09:3\d$/) as string];
const byCurrency = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted(([a, , inA], [b, , inB]) => `${a} ${inA}`.localeCompare(`${b} ${inB}`, "en"));

describe("an account that is long, short, and has realised a loss", () => {
  const trades = [trade("AAPL", 100), trade("SPY", -50), trade("AAPL", -40)];
  const rows = accountRows(trades, marks, ACCOUNT);
  const after = [...trades, trade("AAPL", -60)];
  const changed = changedRows(rows, accountRows(after, marks, ACCOUNT));

  it("is told to the last row, then what a trade changed of it", async () => {
    for (const one of trades) await doTrade(one);
    expect(rows).toHaveLength(157);
    expect(await reader.asked((api) => void api.reqAccountUpdates(true, ACCOUNT))).toEqual([
      ...rows.map(valueOf),
      portfolioOf(trades, "AAPL"),
      portfolioOf(trades, "SPY"),
      TIME,
      ["accountDownloadEnd", ACCOUNT],
    ]);
    expect(await reader.asked((api) => void api.reqAccountUpdatesMulti(1, ACCOUNT, "", false))).toEqual([
      ...rows.map(multiOf(1)),
      // The client gives the id of this one as text.
      ["accountUpdateMultiEnd", "1"],
    ]);
    const balances = rows.filter(([key]) => key === "NetLiquidation");
    const light = await reader.asked((api) => void api.reqAccountUpdatesMulti(2, ACCOUNT, "", true));
    expect(light).toEqual([
      ...byCurrency(ledgerRows(trades, marks, ACCOUNT)).map(multiOf(2)),
      ...balances.map(multiOf(2)),
      ["accountUpdateMultiEnd", "2"],
    ]);
    const summary = summaryRows(trades, marks, ACCOUNT);
    expect(summary).toHaveLength(29);
    const tags = summary.map(([tag]) => tag).join();
    expect(await reader.asked((api) => void api.reqAccountSummary(3, "All", tags))).toEqual([
      ...summary.map(summaryOf(3)),
      ["accountSummaryEnd", 3],
    ]);
    const ledgers = await reader.asked((api) => void api.reqAccountSummary(4, "All", "$LEDGER:ALL"));
    expect(ledgers).toEqual([
      ...byCurrency(ledgerRows(trades, marks, ACCOUNT)).map(summaryOf(4)),
      ["accountSummaryEnd", 4],
    ]);
    await reader.asked((api) => void api.cancelAccountSummary(3).cancelAccountSummary(4).cancelAccountUpdatesMulti(2));

    for (const one of after.slice(trades.length)) await doTrade(one);
    // What the trade brought came before the answer to the fence.
    const told = reader.taken();
    expect([...told, ...(await reader.asked(() => undefined))]).toEqual([
      ...changed.map(valueOf),
      portfolioOf(after, "AAPL"),
      TIME,
      ["accountDownloadEnd", ACCOUNT],
      ...changed.map(multiOf(1)),
    ]);
    const { position } = await live.sim.get<{ position: object }>("/sim");
    expect(position, "all of it was told within one step").toEqual({ sessionIndex: 0, stepIndex: 0 });
  });
});
