import { type ConfigError, parseYaml, strict, z } from "@bowline/config";
import { err, micros, money, ok, type Result } from "@bowline/kernel";
import type { AccountWish } from "./account-wish.ts";
import type { BorrowTraits } from "./borrow.ts";
import { FEE_PLANS } from "./fee-plans.ts";
import { type FeeSchedule, IB_FIXED_US_STOCKS, scheduleOf } from "./fee-schedule.ts";
import { MARGIN_TERMS } from "./margin-terms.ts";
import type { MarketTraits } from "./market-traits.ts";

/** What a market file says: the market's traits, who lends shares, what trading costs, and the accounts. All of it may be left out. */
export type MarketScript = {
  readonly traits: MarketTraits;
  readonly borrow?: BorrowTraits | undefined;
  readonly fees: FeeSchedule;
  /** Empty: one account, as the command line says. */
  readonly accounts: readonly AccountWish[];
};

const ratio = z.number().min(0).max(1, "a ratio of 1: 0.05 is 5 %");
const volatility = z.number().min(0).max(2, "a ratio of 1: 0.02 is 2 % a day");
const symbols = z.array(z.string().min(1));
const wholeMinutes = z.number().int().min(0).max(959);

const traitsShape = {
  sectors: z.record(z.string(), strict({ members: symbols, dayVolatility: volatility })).optional(),
  gaps: strict({ volatility }).optional(),
  news: strict({
    perDay: z.number().positive().max(50),
    size: volatility,
    haltRatio: ratio,
    haltMinutes: wholeMinutes,
  }).optional(),
  luld: strict({ tier1: symbols }).optional(),
  auctions: strict({ openRatio: ratio, closeRatio: ratio }).optional(),
  thin: strict({ symbols }).optional(),
  shortSaleRule: z.boolean().optional(),
  extendedHours: strict({ volumeRatio: ratio }).optional(),
  events: z
    .array(
      strict({
        symbol: z.string().min(1),
        session: z.number().int().min(0),
        minute: wholeMinutes,
        jump: z.number().gt(-1, "a price does not fall by all of itself").max(10).optional(),
        haltMinutes: wholeMinutes.optional(),
      }),
    )
    .optional(),
};

const accountShape = strict({
  id: z.string().regex(/^DU[A-Z]?\d+$/, "a simulated account, such as DU1234567"),
  cash: z.number().min(0).max(1e9).default(1_000_000),
  margin: z.enum(Object.keys(MARGIN_TERMS) as [keyof typeof MARGIN_TERMS]).optional(),
});

const scriptSchema = strict({
  market: strict(traitsShape).default({}),
  borrow: strict({
    hardRatio: ratio.default(0),
    noneRatio: ratio.default(0),
    hard: symbols.optional(),
    none: symbols.optional(),
  }).optional(),
  fees: z.enum(["default", ...(Object.keys(FEE_PLANS) as [keyof typeof FEE_PLANS])]).default("default"),
  accounts: z.array(accountShape).default([]),
});

/** A market file from YAML text. Errors name file, line and key. */
export function parseMarketScript(text: string, file: string): Result<MarketScript, readonly ConfigError[]> {
  const parsed = parseYaml(text, file, scriptSchema);
  if (!parsed.ok) return parsed;
  const { market, borrow, fees, accounts } = parsed.value.value;
  const ids = accounts.map(({ id }) => id);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) return err([parsed.value.errorAt(["accounts", twice, "id"], `${ids[twice]} is there already`)]);
  return ok({
    traits: market,
    borrow,
    fees: fees === "default" ? IB_FIXED_US_STOCKS : scheduleOf(FEE_PLANS[fees]),
    accounts: accounts.map(({ id, cash, margin }) => ({
      accountId: id,
      cash: money(micros(cash.toFixed(2))),
      margin: margin === undefined ? undefined : MARGIN_TERMS[margin],
    })),
  });
}
