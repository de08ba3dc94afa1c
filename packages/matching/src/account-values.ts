import { formatCents, formatMicros, type Money, MICROS, mulDiv, money, subMoney, ZERO_MONEY } from "@bowline/kernel";
import type { AccountStanding } from "./account-standing.ts";

/** One account value as TWS sends it. The currency is empty where the value is no money. */
export type AccountRow = { readonly key: string; readonly value: string; readonly currency: string };

export type AccountValueOptions = {
  /** How money is written; TWS writes two places. */
  readonly text?: (value: Money) => string;
  /** The setting "Prepend $LEDGER- to per-currency values" of TWS, off where it was upgraded. */
  readonly ledgerPrefix?: boolean;
};

const ZEROS_OF_LEDGER = [
  "AccruedCash",
  "OptionMarketValue",
  "FutureOptionValue",
  "FuturesPNL",
  "FundValue",
  "NetDividend",
  "MutualFundValue",
  "MoneyMarketFundValue",
  "CorporateBondValue",
  "TBondValue",
  "TBillValue",
  "WarrantValue",
  "FxCashBalance",
  "IssuerOptionValue",
  "Cryptocurrency",
] as const;

/** Stock value: what is held, shorts counted negative. */
const stockValue = ({ account }: AccountStanding): Money => subMoney(account.equity, account.cash);

/** The rows of one currency, and the same in BASE: an account here has one currency. */
function ledgerRows(standing: AccountStanding, text: (value: Money) => string): readonly AccountRow[] {
  const { account } = standing;
  const amounts: readonly (readonly [string, Money])[] = [
    ["CashBalance", account.cash],
    ["TotalCashBalance", account.cash],
    ["StockMarketValue", stockValue(standing)],
    ["NetLiquidationByCurrency", account.equity],
    ["UnrealizedPnL", account.unrealizedPnl],
    ["RealizedPnL", standing.dailyRealizedPnl],
    ...ZEROS_OF_LEDGER.map((key) => [key, ZERO_MONEY] as const),
  ];
  return ["BASE", "USD"].flatMap((currency) => [
    { key: "Currency", value: currency, currency },
    { key: "RealCurrency", value: currency, currency },
    { key: "AccountOrGroup", value: account.accountId, currency },
    { key: "ExchangeRate", value: "1.00", currency },
    ...amounts.map(([key, value]) => ({ key, value: text(value), currency })),
  ]);
}

type Amounts = readonly (readonly [key: string, value: Money])[];

/** What the account has in all and in its securities segment (-S); the commodities segment (-C) is empty. */
function segmentAmounts(standing: AccountStanding): Amounts {
  const { account, margin, availableFunds, excessLiquidity } = standing;
  const ahead = lookAheadOf(standing);
  return [
    ["AccruedCash", ZERO_MONEY],
    ["AccruedDividend", ZERO_MONEY],
    ["AvailableFunds", availableFunds],
    ["Billable", ZERO_MONEY],
    ["EquityWithLoanValue", account.equity],
    ["ExcessLiquidity", excessLiquidity],
    ["FullAvailableFunds", availableFunds],
    ["FullExcessLiquidity", excessLiquidity],
    ["FullInitMarginReq", margin.initial],
    ["FullMaintMarginReq", margin.maintenance],
    ["Guarantee", ZERO_MONEY],
    ["IndianStockHaircut", ZERO_MONEY],
    ["InitMarginReq", margin.initial],
    ["LookAheadAvailableFunds", subMoney(account.equity, ahead.initial)],
    ["LookAheadExcessLiquidity", excessLiquidity],
    ["LookAheadInitMarginReq", ahead.initial],
    ["LookAheadMaintMarginReq", margin.maintenance],
    ["MaintMarginReq", margin.maintenance],
    ["NetLiquidation", account.equity],
    ["PASharesValue", ZERO_MONEY],
    ["PhysicalCertificateValue", ZERO_MONEY],
    ["PostExpirationExcess", ZERO_MONEY],
    ["PostExpirationMargin", ZERO_MONEY],
    ["TotalCashValue", account.cash],
    ["TotalDebitCardPendingCharges", ZERO_MONEY],
  ];
}

/** What will be asked for at the next change: overnight it is Regulation T's. */
const lookAheadOf = ({ margin }: AccountStanding): { readonly initial: Money } => ({
  initial: money(Math.max(margin.initial, margin.regT)),
});

/** Of the whole account and of securities; there is no such thing for commodities. */
const securitiesAmounts = (standing: AccountStanding): Amounts => [
  ["GrossPositionValue", standing.account.grossPositionValue],
  ["PreviousDayEquityWithLoanValue", standing.previousEquity],
  ["RegTEquity", standing.account.equity],
  ["RegTMargin", standing.margin.regT],
  ["SMA", standing.sma],
];

const leverageOf = ({ account }: AccountStanding): number =>
  account.equity > 0 ? mulDiv(account.grossPositionValue, MICROS, account.equity) : 0;

const twoPlaces = (ratioMicros: number): string => formatCents(ratioMicros);

function plainRows(standing: AccountStanding): readonly AccountRow[] {
  const remaining = String(standing.dayTradesRemaining);
  const rows: readonly (readonly [string, string])[] = [
    ["AccountCode", standing.account.accountId],
    ["AccountReady", "true"],
    ["AccountType", "INDIVIDUAL"],
    ["ColumnPrio-C", "2"],
    ["ColumnPrio-S", "1"],
    ["Cushion", formatMicros(standing.cushionMicros)],
    ["DayTradesRemaining", remaining],
    ...[1, 2, 3, 4].map((day) => [`DayTradesRemainingT+${day}`, remaining] as const),
    ["DayTradingStatus-S", standing.dayTradesRemaining < 0 ? "Unlimited" : "Limited"],
    ["HighestSeverity", standing.excessLiquidity < 0 ? "3" : "0"],
    ["Leverage-S", twoPlaces(leverageOf(standing))],
    ["LookAheadNextChange", "0"],
    ["NLVAndMarginInReview", "false"],
    ["SegmentTitle-C", "US Commodities"],
    ["SegmentTitle-S", "US Securities"],
    ["TradingType-S", standing.kind === "CASH" ? "STKCASH" : "STKNOPT"],
    ["WhatIfPMEnabled", "true"],
  ];
  return rows.map(([key, value]) => ({ key, value, currency: "" }));
}

/**
 * Everything that reqAccountUpdates is told, by key. The keys are those of TWS's list; of those that need options, futures, funds or
 * interest the value is 0. What TWS writes in `TradingType-S` and as a severity is from memory.
 */
export function accountValues(standing: AccountStanding, options: AccountValueOptions = {}): readonly AccountRow[] {
  const text = options.text ?? formatCents;
  const prefix = options.ledgerPrefix === true ? "$LEDGER-" : "";
  const usd = (key: string, value: Money): AccountRow => ({ key, value: text(value), currency: "USD" });
  const rows = [
    ...plainRows(standing),
    ...segmentAmounts(standing).flatMap(([key, value]) => [
      usd(key, value),
      usd(`${key}-C`, ZERO_MONEY),
      usd(`${key}-S`, value),
    ]),
    ...securitiesAmounts(standing).flatMap(([key, value]) => [usd(key, value), usd(`${key}-S`, value)]),
    usd("BuyingPower", standing.buyingPower),
    usd("NetLiquidationUncertainty", ZERO_MONEY),
    usd("SettledCash", standing.settledCash),
    ...ledgerRows(standing, text).map((row) => ({ ...row, key: prefix + row.key })),
  ];
  return rows.sort((a, b) => (a.key === b.key ? (a.currency < b.currency ? -1 : 1) : a.key < b.key ? -1 : 1));
}

/** The tags of reqAccountSummary, as IB's clients list them. */
export const ACCOUNT_SUMMARY_TAGS = [
  "AccountType",
  "NetLiquidation",
  "TotalCashValue",
  "SettledCash",
  "AccruedCash",
  "BuyingPower",
  "EquityWithLoanValue",
  "PreviousDayEquityWithLoanValue",
  "GrossPositionValue",
  "RegTEquity",
  "RegTMargin",
  "SMA",
  "InitMarginReq",
  "MaintMarginReq",
  "AvailableFunds",
  "ExcessLiquidity",
  "Cushion",
  "FullInitMarginReq",
  "FullMaintMarginReq",
  "FullAvailableFunds",
  "FullExcessLiquidity",
  "LookAheadNextChange",
  "LookAheadInitMarginReq",
  "LookAheadMaintMarginReq",
  "LookAheadAvailableFunds",
  "LookAheadExcessLiquidity",
  "HighestSeverity",
  "DayTradesRemaining",
  "Leverage",
] as const;

/** Tags as clients misspell or shorten them: IB's own classes say ReqTEquity. */
const SAME_TAG: Readonly<Record<string, string>> = {
  ReqTEquity: "RegTEquity",
  ReqTMargin: "RegTMargin",
  PreviousEquityWithLoanValue: "PreviousDayEquityWithLoanValue",
};

const LEDGER = /^\$LEDGER(?::(ALL|BASE|[A-Z]{3}))?$/;

/** The ledger rows that a tag asks for: "$LEDGER" is the base currency, "$LEDGER:USD" that one, "$LEDGER:ALL" all of them. */
function ledgerOf(tag: string, standing: AccountStanding, text: (value: Money) => string): readonly AccountRow[] {
  const match = LEDGER.exec(tag);
  if (match === null) return [];
  const wanted = match[1] ?? "BASE";
  return ledgerRows(standing, text).filter(({ currency }) => wanted === "ALL" || currency === wanted);
}

/** What reqAccountSummary is told, in the order of the tags; "All" stands for all of them. Tags that nobody knows are left out. */
export function accountSummary(
  standing: AccountStanding,
  tags: readonly string[],
  options: AccountValueOptions = {},
): readonly AccountRow[] {
  const text = options.text ?? formatCents;
  const leverage: AccountRow = { key: "Leverage", value: twoPlaces(leverageOf(standing)), currency: "" };
  const rows = [...accountValues(standing, { text, ledgerPrefix: true }), leverage];
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const wanted = tags.flatMap((tag): readonly string[] => (tag === "All" ? ACCOUNT_SUMMARY_TAGS : [tag]));
  return [...new Set(wanted)].flatMap((tag) => {
    const row = byKey.get(SAME_TAG[tag] ?? tag);
    const isTag = (ACCOUNT_SUMMARY_TAGS as readonly string[]).includes(SAME_TAG[tag] ?? tag);
    return row !== undefined && isTag ? [{ ...row, key: tag }] : ledgerOf(tag, standing, text);
  });
}
