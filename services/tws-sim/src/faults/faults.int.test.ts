import { type Fault, faultSchema } from "@bowline/rehearsal/fault";
import { describe, expect, it } from "vitest";
import type { Simulator, SimulatorOptions } from "../simulator.ts";
import { connectClient, order, stock, type TestClient } from "../test-client.ts";
import { aClient, aSimulator, atEnd, dollars, stepOf } from "../test-simulator.ts";

/** A market that stands after its first step, and a client. */
async function aStage(wish: Partial<SimulatorOptions> = {}) {
  const simulator = await aSimulator(wish);
  const client = await aClient(simulator);
  await simulator.world.beginStep();
  return { simulator, client };
}

const goWrong = (simulator: Simulator, fault: object): string => {
  const outcome = simulator.inject(faultSchema.parse(fault) as Fault);
  if (!outcome.ok) throw new Error(outcome.error);
  return outcome.value;
};
const step = stepOf(0, "GS");
const ask = dollars(step.askPx);
const names = (told: readonly string[]): string[] => told.map((text) => text.split(" ")[0]!);
const place = (client: TestClient, id: number, wish: object = {}): void =>
  void client.api.placeOrder(id, stock("GS"), order({ orderRef: `order-${id}`, ...wish }));
const RESTING = { orderType: "LMT", lmtPrice: 1 };

describe("faults of the connection", () => {
  it("cuts a connection; the client may come back at once", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "cut" });
    await client.saw("disconnected");
    expect((await aClient(simulator)).api.isConnected).toBe(true);
  });

  it("falls silent without closing, and lets nobody in until that ends", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "silence" });
    client.api.reqCurrentTime();
    await simulator.world.beginStep();
    const late = connectClient(simulator.server.port, 2);
    goWrong(simulator, { fault: "unsilence" });
    await client.saw("disconnected");
    expect(client.lines.filter((text) => !text.startsWith("error -1 502"))).toEqual(["disconnected"]);
    (await late).close();
    expect((await aClient(simulator)).api.isConnected).toBe(true);
  });

  it("goes on writing where only its ears are shut", async () => {
    const { simulator, client } = await aStage();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    await client.told();
    goWrong(simulator, { fault: "silence", direction: "reading" });
    place(client, 1);
    await simulator.world.beginStep();
    await client.saw("tickPrice 1 1");
    expect(simulator.exchange.broker.executions()).toEqual([]);
  });

  it("turns the next clients away with a code", async () => {
    const { simulator } = await aStage();
    goWrong(simulator, { fault: "refuse-logins", code: 326, times: 1 });
    const refused = await connectClient(simulator.server.port, 3);
    atEnd(refused.close);
    await refused.saw("info 326");
    expect((await aClient(simulator, 3)).api.isConnected).toBe(true);
  });

  it("goes down with its port and comes back with its orders, order ids from 1 again and permIds going on", async () => {
    const { simulator, client } = await aStage();
    place(client, 7, RESTING);
    await client.told();
    goWrong(simulator, { fault: "restart", downMs: 50, orderIds: "reset" });
    await client.saw("disconnected");
    let again: TestClient | undefined;
    await expect
      .poll(async () => {
        again = await connectClient(simulator.server.port, 1);
        atEnd(again.close);
        return again.nextValidId;
      })
      .toBe(1);
    await again!.told();
    again!.api.reqAllOpenOrders();
    expect(names(await again!.told())).toEqual(["openOrder", "orderStatus", "openOrderEnd"]);
    place(again!, 1, RESTING);
    await again!.told();
    const permIds = simulator.exchange.broker.openOrders().map(({ permId }) => permId);
    expect(permIds[1]).toBe(permIds[0]! + 1);
  });
});

describe("faults between TWS and IB", () => {
  it("loses the server: data stops, order events wait, and 1102 brings both back", async () => {
    const { simulator, client } = await aStage();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    await client.told();
    goWrong(simulator, { fault: "server-lost" });
    await client.saw("info 1100");
    place(client, 1);
    await simulator.world.beginStep();
    expect(await client.told()).toEqual([]);
    goWrong(simulator, { fault: "server-back", data: "kept" });
    await client.saw("info 1102");
    expect(names(await client.told())).toContain("execDetails");
    await simulator.world.beginStep();
    expect(names(await client.told())).toContain("tickPrice");
  });

  it("forgets the subscriptions with 1101", async () => {
    const { simulator, client } = await aStage();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    await client.told();
    goWrong(simulator, { fault: "server-lost" });
    goWrong(simulator, { fault: "server-back", data: "lost" });
    await client.saw("info 1101");
    await client.told();
    await simulator.world.beginStep();
    expect(await client.told()).toEqual([]);
  });

  it("stops the data of a symbol without a word", async () => {
    const { simulator, client } = await aStage();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    client.api.reqMktData(2, stock("BAC"), "", false, false);
    await client.told();
    goWrong(simulator, { fault: "stop-data", symbols: ["GS"] });
    await simulator.world.beginStep();
    expect(new Set((await client.told()).map((text) => text.split(" ")[1]))).toEqual(new Set(["2"]));
    goWrong(simulator, { fault: "resume-data" });
    await simulator.world.beginStep();
    expect(new Set((await client.told()).map((text) => text.split(" ")[1]))).toEqual(new Set(["1", "2"]));
  });
});

describe("faults of prices", () => {
  it("tells a symbol's quote otherwise than it is, while its orders fill at what is true", async () => {
    const { simulator, client } = await aStage();
    client.api.reqMktData(1, stock("GS"), "", false, false);
    await client.told();
    const asks = async () => {
      await simulator.world.beginStep();
      return (await client.told())
        .filter((text) => text.startsWith("tickPrice 1 2 "))
        .map((text) => text.split(" ")[3]);
    };
    goWrong(simulator, { fault: "distort-data", symbols: ["GS"], how: "nan" });
    expect(await asks()).toEqual(["NaN"]);
    goWrong(simulator, { fault: "distort-data", symbols: ["GS"], how: "zero" });
    expect(await asks()).toEqual(["0"]);
    goWrong(simulator, { fault: "distort-data", symbols: ["GS"], how: "moved", percent: -50 });
    expect(Number((await asks())[0])).toBeCloseTo(ask / 2, -1);
    place(client, 1);
    await client.told();
    expect(simulator.exchange.broker.executions()[0]!.lastPx / 1e6).toBeCloseTo(ask, -1);
    goWrong(simulator, { fault: "restore-data" });
    expect(Number((await asks())[0])).toBeCloseTo(ask, -1);
  });
});

describe("faults of messages", () => {
  const FILLED = ["openOrder", "orderStatus", "execDetails", "openOrder", "orderStatus", "openOrder", "commission"];

  it.each([
    ["drop", { name: "orderStatus", how: "drop", times: 2 }, FILLED.filter((name) => name !== "orderStatus")],
    ["duplicate", { name: "commissionReport", how: "duplicate", copies: 2 }, [...FILLED, "commission", "commission"]],
    [
      "after",
      { name: "execDetails", how: "after", after: "commissionReport" },
      [...FILLED.filter((name) => name !== "execDetails"), "execDetails"],
    ],
  ])("%s: a message never comes, comes again, or comes late", async (_how, fault, expected) => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "messages", ...fault });
    place(client, 1);
    expect(names(await client.told())).toEqual(expected);
  });

  it("delays a message in real time", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "messages", name: "commissionReport", how: "delay", delayMs: 30 });
    place(client, 1);
    expect(names(await client.told())).not.toContain("commission");
    await client.saw("commission");
  });

  it("hides an execution and its commission from everybody, also from those who ask", async () => {
    const { simulator, client } = await aStage({ dropExecution: 2 });
    for (const id of [1, 2, 3]) place(client, id);
    const told = await client.told();
    const executionsIn = (lines: readonly string[]) =>
      lines.filter((text) => text.startsWith("execDetails ")).map((text) => text.split(" ").at(-1));
    expect(executionsIn(told)).toEqual(["order-1", "order-3"]);
    expect(told.filter((text) => text.startsWith("commission"))).toHaveLength(2);
    expect(told).toContain(`orderStatus 2 Filled 100 0 ${ask}`);
    goWrong(simulator, { fault: "hide-execution", nth: 1 });
    place(client, 4);
    client.api.reqExecutions(1, {});
    expect(executionsIn(await client.told())).toEqual(["order-1", "order-3"]);
    goWrong(simulator, { fault: "hide-execution", nth: 1, from: 99 });
    place(client, 5);
    expect(executionsIn(await client.told())).toEqual(["order-5"]);
  });
});

describe("faults of orders", () => {
  it("refuses the next order of a symbol, and only that", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "reject-orders", code: 201, message: "Order rejected - reason:no", symbol: "GS" });
    client.api.placeOrder(1, stock("BAC"), order({}));
    place(client, 2);
    place(client, 3);
    const told = await client.told();
    expect(told.filter((text) => text.startsWith("error"))).toEqual(["error 2 201 Order rejected - reason:no"]);
    expect(names(told).filter((name) => name === "execDetails")).toHaveLength(2);
  });

  it("tells an order as Inactive, or lets it work with a warning", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "reject-orders", code: 201, message: "no", outcome: "inactive" });
    place(client, 1);
    expect(await client.told()).toContain("orderStatus 1 Inactive 0 100 0");
    goWrong(simulator, { fault: "reject-orders", code: 399, message: "Order Message:\nheld", outcome: "warning" });
    place(client, 2);
    expect(names(await client.told())).toEqual(expect.arrayContaining(["error", "execDetails"]));
  });

  it("swallows an order: nobody ever hears of it", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "swallow-orders" });
    place(client, 1);
    client.api.reqAllOpenOrders();
    expect(names(await client.told())).toEqual(["openOrderEnd"]);
  });

  it("cancels, fills in part and lets a fill win against a cancel", async () => {
    const { simulator, client } = await aStage();
    place(client, 1, RESTING);
    await client.told();
    goWrong(simulator, { fault: "fill-order", quantity: 40 });
    expect(await client.told()).toContain(`orderStatus 1 Submitted 40 60 ${step.closePx / 1e6}`);
    goWrong(simulator, { fault: "race-cancels" });
    client.api.cancelOrder(1);
    const told = await client.told();
    expect(told.some((text) => text.startsWith("orderStatus 1 Filled 100 0"))).toBe(true);
    expect(told.at(-1)).toContain(
      "error 1 10148 OrderId 1 that needs to be cancelled can not be cancelled, state: Filled.",
    );
    place(client, 2, RESTING);
    await client.told();
    goWrong(simulator, { fault: "cancel-order" });
    expect(await client.told()).toContain("orderStatus 2 Cancelled 0 100 0");
  });

  it("fills more than was ordered", async () => {
    const { simulator, client } = await aStage();
    place(client, 1);
    await client.told();
    goWrong(simulator, { fault: "overfill", quantity: 5 });
    expect(simulator.exchange.broker.account().positions[0]?.positionQty).toBe(105_000_000);
    expect(names(await client.told())).toContain("execDetails");
  });

  it("corrects and busts an execution under the same id but for its suffix", async () => {
    const { simulator, client } = await aStage();
    place(client, 1);
    await client.told();
    const { broker } = simulator.exchange;
    const [execId, cash] = [broker.executions()[0]!.execId, broker.account().cash];
    goWrong(simulator, { fault: "correct-execution", cents: 10 });
    expect(broker.executions()[0]!.execId).toBe(execId.replace(/\.01$/, ".02"));
    expect(broker.account().cash).toBe(cash - 10_000_000);
    goWrong(simulator, { fault: "bust-execution" });
    expect(broker.account()).toMatchObject({ cash: 1_000_000_000_000, positions: [{ positionQty: 0 }] });
    expect(await client.told()).toContain("execDetails -1 GS BOT 0 " + (ask + 0.1).toFixed(2) + " order-1");
  });

  it("brings cash and shares into the account without an order, and tells them at once", async () => {
    const { simulator, client } = await aStage();
    client.api.reqAccountUpdates(true, "DU1234567");
    client.api.reqPositions();
    await client.told();
    goWrong(simulator, { fault: "book-cash", dollars: -500 });
    expect((await client.told()).join("\n")).toContain("999500");
    goWrong(simulator, { fault: "book-shares", symbol: "GS", quantity: 10 });
    expect(names(await client.told())).toContain("position");
    const { cash, positions } = simulator.exchange.broker.account();
    expect([cash, positions[0]?.positionQty]).toEqual([999_500_000_000, 10_000_000]);
  });

  it("places an order by hand, and says what cannot happen", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "manual-order", symbol: "GS", side: "BUY", quantity: 7, lmtPx: "1.5" });
    client.api.reqAllOpenOrders();
    expect(names(await client.told())).toContain("openOrder");
    const nothing = { ok: false, error: "ZZZ is not traded here" };
    expect(
      simulator.inject({ fault: "manual-order", symbol: "ZZZ", side: "BUY", quantity: 7, lmtPx: undefined }),
    ).toEqual(nothing);
    expect(simulator.inject({ fault: "bust-execution" })).toEqual({ ok: false, error: "nothing was executed yet" });
  });

  it("ends everything that is still going wrong", async () => {
    const { simulator, client } = await aStage();
    goWrong(simulator, { fault: "reject-orders", code: 201, times: 9 });
    goWrong(simulator, { fault: "messages", name: "execDetails", how: "drop", times: 9 });
    goWrong(simulator, { fault: "stop-data" });
    goWrong(simulator, { fault: "slow", delayMs: 1000 });
    goWrong(simulator, { fault: "clear" });
    place(client, 1);
    expect(names(await client.told())).toContain("execDetails");
  });
});
