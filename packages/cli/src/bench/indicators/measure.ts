import { cpus } from "node:os";
import { sessionOf } from "@bowline/calendar";
import { type Study, type StudyBar, type StudyState, makeStudy } from "@bowline/indicators";
import { US_PER_MINUTE } from "@bowline/kernel";
import { median } from "../figures.ts";
import { CONTESTS, type Contestant, LIBRARIES, type Library, type Market } from "./contestants.ts";
import { makeMarket } from "./walk.ts";

export type IndicatorFigures = {
  readonly machine: { readonly cpu: string; readonly node: string };
  readonly bars: number;
  readonly rounds: number;
  /** Millions of updates a second, each with its value read; medians of the rounds. */
  readonly contests: readonly {
    readonly name: string;
    readonly millionsPerSecond: Readonly<Record<Library, number>>;
  }[];
  readonly crowd: CrowdFigures;
};

/** All indicators of all symbols, for one minute, on one core. */
export type CrowdFigures = {
  readonly symbols: number;
  readonly indicators: number;
  readonly minutes: number;
  readonly msPerMinute: { readonly p50: number; readonly worst: number };
};

/** How much is measured. */
export type IndicatorLoad = {
  /** Of each contest: bars, how often every library has its turn, and the CPU time of a turn. */
  readonly bars: number;
  readonly rounds: number;
  readonly turnMs: number;
  /** Of the crowd: symbols, and minutes that count, after those in which the indicators fill. */
  readonly symbols: number;
  readonly minutes: number;
};
/** Some ten weeks of minutes fit into the processor's caches; the system counts CPU time in steps of up to 4 ms. */
const FULL_LOAD: IndicatorLoad = { bars: 20_000, rounds: 9, turnMs: 120, symbols: 500, minutes: 250 };

/** CPU time of this thread: what others do on the machine is not in it. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Contestants take turns, so that a busy machine slows all of them alike. */
export function measureIndicators(onPhase: (phase: string) => void, load = FULL_LOAD): IndicatorFigures {
  const { bars, rounds, turnMs, symbols } = load;
  const market = makeMarket(bars);
  const contests = CONTESTS.map(({ name, of }) => {
    onPhase(`indicators: ${name}, ${rounds} rounds over ${bars} bars`);
    const rates = new Map<Library, number[]>(LIBRARIES.map((library) => [library, []]));
    for (let round = 0; round < rounds; round++) {
      for (const library of LIBRARIES) {
        rates.get(library)?.push(millionsPerSecond(of[library], market, turnMs));
      }
    }
    const medians = [...rates].map(([library, all]) => [library, median(all)] as const);
    return { name, millionsPerSecond: Object.fromEntries(medians) as Record<Library, number> };
  });
  onPhase(`indicators: ${symbols} symbols, ${CROWD.length} indicators each`);
  const machine = { cpu: cpus()[0]?.model ?? "unknown", node: process.versions.node };
  return { machine, bars, rounds, contests, crowd: measureCrowd(load) };
}

/** One turn: over the same bars again and again, until so much CPU time has passed. */
function millionsPerSecond(run: Contestant, market: Market, turnMs: number): number {
  const startedMs = cpuMs();
  let tookMs = 0;
  let passes = 0;
  while (tookMs < turnMs) {
    if (!Number.isFinite(run(market))) throw new Error("a contestant gave no number");
    passes += 1;
    tookMs = cpuMs() - startedMs;
  }
  return (passes * market.bars.length) / 1000 / tookMs;
}

/** Twenty as strategies use them: averages, oscillators, bands, volume, statistics. */
const CROWD = [
  "sma",
  "ema",
  "wma",
  "kama",
  "macd",
  "rsi",
  "atr",
  "bollinger",
  "keltner",
  "donchian",
  "adx",
  "stochastic",
  "cci",
  "mfi",
  "obv",
  "vwap",
  "supertrend",
  "linearRegression",
  "relativeVolume",
  "percentileRank",
] as const;
const WARM_MINUTES = 130;

function measureCrowd({ symbols: count, minutes: measured }: IndicatorLoad): CrowdFigures {
  const studies = CROWD.map((indicator) => makeStudy({ indicator }));
  const { bars } = makeMarket(WARM_MINUTES + measured);
  const openUs = sessionOf("2024-01-02")?.openUs ?? 0;
  const minutes = bars.map((bar, index): StudyBar => {
    const { openPx, highPx, lowPx, closePx, volume } = bar;
    return { closeUs: openUs + (index + 1) * US_PER_MINUTE, status: "TRADED", openPx, highPx, lowPx, closePx, volume };
  });
  const symbols = Array.from({ length: count }, () => studies.map((study) => ({ study, state: study.init() })));
  const times: number[] = [];
  minutes.forEach((bar, index) => {
    const startedMs = cpuMs();
    for (const symbol of symbols) foldMinute(symbol, bar);
    if (index >= WARM_MINUTES) times.push(cpuMs() - startedMs);
  });
  const msPerMinute = { p50: median(times), worst: Math.max(...times) };
  return { symbols: count, indicators: CROWD.length, minutes: measured, msPerMinute };
}

function foldMinute(symbol: readonly { readonly study: Study; readonly state: StudyState }[], bar: StudyBar): void {
  for (const { study, state } of symbol) {
    study.push(state, bar);
    study.value(state);
  }
}

/** The figures as lines for people; the ratio to the bare loop is what carries over to another machine. */
export function renderIndicatorFigures({
  machine,
  bars,
  rounds,
  contests,
  crowd,
}: IndicatorFigures): readonly string[] {
  const cell = (value: number): string => value.toFixed(1).padStart(20);
  return [
    `${machine.cpu}, Node ${machine.node}; millions of updates a second, of CPU time; medians of ${rounds} rounds in turns over ${bars} bars`,
    `${"".padEnd(16)}${LIBRARIES.map((library) => library.padStart(20)).join("")}${"ours ÷ bare".padStart(14)}`,
    ...contests.map(({ name, millionsPerSecond: rate }) => {
      const ratio = (rate.ours / rate["bare loop"]).toFixed(2);
      return `${name.padEnd(16)}${LIBRARIES.map((library) => cell(rate[library])).join("")}${ratio.padStart(14)}`;
    }),
    `${crowd.symbols} symbols × ${crowd.indicators} indicators on one-minute bars: ${crowd.msPerMinute.p50.toFixed(2)} ms a minute on one core (worst of ${crowd.minutes}: ${crowd.msPerMinute.worst.toFixed(2)} ms)`,
  ];
}
