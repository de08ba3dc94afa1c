import { formatMicros, micros, money, shares } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeBroker } from "./broker.ts";
import { makeBrokerage, refuseGroup } from "./brokerage.ts";
import { FEE_PLANS } from "./fee-plans.ts";
import { scheduleOf } from "./fee-schedule.ts";
import { IB_CASH, IB_REG_T_MARGIN } from "./margin-terms.ts";
import { anOrder, aStep, atStep, lineOf } from "./test-support.ts";

const dollars = (text: string) => money(micros(text));
const open = () => {
  const brokerage = makeBrokerage({
    symbols: ["IBM", "MSFT"],
    accounts: [
      { accountId: "DU1", cash: dollars("100000"), margin: IB_REG_T_MARGIN },
      { accountId: "DU2", cash: dollars("10000"), margin: IB_CASH },
      { accountId: "DU3", cash: dollars("50000") },
    ],
  });
  brokerage.step([aStep(), aStep({ symbol: "MSFT" })], atStep(1));
  return brokerage;
};
type Opened = ReturnType<typeof open>;
const cashOf = (brokerage: Opened, id: string) => formatMicros(brokerage.accountOf(id)?.account().cash ?? 0);
const codes = (events: ReturnType<Opened["place"]>) =>
  events.flatMap((one) => (one.type === "error" ? [one.code] : []));
const messageOf = (events: ReturnType<Opened["place"]>) =>
  events.flatMap((one) => (one.type === "error" ? [one.message] : [])).join("\n");

describe("several accounts of one login", () => {
  it("sends an order to the account that it names, without a name to the first", () => {
    const brokerage = open();
    const named = brokerage.place(anOrder({ ibOrderId: 1, account: "DU2", shares: 10 }), atStep(1));
    const unnamed = brokerage.place(anOrder({ ibOrderId: 2, shares: 20, account: "" }), atStep(1));
    expect([named, unnamed].map((events) => events.find((one) => one.type === "account")?.account.accountId)).toEqual([
      "DU2",
      "DU1",
    ]);
    expect(["DU1", "DU2", "DU3"].map((id) => cashOf(brokerage, id))).toEqual(["97998.8", "8998.9", "50000"]);
    expect(brokerage.executions().map(({ order }) => order.account)).toEqual(["DU2", "DU1"]);
  });

  it("counts permIds, execIds and order ids once for all", () => {
    const brokerage = open();
    for (const [index, account] of ["DU3", "DU1", "DU2", "DU1"].entries())
      brokerage.place(anOrder({ ibOrderId: index + 1, account, shares: 10 }), atStep(1));
    const { permIds, execIds } = {
      permIds: brokerage.completedOrders().map(({ permId }) => permId),
      execIds: brokerage.executions().map(({ execId }) => execId),
    };
    expect(permIds).toHaveLength(4);
    for (const serial of [1, 2, 3, 4]) expect(permIds).toContain(1_000_000_000 + serial);
    expect(execIds.map((id) => id.split(".")[1])).toEqual(["00000001", "00000002", "00000003", "00000004"]);
    expect(brokerage.nextIbOrderId(1)).toBe(5);
    expect(codes(brokerage.place(anOrder({ ibOrderId: 2, account: "DU3" }), atStep(1)))).toEqual([103]);
    expect(codes(brokerage.place(anOrder({ ibOrderId: 2, account: "DU1" }), atStep(1)))).toEqual([104]);
  });

  it("modifies and cancels an order where it is, whatever account the request names", () => {
    const brokerage = open();
    brokerage.place(anOrder({ ibOrderId: 1, account: "DU3", lmt: "90" }), atStep(1));
    brokerage.place(anOrder({ ibOrderId: 2, account: "DU1", lmt: "91" }), atStep(1));
    expect(codes(brokerage.place(anOrder({ ibOrderId: 1, account: "DU1", lmt: "92" }), atStep(1)))).toEqual([105]);
    brokerage.place(anOrder({ ibOrderId: 1, lmt: "92" }), atStep(1));
    expect(brokerage.openOrders().map(({ account, lmtPx }) => [account, lmtPx])).toEqual([
      ["DU3", 92_000_000],
      ["DU1", 91_000_000],
    ]);
    expect(brokerage.cancel(1, 1, atStep(2)).map(lineOf)).toContain("error 1 202");
    expect(codes(brokerage.cancel(1, 77, atStep(2)))).toEqual([10_147]);
    expect(codes(brokerage.cancelAll(atStep(2)))).toEqual([202]);
    expect(brokerage.openOrders()).toEqual([]);
  });

  it("refuses an account that the login has not, and groups", () => {
    const refused = open().place(anOrder({ account: "DU9" }), atStep(1));
    expect(codes(refused)).toEqual([321]);
    expect(messageOf(refused)).toContain("Invalid account code 'DU9'");
    expect(messageOf([refuseGroup({ clientId: 1, ibOrderId: 5 })])).toContain("non FA customers");
  });

  it("tries an inactive order again where it was refused", () => {
    const brokerage = open();
    const refused = anOrder({ ibOrderId: 1, account: "DU2", shares: 500 });
    expect(codes(brokerage.place(refused, atStep(1)))).toEqual([201]);
    brokerage.place({ ...refused, account: undefined, orderQty: shares(50) }, atStep(1));
    expect(brokerage.executions().map(({ order }) => [order.account, order.permId])).toEqual([["DU2", 1_000_000_001]]);
    const again = anOrder({ ibOrderId: 2, account: "DU2", shares: 500 });
    brokerage.place(again, atStep(1));
    expect(codes(brokerage.place({ ...again, account: "DU1" }, atStep(1)))).toEqual([103]);
  });

  it("asks for half of a position at once where the switch says so", () => {
    const accounts = [{ accountId: "DU1", cash: dollars("100000"), margin: IB_REG_T_MARGIN }];
    const strict = makeBrokerage({ symbols: ["IBM"], accounts, behaviour: { initialMargin: "REG_T" } });
    strict.step([aStep()], atStep(1));
    expect(codes(strict.place(anOrder({ shares: 2100 }), atStep(1)))).toEqual([201]);
    expect(codes(strict.place(anOrder({ ibOrderId: 2, shares: 1900 }), atStep(1)))).toEqual([]);
    expect(formatMicros(strict.standing().buyingPower)).toBe(formatMicros(strict.standing().overnightBuyingPower));
  });

  it("asks each account for its own margin", () => {
    const brokerage = open();
    const tries = (account: string, count: number, id: number) =>
      messageOf(brokerage.place(anOrder({ ibOrderId: id, account, shares: count, lmt: "100.01" }), atStep(1)));
    expect(tries("DU1", 4100, 1)).toContain("Available Funds are in sufficient");
    expect(tries("DU2", 101, 2)).toContain("[10102.01 USD]");
    expect(tries("DU3", 2100, 3)).toContain("does not carry");
    expect(tries("DU1", 3900, 4) + tries("DU2", 99, 5) + tries("DU3", 1900, 6)).toBe("");
    const short = brokerage.place(anOrder({ ibOrderId: 7, account: "DU2", symbol: "MSFT", side: "SELL" }), atStep(1));
    expect(messageOf(short)).toContain("short");
  });

  it("answers a what-if with the account's margins and changes nothing", () => {
    const brokerage = open();
    const before = JSON.stringify(["DU1", "DU2", "DU3"].map((id) => brokerage.accountOf(id)?.standing()));
    const [told] = brokerage.place(anOrder({ shares: 1000, whatIf: true }), atStep(1));
    expect(told?.type === "openOrder" && told.order.whatIfMargins).toMatchObject({
      initMarginBefore: 0,
      initMarginAfter: dollars("25000"),
      maintMarginAfter: dollars("25000"),
      equityBefore: dollars("100000"),
      equityAfter: dollars("99985"),
      commission: dollars("5"),
    });
    expect(JSON.stringify(["DU1", "DU2", "DU3"].map((id) => brokerage.accountOf(id)?.standing()))).toBe(before);
  });

  it("changes no account by an order that is rejected", () => {
    fc.assert(
      fc.property(fc.constantFrom("DU1", "DU2", "DU9"), fc.integer({ min: 4100, max: 90_000 }), (account, count) => {
        const brokerage = open();
        const view = () =>
          brokerage.accountIds.map((id) => [brokerage.accountOf(id)?.standing(), brokerage.accountOf(id)?.pnls()]);
        const before = JSON.stringify(view());
        expect(codes(brokerage.place(anOrder({ account, shares: count }), atStep(1))).length).toBe(1);
        expect(JSON.stringify(view())).toBe(before);
        expect(brokerage.openOrders()).toEqual([]);
      }),
    );
  });

  it("lets things happen to the account that has the order or the execution", () => {
    const brokerage = open();
    brokerage.place(anOrder({ ibOrderId: 1, account: "DU3", shares: 100 }), atStep(1));
    const { execId, order } = brokerage.executions()[0]!;
    brokerage.ordain(
      { type: "correct", execId, lastPx: dollars("99") as unknown as typeof order.avgPx & {} },
      atStep(2),
    );
    expect(cashOf(brokerage, "DU3")).toBe("40099");
    const daily = brokerage.accountOf("DU3")!;
    expect(daily.pnls()[0]?.dailyPnl).toBe(daily.standing().dailyPnl);
    brokerage.ordain({ type: "overfill", permId: order.permId, lastQty: shares(10) }, atStep(2));
    expect(daily.account().positions[0]?.positionQty).toBe(shares(110));
    brokerage.ordain({ type: "deactivate", request: anOrder({ ibOrderId: 2, account: "DU2" }) }, atStep(2));
    expect(brokerage.completedOrders().find(({ status }) => status === "Inactive")?.account).toBe("DU2");
    brokerage.ordain({ type: "reset-order-ids" }, atStep(2));
    expect(brokerage.nextIbOrderId(1)).toBe(1);
  });

  it("is asked as one broker is: for its accounts, by their ids", () => {
    const single = makeBroker({ symbols: ["IBM"], accountId: "DU7" });
    expect([single.accountIds, single.accountOf("DU7")?.account(), single.accountOf("DU1")]).toEqual([
      ["DU7"],
      single.account(),
      undefined,
    ]);
    expect([open().accountId, open().accountIds, open().accountOf("DU9")]).toEqual([
      "DU1",
      ["DU1", "DU2", "DU3"],
      undefined,
    ]);
  });

  it("closes the day of every account", () => {
    const brokerage = open();
    brokerage.place(anOrder({ ibOrderId: 1, account: "DU2", shares: 50 }), atStep(1));
    brokerage.step([aStep({ last: "103", bid: "102.99", ask: "103.01" })], atStep(2));
    expect(formatMicros(brokerage.accountOf("DU2")!.standing().dailyPnl)).toBe("148.5");
    brokerage.endOfSession(atStep(2));
    expect(brokerage.accountOf("DU2")!.standing().dailyPnl).toBe(0);
    expect(brokerage.standing().account.accountId).toBe("DU1");
    expect(brokerage.account().accountId).toBe("DU1");
    expect(brokerage.pnls()).toEqual([]);
  });

  it("goes on from a snapshot as if nothing had been", () => {
    const brokerage = open();
    brokerage.place(anOrder({ ibOrderId: 1, account: "DU2", shares: 50 }), atStep(1));
    const other = open();
    other.restore(structuredClone(brokerage.snapshot()));
    const next = anOrder({ ibOrderId: 2, account: "DU3", shares: 5 });
    expect(other.place(next, atStep(2))).toEqual(brokerage.place(next, atStep(2)));
    expect(other.snapshot()).toEqual(brokerage.snapshot());
    expect(other.quoteOf("IBM")).toEqual(brokerage.quoteOf("IBM"));
    expect(() => other.restore({})).toThrow("no account DU1");
  });

  it("needs accounts, each once", () => {
    const one = { accountId: "DU1", cash: dollars("1") };
    for (const accounts of [[], [one, one]])
      expect(() => makeBrokerage({ symbols: ["IBM"], accounts })).toThrow("each id once");
  });

  it("charges a plan by side and by the month", () => {
    const fees = scheduleOf(FEE_PLANS["ib-tiered"]);
    const cheap = makeBrokerage({ symbols: ["IBM"], fees, accounts: [{ accountId: "DU1", cash: dollars("9000000") }] });
    cheap.step([aStep()], atStep(1));
    const commissionOfNext = (id: number, side: "BUY" | "SELL") => {
      cheap.place(anOrder({ ibOrderId: id, side, shares: 200_000 }), atStep(1));
      return formatMicros(cheap.executions().at(-1)?.commission ?? 0);
    };
    // 200,000 at 0.0035 and 0.0032 of clearing and exchange; then a sale: half of it in the next tier, and FINRA's fee.
    expect(commissionOfNext(1, "BUY")).toBe("1340.5145");
    expect(commissionOfNext(2, "SELL")).toBe("1198.70425");
  });
});
