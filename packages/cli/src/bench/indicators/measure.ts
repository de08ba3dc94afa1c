import { cpus } from "node:os";
import { sessionOf } from "@bowline/calendar";
import { type IndicatorBar, type Study, type StudyBar, type StudyState, makeStudy } from "@bowline/indicators";
import { MICROS, US_PER_MINUTE, makePrng } from "@bowline/kernel";
import { median } from "../figures.ts";
import { CONTESTS, LIBRARIES, type Library, type Market } from "./contestants.ts";

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

const BARS = 500_000;
const ROUNDS = 7;
const CENT = MICROS / 100;

/** CPU time of this thread: what others do on the machine is not in it. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Contestants take turns, so that a busy machine slows all of them alike. */
export function measureIndicators(onPhase: (phase: string) => void): IndicatorFigures {
  const market = makeMarket(BARS);
  const contests = CONTESTS.map(({ name, of }) => {
    onPhase(`indicators: ${name}, ${ROUNDS} rounds of ${BARS} bars`);
    const times = new Map<Library, number[]>(LIBRARIES.map((library) => [library, []]));
    for (let round = 0; round < ROUNDS; round++) {
      for (const library of LIBRARIES) {
        const startedMs = cpuMs();
        if (!Number.isFinite(of[library](market))) throw new Error(`${name} of ${library} gave no number`);
        times.get(library)?.push(cpuMs() - startedMs);
      }
    }
    const rates = [...times].map(([library, ms]) => [library, BARS / 1000 / median(ms)] as const);
    return { name, millionsPerSecond: Object.fromEntries(rates) as Record<Library, number> };
  });
  onPhase("indicators: 500 symbols, 20 indicators each");
  const machine = { cpu: cpus()[0]?.model ?? "unknown", node: process.versions.node };
  return { machine, bars: BARS, rounds: ROUNDS, contests, crowd: measureCrowd() };
}

/** A walk in whole cents. */
function makeMarket(count: number): Market {
  const prng = makePrng("indicators");
  const bars: IndicatorBar[] = [];
  let close = 10_000;
  for (let index = 0; index < count; index++) {
    const open = close;
    close = Math.max(1000, open + Math.round((prng.unit() - 0.5) * 21));
    const high = Math.max(open, close) + Math.floor(prng.unit() * 8);
    const low = Math.min(open, close) - Math.floor(prng.unit() * 8);
    const volume = (100 + Math.floor(prng.unit() * 9000)) * MICROS;
    const px = { openPx: open * CENT, highPx: high * CENT, lowPx: low * CENT, closePx: close * CENT };
    bars.push({ ...px, volume, day: 20_240_102, minute: (index % 390) + 1 });
  }
  const dollars = bars.map(({ highPx, lowPx, closePx }) => ({
    high: highPx / MICROS,
    low: lowPx / MICROS,
    close: closePx / MICROS,
  }));
  return { bars, dollars };
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
const SYMBOLS = 500;
const WARM_MINUTES = 130;
const MINUTES = 250;

function measureCrowd(): CrowdFigures {
  const studies = CROWD.map((indicator) => makeStudy({ indicator }));
  const { bars } = makeMarket(WARM_MINUTES + MINUTES);
  const openUs = sessionOf("2024-01-02")?.openUs ?? 0;
  const minutes = bars.map((bar, index): StudyBar => {
    const { openPx, highPx, lowPx, closePx, volume } = bar;
    return { closeUs: openUs + (index + 1) * US_PER_MINUTE, status: "TRADED", openPx, highPx, lowPx, closePx, volume };
  });
  const symbols = Array.from({ length: SYMBOLS }, () => studies.map((study) => ({ study, state: study.init() })));
  const times: number[] = [];
  minutes.forEach((bar, index) => {
    const startedMs = cpuMs();
    for (const symbol of symbols) foldMinute(symbol, bar);
    if (index >= WARM_MINUTES) times.push(cpuMs() - startedMs);
  });
  const msPerMinute = { p50: median(times), worst: Math.max(...times) };
  return { symbols: SYMBOLS, indicators: CROWD.length, minutes: MINUTES, msPerMinute };
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
