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
  /** What a synthetic market has besides factors and noise. */
  readonly traits?: MarketTraits | undefined;
};

/** The market that is wished for. An error is one line that says what is wrong and where. */
export function openMarket({ data, groups, seed, sessions, minutes, traits }: MarketWish): Result<Market, string> {
  const limits = minutes === undefined ? {} : { minutes };
  if (data === undefined)
    return ok(
      makeExtendedMarket({ seed, groups: groups ?? DEFAULT_MARKET_GROUPS, sessions: sessions ?? 1, traits, ...limits }),
    );
  if (traits !== undefined && Object.keys(traits).length > 0)
    return err("a market file's traits are for the synthetic market: leave out its market section, or --data");
  const rows = readMinuteFiles(data, groups === undefined ? symbolsIn(data) : Object.values(groups).flat());
  if (!rows.ok) return err(formatCsvError(rows.error));
  if (rows.value.length === 0) return err(`${data}: holds no <SYMBOL>.trades.csv or .trades.csv.gz`);
  const market = makeReplayMarket(rows.value, sessions === undefined ? limits : { ...limits, sessions });
  if (market.sessions().length === 0)
    return err(`${data}: no trade in regular hours (09:30 to 16:00 New York) of a trading day`);
  return ok(market);
}
