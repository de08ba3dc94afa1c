import { nextSession, type Session, sessionOf, usOfExchangeTime } from "@bowline/calendar";
import { assert, makePrng, MICROS, px, qty, type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import { type HistoryBar, type Market, STEP_US, STEPS_PER_MINUTE } from "./market.ts";
import { playTapes } from "./play-tapes.ts";
import type { SymbolTape } from "./session-tape.ts";
import { makeSyntheticSession, type SymbolStart } from "./synthetic-session.ts";
import { traitsOf } from "./synthetic-shape.ts";

/** Ticker groups as the market sees them: symbols of a group move together. */
export type MarketGroups = Readonly<Record<string, readonly string[]>>;

export const DEFAULT_MARKET_GROUPS: MarketGroups = {
  banks: ["BAC", "GS", "JPM"],
  energy: ["CVX", "XOM"],
  tech: ["AAPL", "MSFT", "NVDA"],
};

export type SyntheticOptions = {
  readonly seed: string | number;
  readonly groups?: MarketGroups;
  readonly sessions: number;
  /** Play at most so many minutes of each session, from its open. */
  readonly minutes?: number;
  /** The first session is on or after this date (YYYY-MM-DD); the trading day before it is the warm-up. */
  readonly startDate?: string;
};

export type Day = { readonly session: Session; readonly steps: number };

/** A made-up market: same options, same market. Prices, volumes and spreads have the shape of real ones, the names mean nothing. */
export function makeSyntheticMarket(options: SyntheticOptions): Market {
  const seed = String(options.seed);
  const members = Object.entries(options.groups ?? DEFAULT_MARKET_GROUPS)
    .flatMap(([group, symbols]) => symbols.map((symbol) => ({ symbol, group, traits: traitsOf(seed, symbol) })))
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const symbols = members.map(({ symbol }) => symbol);
  assert(
    symbols.length > 0 && new Set(symbols).size === symbols.length,
    "a synthetic market needs symbols, each in one group",
  );
  const days = daysFrom(options.startDate ?? "2024-03-04", options.sessions);
  const plans = days.slice(1).map(({ session, steps }) => ({
    ...session,
    steps: Math.min(steps, (options.minutes ?? steps) * STEPS_PER_MINUTE),
  }));

  const chain = makeChain(seed, members, days);
  const symbolIndex = new Map(symbols.map((symbol, index) => [symbol, index]));
  return playTapes({
    symbols,
    plans,
    tapesOf: (sessionIndex) => chain.tapesOf(sessionIndex + 1),
    history: (symbol, endUs, count) => {
      const index = symbolIndex.get(symbol);
      return index === undefined ? [] : historyOf(days, (day) => chain.minutesOf(day)[index] ?? [], { endUs, count });
    },
  });
}

/** The warm-up day and the sessions after it. */
export function daysFrom(startDate: string, sessions: number): readonly Day[] {
  const midnight = usOfExchangeTime(startDate, 0, 0);
  const found: Session[] = [sessionBefore(startDate)];
  let after = midnight;
  for (let count = 0; count < sessions; count++) {
    const session = nextSession(us(after - 1));
    found.push(session);
    after = session.closeUs;
  }
  return found.map((session) => ({ session, steps: (session.closeUs - session.openUs) / STEP_US }));
}

function sessionBefore(date: string): Session {
  for (let day = Temporal.PlainDate.from(date).subtract({ days: 1 }); ; day = day.subtract({ days: 1 })) {
    const session = sessionOf(day.toString());
    if (session !== undefined) return session;
  }
}

type Member = Omit<SymbolStart, "mid">;

/** Days follow from one another: each opens near the close of the day before. What was made is kept small: starts and minutes. */
function makeChain(seed: string, members: readonly Member[], days: readonly Day[]) {
  const startsOf: SymbolStart[][] = [members.map((member) => ({ ...member, mid: member.traits.firstPrice }))];
  const minutes: (readonly (readonly HistoryBar[])[])[] = [];
  let keptDay = -1;
  let kept: readonly SymbolTape[] = [];

  const tapesOf = (index: number): readonly SymbolTape[] => {
    if (index === keptDay) return kept;
    const starts = startsOf[index] ?? nextStarts(index);
    const day = dayAt(index);
    const tapes = makeSyntheticSession(`${seed}/${day.session.date}`, starts, day.steps);
    minutes[index] ??= tapes.map((tape) => minutesOfTape(tape, day.session.openUs));
    keptDay = index;
    kept = tapes;
    return tapes;
  };
  const dayAt = (index: number): Day => {
    const day = days[index];
    assert(day !== undefined, `no synthetic day ${index}`);
    return day;
  };
  const nextStarts = (index: number): SymbolStart[] => {
    const tapes = tapesOf(index - 1);
    const date = dayAt(index).session.date;
    const marketGap = makePrng(`${seed}/${date}/gap`).normal();
    const starts = members.map((member, at) => {
      const gap = 0.3 * marketGap + 0.3 * makePrng(`${seed}/${date}/gap/${member.symbol}`).normal();
      const close = (tapes[at]?.close.at(-1) ?? 0) / MICROS;
      return { ...member, mid: close * Math.exp(member.traits.dayVolatility * gap) };
    });
    startsOf[index] = starts;
    return starts;
  };
  const minutesOf = (index: number): readonly (readonly HistoryBar[])[] => {
    if (minutes[index] === undefined) tapesOf(index);
    return minutes[index] ?? [];
  };
  return { tapesOf, minutesOf };
}

/** The 1-minute bars of a tape; a minute without a trade has none. */
export function minutesOfTape(tape: SymbolTape, openUs: Us): readonly HistoryBar[] {
  const bars: HistoryBar[] = [];
  for (let first = 0; first < tape.volume.length; first += STEPS_PER_MINUTE) {
    let open: number | undefined;
    let [high, low, close, volume] = [0, Number.POSITIVE_INFINITY, 0, 0];
    for (let step = first; step < first + STEPS_PER_MINUTE; step++) {
      const traded = tape.volume[step] ?? 0;
      if (traded === 0) continue;
      open ??= tape.open[step];
      high = Math.max(high, tape.high[step] ?? 0);
      low = Math.min(low, tape.low[step] ?? 0);
      close = tape.close[step] ?? 0;
      volume += traded;
    }
    if (open === undefined) continue;
    const closeUs = us(openUs + (first / STEPS_PER_MINUTE + 1) * US_PER_MINUTE);
    bars.push({ closeUs, openPx: px(open), highPx: px(high), lowPx: px(low), closePx: px(close), volume: qty(volume) });
  }
  return bars;
}

type HistoryRange = { readonly endUs: Us; readonly count: number };

/** Bars of the days up to a time, taken from the last day backwards until there are enough. */
export function historyOf(
  days: readonly Day[],
  barsOf: (day: number) => readonly HistoryBar[],
  { endUs, count }: HistoryRange,
): readonly HistoryBar[] {
  let found: readonly HistoryBar[] = [];
  for (let day = days.length - 1; day >= 0 && found.length < count; day--) {
    if ((days[day]?.session.openUs ?? 0) >= endUs) continue;
    const bars = barsOf(day).filter((bar) => bar.closeUs <= endUs);
    found = bars.concat(found);
  }
  return count <= 0 ? [] : found.slice(-count);
}
