import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectBus } from "@bowline/bus";
import { simulatedClock } from "@bowline/service-kit";
import { freePort } from "../runner/free-port.ts";
import type { RunningSystem } from "../runner/system.ts";
import { startBenchSystem, symbols } from "./bench-system.ts";
import { type Floor, startFloor } from "./floor.ts";
import { firstOrder, measureRounds, type OrderPathFigures, type RoundsLoad } from "./order-rounds.ts";
import type { Desk } from "./order-samples.ts";
import { makePredictions } from "./predictions.ts";
import { type WireTap, openWireTap } from "./wire-tap.ts";

/** Together the samples use the symbols that there are, but for those that warm up. */
const LOAD: RoundsLoad = { rounds: 5, samples: { tick: 12, prediction: 6 }, warmUps: 4 };
const READY_MS = 60_000;
/** Lead before the open and the first minute, before which nothing is approved. */
const FIRST_ORDER_MS = 110_000;

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
    await firstOrder(desk, unused.shift() ?? "", FIRST_ORDER_MS);
    onPhase("measuring");
    const figures = await measureRounds(desk, unused, LOAD);
    await bus.close();
    return figures;
  } finally {
    floor?.stop();
    await system?.stop();
    tap?.close();
    rmSync(runDir, { recursive: true, force: true });
  }
}
