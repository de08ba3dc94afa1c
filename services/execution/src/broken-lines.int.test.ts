import type { FakeTws } from "@bowline/broker-ib/test-support";
import { sessionOf } from "@bowline/calendar";
import { addUs } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { type WireSession, encode } from "@bowline/tws-wire";
import { beforeEach, describe, expect, it } from "vitest";
import { type Desk, aMarketOrder, approvalOf, fill, isReady, startBroker, withDesks } from "./test-desk.ts";

const desks = withDesks();
const { start } = desks;
let tws: FakeTws;
beforeEach(() => void (tws = desks.tws()));

const say = (session: WireSession, code: number, id = -1): void =>
  void session.send(encode.errorMessage(session.serverVersion, { id, code, text: `code ${code}` }));
const aLimit = (clOrdId: string) => approvalOf(anOrder({ clOrdId, accountId: aMarketOrder().accountId }));
const asked = (): string[] =>
  tws.heard.map(({ type }) => type).filter((type) => type === "reqMktData" || type === "reqRealTimeBars");
const subscribed = async (symbols: readonly string[]): Promise<void> => {
  for (const _ of symbols) await Promise.all([tws.next("reqMktData"), tws.next("reqRealTimeBars")]);
};
const namesOf = (type: "reqMktData" | "reqRealTimeBars"): string[] =>
  tws.heard.flatMap((m) => (m.type === type ? [(m as { contract: { symbol: string } }).contract.symbol] : []));
const idOf = (index: number): string => `BURST${String(index).padStart(15, "0")}`;

async function aReadyDesk(symbols: readonly string[] = []): Promise<Desk> {
  const desk = await start();
  await desk.until(isReady(desk));
  for (const symbol of symbols)
    desk.journal({ kind: "request.subscribe", requestId: `r-${symbol}`, group: "tech", symbol }, "market-data");
  if (symbols.length > 0) {
    await desk.until(() => desk.events("md.instrument").length === symbols.length);
    await subscribed(symbols);
  }
  return desk;
}

describe("a TWS that moves to another port", () => {
  const says = (text: string): void =>
    void tws.session().send(encode.errorMessage(tws.session().serverVersion, { id: -1, code: 1300, text }));
  const MOVED =
    "TWS socket port has been reset and this connection is being dropped. Please reconnect on the new port -";

  it("is followed where it tells the port, and a person hears of it", async () => {
    const there = await startBroker();
    const desk = await desks.dies({ lockstep: false });
    await desk.until(isReady(desk));
    says(`${MOVED} ${there.port}`);
    await desk.until(() => there.sessionCount() > 0 && desk.edge.notReady().length === 0);
    expect([tws.sessionCount(), desk.alerts]).toEqual([1, expect.arrayContaining(["PORT_CHANGED"])]);
    await desk.edge.stop();
    await there.close();
  });

  it("is looked for where it was, where it tells no port", async () => {
    const desk = await aReadyDesk();
    says(MOVED);
    await desk.until(() => tws.sessionCount() > 1 && desk.edge.notReady().length === 0);
    expect(desk.alerts).toContain("PORT_CHANGED");
  });
});

describe("orders and a line that breaks", () => {
  it("decided while there is no line are sent neither then nor later [pitfall 1] [fault 29]", async () => {
    const desk = await aReadyDesk();
    tws.session().destroy();
    await desk.until(() => desk.told().at(-1) === "session DISCONNECTED");
    for (const index of [1, 2, 3]) desk.journal(aLimit(idOf(index)));
    await desk.until(isReady(desk));
    desk.journal(aLimit(idOf(4)));
    await desk.until(() => desk.told().includes("accepted BURST4"));
    expect(tws.placed().map(({ order }) => order.orderRef)).toEqual([idOf(4)]);
    expect(desk.told().filter((line) => /BURST[123]/.test(line))).toEqual([]);
    expect(desk.notSent().map(({ clOrdId }) => clOrdId)).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(desk.notSent().every(({ reason }) => reason.includes("closed"))).toBe(true);
  });

  it("in a burst of 60 that is cut: each was sent, or has its reason; none is sent later [fault 31] [pitfall 1]", async () => {
    const desk = await aReadyDesk();
    const answer = tws.onMessage;
    tws.onMessage = (message, session) => {
      if (message.type === "placeOrder" && tws.placed().length === 12) setImmediate(() => session.destroy());
      return answer(message, session);
    };
    const burst = Array.from({ length: 60 }, (_, index) => idOf(index));
    for (const clOrdId of burst) desk.journal(aLimit(clOrdId));
    await desk.until(() => desk.told().includes("session DISCONNECTED"));
    await desk.until(isReady(desk));
    desk.journal(aLimit("AFTER000000000000001"));
    await desk.until(() => desk.told().includes("accepted AFTER1"));
    const placed = tws.placed().map(({ order }) => order.orderRef);
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed.at(-1)).toBe("AFTER000000000000001");
    const reasons = new Map(desk.notSent().map(({ clOrdId, reason }) => [clOrdId, reason]));
    const lost = new Set(desk.events("order.lost").map(({ clOrdId }) => clOrdId));
    const silent = burst.filter((id) => !placed.includes(id) && !lost.has(id) && reasons.get(id) === undefined);
    expect(silent).toEqual([]);
    expect(reasons.size).toBeGreaterThan(10);
    // What was written and never arrived is in doubt first, then lost by the broker's evidence.
    const arrived = new Set([...tws.openOrders.map(({ order }) => order.orderRef), ...lost]);
    expect(burst.filter((id) => placed.includes(id) && !arrived.has(id))).toEqual([]);
  });
});

describe("what TWS tells while its line to IB is down", () => {
  it("counts at once: fills during 1100, each once, and nothing is sent [fault 32] [pitfall 3]", async () => {
    const desk = await aReadyDesk();
    desk.journal(aLimit(idOf(1)));
    await desk.until(() => desk.told().includes("accepted BURST1"));
    say(tws.session(), 1100);
    await desk.until(() => desk.told().at(-1) === "session CONNECTED");
    const [order] = tws.openOrders;
    fill(tws, order!, { execId: "e-during" });
    await desk.until(() => desk.told().includes("commission BURST1"));
    desk.journal(aLimit(idOf(2)));
    say(tws.session(), 1100);
    say(tws.session(), 1102);
    await desk.until(isReady(desk));
    expect(desk.events("order.filled").map(({ execId }) => execId)).toEqual(["e-during"]);
    expect(tws.placed()).toHaveLength(1);
    expect(desk.notSent().map(({ clOrdId }) => clOrdId)).toEqual([idOf(2)]);
    expect(tws.sessionCount()).toBe(1);
  });
});

describe("subscriptions", () => {
  it("are restored once each after 1101, and never by a farm that flaps [fault 33] [pitfall 13]", async () => {
    const symbols = ["AAPL", "MSFT", "SPY"];
    const desk = await aReadyDesk(symbols);
    for (let i = 0; i < 10; i++)
      for (const code of [2103, 2104, 2105, 2106, 2107, 2108, 2119]) say(tws.session(), code);
    desk.journal(aLimit(idOf(1)));
    await desk.until(() => desk.told().includes("accepted BURST1"));
    expect(asked()).toHaveLength(6);
    expect(desk.told().filter((line) => line.startsWith("session"))).toEqual(["session CONNECTED", "session READY"]);
    for (const code of [1100, 1100, 1101]) say(tws.session(), code);
    await desk.until(() => desk.told().at(-1) === "session CONNECTED");
    await desk.until(isReady(desk));
    await subscribed(symbols);
    await tws.next("cancelMktData");
    for (const type of ["reqMktData", "reqRealTimeBars"] as const) {
      const names = namesOf(type);
      expect(names.slice(3).toSorted()).toEqual(symbols);
      expect(names).toHaveLength(6);
    }
    expect(desk.alerts).toEqual(["TWS_LINE_DOWN"]);
  });

  it("outlive an order's error under the id of one of them [pitfall 16]", async () => {
    const desk = await aReadyDesk(["AAPL"]);
    const reqIds = tws.heard.flatMap((m) =>
      m.type === "reqMktData" || m.type === "reqRealTimeBars" ? [(m as { reqId: number }).reqId] : [],
    );
    const session = tws.session();
    for (const reqId of reqIds) for (const code of [201, 202, 103, 10_147]) say(session, code, reqId);
    const bar = { openPx: 1e6, highPx: 1e6, lowPx: 1e6, closePx: 1e6, volumeQty: 1e6, wapPx: 1e6, count: 1 };
    const v = session.serverVersion;
    session.send(encode.realtimeBar(v, { reqId: reqIds[1]!, startEpochSeconds: 1_704_205_800, bar }));
    session.send(encode.tickPrice(v, { reqId: reqIds[0]!, tickType: 2, px: 1_000_000 }));
    await desk.until(() => desk.events("md.bar").length === 1 && desk.ticks.some(({ field }) => field === "ASK"));
    expect(tws.heard.filter((m) => m.type.startsWith("cancel"))).toEqual([]);
    expect(asked()).toHaveLength(2);
    expect(desk.alerts).toContain("UNKNOWN_BROKER_CODE AAPL");
    desk.journal(aLimit(idOf(1)));
    await desk.until(() => desk.told().includes("accepted BURST1"));
    const [placed] = tws.placed();
    expect(placed!.orderId).toBeLessThan(Math.min(...reqIds) / 2);
  });
});

describe("a stream that falls silent while its socket lives", () => {
  it("is asked for again alone, by the calendar, and a person is told; orders go on [pitfall 13]", async () => {
    const desk = await start({ timing: { streamsEveryMs: 20 } });
    await desk.until(isReady(desk));
    const { openUs } = sessionOf("2024-01-02")!;
    desk.port.setNow(openUs);
    for (const symbol of ["AAPL", "SPY"])
      desk.journal({ kind: "request.subscribe", requestId: `r-${symbol}`, group: "tech", symbol }, "market-data");
    await desk.until(() => desk.events("md.instrument").length === 2);
    await subscribed(["AAPL", "SPY"]);
    const [, spyBars] = tws.heard.flatMap((m) => (m.type === "reqRealTimeBars" ? [m.reqId] : []));
    const bar = { openPx: 1e6, highPx: 1e6, lowPx: 1e6, closePx: 1e6, volumeQty: 1e6, wapPx: 1e6, count: 1 };
    const session = tws.session();
    desk.port.setNow(addUs(openUs, 55_000_000));
    session.send(encode.realtimeBar(session.serverVersion, { reqId: spyBars!, startEpochSeconds: 1_704_205_800, bar }));
    await desk.until(() => desk.events("md.bar").length === 1);
    desk.port.setNow(addUs(openUs, 61_000_000));
    await tws.next("reqMktData");
    await tws.next("cancelRealTimeBars");
    expect(namesOf("reqRealTimeBars")).toEqual(["AAPL", "SPY", "AAPL"]);
    expect(desk.alerts).toEqual(["STREAM_SILENT AAPL"]);
    expect(isReady(desk)()).toBe(true);
  });
});

describe("a stream of quotes and trades that falls silent", () => {
  it("is asked for again with its trades, after minutes", async () => {
    const desk = await start({ timing: { streamsEveryMs: 20 } });
    await desk.until(isReady(desk));
    const { openUs } = sessionOf("2024-01-02")!;
    desk.port.setNow(openUs);
    const request = {
      kind: "request.subscribe",
      requestId: "r",
      group: "tech",
      symbol: "AAPL",
      quotesOnly: true,
    } as const;
    desk.journal(request, "market-data");
    await desk.until(() => desk.events("md.instrument").length === 1);
    const first = await tws.next("reqMktData");
    const session = tws.session();
    desk.port.setNow(addUs(openUs, 100_000_000));
    session.send(encode.tickPrice(session.serverVersion, { reqId: first.reqId, tickType: 1, px: 1e6 }));
    // Ticks leave by themselves, without a turn.
    await expect.poll(() => desk.ticks.length, { interval: 5 }).toBeGreaterThan(0);
    desk.port.setNow(addUs(openUs, 401_000_000));
    const again = await tws.next("reqMktData");
    expect([first.genericTicks, again.genericTicks]).toEqual(["236,375", "236,375"]);
    expect(desk.alerts).toContain("STREAM_SILENT AAPL");
    expect(namesOf("reqRealTimeBars")).toEqual([]);
  });
});

describe("a TWS that takes no orders", () => {
  it("is not READY and says what to switch, until it takes them; nothing is tried on it", async () => {
    tws.readOnly = true;
    const desk = await start();
    await desk.until(() => desk.events("broker.session").some(({ reason }) => reason.includes("Read-Only API")));
    expect(desk.edge.notReady()[0]).toContain("Switch off Read-Only API in its API settings");
    expect(desk.told()).not.toContain("session READY");
    expect(desk.alerts).toContain("READ_ONLY_API");
    desk.journal(aLimit(idOf(1)));
    tws.readOnly = false;
    await desk.until(isReady(desk));
    expect(tws.placed()).toEqual([]);
  });

  it("from one order on ends the session: the order is unknown, not rejected, and no other follows [pitfall 9]", async () => {
    const desk = await aReadyDesk();
    const text = "Error validating request.-'bN' : cause - The API interface is currently in Read-Only mode.";
    tws.onMessage = (message, session) => {
      if (message.type !== "placeOrder") return false;
      tws.readOnly = true;
      session.send(encode.errorMessage(session.serverVersion, { id: message.orderId, code: 321, text }));
      return true;
    };
    desk.journal(aLimit(idOf(1)));
    await desk.until(() => desk.edge.notReady().some((reason) => reason.includes("Read-Only API")));
    desk.journal(aLimit(idOf(2)));
    await desk.until(() => desk.told().includes("unknown BURST1"));
    expect(desk.told()).not.toContain("rejected BURST1");
    tws.readOnly = false;
    await desk.until(() => desk.told().includes("lost BURST1"));
    expect(tws.placed()).toHaveLength(1);
  });
});

describe("a client id that is in use", () => {
  it("keeps execution out, with the reason, and the same id gets in once it is free [pitfall 7] [fault 36]", async () => {
    const refused = "Unable to connect as the client id is already in use. Retry with a unique client id.";
    tws.refuseLogins = 5;
    const desk = await start();
    await desk.until(() => desk.edge.notReady().some((reason) => reason.includes("client id is already in use")));
    desk.journal(aLimit(idOf(1)));
    expect(desk.edge.notReady()).toEqual([`no reconciled session with TWS: client-id-in-use: ${refused}`]);
    expect(desk.alerts).toContain("CLIENT_ID_IN_USE");
    await desk.until(isReady(desk));
    expect(tws.sessionCount()).toBe(6);
    expect(tws.session().clientId).toBe(17);
    expect(tws.placed()).toEqual([]);
  });
});

describe("a client id that a dead session holds", () => {
  const A_MINUTE_MS = 60_000;

  it(
    "for 60 s is tried all the time, and the same id gets in [pitfall 7]",
    { tags: ["all"], timeout: 90_000 },
    async () => {
      tws.refuseLogins = Number.MAX_SAFE_INTEGER;
      const startedMs = performance.now();
      const desk = await start({ timing: { backOffMs: { first: 250, most: 5000 } } });
      setTimeout(() => void (tws.refuseLogins = 0), A_MINUTE_MS);
      await desk.until(isReady(desk));
      const tookMs = performance.now() - startedMs;
      expect(tookMs).toBeGreaterThan(A_MINUTE_MS);
      expect(tookMs).toBeLessThan(A_MINUTE_MS + 10_000);
      expect(tws.sessionCount()).toBeGreaterThan(10);
      expect(tws.session().clientId).toBe(17);
    },
  );
});

describe("the nightly restart", () => {
  it("lets nothing out, alarms nobody, and trading goes on by itself after it [fault 34]", async () => {
    let inside = true;
    const restartWindow = { text: "23:45-00:45 America/New_York", covers: () => inside };
    const desk = await start({ restartWindow });
    await desk.until(isReady(desk));
    desk.journal(aLimit(idOf(1)));
    await desk.until(() => desk.notSent().length === 1);
    expect(desk.notSent()[0]?.reason).toBe("TWS restarts about now: 23:45-00:45 America/New_York");
    say(tws.session(), 1100);
    tws.session().destroy();
    tws.refuseLogins = 3;
    await desk.until(() => desk.told().includes("session DISCONNECTED"));
    await desk.until(isReady(desk));
    expect(desk.alerts).toEqual([`ORDER_NOT_SENT ${idOf(1)}`]);
    inside = false;
    desk.journal(aLimit(idOf(2)));
    await desk.until(() => desk.told().includes("accepted BURST2"));
    expect(tws.placed()).toHaveLength(1);
    tws.session().destroy();
    await desk.until(() => desk.told().at(-1) === "session DISCONNECTED");
    expect(desk.alerts).toContain("TWS_LINE_DOWN");
  });
});
