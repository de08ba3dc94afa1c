import {
  type Entry,
  type Event,
  type Machine,
  type ServiceContract,
  decodeEvent,
  makeDecisionHash,
} from "@bowline/contracts";
import { connectBus, readAll } from "@bowline/bus";
import { type Us, px, qty, us } from "@bowline/kernel";
import { type NatsServer, startNatsServer } from "@bowline/testkit";
import { afterEach, describe, expect, it } from "vitest";
import { readServiceConfig } from "../config.ts";
import type { Edge, EdgePort } from "../edge.ts";
import { setUpJournal } from "../journal-setup.ts";
import { makeLog } from "../log.ts";
import { startProcess } from "../service-process.ts";
import { makeConductor } from "./conductor.ts";

const START = us(1_380_893_400_000_000);
let nats: NatsServer;
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function journal() {
  const bus = await connectBus({ url: nats.url, name: "test" });
  await setUpJournal(bus, { ticks: true });
  cleanUps.push(() => bus.close());
  return bus;
}

async function serve(
  contract: ServiceContract,
  parts: { machines?: () => Machine[]; edges?: () => Edge[] },
  delayMs = 0,
) {
  const config = readServiceConfig(
    {
      BOWLINE_NATS_URL: nats.url,
      BOWLINE_SIMULATED: "1",
      BOWLINE_LOG_LEVEL: "silent",
      BOWLINE_TEST_DELAY_MS: String(delayMs),
    },
    {},
  );
  const bus = await connectBus({ url: nats.url, name: contract.service });
  const running = await startProcess({
    contract,
    config,
    ...parts,
    bus,
    log: makeLog(contract.service, process.env["TEST_LOG"] ?? "silent"),
    configHash: "test",
    configText: "test",
  });
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await running.stop();
  };
  cleanUps.push(stop);
  return { stop };
}

/** Journals one bar a step and, in a round, answers every approval with a submission. */
function executionEdge(): Edge {
  let port: EdgePort | undefined;
  let approvals: Entry[] = [];
  let barAtUs = 0;
  return {
    name: "execution",
    start: async (given) => void (port = given),
    stop: async () => undefined,
    observe: (entry) => {
      if (entry.event.kind === "md.bar") barAtUs = entry.event.closeUs;
      if (entry.event.kind === "order.denied") approvals.push(entry);
      if (entry.event.kind === "order.lost")
        approvals = approvals.filter(
          (a) =>
            a.event.kind === "order.denied" &&
            entry.event.kind === "order.lost" &&
            a.event.clOrdId !== entry.event.clOrdId,
        );
    },
    pending: () => approvals.length,
    turn: async () => {
      if (port === undefined) return;
      const answered = approvals;
      approvals = [];
      await port.publish(answered.map((entry) => ({ event: lost(entry.event), cause: entry })));
      const closeUs = port.nowUs();
      if (closeUs > barAtUs && closeUs > START) await port.publish([{ event: bar(closeUs) }]);
      barAtUs = closeUs;
    },
  };
}

const lost = (event: Event): Event => ({
  kind: "order.lost",
  clOrdId: event.kind === "order.denied" ? event.clOrdId : "",
  group: "g",
  symbol: "SPY",
  evidence: "test",
});
const bar = (closeUs: Us): Event => ({
  kind: "md.bar",
  group: "g",
  symbol: "SPY",
  timeframe: "5s",
  closeUs,
  closePx: px(1_000_000),
  volume: qty(1),
  tradeCount: 1,
  status: "TRADED",
});

function clockEdge(): Edge {
  let port: EdgePort | undefined;
  let lastUs = 0;
  return {
    name: "clock",
    start: async (given) => void (port = given),
    stop: async () => undefined,
    observe: (entry) => void (entry.event.kind === "control.clock" && (lastUs = entry.event.nowUs)),
    pending: () => 0,
    turn: async () => {
      const nowUs = port?.nowUs() ?? START;
      if (nowUs > lastUs)
        await port?.publish([{ event: { kind: "control.clock", nowUs, sessionDate: "2013-10-04", phase: "REGULAR" } }]);
    },
  };
}

const idleEdge = (name: string): Edge => ({
  name,
  start: async () => undefined,
  stop: async () => undefined,
  observe: () => undefined,
  pending: () => 0,
  turn: async () => undefined,
});

/** On every clock: a denial with the number of bars so far; counts what came of them. */
function gate(): Machine {
  let state = { bars: 0, lost: 0 };
  return {
    name: "risk-gate",
    version: 1,
    apply: (entry, emit) => {
      if (entry.event.kind === "md.bar") state.bars += 1;
      if (entry.event.kind === "order.lost") state.lost += 1;
      if (entry.event.kind === "control.clock" && state.bars % 3 === 0) {
        emit({
          kind: "order.denied",
          clOrdId: `c${state.bars}`,
          group: "g",
          symbol: "SPY",
          strategy: "s",
          rule: "r",
          side: "BUY",
          orderQty: qty(1),
          reasons: [{ code: "TEST", detail: [{ key: "lost", value: String(state.lost) }] }],
        });
        emit({ kind: "control.heartbeat", source: "risk-gate", clockUs: entry.event.nowUs });
      }
    },
    snapshot: () => state,
    restore: (snapshot) => void (state = { ...(snapshot as typeof state) }),
  };
}

const contracts = {
  execution: { service: "execution", doc: "", consumes: ["order.denied"], publishes: ["md.bar", "order.lost"] },
  "market-data": { service: "market-data", doc: "", consumes: [], publishes: ["control.clock"] },
  "risk-gate": {
    service: "risk-gate",
    doc: "",
    consumes: ["md.bar", "control.clock", "order.lost"],
    publishes: ["order.denied", "control.heartbeat"],
  },
} satisfies Record<string, ServiceContract>;

async function run(options: {
  steps: number;
  delayMs?: number;
  restart?: { at: number; what: keyof typeof contracts };
}): Promise<{ hash: string; denied: number; ms: number; entries: string[] }> {
  nats = await startNatsServer();
  cleanUps.push(() => nats.stop());
  const bus = await journal();
  const conductor = makeConductor({
    bus,
    names: ["execution", "feed", "clock", "risk-gate"],
    startUs: START,
    onStarted: async () => undefined,
    onWaiting: () => undefined,
  });
  cleanUps.push(async () => conductor.stop());
  const start = {
    execution: () => serve(contracts.execution, { edges: () => [executionEdge()] }, options.delayMs),
    "market-data": () =>
      serve(contracts["market-data"], { edges: () => [idleEdge("feed"), clockEdge()] }, options.delayMs),
    "risk-gate": () => serve(contracts["risk-gate"], { machines: () => [gate()] }, options.delayMs),
  };
  const running = {
    execution: await start.execution(),
    "market-data": await start["market-data"](),
    "risk-gate": await start["risk-gate"](),
  };
  await conductor.settle();
  const startedMs = performance.now();
  for (let step = 0; step < options.steps; step++) {
    if (step === options.restart?.at) {
      const what = options.restart.what;
      void running[what].stop().then(async () => void (running[what] = await start[what]()));
    }
    await conductor.step(step, us(START + (step + 1) * 5_000_000), async () => undefined);
  }
  const ms = performance.now() - startedMs;
  const hash = makeDecisionHash();
  let denied = 0;
  const entries: string[] = [];
  await readAll(bus, {
    onEntry: (raw) => {
      const decoded = decodeEvent(raw.subject, raw.bytes);
      if (!decoded.ok) throw new Error(decoded.error.type);
      hash.add({ seq: raw.seq, subject: raw.subject, ...decoded.value });
      entries.push(`${raw.subject} ${decoded.value.header.eventUs}`);
      if (decoded.value.event.kind === "order.denied") denied += 1;
    },
  });
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  return { hash: hash.digest(), denied, ms, entries };
}

describe("lock-step", () => {
  it("gives the same decisions with random delays and over restarts of every participant", async () => {
    const calm = await run({ steps: 60 });
    expect(calm.denied).toBe(20);
    expect((await run({ steps: 60, delayMs: 10 })).hash).toBe(calm.hash);
    for (const what of ["risk-gate", "execution", "market-data"] as const)
      expect((await run({ steps: 60, restart: { at: 17, what } })).hash).toBe(calm.hash);
    expect((await run({ steps: 59 })).hash).not.toBe(calm.hash);
  });
});
