import { exchangeTimeAt } from "@bowline/calendar";
import { US_PER_MINUTE, us } from "@bowline/kernel";
import type { RecordOptions } from "./market-record.ts";
import { stepAt } from "./replayed-steps.ts";
import { makePastDays, type PastDays } from "./past-days.ts";

/** Where a symbol's own history begins, and the made-up one before it. */
export type Origin = { readonly ownFromUs: number; readonly past: PastDays };

const AN_AVERAGE_DAY = 2_000_000;
const MICROS_PER_SHARE = 1_000_000;

export function makeOrigin({ market, seed, years }: RecordOptions, symbol: string): Origin {
  const [plan] = market.sessions();
  const at = market.symbols.indexOf(symbol);
  const none: PastDays = { dates: [], minutesOf: () => [] };
  if (plan === undefined || at < 0) return { ownFromUs: 0, past: none };
  const before = market.history(symbol, plan.openUs, Number.MAX_SAFE_INTEGER);
  const [first] = before;
  const ownFromUs = first === undefined ? plan.openUs : first.closeUs - US_PER_MINUTE;
  const firstDate = exchangeTimeAt(us(ownFromUs)).date;
  const shares = before
    .filter(({ closeUs }) => exchangeTimeAt(closeUs).date === firstDate)
    .reduce((sum, { volume }) => sum + Number(volume) / MICROS_PER_SHARE, 0);
  return {
    ownFromUs,
    past: makePastDays({
      seed,
      symbol,
      firstDate,
      firstPx: first?.openPx ?? stepAt(market, 0, 0, at).openPx,
      sharesPerDay: shares > 0 ? shares : AN_AVERAGE_DAY,
      years,
    }),
  };
}
