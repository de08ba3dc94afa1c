import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Bus, connectBus, publishAcked } from "@bowline/bus";
import { type Event, type Header, SCHEMA_VERSION, encodeEvent, subjectOf } from "@bowline/contracts";
import { addMs, us } from "@bowline/kernel";
import { type Clock, simulatedClock } from "@bowline/service-kit";
import { prepareInputs } from "../run-inputs.ts";
import { freePort } from "../runner/free-port.ts";
import { type SimulatedRun, simulatedServices } from "../runner/simulated-services.ts";
import { type RunningSystem, startSystem } from "../runner/system.ts";
import { type Quantiles, type Round, summarizeRounds } from "./figures.ts";
import { type Floor, startFloor } from "./floor.ts";
import { type WireTap, openWireTap } from "./wire-tap.ts";

export type OrderPathFigures = {
  readonly ours: Quantiles;
  readonly floor: Quantiles;
  readonly rounds: number;
  readonly samples: number;
  /** Signals that led to no order in time. */
  readonly missed: number;
};

/** Enough symbols that each is entered once. */
const SYMBOLS = 100;
const ROUNDS = 5;
const READY_MS = 60_000;
/** Lead before the open and the first minute, before which nothing is approved. */
const FIRST_ORDER_MS = 110_000;
const MISSED_AFTER_MS = 2000;
const PAUSE_MS = 60;

const STRATEGY = `strategy: bench
description: Enters on every prediction.
groups: all
rules:
  - id: enter
    on: prediction
    when:
      - prediction: { direction: [LONG, SHORT] }
      - position: { is: flat }
    do:
      enter:
        order: market
        expiresMs: 2000
        bracket: { stopAtr: 4, targetAtr: 6 }
        size: { riskPerTrade: { equityPercent: 0.001, confidence: { none: 0.4, full: 0.9 }, maxNotionalPercent: 0.5, maxNotional: 5000 } }
    cooldownMinutes: 0
`;

const LIMITS = `limits:
  maxIntentAgeMs: 2000
  maxClockAgeMs: 3000
  openBlackoutMinutes: 0
  closeBlackoutMinutes: 0
  maxQuoteAgeMs: 10000
  maxPriceDeviation: 0.05
  maxOrderQty: 100000
  maxOrderNotional: 500000
  maxPositionQty: 100000
  maxPositionNotional: 500000
  maxGrossExposure: 10
  maxOrdersPerSecond: 1000
  maxOrdersPerMinute: 100000
  maxDailyLoss: 500000
`;

const symbols = Array.from({ length: SYMBOLS }, (_, index) => `B${String(index).padStart(3, "0")}`);

/**
 * From before a prediction is journaled to its first placeOrder on the wire, through the running services, beside the bare
 * hops on the same server in the same minutes, in turns.
 */
export async function measureOrderPath(onPhase: (phase: string) => void): Promise<OrderPathFigures> {
  const runDir = mkdtempSync(join(tmpdir(), "bowline-bench-"));
  let system: RunningSystem | undefined;
  let tap: WireTap | undefined;
  let floor: Floor | undefined;
  try {
    const twsPort = await freePort();
    tap = await openWireTap(twsPort);
    onPhase("starting the services");
    system = await startBenchSystem(runDir, { twsPort, tapPort: tap.port });
    await system.ready(READY_MS);
    const bus = await connectBus({ url: system.natsUrl, name: "bench" });
    floor = await startFloor(bus, system.natsUrl, runDir);
    const signals = makeSignals(bus, await simulatedClock(bus, "bench", () => undefined));
    onPhase("waiting for the first minute of the market");
    await firstOrder(signals, tap);
    onPhase("measuring");
    const figures = await alternate(signals, tap, floor);
    await bus.close();
    return figures;
  } finally {
    floor?.stop();
    await system?.stop();
    tap?.close();
    rmSync(runDir, { recursive: true, force: true });
  }
}

async function startBenchSystem(runDir: string, ports: { twsPort: number; tapPort: number }): Promise<RunningSystem> {
  const folder = join(runDir, "inputs");
  mkdirSync(folder);
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const inputs = prepareInputs(
    {
      seed: 1,
      strategy: file("strategy.yaml", STRATEGY),
      limits: file("limits.yaml", LIMITS),
      groups: file("groups.yaml", `groups:\n  bench: [${symbols.join(", ")}]\n`),
    },
    join(runDir, "config"),
  );
  const run: SimulatedRun = {
    inputs,
    runDir,
    workers: 1,
    seed: 1,
    speed: "1",
    twsPort: ports.twsPort,
    predictorPort: await freePort(),
  };
  // The bench stands in prediction-ingest's place; execution reaches the simulator through the tap.
  const services = simulatedServices(run)
    .filter(({ name }) => name !== "prediction-ingest" && name !== "demo-predictor")
    .map((spec) =>
      spec.name === "execution" ? { ...spec, env: { ...spec.env, BOWLINE_TWS: `127.0.0.1:${ports.tapPort}` } } : spec,
    );
  return startSystem({
    runDir,
    natsDir: join(runDir, "nats"),
    natsPort: 0,
    syncInterval: "250ms",
    ticks: false,
    services: () => services,
  });
}

type Signals = {
  /** Journals a prediction for the next symbol; the time before that. */ next(): Promise<number>;
  left(): number;
};

function makeSignals(bus: Bus, clock: Clock): Signals {
  let sent = 0;
  return {
    left: () => SYMBOLS - sent,
    next: async () => {
      const symbol = symbols[sent % SYMBOLS] ?? "";
      sent += 1;
      const nowUs = clock.nowUs();
      const id = `bench-${sent}`;
      const event: Event = {
        kind: "signal.accepted",
        group: "bench",
        symbol,
        predictionId: id,
        revision: 0,
        model: "bench",
        direction: "LONG",
        confidence: 900_000,
        horizonMs: 600_000,
        producedUs: nowUs,
        validUntilUs: addMs(nowUs, 600_000),
      };
      const header: Header = {
        id,
        causeId: "",
        causeSeq: sent,
        ordinal: 0,
        correlationId: id,
        machine: "prediction-ingest",
        epoch: 1,
        build: "bench",
        configVersion: "bench",
        eventUs: us(nowUs),
        seenUs: us(nowUs),
        schemaVersion: SCHEMA_VERSION,
      };
      const startedMs = performance.now();
      const published = await publishAcked(bus, {
        subject: subjectOf(event),
        bytes: encodeEvent(header, event),
        msgId: id,
      });
      if (!published.ok) throw new Error(`bench: ${published.error.message}`);
      return startedMs;
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** Time from a signal to its order; `undefined` where none came. */
async function measureOurs(signals: Signals, tap: WireTap): Promise<number | undefined> {
  const placed = tap.nextPlaceOrder();
  const startedMs = await signals.next();
  const atMs = await Promise.race([placed, pause(MISSED_AFTER_MS)]);
  return atMs === undefined ? undefined : atMs - startedMs;
}

async function firstOrder(signals: Signals, tap: WireTap): Promise<void> {
  const deadlineMs = performance.now() + FIRST_ORDER_MS;
  while (performance.now() < deadlineMs) {
    if ((await measureOurs(signals, tap)) !== undefined) return;
    await pause(MISSED_AFTER_MS);
  }
  throw new Error("bench: no order within the first minutes");
}

async function alternate(signals: Signals, tap: WireTap, floor: Floor): Promise<OrderPathFigures> {
  const perRound = Math.floor(signals.left() / ROUNDS);
  const ours: Round[] = [];
  const bare: Round[] = [];
  let missed = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const [own, floors]: [number[], number[]] = [[], []];
    for (let sample = 0; sample < perRound; sample++) {
      floors.push(await floor.measure());
      await pause(PAUSE_MS);
      const took = await measureOurs(signals, tap);
      if (took === undefined) missed += 1;
      else own.push(took);
      await pause(PAUSE_MS);
    }
    ours.push(own);
    bare.push(floors);
  }
  return { ours: summarizeRounds(ours), floor: summarizeRounds(bare), rounds: ROUNDS, samples: perRound, missed };
}
