import { type FakeTws, TEST_ACCOUNT, anAapl } from "@bowline/broker-ib/test-support";
import type { Entry, Order } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { encode } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Desk, aDataDir, aMarketOrder, approvalOf, isReady, withDesks } from "./test-desk.ts";

const desks = withDesks();
const { start } = desks;
/** One that the test itself ends. */
const dies = (options: Parameters<typeof desks.dies>[0]) => desks.dies({ tws, lockstep: false, ...options });
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

const LIMIT = aMarketOrder({ ordType: "LMT", lmtPx: anOrder().lmtPx });
type Details = FakeTws["executions"][number]["details"];
const anExec = (changes: Partial<Details>): Details => ({
  reqId: -1,
  orderId: 0,
  contract: anAapl,
  execId: "x1",
  time: "20131004 09:30:05 US/Eastern",
  accountId: TEST_ACCOUNT,
  exchange: "NYSE",
  side: "BOT",
  lastQty: 7_000_000,
  lastPx: 100_000_000,
  permId: 5001,
  clientId: 0,
  cumQty: 7_000_000,
  avgPx: 100_000_000,
  orderRef: "",
  ...changes,
});
/** What the broker holds of AAPL. */
function holds(quantity: number): void {
  tws.positions.splice(0, tws.positions.length, {
    accountId: TEST_ACCOUNT,
    contract: anAapl,
    positionQty: quantity * 1_000_000,
    avgCost: 100_000_000,
  });
}
const say = (details: Details): void =>
  void tws.session().send(encode.execDetails(tws.session().serverVersion, details));
const looks = (desk: Desk) => desk.events("broker.reconciliation");
const OFTEN = { reconcileEveryMs: 50, secondLookAfterMs: 30 };

describe("[fault 41] [pitfall 5] what others trade", () => {
  it("three times by hand, under the session's id 0, is adopted by its permIds at the next look", async () => {
    const desk = await start({ timing: OFTEN });
    await desk.until(isReady(desk));
    for (const n of [1, 2, 3])
      tws.executions.push({ details: anExec({ permId: 5000 + n, execId: `x${n}` }), commission: 0 });
    holds(21);
    await desk.until(() => desk.events("broker.external-fill").length === 3);
    expect(desk.events("broker.external-order").map(({ orderId }) => orderId)).toEqual(["5001", "5002", "5003"]);
    await desk.until(() => looks(desk).length > 1 || desk.events("broker.external-fill").length === 3);
    expect(desk.events("order.anomaly")).toEqual([]);
    expect(desk.events("broker.external-fill")[0]).toMatchObject({
      policy: "ADOPT",
      accountId: TEST_ACCOUNT,
      lastQty: shares(7),
    });
  });

  it("is asked for as soon as a position is told that nothing explains, long before the next look is due", async () => {
    const desk = await start({ timing: { differsForMs: 20 } });
    await desk.until(isReady(desk));
    tws.executions.push({ details: anExec({}), commission: 0 });
    holds(7);
    const { serverVersion, send } = tws.session();
    send(encode.position(serverVersion, tws.positions[0]!));
    await desk.until(() => desk.events("broker.external-fill").length > 0);
    expect(desk.events("broker.external-fill")).toMatchObject([{ orderId: "5001", lastQty: shares(7) }]);
  });

  it("on another account of the login is no part of ours: neither position nor difference", async () => {
    const desk = await start({ timing: OFTEN });
    await desk.until(isReady(desk));
    tws.executions.push({ details: anExec({ accountId: "DU7654321" }), commission: 0 });
    await desk.until(() => desk.events("broker.external-fill").length > 0);
    const asked = () => tws.heard.filter(({ type }) => type === "reqPositions").length;
    const before = asked();
    await vi.waitFor(() => expect(asked()).toBeGreaterThan(before + 3), { timeout: 10_000 });
    await desk.edge.turn();
    expect(desk.events("order.anomaly")).toEqual([]);
    expect(looks(desk).at(-1)).toMatchObject({ clean: true });
  });

  it("before this journal began is part of what the account held, also after a restart", async () => {
    tws.executions.push({ details: anExec({}), commission: 1_000_000 });
    holds(7);
    const dataDir = aDataDir();
    const desk = await dies({ dataDir });
    await desk.until(isReady(desk));
    await desk.edge.stop();
    const again = await start({ dataDir, before: desk.port.journal });
    await again.until(isReady(again));
    expect([...desk.events("broker.external-fill"), ...again.events("broker.external-fill")]).toEqual([]);
    expect(looks(again).at(-1)).toMatchObject({ clean: true });
  });
});

describe("a position that nothing explains", () => {
  it("halts its symbol, once, after two looks; nobody trades to make it right", async () => {
    const desk = await start({ timing: OFTEN });
    await desk.until(isReady(desk));
    holds(50);
    await desk.until(() => desk.events("order.anomaly").length > 0 && looks(desk).length > 1);
    expect(desk.events("order.anomaly")).toMatchObject([
      {
        code: "POSITION_UNEXPLAINED",
        symbol: "AAPL",
        effect: "HALT_SYMBOL",
        detail: "the broker holds 50, executions make 0; there was no outage",
      },
    ]);
    expect(looks(desk).at(-1)).toMatchObject({ trigger: "PERIODIC", clean: false });
    expect(tws.placed()).toEqual([]);
  });

  it("halts its symbol again where it is still there after a resume of it, and of nothing else", async () => {
    const desk = await start({ timing: { ...OFTEN, reconcileEveryMs: 300_000, differsForMs: 0 } });
    await desk.until(isReady(desk));
    holds(50);
    const resume = (scope: string) =>
      desk.journal({ kind: "control.resume", scope, reason: "seen", by: "me" }, "operator");
    resume("global");
    await desk.until(() => desk.events("order.anomaly").length === 1);
    resume("MSFT");
    await desk.until(() => desk.events("order.anomaly").length === 1 && desk.edge.pending() === 0);
    resume("AAPL");
    await desk.until(() => desk.events("order.anomaly").length === 2);
    expect(desk.events("order.anomaly").map(({ symbol, effect }) => `${symbol} ${effect}`)).toEqual([
      "AAPL HALT_SYMBOL",
      "AAPL HALT_SYMBOL",
    ]);
  });

  const DAY_US = 86_400_000_000;
  /** The journal as if it had all been written so much earlier. */
  const aged = (entries: readonly Entry[], byUs: number): readonly Entry[] =>
    entries.map((entry) => ({
      ...entry,
      header: { ...entry.header, seenUs: (entry.header.seenUs - byUs) as Entry["header"]["seenUs"] },
    }));
  const SOON = { secondLookAfterMs: 10 };
  const away = async (byUs: number, orders: readonly Order[] = []) => {
    const dataDir = aDataDir();
    const desk = await dies({ dataDir });
    await desk.until(isReady(desk));
    for (const order of orders) {
      desk.journal(approvalOf(order));
      await desk.until(() => desk.told().includes(`accepted ${order.clOrdId.replace(/0{5,}/, "")}`));
    }
    await desk.edge.stop();
    return { dataDir, before: aged(desk.port.journal, byUs), timing: SOON };
  };
  const halted = { code: "POSITION_UNEXPLAINED", symbol: "AAPL", effect: "HALT_SYMBOL" };

  it("[pitfall 17] after an outage over midnight is adjusted, once, by an entry that says on what evidence", async () => {
    const past = await away(DAY_US);
    holds(50);
    const again = await dies(past);
    await again.until(isReady(again));
    const heardUs = past.before.at(-1)?.header.seenUs;
    expect(again.events("broker.adjustment")).toMatchObject([
      { symbol: "AAPL", quantity: shares(50), accountId: TEST_ACCOUNT, evidence: "MIDNIGHT", ourQty: 0, heardUs },
    ]);
    expect(again.events("broker.adjustment")[0]).toMatchObject({ brokerQty: shares(50) });
    expect(looks(again).at(-1)).toMatchObject({ clean: true });
    await again.edge.stop();
    const third = await start({ dataDir: past.dataDir, before: again.port.journal, timing: SOON });
    await third.until(isReady(third));
    expect([third.events("broker.adjustment"), third.events("order.anomaly")]).toEqual([[], []]);
  });

  it("[pitfall 17] after an outage within one day halts its symbol: every execution of it is told", async () => {
    const past = await away(1_000_000);
    holds(50);
    const again = await start(past);
    await again.until(() => again.events("order.anomaly").length > 0);
    expect(again.events("order.anomaly")).toMatchObject([halted]);
    expect(again.events("broker.adjustment")).toEqual([]);
  });

  it("[pitfall 17] over midnight halts its symbol where an open order of ours may have made it, and not where it went the other way", async () => {
    const past = await away(DAY_US, [LIMIT]);
    holds(50);
    const again = await dies(past);
    await again.until(() => again.events("order.anomaly").length > 0);
    expect(again.events("order.anomaly")).toMatchObject([halted]);
    expect(again.events("order.anomaly")[0]?.detail).toContain(`an order of ours may have made it: ${LIMIT.clOrdId}`);
    expect(again.events("broker.adjustment")).toEqual([]);
    await again.edge.stop();
    holds(-50);
    const third = await start(past);
    await third.until(isReady(third));
    expect(third.events("broker.adjustment")).toMatchObject([{ quantity: shares(-50), evidence: "MIDNIGHT" }]);
  });

  it("[pitfall 17] over midnight halts its symbol where the broker tells executions from before the outage", async () => {
    const past = await away(DAY_US);
    tws.executions.push({
      details: anExec({ time: "20131002 09:30:05 US/Eastern", lastQty: 20_000_000 }),
      commission: 0,
    });
    holds(50);
    const again = await start(past);
    await again.until(() => again.events("order.anomaly").length > 0);
    expect(again.events("order.anomaly")).toMatchObject([halted]);
    expect(again.events("broker.adjustment")).toEqual([]);
  });

  it("is taken when an operator says what the broker holds, and not when it holds something else", async () => {
    const desk = await start({ timing: { ...OFTEN, reconcileEveryMs: 300_000, differsForMs: 0 } });
    await desk.until(isReady(desk));
    holds(50);
    const resume = (positionQty: number) =>
      desk.journal(
        { kind: "control.resume", scope: "AAPL", reason: "a transfer", by: "me", positionQty: shares(positionQty) },
        "operator",
      );
    resume(40);
    await desk.until(() => desk.events("order.anomaly").length === 1);
    expect(desk.events("broker.adjustment")).toEqual([]);
    resume(50);
    await desk.until(() => desk.events("broker.adjustment").length === 1);
    expect(desk.events("broker.adjustment")).toMatchObject([
      { quantity: shares(50), evidence: "OPERATOR", by: "me", reason: expect.stringContaining("a transfer") },
    ]);
    await desk.until(() => looks(desk).at(-1)?.clean === true);
  });

  it("is no difference where the broker does not answer: that ends the session", async () => {
    const desk = await start({ timing: { ...OFTEN, requestTimeoutMs: 60 } });
    await desk.until(isReady(desk));
    tws.mute.add("reqPositions");
    await desk.until(() => desk.told().includes("session DISCONNECTED"));
    expect(desk.events("order.anomaly")).toEqual([]);
    expect(desk.events("broker.session").some(({ reason }) => reason.includes("positions: no answer"))).toBe(true);
  });
});

describe("[pitfall 6] a restart", () => {
  it("beside a position and a partly filled order, five times over, invents nothing", async () => {
    const dataDir = aDataDir();
    let desk = await dies({ dataDir });
    await desk.until(isReady(desk));
    desk.journal(approvalOf(LIMIT));
    await desk.until(() => desk.told().includes("accepted ORDER1"));
    const [order] = tws.openOrders;
    const part = anExec({
      orderId: 7,
      permId: order!.permId,
      clientId: 17,
      orderRef: LIMIT.clOrdId,
      execId: "p1",
      lastQty: 40_000_000,
    });
    tws.executions.push({ details: part, commission: 1_000_000 });
    holds(40);
    say(part);
    await desk.until(() => desk.told().includes("filled ORDER1"));
    for (let n = 0; n < 5; n += 1) {
      await desk.edge.stop();
      desk = await dies({ dataDir, before: desk.port.journal });
      await desk.until(isReady(desk));
      const orders = desk.told().filter((kind) => !kind.startsWith("session") && !kind.startsWith("reconciliation"));
      expect(n === 0 ? orders.filter((kind) => kind !== "commission ORDER1") : orders).toEqual([]);
      expect(looks(desk).at(-1)).toMatchObject({ clean: true, openOrders: 1 });
    }
    await desk.edge.stop();
    expect(tws.placed().length).toBe(1);
  });
});

describe("[pitfall 10] an order that TWS does not answer", () => {
  it("stays open while TWS does not answer, and a fill that comes late is counted once", async () => {
    const desk = await start({ timing: { reconcileEveryMs: 40, requestTimeoutMs: 60 } });
    await desk.until(isReady(desk));
    for (const name of ["placeOrder", "reqAllOpenOrders"] as const) tws.mute.add(name);
    desk.journal(approvalOf(LIMIT));
    await desk.until(() => desk.told().filter((kind) => kind === "session DISCONNECTED").length > 0);
    expect(desk.told().filter((kind) => /^(lost|rejected|canceled)/.test(kind))).toEqual([]);
    const late = anExec({
      orderId: 7,
      permId: 1001,
      clientId: 17,
      orderRef: LIMIT.clOrdId,
      execId: "l1",
      lastQty: 100_000_000,
    });
    tws.executions.push({ details: late, commission: 1_000_000 });
    holds(100);
    tws.mute.clear();
    await desk.until(() => desk.told().includes("filled ORDER1"));
    await desk.until(isReady(desk));
    expect(desk.events("order.filled")).toMatchObject([{ execId: "l1", cumQty: shares(100), leavesQty: 0 }]);
    expect([desk.events("order.lost"), tws.placed().length]).toEqual([[], 1]);
  });
});
