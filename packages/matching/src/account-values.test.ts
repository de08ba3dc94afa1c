import { formatMicros, micros, money, px, shares, us, type Us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AccountMemory, makeAccountMemory, noteClose, noteExecution, symbolPnls } from "./account-memory.ts";
import { standingOf } from "./account-standing.ts";
import { ACCOUNT_SUMMARY_TAGS, accountSummary, accountValues } from "./account-values.ts";
import { type Broker, makeBroker } from "./broker.ts";
import type { BrokerEvent } from "./broker-types.ts";
import { IB_CASH, IB_REG_T_MARGIN, type MarginTerms } from "./margin-terms.ts";
import { anOrder, aStep, atStep } from "./test-support.ts";

const dollars = (text: string) => money(micros(text));

/** A broker with the memory beside it, as the brokerage keeps them. */
function keep(cash: string, terms: MarginTerms) {
  const broker: Broker = makeBroker({ symbols: ["IBM", "MSFT"], cash: dollars(cash) });
  let memory: AccountMemory = makeAccountMemory(dollars(cash));
  let [step, id, fees] = [0, 0, 0];
  const note = (events: readonly BrokerEvent[]) => {
    for (const event of events) {
      if (event.type !== "execution") continue;
      fees += event.execution.commission;
      const held = broker.account().positions.find(({ symbol }) => symbol === event.execution.order.symbol);
      memory = noteExecution(
        memory,
        { execution: event.execution, positionQty: held?.positionQty ?? shares(0) },
        terms,
      );
    }
  };
  const quote = (symbol: string, mid: number): Us => {
    const [bid, ask, last] = [mid - 0.01, mid + 0.01, mid].map((value) => value.toFixed(2));
    const now = atStep(++step);
    note(broker.step([aStep({ symbol, bid: bid ?? "", ask: ask ?? "", last: last ?? "" })], now));
    return now;
  };
  return {
    broker,
    quote,
    trade: (symbol: string, count: number) =>
      note(
        broker.place(
          anOrder({ symbol, ibOrderId: ++id, side: count > 0 ? "BUY" : "SELL", shares: Math.abs(count) }),
          atStep(step),
        ),
      ),
    close: () => {
      broker.endOfSession(atStep(step));
      memory = noteClose(memory, broker.account(), terms);
    },
    memory: () => memory,
    standing: () => standingOf(memory, broker.account(), terms),
    fees: () => fees,
  };
}

describe("an account's day", () => {
  it("counts P&L from the last close, in all and by symbol", () => {
    const desk = keep("100000", IB_REG_T_MARGIN);
    desk.quote("IBM", 100);
    desk.trade("IBM", 100);
    desk.quote("IBM", 103);
    expect(formatMicros(desk.standing().dailyPnl)).toBe("298");
    desk.close();
    desk.quote("IBM", 104);
    desk.trade("IBM", -40);
    expect(formatMicros(desk.standing().dailyPnl)).toBe("98.6");
    expect(desk.standing().dailyRealizedPnl).toBe(desk.broker.account().realizedPnl);
    expect(symbolPnls(desk.memory(), desk.broker.account())).toMatchObject([
      { symbol: "IBM", positionQty: shares(60), dailyPnl: dollars("98.6") },
    ]);
  });

  it("settles sales one session later, and purchases at once", () => {
    const desk = keep("20000", IB_CASH);
    desk.quote("IBM", 100);
    desk.trade("IBM", 100);
    desk.close();
    desk.quote("IBM", 100);
    desk.trade("IBM", -100);
    expect(formatMicros(desk.standing().settledCash)).toBe("9997");
    expect(formatMicros(desk.standing().buyingPower)).toBe("9997");
    desk.close();
    expect(formatMicros(desk.standing().settledCash)).toBe("19996");
  });

  it("counts a day trade for an order that closes what the day opened, and forgets it after five sessions", () => {
    const desk = keep("20000", IB_REG_T_MARGIN);
    desk.quote("IBM", 100);
    expect(desk.standing().dayTradesRemaining).toBe(3);
    desk.trade("IBM", 10);
    desk.trade("IBM", -5);
    desk.trade("IBM", -5);
    expect(desk.standing().dayTradesRemaining).toBe(1);
    desk.trade("IBM", 10);
    desk.close();
    desk.quote("IBM", 100);
    desk.trade("IBM", -10);
    expect(desk.standing().dayTradesRemaining).toBe(1);
    for (let session = 0; session < 4; session++) desk.close();
    expect(desk.standing().dayTradesRemaining).toBe(3);
    expect(keep("25000", IB_REG_T_MARGIN).standing().dayTradesRemaining).toBe(-1);
  });

  it("counts the part of a flip that the day opened", () => {
    const desk = keep("100000", IB_REG_T_MARGIN);
    desk.quote("IBM", 100);
    desk.trade("IBM", 10);
    desk.trade("IBM", -30);
    expect(desk.memory().openedQty).toEqual({ IBM: shares(-20) });
    desk.trade("IBM", 30);
    expect(desk.memory()).toMatchObject({ openedQty: { IBM: shares(10) }, dayTrades: { length: 2 } });
  });

  it("lowers the SMA by half of what opens, raises it by what closes, and lifts it at the close", () => {
    const desk = keep("100000", IB_REG_T_MARGIN);
    desk.quote("IBM", 100);
    desk.trade("IBM", 100);
    expect(formatMicros(desk.standing().sma)).toBe("94998.5");
    desk.quote("IBM", 110);
    desk.close();
    // Equity 100,998 less half of 11,000.
    expect(formatMicros(desk.standing().sma)).toBe("95498");
    desk.trade("IBM", -100);
    expect(desk.standing().sma).toBe(dollars("95498"));
  });

  it("counts the month's shares, and begins anew with the next", () => {
    const desk = keep("100000", IB_REG_T_MARGIN);
    desk.quote("IBM", 100);
    desk.trade("IBM", 100);
    expect(desk.memory()).toMatchObject({ month: "2024-03", monthQty: shares(100) });
    const execution = desk.broker.executions()[0]!;
    const later = noteExecution(
      desk.memory(),
      {
        execution: { ...execution, transactUs: us(execution.transactUs + 31 * 86_400_000_000) },
        positionQty: shares(200),
      },
      IB_REG_T_MARGIN,
    );
    expect(later).toMatchObject({ month: "2024-04", monthQty: shares(100) });
  });

  it("holds its laws over any run of trades and sessions", () => {
    const move = fc.record({
      symbol: fc.constantFrom("IBM", "MSFT"),
      count: fc.integer({ min: -300, max: 300 }).filter((count) => count !== 0),
      mid: fc.integer({ min: 2000, max: 20_000 }),
      closes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 15 }), (moves) => {
        const desk = keep("1000000", IB_REG_T_MARGIN);
        for (const { symbol, count, mid, closes } of moves) {
          desk.quote(symbol, mid / 100);
          desk.trade(symbol, count);
          const account = desk.broker.account();
          const standing = desk.standing();
          const values = account.positions.reduce((sum, one) => sum + one.marketValue, 0);
          expect(account.equity).toBe(account.cash + values);
          expect(account.realizedPnl + account.unrealizedPnl).toBe(account.equity - dollars("1000000"));
          const daily = symbolPnls(desk.memory(), account).reduce((sum, one) => sum + one.dailyPnl, 0);
          expect([daily, daily]).toEqual([standing.dailyPnl, account.equity - standing.previousEquity]);
          expect(Math.min(...Object.values(standing.margin), standing.buyingPower)).toBeGreaterThanOrEqual(0);
          expect(standing.settledCash).toBeLessThanOrEqual(account.cash);
          if (closes) desk.close();
        }
        // The same P&L again from the trades alone, before fees.
        const gross = desk.broker.executions().reduce((sum, { order, lastQty, lastPx }) => {
          const last = desk.broker.quoteOf(order.symbol)?.closePx ?? px(1);
          return sum + (order.side === "BUY" ? 1 : -1) * (lastQty / 1e6) * (last - lastPx);
        }, 0);
        expect(desk.broker.account().equity - dollars("1000000") + desk.fees()).toBeCloseTo(gross, -1);
      }),
      { numRuns: 60 },
    );
  });
});

const valueOf = (rows: readonly { key: string; value: string; currency: string }[], key: string, currency = "USD") =>
  rows.find((row) => row.key === key && row.currency === currency)?.value;

describe("account values", () => {
  const desk = keep("100000", IB_REG_T_MARGIN);
  desk.quote("IBM", 100);
  desk.trade("IBM", 1000);
  const rows = accountValues(desk.standing());

  it("tells what the account has and what margin leaves of it", () => {
    for (const [key, value] of [
      ["TotalCashValue", "-15.00"],
      ["NetLiquidation", "99985.00"],
      ["GrossPositionValue", "100000.00"],
      ["InitMarginReq", "25000.00"],
      ["MaintMarginReq-S", "25000.00"],
      ["MaintMarginReq-C", "0.00"],
      ["RegTMargin", "50000.00"],
      ["AvailableFunds", "74985.00"],
      ["LookAheadAvailableFunds", "49985.00"],
      ["BuyingPower", "299940.00"],
      ["PreviousDayEquityWithLoanValue", "100000.00"],
      ["StockMarketValue", "100000.00"],
    ] as const)
      expect([key, valueOf(rows, key)]).toEqual([key, value]);
    expect(valueOf(rows, "Cushion", "")).toBe("0.749962");
    expect(valueOf(rows, "Leverage-S", "")).toBe("1.00");
    expect(valueOf(rows, "DayTradesRemaining", "")).toBe("-1");
    expect(valueOf(rows, "CashBalance", "BASE")).toBe(valueOf(rows, "CashBalance"));
    expect(desk.standing().overnightBuyingPower).toBe(dollars("99970"));
  });

  it("tells every key once a currency, sorted, and can mark the ledger's", () => {
    const names = rows.map(({ key, currency }) => `${key} ${currency}`);
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    // TWS has AccruedCash both of the account and of the currency: that is what its prefix is for.
    expect(twice).toEqual(["AccruedCash USD"]);
    const marked = accountValues(desk.standing(), { ledgerPrefix: true }).map(({ key }) => key);
    expect(marked).toContain("$LEDGER-CashBalance");
    expect(marked).not.toContain("CashBalance");
    expect(new Set(rows.map(({ key }) => key)).size).toBeGreaterThan(120);
  });

  it("writes money as it is asked to", () => {
    expect(valueOf(accountValues(desk.standing(), { text: formatMicros }), "TotalCashValue")).toBe("-15");
  });

  it("warns where the excess is gone, and counts a cash account's power in settled cash", () => {
    const poor = keep("10000", IB_CASH);
    poor.quote("IBM", 100);
    poor.trade("IBM", -300);
    const low = accountValues(poor.standing());
    expect(valueOf(low, "HighestSeverity", "")).toBe("3");
    expect(valueOf(low, "TradingType-S", "")).toBe("STKCASH");
    expect(valueOf(low, "BuyingPower")).toBe("9998.50");
    poor.quote("IBM", 200);
    const gone = accountValues(poor.standing());
    expect([valueOf(gone, "Cushion", ""), valueOf(gone, "Leverage-S", "")]).toEqual(["0", "0.00"]);
  });

  it("answers a summary tag by tag", () => {
    const summary = (tags: readonly string[]) => accountSummary(desk.standing(), tags);
    expect(summary(["All"]).map(({ key }) => key)).toEqual(ACCOUNT_SUMMARY_TAGS);
    expect(
      summary(["SMA", "NoSuchTag", "SMA", "ReqTMargin", "AccountCode"]).map(({ key, value }) => [key, value]),
    ).toEqual([
      ["SMA", "49990.00"],
      ["ReqTMargin", "50000.00"],
    ]);
    expect(summary(["Leverage"])[0]?.value).toBe("1.00");
    const ledger = (tag: string) => summary([tag]).map(({ currency }) => currency);
    expect(new Set(ledger("$LEDGER"))).toEqual(new Set(["BASE"]));
    expect(new Set(ledger("$LEDGER:USD"))).toEqual(new Set(["USD"]));
    expect(new Set(ledger("$LEDGER:ALL"))).toEqual(new Set(["BASE", "USD"]));
    expect(ledger("$LEDGER:EUR")).toEqual([]);
  });
});
