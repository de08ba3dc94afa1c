import { assert, type Money, ok, type Result, sha256Hex } from "@bowline/kernel";
import { type Broker, type MarginTerms, type Market, STEP_SECONDS } from "@bowline/matching";
import type { MarketScript } from "@bowline/matching/script";
import type { SwitchesFile } from "../limits/switches-file.ts";
import { type Exchange, makeExchange } from "./exchange.ts";
import { type ExchangeLog, makeVolatileLog, openExchangeLog } from "./exchange-log.ts";
import { loginAccounts } from "./login-accounts.ts";
import { openBroker } from "./market-file.ts";
import { type MarketWish, openMarket } from "./open-market.ts";
import { TICKS_PER_SECOND } from "./step-parts.ts";

export type ExchangeWish = {
  readonly market: MarketWish;
  /** The login's account, and more of them; those of the market file, or DU1234567, where there are none. */
  readonly accountId?: string | undefined;
  readonly moreAccountIds?: readonly string[] | undefined;
  /** Margin of each account, where no market file says so; the broker's plain rule where it is absent. */
  readonly margin?: MarginTerms | undefined;
  /** Of each account, where no market file says so. */
  readonly cash: Money;
  /** Where its state survives it; none is kept where it is absent. */
  readonly directory?: string | undefined;
  /** In how many parts a second is told where it is played by parts, and in history; 2 where it is not given; 0 leaves steps whole. */
  readonly ticksPerSecond?: number | undefined;
};

export type OpenedExchange = {
  readonly exchange: Exchange;
  readonly broker: Broker;
  readonly ticksPerStep: number;
  /** The same market once more, for who wants to look elsewhere than where it stands. */
  spareMarket(): Market;
};

/** Opens the market and its broker, and restores what an earlier life left. An error is one line that says what to do. */
export function openExchange(
  wish: ExchangeWish,
  script: MarketScript | undefined,
  { behaviour, fills }: Pick<SwitchesFile, "behaviour" | "fills">,
): Result<OpenedExchange, string> {
  const marketWish: MarketWish = { ...wish.market, traits: script?.traits };
  const market = openMarket(marketWish);
  if (!market.ok) return market;
  const { symbols } = market.value;
  const { cash, margin } = wish;
  const login = loginAccounts({ accountIds: namedIn(wish), cash, margin, scripted: script?.accounts ?? [] });
  if (!login.ok) return login;
  const { seed } = marketWish;
  const broker = openBroker({ symbols, accounts: login.value, seed, script, behaviour, fills });
  const isPlain = script === undefined && login.value.length === 1 && margin === undefined;
  const accounts = isPlain ? [] : [login.value];
  const ways = Object.keys({ ...behaviour, ...fills }).length === 0 ? [] : [{ behaviour, fills }];
  const identity = [{ ...marketWish, sessions: 0 }, symbols, broker.accountId, cash, ...accounts, ...ways];
  const log = openLog(wish.directory, sha256Hex(JSON.stringify(identity)));
  if (!log.ok) return log;
  const ticksPerStep = Math.max(1, (wish.ticksPerSecond ?? TICKS_PER_SECOND) * STEP_SECONDS);
  const exchange = makeExchange(market.value, broker, log.value, { seed: String(seed), ticks: ticksPerStep });
  return ok({ exchange, broker, ticksPerStep, spareMarket: () => reopen(marketWish) });
}

const namedIn = ({ accountId, moreAccountIds = [] }: ExchangeWish): readonly string[] =>
  accountId === undefined ? moreAccountIds : [accountId, ...moreAccountIds];

const openLog = (directory: string | undefined, fingerprint: string): Result<ExchangeLog, string> =>
  directory === undefined ? ok(makeVolatileLog(fingerprint)) : openExchangeLog(directory, fingerprint);

/** What opened once opens again. */
function reopen(wish: MarketWish): Market {
  const again = openMarket(wish);
  assert(again.ok, "a market opens the second time as it did the first");
  return again.value;
}
