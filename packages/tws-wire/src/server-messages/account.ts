import {
  type ContentOf,
  group,
  int,
  list,
  literal,
  micros,
  microsOr,
  serverMessage,
  text,
  UNSET_DOUBLE,
} from "../layout/index.ts";
import { contract, portfolioContract } from "./contract-fields.ts";

/** Quantities, prices and money in micros; positions are signed. */

/** One account value; `value` is text because some keys are not numbers. */
export const updateAccountValue = serverMessage(6, {
  version: literal("2"),
  key: text,
  value: text,
  currency: text,
  accountId: text,
});
export type AccountValueMessage = ContentOf<typeof updateAccountValue>;

export const updatePortfolio = serverMessage(7, {
  version: literal("8"),
  contract: portfolioContract,
  positionQty: micros,
  marketPx: micros,
  marketValue: micros,
  avgCost: micros,
  unrealizedPnl: micros,
  realizedPnl: micros,
  accountId: text,
});
export type PortfolioMessage = ContentOf<typeof updatePortfolio>;

/** `time` is HH:mm in the account's time zone. */
export const updateAccountTime = serverMessage(8, { version: literal("1"), time: text });

export const accountDownloadEnd = serverMessage(54, { version: literal("1"), accountId: text });

/** `avgCost` is per share. */
export const position = serverMessage(61, {
  version: literal("3"),
  accountId: text,
  contract: contract(),
  positionQty: micros,
  avgCost: micros,
});
export type PositionMessage = ContentOf<typeof position>;

export const positionEnd = serverMessage(62, { version: literal("1") });

export const accountSummary = serverMessage(63, {
  version: literal("1"),
  reqId: int,
  accountId: text,
  tag: text,
  value: text,
  currency: text,
});
export type AccountSummaryMessage = ContentOf<typeof accountSummary>;

export const accountSummaryEnd = serverMessage(64, { version: literal("1"), reqId: int });

export const positionMulti = serverMessage(71, {
  version: literal("1"),
  reqId: int,
  accountId: text,
  contract: contract(),
  positionQty: micros,
  avgCost: micros,
  modelCode: text,
});

export const positionMultiEnd = serverMessage(72, { version: literal("1"), reqId: int });

export const accountUpdateMulti = serverMessage(73, {
  version: literal("1"),
  reqId: int,
  accountId: text,
  modelCode: text,
  key: text,
  value: text,
  currency: text,
});
export type AccountUpdateMultiMessage = ContentOf<typeof accountUpdateMulti>;

export const accountUpdateMultiEnd = serverMessage(74, { version: literal("1"), reqId: int });

export const familyCodes = serverMessage(78, { families: list(group({ accountId: text, familyCode: text })) });

export const softDollarTiers = serverMessage(77, {
  reqId: int,
  tiers: list(group({ name: text, value: text, displayName: text })),
});

/** What is not known is absent. */
export const pnl = serverMessage(94, {
  reqId: int,
  dailyPnl: microsOr(UNSET_DOUBLE),
  unrealizedPnl: microsOr(UNSET_DOUBLE),
  realizedPnl: microsOr(UNSET_DOUBLE),
});

export const pnlSingle = serverMessage(95, {
  reqId: int,
  positionQty: micros,
  dailyPnl: microsOr(UNSET_DOUBLE),
  unrealizedPnl: microsOr(UNSET_DOUBLE),
  realizedPnl: microsOr(UNSET_DOUBLE),
  value: microsOr(UNSET_DOUBLE),
});
