import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { simulatedClock } from "@bowline/service-kit";
import { freePort } from "../runner/free-port.ts";
import type { RunningSystem } from "../runner/system.ts";
import { type Start, startBenchSystem, symbols } from "./bench-system.ts";
import { type Floor, startFloor } from "./floor.ts";
import {
  APPROVAL_HOPS,
  type Desk,
  type Sample,
  hopsOf,
  stepOfExecution,
  timeBareStep,
  timeFloor,
  timeOurs,
} from "./order-samples.ts";
import { type PathFigures, summarizePath } from "./path-figures.ts";
import { makePredictions } from "./predictions.ts";
import { type WireTap, openWireTap } from "./wire-tap.ts";

export type OrderPathFigures = {
  readonly tickToWire: PathFigures;
  readonly predictionToWire: PathFigures;
  /** Of the same orders the step of execution alone, beside a bare fdatasync and socket write. */
  readonly approvalToWire: PathFigures;
  readonly rounds: number;
};

const ROUNDS = 5;
/** Of each round: together they use the symbols that there are, but for those that warm up. */
const SAMPLES: Readonly<Record<Start, number>> = { tick: 12, prediction: 6 };
/** Entries before the first round: a service that has never sent an order has never compiled how. */
const WARM_UPS = 4;
const READY_MS = 60_000;
/** Lead before the open and the first minute, before which nothing is approved. */
const FIRST_ORDER_MS = 110_000;
const RETRY_MS = 2000;

/**
 * From a tick, and from a prediction, to the first placeOrder on the wire, through the running services, beside the bare
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
    const desk: Desk = {
      bus,
      tap,
      floor,
      predictions: makePredictions(bus, await simulatedClock(bus, "bench", () => undefined)),
    };
    onPhase("waiting for the first minute of the market");
    const unused = [...symbols];
    await firstOrders(desk, unused);
    onPhase("measuring");
    const figures = await alternate(desk, unused);
    await bus.close();
    return figures;
  } finally {
    floor?.stop();
    await system?.stop();
    tap?.close();
    rmSync(runDir, { recursive: true, force: true });
  }
}

/** The first order says that the market is open and known; some more of both kinds warm everybody up. */
async function firstOrders(desk: Desk, unused: string[]): Promise<void> {
  const [first = ""] = unused.splice(0, 1);
  const deadlineMs = performance.now() + FIRST_ORDER_MS;
  while ((await timeOurs(desk, "prediction", first)) === undefined) {
    if (performance.now() > deadlineMs) throw new Error("bench: no order within the first minutes");
    await new Promise((resolve) => void setTimeout(resolve, RETRY_MS));
  }
  for (let i = 0; i < WARM_UPS; i++) {
    for (const start of ["tick", "prediction"] as const) {
      await timeFloor(desk, start);
      await timeBareStep(desk);
      await timeOurs(desk, start, unused.shift() ?? "");
    }
  }
}

type Rounds = { readonly ours: Sample[][]; readonly floor: Sample[][]; readonly steps: Sample[][]; missed: number };

async function alternate(desk: Desk, unused: string[]): Promise<OrderPathFigures> {
  const newRounds = (): Rounds => ({ ours: [], floor: [], steps: [], missed: 0 });
  const measured = { tick: newRounds(), prediction: newRounds() };
  for (let round = 0; round < ROUNDS; round++)
    for (const start of ["tick", "prediction"] as const)
      await measureRound(desk, start, { into: measured[start], unused });
  const both = [measured.tick, measured.prediction];
  return {
    approvalToWire: summarizePath(APPROVAL_HOPS, {
      ours: both.flatMap(({ ours }) => ours.map((round) => round.map(stepOfExecution))),
      floor: both.flatMap(({ steps }) => steps),
      missed: both.reduce((sum, { missed }) => sum + missed, 0),
    }),
    tickToWire: summarizePath(hopsOf("tick"), measured.tick),
    predictionToWire: summarizePath(hopsOf("prediction"), measured.prediction),
    rounds: ROUNDS,
  };
}

async function measureRound(
  desk: Desk,
  start: Start,
  { into, unused }: { readonly into: Rounds; readonly unused: string[] },
): Promise<void> {
  const [own, bare, steps]: [Sample[], Sample[], Sample[]] = [[], [], []];
  for (let sample = 0; sample < SAMPLES[start]; sample++) {
    bare.push(await timeFloor(desk, start));
    steps.push(await timeBareStep(desk));
    const took = await timeOurs(desk, start, unused.shift() ?? "");
    if (took === undefined) into.missed += 1;
    else own.push(took);
  }
  into.ours.push(own);
  into.floor.push(bare);
  into.steps.push(steps);
}
