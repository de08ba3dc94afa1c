import type { FakeTws } from "@bowline/broker-ib/test-support";
import { us } from "@bowline/kernel";
import { aClock, at } from "@bowline/testkit";
import { encode } from "@bowline/tws-wire";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Desk, type DeskOptions, aDataDir, isReady, startBroker, startDesk } from "./test-desk.ts";

let tws: FakeTws;
const desks: Desk[] = [];
beforeEach(async () => void (tws = await startBroker()));
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.edge.stop();
  await tws.close();
});

async function start(options: Partial<DeskOptions> = {}): Promise<Desk> {
  const desk = await startDesk({ tws, ...options });
  desks.push(desk);
  return desk;
}

const subscribe = (symbol: string) =>
  ({ kind: "request.subscribe", requestId: `subscribe-${symbol}`, group: "tech", symbol }) as const;
const backfill = {
  kind: "request.backfill",
  requestId: "warmup",
  group: "tech",
  symbol: "AAPL",
  timeframe: "1m",
  endUs: us(780_000_000),
  bars: 2,
} as const;
const heardTypes = (): readonly string[] =>
  tws.heard.map((m) => m.type).filter((type) => /Contract|MktData|RealTime|Historical/.test(type));
const aWireBar = {
  openPx: 1_000_000,
  highPx: 3_000_000,
  lowPx: 500_000,
  closePx: 2_000_000,
  volumeQty: 100_000_000,
  wapPx: 1_500_000,
  count: 3,
};

/** Sends a five-second bar over the newest subscription of the first symbol. */
function sendBar(startEpochSeconds: number, volumeQty: number): void {
  const request = tws.heard.findLast((m) => m.type === "reqRealTimeBars");
  const session = tws.session();
  session.send(
    encode.realtimeBar(session.serverVersion, {
      reqId: request?.reqId ?? 0,
      startEpochSeconds,
      bar: { ...aWireBar, volumeQty },
    }),
  );
}

describe("a subscription", () => {
  it("is answered with the instrument, then with bars and ticks", async () => {
    const desk = await start({ lockstep: true });
    const cause = desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    expect(heardTypes()).toEqual(["reqContractDetails", "reqMktData", "reqRealTimeBars"]);
    expect(desk.events("md.instrument")).toMatchObject([
      { symbol: "AAPL", group: "tech", conId: 265_598, minTick: 10_000, primaryExchange: "NASDAQ" },
    ]);
    const instrument = desk.port.journal.find(({ event }) => event.kind === "md.instrument");
    expect(instrument?.header.causeId).toBe(cause.header.id);
    sendBar(1_380_893_400, 100_000_000);
    sendBar(1_380_893_405, 0);
    sendBar(1_380_893_400, 5_000_000);
    desk.port.setNow(at(10));
    await desk.edge.turn();
    expect(desk.events("md.bar").map((b) => [b.closeUs, b.status, b.volume, b.timeframe, b.group])).toEqual([
      [at(5), "TRADED", 100_000_000, "5s", "tech"],
      [at(5), "TRADED", 5_000_000, "5s", "tech"],
      [at(10), "NO_TRADE", 0, "5s", "tech"],
    ]);
    expect(desk.ticks.map((t) => [t.field, t.eventUs])).toEqual([
      ["ALIVE", at(10)],
      ["ALIVE", at(10)],
      ["ALIVE", at(10)],
    ]);
  });

  it("asked for twice is made once", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(subscribe("AAPL"), "market-data");
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    await desk.edge.turn();
    expect(heardTypes()).toEqual(["reqContractDetails", "reqMktData", "reqRealTimeBars"]);
  });

  it("is made again on another connection and after a restart, each once; the instrument is not told twice", async () => {
    const dataDir = aDataDir();
    const desk = await start({ dataDir });
    await desk.until(isReady(desk));
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.until(() => desk.told().includes("md.instrument"));
    await tws.next("reqRealTimeBars");
    tws.session().destroy();
    await desk.until(() => desk.told().filter((told) => told === "session READY").length === 2);
    await tws.next("reqRealTimeBars");
    await desks.pop()?.edge.stop();
    await start({ dataDir, before: [...desk.port.journal] });
    await tws.next("reqRealTimeBars");
    expect(heardTypes()).toEqual([
      "reqContractDetails",
      "reqMktData",
      "reqRealTimeBars",
      "reqMktData",
      "reqRealTimeBars",
      "reqMktData",
      "reqRealTimeBars",
    ]);
  });

  it("is answered with the instrument again on the next day's connection: its hours are days ahead", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    desk.port.setNow(at(86_400));
    desk.journal(aClock({ nowUs: at(86_400) }), "clock");
    await desks.pop()?.edge.stop();
    const again = await start({ lockstep: true, before: [...desk.port.journal] });
    await again.edge.turn();
    expect(heardTypes().filter((type) => type === "reqContractDetails")).toHaveLength(2);
    expect(again.events("md.instrument")).toHaveLength(1);
  });

  it("of quotes alone costs one line, is widened when bars are wanted too, and given back", async () => {
    const desk = await start({ lockstep: true });
    desk.journal({ ...subscribe("AAPL"), quotesOnly: true }, "market-data");
    await desk.edge.turn();
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    desk.journal({ ...subscribe("AAPL"), kind: "request.unsubscribe" }, "market-data");
    await desk.edge.turn();
    expect(heardTypes()).toEqual([
      "reqContractDetails",
      "reqMktData",
      "cancelMktData",
      "reqMktData",
      "reqRealTimeBars",
      "cancelMktData",
      "cancelRealTimeBars",
    ]);
    await desks.pop()?.edge.stop();
    await start({ lockstep: true, before: [...desk.port.journal] });
    expect(heardTypes()).toHaveLength(7);
  });

  it("is answered anew where groups.yaml says another sector, without asking for the data again", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    desk.journal({ ...subscribe("AAPL"), sector: "Gadgets" }, "market-data");
    await desk.edge.turn();
    expect(desk.events("md.instrument").map(({ sector }) => sector)).toEqual([undefined, "Gadgets"]);
    expect(heardTypes()).toEqual(["reqContractDetails", "reqMktData", "reqRealTimeBars", "reqContractDetails"]);
  });

  it("of a symbol that IB does not know is subscribed all the same, and has no instrument", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(subscribe("NONE"), "market-data");
    await desk.edge.turn();
    expect(desk.events("md.instrument")).toEqual([]);
  });

  it("gives bars once, also where TWS tells them again after a restart", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.edge.turn();
    sendBar(1_380_893_400, 100_000_000);
    await desk.edge.turn();
    await desks.pop()?.edge.stop();
    const again = await start({ lockstep: true, before: [...desk.port.journal] });
    sendBar(1_380_893_400, 100_000_000);
    sendBar(1_380_893_405, 100_000_000);
    await again.edge.turn();
    expect(again.events("md.bar").map((b) => b.closeUs)).toEqual([at(10)]);
  });
});

describe("ticks", () => {
  it("leave together at the end of what came, in real time", async () => {
    const desk = await start();
    await desk.until(isReady(desk));
    desk.journal(subscribe("AAPL"), "market-data");
    await desk.until(() => desk.told().includes("md.instrument"));
    const { reqId } = await tws.next("reqMktData");
    const session = tws.session();
    const v = session.serverVersion;
    session.send(encode.tickPrice(v, { reqId, tickType: 1, px: 99_000_000, qty: 5_000_000 }));
    session.send(encode.tickPrice(v, { reqId, tickType: 2, px: 99_010_000, qty: 6_000_000 }));
    await tws.next("reqRealTimeBars");
    sendBar(1_380_893_400, 1_000_000);
    await desk.until(() => desk.events("md.bar").length === 1);
    await new Promise((resolve) => void setImmediate(resolve));
    expect(desk.ticks.map((t) => `${t.field} ${t.value}`)).toEqual([
      "BID_SIZE 5000000",
      "BID 99000000",
      "ASK 99010000",
      "ASK_SIZE 6000000",
      "ALIVE 1",
    ]);
  });
});

describe("a backfill", () => {
  it("is answered with the bars of the past", async () => {
    tws.bars.push(...[600, 660, 720].map((start) => ({ ...aWireBar, date: String(start) })));
    const desk = await start({ lockstep: true });
    desk.journal(backfill, "market-data");
    await desk.edge.turn();
    const [history] = desk.events("md.history");
    expect(history).toMatchObject({
      requestId: "warmup",
      failure: "",
      bars: [{ closeUs: 720_000_000 }, { closeUs: 780_000_000, openPx: 1_000_000, volume: 100_000_000 }],
    });
    expect(history?.bars[0]).not.toHaveProperty("wapPx");
  });

  it("that TWS refuses is answered with the failure", async () => {
    tws.onMessage = (message, session) => {
      if (message.type !== "reqHistoricalData") return false;
      return session.send(
        encode.errorMessage(session.serverVersion, { id: message.reqId, code: 162, text: "no data" }),
      );
    };
    const desk = await start({ lockstep: true });
    desk.journal(backfill, "market-data");
    await desk.edge.turn();
    expect(desk.events("md.history")).toMatchObject([
      { bars: [], failure: "historical bars: 162 no data", failureKind: "REFUSED" },
    ]);
  });

  it("that a cut interrupts is asked again on the next session, and answered once", async () => {
    tws.mute.add("reqHistoricalData");
    const desk = await start();
    await desk.until(isReady(desk));
    desk.journal(backfill, "market-data");
    await desk.edge.turn();
    await tws.next("reqHistoricalData");
    tws.mute.clear();
    // IB takes no identical request within 15 seconds.
    desk.port.setNow(at(17));
    tws.session().destroy();
    await desk.until(() => desk.told().includes("md.history"));
    expect(desk.events("md.history").length).toBe(1);
  });

  it("waits for IB's pace in real time, and holds up nothing else", async () => {
    const desk = await start();
    await desk.until(isReady(desk));
    // Six for one contract: the sixth waits two and a half seconds.
    for (let n = 1; n <= 6; n++)
      desk.journal({ ...backfill, requestId: `warmup-${n}`, endUs: us(780_000_000 + n) }, "market-data");
    await desk.until(() => desk.events("md.history").length === 5);
    desk.journal(subscribe("MSFT"), "market-data");
    await desk.until(() => desk.told().includes("md.instrument"));
    expect(desk.events("md.history")).toHaveLength(5);
    desk.port.setNow(at(3));
    desk.journal(aClock({ nowUs: at(3) }), "clock");
    await desk.until(() => desk.events("md.history").length === 6);
    expect(heardTypes().filter((type) => type === "reqHistoricalData")).toHaveLength(6);
  });

  it("that was answered before a restart is not asked again", async () => {
    const desk = await start({ lockstep: true });
    desk.journal(backfill, "market-data");
    await desk.edge.turn();
    await desks.pop()?.edge.stop();
    const again = await start({ lockstep: true, before: [...desk.port.journal] });
    await again.edge.turn();
    expect(again.events("md.history")).toEqual([]);
  });
});
