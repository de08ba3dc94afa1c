import { err, ok, type Result } from "@bowline/kernel";
import {
  DEFAULT_MARKET_GROUPS,
  formatCsvError,
  makeExtendedMarket,
  makeReplayMarket,
  type Market,
  type MarketGroups,
  type MarketTraits,
} from "@bowline/matching";
import { readMinuteFiles, symbolsIn } from "@bowline/matching/files";

export type MarketWish = {
  /** Folder of CSV minutes; the synthetic market where it is absent. */
  readonly data?: string | undefined;
  /** Symbols by group; all of the folder, or the synthetic eight, where absent. */
  readonly groups?: MarketGroups | undefined;
  readonly seed: number;
  /** All of the recorded ones, or one synthetic, where absent. */
  readonly sessions?: number | undefined;
  readonly minutes?: number | undefined;
  /** The first synthetic session is on this date (YYYY-MM-DD) or the next trading day; 2024-03-04 where absent. */
  readonly startDate?: string | undefined;
  /** What a synthetic market has besides factors and noise. */
  readonly traits?: MarketTraits | undefined;
};

/** The market that is wished for. An error is one line that says what is wrong and where. */
export function openMarket(wish: MarketWish): Result<Market, string> {
  return wish.data === undefined ? ok(syntheticMarket(wish)) : recordedMarket({ ...wish, data: wish.data });
}

const limitsOf = ({ minutes }: MarketWish): { readonly minutes?: number } => (minutes === undefined ? {} : { minutes });

function syntheticMarket(wish: MarketWish): Market {
  const { groups = DEFAULT_MARKET_GROUPS, seed, sessions = 1, startDate, traits } = wish;
  const days = startDate === undefined ? { sessions } : { sessions, startDate };
  return makeExtendedMarket({ seed, groups, traits, ...days, ...limitsOf(wish) });
}

function recordedMarket(wish: MarketWish & { readonly data: string }): Result<Market, string> {
  const { data, groups, sessions, startDate, traits } = wish;
  if (startDate !== undefined) return err("recorded minutes have their own dates: leave out --date, or --data");
  if (traits !== undefined && Object.keys(traits).length > 0)
    return err("a market file's traits are for the synthetic market: leave out its market section, or --data");
  const rows = readMinuteFiles(data, groups === undefined ? symbolsIn(data) : Object.values(groups).flat());
  if (!rows.ok) return err(formatCsvError(rows.error));
  if (rows.value.length === 0) return err(`${data}: holds no <SYMBOL>.trades.csv or .trades.csv.gz`);
  const market = makeReplayMarket(
    rows.value,
    sessions === undefined ? limitsOf(wish) : { ...limitsOf(wish), sessions },
  );
  if (market.sessions().length === 0)
    return err(`${data}: no trade in regular hours (09:30 to 16:00 New York) of a trading day`);
  return ok(market);
}
