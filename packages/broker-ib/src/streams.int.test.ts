import { encode } from "@bowline/tws-wire";
import { afterEach, describe, expect, it } from "vitest";
import { endSessions, fresh, session, theTws } from "./test-session.ts";

afterEach(endSessions);

type ReqId = { readonly reqId: number };
const asked = (): string[] =>
  theTws()
    .heard.map(({ type }) => type)
    .filter((type) => /MktData|RealTimeBars/.test(type));

async function subscribed() {
  await fresh();
  const { ib, heard, wire } = await session({ renewalMs: 10, pacingRetryMs: 10 });
  ib.subscribe("AAPL");
  const ticks = (await theTws().next("reqMktData")) as ReqId;
  const bars = (await theTws().next("reqRealTimeBars")) as ReqId;
  const refuse = (reqId: number, code: number): void =>
    void wire.send(encode.errorMessage(wire.serverVersion, { id: reqId, code, text: `code ${code}` }));
  return { ib, heard, wire, refuse, ticks: ticks.reqId, bars: bars.reqId };
}

describe("a stream that TWS ended", () => {
  it.each([
    [10_182, "failed to request live updates", 0],
    [10_225, "deactivated by a bust", 0],
    [10_197, "taken by a competing session", 1],
  ])("with %i, %s, is asked for again once, however often it is said", async (code, _, told) => {
    const { ib, heard, wire, refuse, bars } = await subscribed();
    for (let i = 0; i < 5; i++) refuse(bars, code);
    const again = (await theTws().next("reqRealTimeBars")) as ReqId;
    for (let i = 0; i < 5; i++) refuse(bars, code);
    await theTws().next("cancelRealTimeBars");
    await ib.fence();
    expect(asked().toSorted()).toEqual(["cancelRealTimeBars", "reqMktData", "reqRealTimeBars", "reqRealTimeBars"]);
    const bar = { openPx: 1e6, highPx: 1e6, lowPx: 1e6, closePx: 1e6, volumeQty: 1e6, wapPx: 1e6, count: 1 };
    for (const reqId of [bars, again.reqId])
      wire.send(encode.realtimeBar(wire.serverVersion, { reqId, startEpochSeconds: 1_704_205_800, bar }));
    await ib.fence();
    expect(heard.bars).toHaveLength(1);
    expect(heard.troubles.filter((one) => one.startsWith("COMPETING_SESSION AAPL")).length > 0).toBe(told > 0);
  });

  it("is asked for later each time, while TWS goes on refusing", async () => {
    const { refuse, ticks } = await subscribed();
    const startedMs = performance.now();
    refuse(ticks, 10_182);
    const second = (await theTws().next("reqMktData")) as ReqId;
    refuse(second.reqId, 10_182);
    await theTws().next("reqMktData");
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(29);
  });

  it("is asked for with the trades that came with it", async () => {
    await fresh();
    const { ib, wire } = await session({ renewalMs: 10 });
    ib.subscribe("AAPL", { quotesOnly: true });
    const { reqId } = (await theTws().next("reqMktData")) as ReqId;
    wire.send(encode.errorMessage(wire.serverVersion, { id: reqId, code: 10_182, text: "ended" }));
    expect(await theTws().next("reqMktData")).toMatchObject({ genericTicks: "236,375" });
  });
});

describe("a stream that fell silent", () => {
  it("is asked for again alone, both of its kinds, once [pitfall 13]", async () => {
    const { ib } = await subscribed();
    ib.subscribe("SPY");
    ib.renew("AAPL");
    await theTws().next("cancelRealTimeBars");
    await ib.fence();
    const names = theTws().heard.flatMap((m) => (m.type === "reqRealTimeBars" ? [m.contract.symbol] : []));
    expect(names).toEqual(["AAPL", "SPY", "AAPL"]);
    expect(asked().filter((type) => type.startsWith("cancel"))).toEqual(["cancelMktData", "cancelRealTimeBars"]);
  });
});

describe("a symbol of which quotes are all that is wanted", () => {
  it("costs one line, keeps it so after a loss of data, and gives it back", async () => {
    await fresh();
    const { ib, heard } = await session();
    ib.subscribe("AAPL", { quotesOnly: true });
    ib.subscribe("SPY");
    await theTws().next("reqRealTimeBars");
    ib.resubscribe();
    ib.renew("AAPL");
    ib.unsubscribe("AAPL");
    ib.unsubscribe("SPY");
    await ib.fence();
    const bars = theTws().heard.flatMap((m) => (m.type === "reqRealTimeBars" ? [m.contract.symbol] : []));
    expect(bars).toEqual(["SPY", "SPY"]);
    const open = new Set<number>();
    for (const m of theTws().heard) {
      if (m.type === "reqMktData" || m.type === "reqRealTimeBars") open.add(m.reqId);
      if (m.type === "cancelMktData" || m.type === "cancelRealTimeBars") open.delete(m.reqId);
    }
    expect([...open]).toEqual([]);
    expect(heard.bars).toEqual([]);
  });
});

describe("codes of orders under a request's id", () => {
  it("close nothing: ids of orders and of requests never meet [pitfall 16]", async () => {
    const { ib, heard, refuse, ticks, bars } = await subscribed();
    for (const reqId of [ticks, bars])
      for (const code of [201, 202, 103, 110, 135, 161, 10_147, 10_148]) refuse(reqId, code);
    await ib.fence();
    expect(asked()).toEqual(["reqMktData", "reqRealTimeBars"]);
    expect(heard.orders).toEqual([]);
    expect(ib.nextValidId).toBeLessThan(Math.min(ticks, bars));
  });

  it("are refused from the start where TWS's order ids have grown into those of requests [pitfall 16]", async () => {
    await fresh();
    theTws().nextOrderId = 1_450_000_000;
    await expect(session()).rejects.toThrow("order ids");
  });
});
