import { exchangeTimeAt, sessionOf } from "@bowline/calendar";
import { type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import type { HistoryBar, Market } from "./market.ts";
import { makePastDays, type PastDays } from "./past-days.ts";

export type MadePast = {
  /** Names the draws. */
  readonly seed: string;
  /** Years of made-up history before the market's own; 0 makes none. */
  readonly years: number;
};

/** What a made-up market has before its own first day, in the simulator and in a backtest alike: more than indicators of days look back. */
export const SYNTHETIC_PAST_YEARS = 2;

/** Where a symbol's own history begins, and the made-up one before it. */
export type Origin = { readonly ownFromUs: number; readonly past: PastDays };

const AN_AVERAGE_DAY = 2_000_000;
const MICROS_PER_SHARE = 1_000_000;

export function makeOrigin(market: Market, { seed, years }: MadePast, symbol: string): Origin {
  const [plan] = market.sessions();
  const at = market.symbols.indexOf(symbol);
  const none: PastDays = { dates: [], minutesOf: () => [] };
  if (plan === undefined || at < 0) return { ownFromUs: 0, past: none };
  const before = market.history(symbol, plan.openUs, Number.MAX_SAFE_INTEGER);
  const [first] = before;
  const firstPx = first?.openPx ?? market.step(0, 0)[at]?.openPx;
  const ownFromUs = first === undefined ? plan.openUs : first.closeUs - US_PER_MINUTE;
  if (firstPx === undefined) return { ownFromUs, past: none };
  const firstDate = exchangeTimeAt(us(ownFromUs)).date;
  const shares = before
    .filter(({ closeUs }) => exchangeTimeAt(closeUs).date === firstDate)
    .reduce((sum, { volume }) => sum + Number(volume) / MICROS_PER_SHARE, 0);
  const sharesPerDay = shares > 0 ? shares : AN_AVERAGE_DAY;
  return { ownFromUs, past: makePastDays({ seed, symbol, firstDate, firstPx, sharesPerDay, years }) };
}

/** The same market with a made-up history before its own. */
export function withMadePast(market: Market, wish: MadePast): Market {
  const origins = new Map<string, Origin>();
  const pastOf = (symbol: string): PastDays => {
    const known = origins.get(symbol) ?? makeOrigin(market, wish, symbol);
    origins.set(symbol, known);
    return known.past;
  };
  return {
    ...market,
    history(symbol, endUs, count) {
      const own = market.history(symbol, endUs, count);
      return own.length >= count ? own : before(pastOf(symbol), endUs, count - own.length).concat(own);
    },
  };
}

/** The last bars of the made-up days up to a time, oldest first. */
function before({ dates, minutesOf }: PastDays, endUs: Us, count: number): HistoryBar[] {
  let found: readonly HistoryBar[] = [];
  for (const date of dates.toReversed()) {
    if (found.length >= count) break;
    if ((sessionOf(date)?.openUs ?? endUs) >= endUs) continue;
    found = minutesOf(date)
      .filter(({ closeUs }) => closeUs <= endUs)
      .concat(found);
  }
  return found.slice(-count);
}
