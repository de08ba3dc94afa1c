import type { Start } from "./bench-system.ts";
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

export type OrderPathFigures = {
  readonly tickToWire: PathFigures;
  readonly predictionToWire: PathFigures;
  /** Of the same orders the step of execution alone, beside a bare fdatasync and socket write. */
  readonly approvalToWire: PathFigures;
  readonly rounds: number;
};

/** How much is measured. */
export type RoundsLoad = {
  readonly rounds: number;
  /** Of each round. */
  readonly samples: Readonly<Record<Start, number>>;
  /** Entries of both kinds before the first round: a service that has never sent an order has never compiled how. */
  readonly warmUps: number;
};

const RETRY_MS = 2000;

/** The first order says that the market is open and known. Throws where none comes in time. */
export async function firstOrder(desk: Desk, symbol: string, withinMs: number): Promise<void> {
  const deadlineMs = performance.now() + withinMs;
  while ((await timeOurs(desk, "prediction", symbol)) === undefined) {
    if (performance.now() > deadlineMs) throw new Error("bench: no order within the first minutes");
    await new Promise((resolve) => void setTimeout(resolve, RETRY_MS));
  }
}

async function warmUp(desk: Desk, unused: string[]): Promise<void> {
  for (const start of ["tick", "prediction"] as const) {
    await timeFloor(desk, start);
    await timeBareStep(desk);
    await timeOurs(desk, start, unused.shift() ?? "");
  }
}

type Rounds = { readonly ours: Sample[][]; readonly floor: Sample[][]; readonly steps: Sample[][]; missed: number };

/** Warms everybody up, then measures in turns. Takes a symbol of `unused` for each order. */
export async function measureRounds(desk: Desk, unused: string[], load: RoundsLoad): Promise<OrderPathFigures> {
  for (let i = 0; i < load.warmUps; i++) await warmUp(desk, unused);
  const newRounds = (): Rounds => ({ ours: [], floor: [], steps: [], missed: 0 });
  const measured = { tick: newRounds(), prediction: newRounds() };
  for (let round = 0; round < load.rounds; round++)
    for (const start of ["tick", "prediction"] as const)
      await measureRound(desk, start, { into: measured[start], unused, samples: load.samples[start] });
  const both = [measured.tick, measured.prediction];
  return {
    approvalToWire: summarizePath(APPROVAL_HOPS, {
      ours: both.flatMap(({ ours }) => ours.map((round) => round.map(stepOfExecution))),
      floor: both.flatMap(({ steps }) => steps),
      missed: both.reduce((sum, { missed }) => sum + missed, 0),
    }),
    tickToWire: summarizePath(hopsOf("tick"), measured.tick),
    predictionToWire: summarizePath(hopsOf("prediction"), measured.prediction),
    rounds: load.rounds,
  };
}

async function measureRound(
  desk: Desk,
  start: Start,
  { into, unused, samples }: { readonly into: Rounds; readonly unused: string[]; readonly samples: number },
): Promise<void> {
  const [own, bare, steps]: [Sample[], Sample[], Sample[]] = [[], [], []];
  for (let sample = 0; sample < samples; sample++) {
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
