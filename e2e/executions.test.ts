import { EventName, IBApi, OrderAction, OrderType, SecType } from "@stoqey/ib";
import type { Event, Order } from "@bowline/contracts";
import { us } from "@bowline/kernel";
import { type ExecutedChange, executedChange, isExecuted } from "@bowline/orders";
import { dollars, figure } from "@bowline/testkit";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { eventsOf, type ExecutionRig, type RigProcess, startExecutionRig, until, untilReady } from "./execution-rig.ts";

const SHARE = 1_000_000;
const orderQty = (2 * SHARE) as Order["orderQty"];
/** IB takes twenty working orders a side of each at most: every test has symbols of its own. */
const SUBSETS = [
  [],
  ["execDetails"],
  ["orderStatus"],
  ["commissionReport"],
  ["execDetails", "orderStatus"],
  ["execDetails", "commissionReport"],
  ["orderStatus", "commissionReport"],
  ["execDetails", "orderStatus", "commissionReport"],
] as const;
const SUBSET_SYMBOLS = ["AAPL", "AMD", "AMZN", "BAC", "C", "COP", "CVX", "GS"] as const;

let rig: ExecutionRig;
let execution: RigProcess;
beforeAll(async () => {
  rig = await startExecutionRig();
  execution = await rig.start();
  await untilReady(execution);
}, 60_000);
afterAll(() => rig.stop());
afterEach(() => rig.fault({ fault: "clear" }));

type Executions = {
  readonly executions: readonly {
    readonly execId: string;
    readonly commission: number;
    readonly order: { readonly orderRef: string };
  }[];
};
type Account = { readonly positions: readonly { readonly symbol: string; readonly positionQty: number }[] };

const settle = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const fillsOf = (clOrdId: string) => eventsOf(rig, "order.filled").filter((fill) => fill.clOrdId === clOrdId);
const fillOf = (symbol: string, quantity = 1) => rig.fault({ fault: "fill-order", symbol, quantity });
const isWorking = (clOrdId: string) => async () =>
  (await rig.openAtBroker()).some(({ orderRef }) => orderRef === clOrdId) ? true : undefined;
const disturb = (name: string, more: object = { how: "drop", times: 10 }) =>
  rig.fault({ fault: "messages", name, ...more });
const isAccepted = (clOrdId: string) => () =>
  eventsOf(rig, "order.accepted").some((event) => event.clOrdId === clOrdId) ? true : undefined;

/** An order of two shares that rests, journaled as accepted. */
async function resting(symbol: string, changes: Parameters<ExecutionRig["approve"]>[0] = {}): Promise<string> {
  const clOrdId = await rig.approve({ symbol, orderQty, ...changes });
  await until(isWorking(clOrdId), 5000, `${symbol} works`);
  await until(isAccepted(clOrdId), 5000, `${symbol} is accepted`);
  return clOrdId;
}

/** What the journal's executions add up to, by symbol, in micros of a share. */
function journaled(): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { event } of rig.entries()) {
    if (!isExecuted(event)) continue;
    const { symbol, quantity }: ExecutedChange = executedChange(event);
    held.set(symbol, (held.get(symbol) ?? 0) + quantity);
  }
  return held;
}

/** Symbols of which the journal's executions and the simulator's account differ. */
async function differing(): Promise<readonly string[]> {
  const broker = new Map(
    (await rig.sim<Account>("/sim/account")).positions.map(({ symbol, positionQty }) => [symbol, positionQty]),
  );
  const ours = journaled();
  return [...new Set([...ours.keys(), ...broker.keys()])].filter(
    (symbol) => (ours.get(symbol) ?? 0) !== (broker.get(symbol) ?? 0),
  );
}

const untilEqual = (withinMs: number): Promise<true> =>
  until(async () => ((await differing()).length === 0 ? (true as const) : undefined), withinMs, "positions are equal");

/** Every execution of ours is told once, and every one that the simulator made. */
async function expectEachOnce(): Promise<void> {
  const told = eventsOf(rig, "order.filled").map(({ execId }) => execId);
  expect(told).toHaveLength(new Set(told).size);
  const base = (execId: string): string => execId.slice(0, execId.lastIndexOf("."));
  const made = (await rig.sim<Executions>("/sim/executions")).executions.filter(({ order }) => order.orderRef !== "");
  expect(told.map(base).sort()).toEqual(made.map(({ execId }) => base(execId)).sort());
}

describe("[pitfall 3] fills around an outage, of which any of the messages were dropped", () => {
  it.each([
    ["[fault 29] the socket cut", { fault: "restart", downMs: 800 }, undefined],
    ["[fault 32] 1100, then 1102", { fault: "server-lost" }, { fault: "server-back" }],
  ])("%s: positions equal the simulator's, each execution once", async (_name, outage, end) => {
    const orders = await Promise.all(SUBSET_SYMBOLS.map((symbol) => resting(symbol)));
    for (const [index, subset] of SUBSETS.entries()) {
      for (const name of subset) await disturb(name);
      await fillOf(SUBSET_SYMBOLS[index] ?? "");
      await rig.fault({ fault: "clear" });
    }
    await rig.fault(outage);
    const brokenMs = performance.now();
    for (const symbol of SUBSET_SYMBOLS) await fillOf(symbol);
    if (end !== undefined) await rig.fault(end);
    await untilEqual(20_000);
    figure("all fills there after", (performance.now() - brokenMs) / 1000, "s");
    await untilReady(execution, 20_000);
    figure("ready again after", (performance.now() - brokenMs) / 1000, "s");
    for (const clOrdId of orders) expect(fillsOf(clOrdId).at(-1)).toMatchObject({ cumQty: 2 * SHARE, leavesQty: 0 });
    await expectEachOnce();
    await until(
      () => (eventsOf(rig, "order.commission").length === eventsOf(rig, "order.filled").length ? true : undefined),
      5000,
      "each commission once",
    );
  });
});

describe("what TWS tells of executions", () => {
  it("[fault 37] a hundred times over is booked once", async () => {
    const clOrdId = await resting("JPM");
    for (const name of ["execDetails", "orderStatus", "commissionReport"])
      await disturb(name, { how: "duplicate", copies: 100 });
    await fillOf("JPM", 2);
    await until(() => fillsOf(clOrdId)[0], 5000, "the fill");
    await settle(200);
    expect(fillsOf(clOrdId)).toMatchObject([{ cumQty: 2 * SHARE }]);
    await untilEqual(5000);
    figure("positions that differ", (await differing()).length, "positions");
    await expectEachOnce();
  });

  it("[fault 38] before the acknowledgement, and after its commission, is joined", async () => {
    for (const name of ["openOrder", "orderStatus"]) await disturb(name, { how: "after", after: "execDetails" });
    await disturb("execDetails", { how: "after", after: "commissionReport" });
    const clOrdId = await rig.approve({ symbol: "KO", orderQty });
    await until(isWorking(clOrdId), 5000, "KO works");
    await fillOf("KO", 2);
    await until(() => fillsOf(clOrdId)[0], 5000, "the fill");
    await until(
      () => eventsOf(rig, "order.commission").find((charge) => charge.clOrdId === clOrdId),
      5000,
      "its commission",
    );
    await untilEqual(5000);
    expect(fillsOf(clOrdId)).toMatchObject([{ cumQty: 2 * SHARE, leavesQty: 0 }]);
    figure("positions that differ", (await differing()).length, "positions");
  });

  it("[pitfall 18] without a commission yet is booked, and charged when it comes, with no sentinel for a number", async () => {
    const clOrdId = await resting("META");
    await disturb("commissionReport", { how: "delay", delayMs: 400 });
    await fillOf("META", 2);
    const [fill] = await until(() => (fillsOf(clOrdId).length > 0 ? fillsOf(clOrdId) : undefined), 5000, "the fill");
    const filledMs = performance.now();
    const charge = () => eventsOf(rig, "order.commission").find((event) => event.clOrdId === clOrdId);
    expect(charge()).toBeUndefined();
    const { commission } = await until(charge, 5000, "the commission");
    figure("the commission came later by", (performance.now() - filledMs) / 1000, "s");
    const { executions } = await rig.sim<Executions>("/sim/executions");
    expect(commission).toBe(executions.find(({ execId }) => execId === fill?.execId)?.commission);
    for (const one of eventsOf(rig, "order.commission")) expect(Number(one.commission)).toBeLessThan(100 * SHARE);
  });

  it("[fault 39] is corrected and then taken back: the position follows", async () => {
    const clOrdId = await resting("MSFT");
    await fillOf("MSFT", 2);
    await until(() => fillsOf(clOrdId)[0], 5000, "the fill");
    const corrections = () => eventsOf(rig, "order.corrected").filter((event) => event.clOrdId === clOrdId);
    await rig.fault({ fault: "correct-execution", cents: 25 });
    const corrected = await until(() => corrections()[0], 5000, "the correction");
    expect(corrected.lastPx - (fillsOf(clOrdId)[0]?.lastPx ?? 0)).toBe(250_000);
    await rig.fault({ fault: "bust-execution" });
    await until(() => corrections()[1], 5000, "the bust");
    expect(corrections()[1]).toMatchObject({ lastQty: 0, cumQty: 0 });
    await untilEqual(5000);
    expect(journaled().get("MSFT")).toBe(0);
    figure("positions that differ", (await differing()).length, "positions");
  });

  it("[fault 40] beyond the order's quantity halts its symbol at that very execution", async () => {
    const clOrdId = await resting("NVDA");
    await fillOf("NVDA", 2);
    await until(() => fillsOf(clOrdId)[0], 5000, "the fill");
    await rig.fault({ fault: "overfill", symbol: "NVDA", quantity: 1 });
    const anomaly = (event: Event): boolean => event.kind === "order.anomaly" && event.code === "OVERFILL";
    const found = await until(() => rig.entries().find(({ event }) => anomaly(event)), 5000, "the anomaly");
    expect(found.event).toMatchObject({ subject: clOrdId, symbol: "NVDA", effect: "HALT_SYMBOL" });
    const before = rig.entries().flatMap(({ seq, event }) => (seq < found.seq ? [event] : []));
    const excess = before.filter(
      (event) => event.kind === "order.filled" && event.clOrdId === clOrdId && event.cumQty > orderQty,
    );
    expect(excess.length).toBeLessThanOrEqual(1);
    figure("executions beyond the quantity before it was halted", excess.length, "executions");
    await untilEqual(5000);
  });
});

describe("[pitfall 8] an order that is canceled", () => {
  it("and fills 5 s later (here scaled by 10 to 0.5 s): the fill counts, and never more than was wanted", async () => {
    const clOrdId = await resting("PEP");
    await rig.fault({ fault: "cancel-order", symbol: "PEP" });
    await until(() => eventsOf(rig, "order.canceled").find((event) => event.clOrdId === clOrdId), 5000, "the cancel");
    // Whoever wanted it changed meanwhile gets no order more: its replacement would fill beside it.
    const replacement = { clOrdId, group: "tech", symbol: "PEP", replaceId: "r1", strategy: "demo", rule: "entry" };
    const [placed, expiresUs] = [rig.placed().length, us(Number.MAX_SAFE_INTEGER)];
    await rig.journal({ kind: "order.replace-approved", ...replacement, orderQty, expiresUs }, "risk-gate");
    const refused = () => eventsOf(rig, "order.replace-rejected").find((event) => event.clOrdId === clOrdId);
    expect((await until(refused, 5000, "the refusal of its replacement")).reason).toMatch(/does not work/);
    expect(rig.placed()).toHaveLength(placed);
    await settle(500);
    const beforeMs = performance.now();
    await rig.fault({ fault: "late-fill", symbol: "PEP", quantity: 1 });
    await until(() => fillsOf(clOrdId)[0], 5000, "the late fill");
    figure("the late fill is booked after (5 s scaled by 10)", (performance.now() - beforeMs) / 1000, "s");
    await untilEqual(5000);
    await rig.fault({ fault: "late-fill", symbol: "PEP", quantity: 9 });
    await until(() => fillsOf(clOrdId)[1], 5000, "the rest");
    await untilEqual(5000);
    expect(journaled().get("PEP")).toBe(orderQty);
    await expectEachOnce();
  });
});

describe("[fault 41] what others do", () => {
  it("another client's order is adopted within 2 s of its fill, and its position counts", async () => {
    const api = new IBApi({ host: "127.0.0.1", port: rig.twsPort, clientId: 99 });
    const told = Promise.withResolvers<number>();
    const filled = Promise.withResolvers<number>();
    api.once(EventName.nextValidId, told.resolve);
    api.on(EventName.execDetails, () => filled.resolve(performance.now()));
    api.connect();
    try {
      const contract = { symbol: "WMT", secType: SecType.STK, exchange: "SMART", currency: "USD" };
      const order = { action: OrderAction.BUY, orderType: OrderType.LMT, lmtPrice: 20, totalQuantity: 7 };
      api.placeOrder(await told.promise, contract, { ...order, transmit: true });
      await until(
        async () => {
          const { open } = await rig.sim<{ open: readonly { symbol: string }[] }>("/sim/orders");
          return open.some(({ symbol }) => symbol === "WMT") ? true : undefined;
        },
        5000,
        "WMT works",
      );
      await fillOf("WMT", 7);
      const filledMs = await filled.promise;
      const adopted = await until(
        () => eventsOf(rig, "broker.external-fill").find(({ symbol }) => symbol === "WMT"),
        5000,
        "the fill of another client",
      );
      const tookMs = performance.now() - filledMs;
      figure("adopted after", tookMs / 1000, "s");
      expect(tookMs).toBeLessThanOrEqual(2000);
      expect(adopted).toMatchObject({ policy: "ADOPT", lastQty: 7 * SHARE });
      await untilEqual(5000);
    } finally {
      api.disconnect();
    }
  });

  it("a cancel by hand ends our order within 2 s", async () => {
    const clOrdId = await resting("XOM");
    const canceledMs = performance.now();
    await rig.fault({ fault: "cancel-order", symbol: "XOM" });
    await until(() => eventsOf(rig, "order.canceled").find((event) => event.clOrdId === clOrdId), 2000, "the cancel");
    const tookMs = performance.now() - canceledMs;
    figure("the cancel is journaled after", tookMs / 1000, "s");
    expect(tookMs).toBeLessThanOrEqual(2000);
  });
});

describe("execution killed between two partial fills", () => {
  it("[fault 10] finds what it missed: no difference within 10 s of its start", async () => {
    const clOrdId = await resting("XOM", { lmtPx: dollars("19") });
    await fillOf("XOM");
    await until(() => fillsOf(clOrdId)[0], 5000, "the first part");
    execution.signal("SIGKILL");
    await execution.ended;
    await fillOf("XOM");
    expect(await differing()).toEqual(["XOM"]);
    const startedMs = performance.now();
    execution = await rig.start({ dataDir: execution.dataDir });
    await untilEqual(10_000);
    figure("no difference any more after", (performance.now() - startedMs) / 1000, "s");
    expect(fillsOf(clOrdId).map(({ cumQty }) => cumQty)).toEqual([SHARE, 2 * SHARE]);
    await expectEachOnce();
  });
});
