import type { BarLength } from "@bowline/kernel";
import { type PlainBar, type ResampleState, initialResample, resample } from "@bowline/market";
import type { CompiledStrategy } from "@bowline/rules";

/** Builders of the longer bars that rules wait for. Plain JSON. */
export type TriggerBars = Partial<Record<BarLength, ResampleState>>;

export const initialTriggerBars = (strategy: CompiledStrategy): TriggerBars =>
  Object.fromEntries(
    strategy.rules.flatMap(({ on: { timeframe } }) =>
      timeframe === undefined || timeframe === "1m" ? [] : [[timeframe, initialResample()]],
    ),
  );

/** The keys that a closed one-minute bar stands for: its own, and those of the longer bars that it ends. */
export function barKeys(bars: TriggerBars, bar: PlainBar): readonly string[] {
  const longer = (Object.entries(bars) as [BarLength, ResampleState][]).flatMap(([timeframe, state]) =>
    resample(timeframe, state, bar).some(({ status }) => status !== "NO_DATA") ? [`bar:${timeframe}`] : [],
  );
  return bar.status === "NO_DATA" ? longer : ["bar:1m", ...longer];
}
