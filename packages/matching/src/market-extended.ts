import { assert, makePrng, MICROS, US_PER_MINUTE, us } from "@bowline/kernel";
import { playDay } from "./extended-day.ts";
import { type ExtendedTape, joinTapes, stateAt } from "./extended-tape.ts";
import { type HistoryBar, type Market, STEPS_PER_MINUTE, STEP_US, type SymbolStep } from "./market.ts";
import { newsOf } from "./market-news.ts";
import {
  type Day,
  daysFrom,
  DEFAULT_MARKET_GROUPS,
  historyOf,
  makeSyntheticMarket,
  minutesOfTape,
  type SyntheticOptions,
} from "./market-synthetic.ts";
import { hasTraits, type MarketTraits } from "./market-traits.ts";
import { stepOfTape } from "./session-tape.ts";
import { makeSyntheticSession, type SymbolStart } from "./synthetic-session.ts";
import { type SymbolTraits, traitsOf } from "./synthetic-shape.ts";

export type ExtendedOptions = SyntheticOptions & { readonly traits?: MarketTraits | undefined };

/**
 * A synthetic market with traits; without any it is `makeSyntheticMarket`'s, to the byte. Each step carries its `state`. With extended
 * hours a session runs from 04:00 to 20:00 (17:00 after an early close), and `minutes` counts from 04:00.
 */
export function makeExtendedMarket({ traits = {}, ...options }: ExtendedOptions): Market {
  if (!hasTraits(traits)) return makeSyntheticMarket(options);
  const seed = String(options.seed);
  const members = membersOf(seed, options, traits);
  const symbols = members.map(({ symbol }) => symbol);
  const days = daysFrom(options.startDate ?? "2024-03-04", options.sessions);
  const chain = makeChain({ seed, members, days, traits });
  const spans = days.map((day) => spanOf(day, traits));
  const plans = spans.slice(1).map(({ session, steps }) => ({
    ...session,
    steps: Math.min(steps, (options.minutes ?? steps) * STEPS_PER_MINUTE),
  }));
  return {
    symbols,
    sessions: () => plans,
    step: (sessionIndex, stepIndex) => {
      assert(sessionIndex >= 0 && sessionIndex < plans.length, `no session ${sessionIndex} of ${plans.length}`);
      return chain.tapesOf(sessionIndex + 1).map((one, at) => stepOf(symbols[at] ?? "", one, stepIndex));
    },
    history: (symbol, endUs, count) => {
      const at = symbols.indexOf(symbol);
      return at < 0 ? [] : historyOf(spans, (day) => chain.minutesOf(day)[at] ?? [], { endUs, count });
    },
  };
}

function stepOf(symbol: string, extended: ExtendedTape, index: number): SymbolStep {
  const state = stateAt(extended, index);
  const step = stepOfTape(symbol, extended.tape, index);
  return state.halted === 0 ? { ...step, state } : { ...step, halted: true, state };
}

type Member = Omit<SymbolStart, "mid">;

const THIN_SHARES_PER_DAY = 120_000;
const THIN_SPREAD = 20;

function membersOf(seed: string, options: SyntheticOptions, { thin }: MarketTraits): readonly Member[] {
  const isThin = new Set(thin?.symbols);
  const members = Object.entries(options.groups ?? DEFAULT_MARKET_GROUPS)
    .flatMap(([group, symbols]) =>
      symbols.map((symbol) => {
        const traits = traitsOf(seed, symbol);
        const thinned = { ...traits, sharesPerDay: THIN_SHARES_PER_DAY, spread: traits.spread * THIN_SPREAD };
        return { symbol, group, traits: isThin.has(symbol) ? thinned : traits };
      }),
    )
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const names = new Set(members.map(({ symbol }) => symbol));
  assert(names.size > 0 && names.size === members.length, "a market needs symbols, each in one group");
  return members;
}

const PRE_STEPS = 330 * STEPS_PER_MINUTE;
const POST_STEPS = 240 * STEPS_PER_MINUTE;
/** How wild and how wide a market is outside regular hours, against the regular one. */
const EXTENDED_VOLATILITY = 0.35;
const EXTENDED_SPREAD = 4;
const REGULAR_STEPS = 4680;

/** The day as it is played: regular hours, or from 04:00 on. */
function spanOf({ session, steps }: Day, traits: MarketTraits): Day {
  if (traits.extendedHours === undefined) return { session, steps };
  return {
    session: {
      date: session.date,
      openUs: us(session.openUs - PRE_STEPS * STEP_US),
      closeUs: us(session.closeUs + (POST_STEPS / STEPS_PER_MINUTE) * US_PER_MINUTE),
    },
    steps: PRE_STEPS + steps + POST_STEPS,
  };
}

type ChainWish = {
  readonly seed: string;
  readonly members: readonly Member[];
  readonly days: readonly Day[];
  readonly traits: MarketTraits;
};

/** What a day leaves to the next: by symbol the last price in dollars, the regular close in micros, and whether rule 201 was triggered. */
type Left = { readonly mid: number; readonly closePx: number; readonly isTriggered: boolean };

/** Days follow from one another. What was made is kept small: what each day left, and its minutes. */
function makeChain(wish: ChainWish) {
  const { days, traits } = wish;
  const lefts: (readonly Left[])[] = [];
  const minutes: (readonly (readonly HistoryBar[])[])[] = [];
  let keptDay = -1;
  let kept: readonly ExtendedTape[] = [];

  const tapesOf = (index: number): readonly ExtendedTape[] => {
    if (index === keptDay) return kept;
    // A day begins where the one before it ended: days that nobody asked for are played too.
    for (let before = lefts.length; before < index; before++) play(before);
    return play(index);
  };
  const play = (index: number): readonly ExtendedTape[] => {
    const day = days[index];
    assert(day !== undefined, `no synthetic day ${index}`);
    const made = makeDay(wish, { index, day, before: lefts[index - 1] });
    lefts[index] ??= made.left;
    const { session } = spanOf(day, traits);
    minutes[index] ??= made.tapes.map(({ tape }) => minutesOfTape(tape, session.openUs));
    keptDay = index;
    kept = made.tapes;
    return kept;
  };
  const minutesOf = (index: number): readonly (readonly HistoryBar[])[] => {
    if (minutes[index] === undefined) tapesOf(index);
    return minutes[index] ?? [];
  };
  return { tapesOf, minutesOf };
}

type DayWish = { readonly index: number; readonly day: Day; readonly before: readonly Left[] | undefined };

function makeDay({ seed, members, traits }: ChainWish, { index, day, before }: DayWish) {
  const key = `${seed}/${day.session.date}`;
  const opened = members.map((member, at) => ({ ...member, mid: openingMid(member, key, traits, before?.[at]) }));
  const pre = traits.extendedHours && quietHours(`${key}/pre`, opened, PRE_STEPS, traits);
  const starts = pre === undefined ? opened : opened.map((start, at) => ({ ...start, mid: lastPrice(pre[at]) }));
  const regular = makeSyntheticSession(key, starts, day.steps);
  const drifts = sectorDrifts(key, day.steps, traits);
  const played = members.map(({ symbol, group, traits: { sharesPerDay } }, at) => {
    const tape = regular[at];
    assert(tape !== undefined, `no tape of ${symbol}`);
    if (traits.thin?.symbols.includes(symbol) === true) thinSizes(tape);
    const left = before?.[at];
    return playDay({
      key,
      symbol,
      tape,
      traits,
      news: newsOf({ key, symbol, session: index - 1, steps: day.steps }, traits),
      drift: drifts(symbol, group),
      sharesPerDay,
      previousClose: left?.closePx ?? 0,
      isRestricted: left?.isTriggered ?? false,
    });
  });
  const closing = members.map((member, at) => ({ ...member, mid: lastPrice(played[at]) }));
  const post = traits.extendedHours && quietHours(`${key}/post`, closing, POST_STEPS, traits);
  const tapes = played.map((one, at) => joinTapes([...hours(pre?.[at], "PRE"), one, ...hours(post?.[at], "POST")]));
  const left = played.map((one, at): Left => ({
    mid: lastPrice(tapes[at]),
    closePx: Math.round(lastPrice(one) * MICROS),
    isTriggered: one.isTriggered,
  }));
  return { tapes, left };
}

const lastPrice = (one: Pick<ExtendedTape, "tape"> | undefined): number => (one?.tape.close.at(-1) ?? 0) / MICROS;

/** The first day opens at the symbol's first price, every other one near the last price of the day before. */
function openingMid(member: Member, key: string, { gaps }: MarketTraits, left: Left | undefined): number {
  const { symbol, traits } = member;
  if (left === undefined) return traits.firstPrice;
  const common = makePrng(`${key}/gap`).normal();
  const own = makePrng(`${key}/gap/${symbol}`);
  const usual = traits.dayVolatility * (0.3 * common + 0.3 * own.normal());
  return left.mid * Math.exp(usual + (gaps?.volatility ?? 0) * own.normal());
}

/** Pre- or post-market: little trades, wide. */
function quietHours(key: string, starts: readonly SymbolStart[], steps: number, traits: MarketTraits) {
  const ratio = ((traits.extendedHours?.volumeRatio ?? 0) / 2) * (REGULAR_STEPS / steps);
  const quiet = ({ sharesPerDay, dayVolatility, spread, ...others }: SymbolTraits): SymbolTraits => ({
    ...others,
    sharesPerDay: sharesPerDay * ratio,
    dayVolatility: dayVolatility * EXTENDED_VOLATILITY,
    spread: spread * EXTENDED_SPREAD,
  });
  return makeSyntheticSession(
    key,
    starts.map((start) => ({ ...start, traits: quiet(start.traits) })),
    steps,
  ).map((tape) => ({ tape }));
}

const hours = (one: Pick<ExtendedTape, "tape"> | undefined, name: "PRE" | "POST"): readonly ExtendedTape[] =>
  one === undefined ? [] : [{ tape: one.tape, states: [{ step: 0, state: { halted: 0, hours: name } }] }];

/** Quotes of a name that nobody watches: a lot or two. */
function thinSizes(tape: ExtendedTape["tape"]): void {
  const thinner = (size: number) => Math.max(1, Math.round(size / MICROS / 600)) * 100 * MICROS;
  for (const column of [tape.bidSize, tape.askSize])
    for (let step = 0; step < column.length; step++) column[step] = thinner(column[step] ?? 0);
}

/** The way of each sector over the day, as logarithms; a symbol in several sectors follows all of them. */
function sectorDrifts(key: string, steps: number, { sectors = {} }: MarketTraits) {
  const ways = Object.entries(sectors).map(([name, { members, dayVolatility }]) => {
    const prng = makePrng(`${key}/sector/${name}`);
    const way = new Float64Array(steps);
    let at = 0;
    for (let step = 0; step < steps; step++) {
      at += (dayVolatility / Math.sqrt(REGULAR_STEPS)) * prng.normal();
      way[step] = at;
    }
    return { members: new Set(members), way };
  });
  return (symbol: string, group: string): Float64Array | undefined => {
    const own = ways.filter(({ members }) => members.has(symbol) || members.has(group));
    if (own.length === 0) return undefined;
    return Float64Array.from({ length: steps }, (_, step) => own.reduce((sum, { way }) => sum + (way[step] ?? 0), 0));
  };
}
