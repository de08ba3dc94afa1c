import { type Bus, JOURNAL } from "@bowline/bus";
import { GROUP, type Start } from "./bench-system.ts";
import type { Floor, Timed } from "./floor.ts";
import { FLOOR, FLOOR_STREAM } from "./floor-stream.ts";
import type { Predictions } from "./predictions.ts";
import { storedTimes } from "./stored-times.ts";
import type { WireTap } from "./wire-tap.ts";

/** What one order took, in milliseconds: all of it, and hop by hop. */
export type Sample = { readonly totalMs: number; readonly hopsMs: readonly number[] };

/** What the samples are taken with. */
export type Desk = {
  readonly bus: Bus;
  readonly tap: WireTap;
  readonly floor: Floor;
  readonly predictions: Predictions;
};

/** What ends each hop: an entry of the journal, and the same of the floor's stream; the last hop ends on the wire. */
const SHARED = [
  { hop: "strategy → order.intent", subject: "bw.order.intent", bare: FLOOR.intent },
  { hop: "risk-gate → order.approved", subject: "bw.order.approved", bare: FLOOR.approved },
  { hop: "execution: fdatasync → order.submitted", subject: "bw.order.submitted", bare: FLOOR.submitted },
] as const;
const FIRST = {
  tick: { hop: "execution → feed → md.quote", subject: "bw.md.quote", bare: FLOOR.quote },
  prediction: { hop: "→ signal.accepted", subject: "bw.signal.accepted", bare: FLOOR.signal },
} as const;
const ENTRIES = { tick: [FIRST.tick, ...SHARED], prediction: [FIRST.prediction, ...SHARED] } as const;

export const hopsOf = (start: Start): readonly string[] => [
  ...ENTRIES[start].map(({ hop }) => hop),
  "execution: acknowledged → placeOrder",
];

/** The step of execution alone: of the hops above, the last two. */
export const APPROVAL_HOPS = ["execution: order.approved → placeOrder"] as const;
const STEPS_OF_EXECUTION = 2;

export function stepOfExecution({ hopsMs }: Sample): Sample {
  const totalMs = hopsMs.slice(-STEPS_OF_EXECUTION).reduce((sum, tookMs) => sum + tookMs, 0);
  return { totalMs, hopsMs: [totalMs] };
}

/** The floor of that step: from when the server stored an approval until fdatasync and a socket write are done. */
export async function timeBareStep(desk: Desk): Promise<Sample> {
  await quiet(desk);
  const { startedMs, placedMs } = await desk.floor.approval();
  await pause(PAUSE_MS);
  const [storedMs = startedMs] = await storedTimes(desk.bus, FLOOR_STREAM, [FLOOR.alone]);
  const totalMs = placedMs - Math.max(startedMs, storedMs);
  return { totalMs, hopsMs: [totalMs] };
}

/** Between two samples: what the last one led to is over by then. */
const PAUSE_MS = 60;
const MISSED_AFTER_MS = 2000;
/**
 * Ticks of all symbols come together every five seconds, and a symbol's quote then rests for 250 ms. A sample waits for that
 * to be over, and for no more of it to come: pacing is a setting, and a burst is another measurement.
 */
const QUIET_MS = { from: 400, to: 4500 } as const;
const LOOK_MS = 10;

const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

async function quiet({ tap }: Desk): Promise<void> {
  await pause(PAUSE_MS);
  while (tap.quietMs() < QUIET_MS.from || tap.quietMs() > QUIET_MS.to) await pause(LOOK_MS);
}

/** From the start of an order of this symbol to its placeOrder; `undefined` where none came in time, or one came before. */
export async function timeOurs(desk: Desk, start: Start, symbol: string): Promise<Sample | undefined> {
  const { tap, predictions } = desk;
  await quiet(desk);
  if (start === "tick") {
    await predictions.publish(symbol, "tick");
    await pause(PAUSE_MS);
  }
  const placed = tap.nextPlaceOrder();
  const before = tap.placed();
  const startedMs = start === "tick" ? tap.repeatBid(symbol) : await predictions.publish(symbol, "prediction");
  if (startedMs === undefined || (start === "tick" && tap.placed() !== before)) return undefined;
  const placedMs = await Promise.race([placed, pause(MISSED_AFTER_MS)]);
  if (placedMs === undefined) return undefined;
  await pause(PAUSE_MS);
  const subjects = ENTRIES[start].map(({ subject }) => `${subject}.${GROUP}.${symbol}`);
  return sampleOf({ startedMs, placedMs }, await storedTimes(desk.bus, JOURNAL, subjects));
}

export async function timeFloor(desk: Desk, start: Start): Promise<Sample> {
  await quiet(desk);
  const timed = await desk.floor[start]();
  await pause(PAUSE_MS);
  const subjects = ENTRIES[start].map(({ bare }) => bare);
  return sampleOf(timed, await storedTimes(desk.bus, FLOOR_STREAM, subjects));
}

/** Two clocks that agree to some microseconds: no hop is shorter than nothing, nor ends behind the wire. */
function sampleOf({ startedMs, placedMs }: Timed, storedMs: readonly (number | undefined)[]): Sample {
  let lastMs = startedMs;
  const hopsMs = [...storedMs, placedMs].map((atMs) => {
    const endedMs = Math.min(placedMs, Math.max(lastMs, atMs ?? lastMs));
    const tookMs = endedMs - lastMs;
    lastMs = endedMs;
    return tookMs;
  });
  return { totalMs: placedMs - startedMs, hopsMs };
}
