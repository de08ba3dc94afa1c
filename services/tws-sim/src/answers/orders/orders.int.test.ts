import { type Contract, EventName, type Order, type OrderState } from "@stoqey/ib";
import { describe, expect, it } from "vitest";
import type { Simulator, SimulatorOptions } from "../../simulator.ts";
import { order, stock, type TestClient } from "../../test-client.ts";
import { aClient as aPlainClient, aSimulator as aNewSimulator, dollars, play, stepOf } from "../../test-simulator.ts";

type Opened = { readonly order: Order; readonly state: OrderState };

/** A market that stands after its first step. */
async function aSimulator(wish: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await aNewSimulator(wish);
  await simulator.world.beginStep();
  return simulator;
}

/** A client that keeps every openOrder as the library decoded it. */
async function aClient(simulator: Simulator, clientId = 1): Promise<TestClient & { readonly opened: Opened[] }> {
  const client = await aPlainClient(simulator, clientId);
  const opened: Opened[] = [];
  client.api.on(EventName.openOrder, (_id: number, _contract: Contract, told: Order, state: OrderState) => {
    opened.push({ order: told, state });
  });
  return { ...client, opened };
}

const bid = dollars(stepOf(0, "GS").bidPx);
const FAR_BELOW = Math.round(bid - 10);
const FAR_ABOVE = Math.round(bid + 10);
const GS = stock("GS");
const codesIn = (told: readonly string[]): string[] =>
  told.filter((text) => text.startsWith("error")).map((text) => text.split(" ")[2] ?? "");

describe("every type of order", () => {
  it.each<[string, object, string]>([
    ["LMT", { orderType: "LMT", lmtPrice: FAR_BELOW }, "Submitted"],
    ["STP", { orderType: "STP", auxPrice: FAR_ABOVE }, "PreSubmitted"],
    ["STP LMT", { orderType: "STP LMT", auxPrice: FAR_ABOVE, lmtPrice: FAR_ABOVE + 1 }, "PreSubmitted"],
    ["TRAIL by an amount", { orderType: "TRAIL", auxPrice: 5 }, "PreSubmitted"],
    ["TRAIL by percent", { orderType: "TRAIL", trailingPercent: 4 }, "PreSubmitted"],
    [
      "TRAIL LIMIT",
      { orderType: "TRAIL LIMIT", auxPrice: 5, trailStopPrice: FAR_ABOVE, lmtPriceOffset: 0.1 },
      "PreSubmitted",
    ],
    ["MIT", { orderType: "MIT", auxPrice: FAR_BELOW }, "PreSubmitted"],
    ["LIT", { orderType: "LIT", auxPrice: FAR_BELOW, lmtPrice: FAR_BELOW }, "PreSubmitted"],
    ["MOC", { orderType: "MOC" }, "PreSubmitted"],
    ["LOC", { orderType: "LOC", lmtPrice: FAR_ABOVE }, "PreSubmitted"],
    ["REL", { orderType: "REL", auxPrice: 0.01, lmtPrice: FAR_BELOW }, "Submitted"],
    ["GTC", { orderType: "LMT", lmtPrice: FAR_BELOW, tif: "GTC" }, "Submitted"],
    [
      "GTD",
      { orderType: "LMT", lmtPrice: FAR_BELOW, tif: "GTD", goodTillDate: "20300102 15:00:00 US/Eastern" },
      "Submitted",
    ],
    [
      "good after time",
      { orderType: "LMT", lmtPrice: FAR_BELOW, goodAfterTime: "20300102 15:00:00 US/Eastern" },
      "PreSubmitted",
    ],
    ["all or none", { orderType: "LMT", lmtPrice: FAR_BELOW, allOrNone: true }, "Submitted"],
    ["iceberg", { orderType: "LMT", lmtPrice: FAR_BELOW, displaySize: 10 }, "Submitted"],
    ["hidden", { orderType: "LMT", lmtPrice: FAR_BELOW, hidden: true }, "Submitted"],
    [
      "algo",
      {
        orderType: "LMT",
        lmtPrice: FAR_BELOW,
        algoStrategy: "Adaptive",
        algoParams: [{ tag: "adaptivePriority", value: "Normal" }],
      },
      "Submitted",
    ],
    ["scale", { orderType: "LMT", lmtPrice: FAR_BELOW, scaleInitLevelSize: 10, scaleSubsLevelSize: 5 }, "Submitted"],
  ])("%s is taken and told again as it was sent", async (_name, wish, status) => {
    const client = await aClient(await aSimulator());
    client.api.placeOrder(1, GS, order({ orderRef: "mine", ...wish }));
    const told = await client.told();
    expect(codesIn(told)).toEqual([]);
    const last = client.opened.at(-1);
    expect(last?.state.status).toBe(status);
    expect(last?.order).toMatchObject({ orderRef: "mine", totalQuantity: 100, ...wish });
  });

  it("tells where a trailing stop stands as it follows the market", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    client.api.placeOrder(1, GS, order({ action: "SELL", orderType: "TRAIL", auxPrice: 5 }));
    await simulator.world.beginStep();
    client.api.reqOpenOrders();
    await client.told();
    const stop = client.opened.at(-1)?.order.trailStopPrice ?? 0;
    expect(Math.abs(stop - (bid - 5))).toBeLessThan(0.5);
  });
});

describe("conditions", () => {
  const conIdOf = (simulator: Simulator): number => simulator.desk.instruments.contractOf("MSFT").conId;
  it("of every type hold an order back and come back as they were sent", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    const msft = { conId: conIdOf(simulator), exchange: "SMART" };
    const conditions = [
      { type: 1, conjunctionConnection: "a", isMore: true, price: 9999, triggerMethod: 0, ...msft },
      { type: 3, conjunctionConnection: "a", isMore: true, time: "20300102 15:00:00 US/Eastern" },
      { type: 4, conjunctionConnection: "a", isMore: false, percent: 1 },
      { type: 5, conjunctionConnection: "o", exchange: "SMART", secType: "STK", symbol: "MSFT" },
      { type: 6, conjunctionConnection: "a", isMore: true, volume: 1_000_000_000, ...msft },
      { type: 7, conjunctionConnection: "a", isMore: true, percent: 50, ...msft },
    ].map((condition) => ({ ...condition, strValue: String(valueOf(condition)), value: valueOf(condition) }));
    client.api.placeOrder(
      1,
      GS,
      order({ orderType: "LMT", lmtPrice: FAR_BELOW, conditions, conditionsCancelOrder: false }),
    );
    expect(codesIn(await client.told())).toEqual([]);
    const last = client.opened.at(-1);
    expect(last?.state.status).toBe("PreSubmitted");
    expect(last?.order.conditions?.map(({ type }) => type)).toEqual([1, 3, 4, 5, 6, 7]);
  });

  it("on a contract that nobody knows are refused", async () => {
    const client = await aClient(await aSimulator());
    const conditions = [
      {
        type: 1,
        conjunctionConnection: "a",
        isMore: true,
        price: 1,
        strValue: "1",
        triggerMethod: 0,
        conId: 7,
        exchange: "SMART",
      },
    ];
    client.api.placeOrder(1, GS, order({ conditions }));
    expect(codesIn(await client.told())).toEqual(["200"]);
  });
});

const valueOf = (condition: object): string | number =>
  (Object.entries(condition).find(([key]) => ["price", "time", "percent", "volume"].includes(key))?.[1] as
    | string
    | number) ?? "";

describe("what is only asked about", () => {
  it("answers margins and commission, and is placed nowhere", async () => {
    const client = await aClient(await aSimulator());
    client.api.placeOrder(1, GS, order({ whatIf: true }));
    const told = await client.told();
    expect(told.map((text) => text.split(" ")[0])).toEqual(["openOrder"]);
    const { state } = client.opened[0]!;
    const numbers = [state.initMarginBefore, state.initMarginChange, state.initMarginAfter, state.equityWithLoanAfter];
    expect(numbers.every((value) => typeof value === "number")).toBe(true);
    expect(state).toMatchObject({ status: "PreSubmitted", commission: 1, minCommission: 1, maxCommission: 1 });
    expect(state).toMatchObject({ commissionCurrency: "USD", warningText: "" });
    client.api.reqAllOpenOrders();
    expect(await client.told()).toEqual(["openOrderEnd"]);
    client.api.placeOrder(2, GS, order({ whatIf: true, totalQuantity: 1_000_000 }));
    await client.told();
    expect(client.opened[1]?.state.warningText).toMatch(/^The equity of .* does not carry positions of /);
  });
});

describe("an execution", () => {
  it("says whether it took liquidity or added some", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    const seen = new Map<number | undefined, number | undefined>();
    client.api.on(EventName.execDetails, (_reqId, _contract, { orderId, lastLiquidity }) => {
      seen.set(orderId, lastLiquidity as number | undefined);
    });
    client.api.placeOrder(1, GS, order({}));
    client.api.placeOrder(2, GS, order({ orderType: "LMT", lmtPrice: dollars(stepOf(0, "GS").bidPx) }));
    await client.told();
    await play(simulator, 60);
    await client.told();
    expect([...seen]).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });
});

describe("orders that TWS refuses", () => {
  it.each<[string, object, object, string]>([
    ["another kind of instrument", { secType: "OPT", symbol: "AAPL" }, {}, "460"],
    ["a stock that nobody knows", { symbol: "ZZZZZ" }, {}, "200"],
    ["no such side", {}, { action: "HOLD" }, "321"],
    ["no such type", {}, { orderType: "XYZ" }, "321"],
    ["a type that is not worked", {}, { orderType: "PEG MID" }, "387"],
    ["no such time in force", {}, { tif: "DTC" }, "201"],
    ["an account of somebody else", {}, { account: "DU9" }, "435"],
    ["an advisor's group", {}, { faGroup: "All" }, "201"],
    ["a date that is none", {}, { goodAfterTime: "tomorrow" }, "343"],
    ["GTD without a date", {}, { tif: "GTD" }, "107"],
    ["no size", {}, { totalQuantity: 0 }, "434"],
    ["a price off its increment", {}, { orderType: "LMT", lmtPrice: 10.001 }, "110"],
    ["an unknown parent", {}, { parentId: 77 }, "135"],
    ["a trigger method that is none", {}, { triggerMethod: 6 }, "321"],
  ])("%s", async (_name, contract, wish, code) => {
    const simulator = await aSimulator();
    const client = await aClient(simulator);
    client.api.placeOrder(1, { ...GS, ...contract }, order(wish as { [key: string]: unknown }));
    expect(codesIn(await client.told())).toEqual([code]);
    expect(simulator.exchange.broker.openOrders()).toEqual([]);
  });

  it("all of them, where the API is set to read only", async () => {
    const client = await aClient(await aSimulator({ isReadOnly: true }));
    client.api.placeOrder(1, GS, order({}));
    client.api.cancelOrder(1);
    expect(codesIn(await client.told())).toEqual(["321", "321"]);
  });
});

describe("whose order it is", () => {
  it("is told to its client and to the master client, and to nobody else", async () => {
    const simulator = await aSimulator({ masterClientId: 9 });
    const [mine, master, other] = [
      await aClient(simulator, 1),
      await aClient(simulator, 9),
      await aClient(simulator, 2),
    ];
    mine.api.placeOrder(1, GS, order({ orderRef: "mine" }));
    await mine.told();
    expect((await master.told()).some((text) => text.includes("mine"))).toBe(true);
    expect(await other.told()).toEqual([]);
    other.api.cancelOrder(1);
    expect(codesIn(await other.told())).toEqual(["10147"]);
  });

  it("is client 0's where a person placed it, once client 0 binds it", async () => {
    const simulator = await aSimulator();
    const client = await aClient(simulator, 0);
    const placed = simulator.inject({ fault: "manual-order", symbol: "GS", side: "BUY", quantity: 7, lmtPx: "1" });
    expect(placed.ok).toBe(true);
    client.api.reqAllOpenOrders();
    expect((await client.told())[0]).toContain("openOrder 0 GS BUY LMT 7");
    client.api.reqAutoOpenOrders(true);
    client.api.reqOpenOrders();
    expect(await client.told()).toContain("openOrder -1 GS BUY LMT 7  Submitted");
    client.api.cancelOrder(-1);
    expect(await client.told()).toContain("orderStatus -1 Cancelled 0 7 0");
    expect(simulator.exchange.broker.openOrders()).toEqual([]);
  });
});
