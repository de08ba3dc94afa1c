import { WhatToShow } from "@stoqey/ib";
import { OPEN, stockOf, SYMBOLS } from "./market.ts";
import { connectRecorder } from "./recorder.ts";
import { type SimProcess, startSim } from "./sim-process.ts";

/** A simulator whose market plays in whole steps, three times as fast as real time: between two steps nothing changes. */
export type LiveMarket = {
  readonly sim: SimProcess;
  /** Resolves when a step was just played: its index. The next one is more than a second away. */
  nextStep(): Promise<number>;
  close(): void;
};

const STEP_SECONDS = 5;
const WATCHER = 31_000;

export async function openLiveMarket(args: readonly string[] = []): Promise<LiveMarket> {
  const sim = await startSim(["--symbols", SYMBOLS.join(","), "--speed", "3", "--ticks-per-second", "0", ...args]);
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
