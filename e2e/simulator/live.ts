import { WhatToShow } from "@stoqey/ib";
import { OPEN, stockOf, SYMBOLS } from "./market.ts";
import { connectRecorder } from "./recorder.ts";
import { type SimProcess, startSim } from "./sim-process.ts";

/** A simulator whose market plays in whole steps: between two of them nothing changes. */
export type LiveMarket = {
  readonly sim: SimProcess;
  /** Resolves when a step was just played: its index. */
  nextStep(): Promise<number>;
  close(): void;
};

const STEP_SECONDS = 5;
const WATCHER = 31_000;

/** Its first step was just played. */
export async function openLiveMarket(speed: number, more: readonly string[] = []): Promise<LiveMarket> {
  const args = ["--symbols", SYMBOLS.join(","), "--speed", String(speed), "--ticks-per-second", "0", ...more];
  const sim = await startSim(args);
  await sim.post("/sim/switches", { messagesPerSecond: 0, tickByTickSameSeconds: 0 });
  const watcher = await connectRecorder(sim.port, WATCHER);
  // The last symbol by the alphabet: the step has been told to all when its bar comes.
  watcher.api.reqRealTimeBars(1, stockOf(SYMBOLS.at(-1) ?? ""), STEP_SECONDS, WhatToShow.TRADES, true);
  const live: LiveMarket = {
    sim,
    nextStep: async () => {
      const [, , startSeconds] = await watcher.sees(([event]) => event === "realtimeBar");
      return (Number(startSeconds) - OPEN) / STEP_SECONDS;
    },
    close: watcher.close,
  };
  await live.nextStep();
  return live;
}
