/** What an account is told to be, worked out on paper: from trades, commissions and last prices, in dollars and whole shares. */
export type Trade = {
  readonly symbol: string;
  /** Negative where sold. */
  readonly shares: number;
  readonly price: number;
  readonly commission: number;
};

export type Holding = {
  readonly shares: number;
  readonly mark: number;
  readonly value: number;
  readonly averageCost: number;
  readonly unrealized: number;
  readonly realized: number;
};

/** One row: key, value, currency. */
export type Row = readonly [key: string, value: string, currency: string];

const START = 1_000_000;

/** Sums of cents and their parts are exact to a millionth; doubles are not. */
const exact = (dollars: number): number => Math.round(dollars * 1e6) / 1e6;
const text = (dollars: number): string => (Math.round(exact(dollars) * 100) / 100).toFixed(2);
const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** A trade against a position realises its part of the cost; one with it adds to the cost. No trade here does both. */
export function holdingOf(trades: readonly Trade[], symbol: string, mark: number): Holding {
  let [shares, cost, realized] = [0, 0, 0];
  for (const trade of trades.filter((one) => one.symbol === symbol)) {
    const paid = trade.shares * trade.price + trade.commission;
    const isClosing = shares !== 0 && shares > 0 !== trade.shares > 0;
    const part = isClosing ? (cost * -trade.shares) / shares : -paid;
    if (isClosing) realized -= paid + part;
    cost -= part;
    shares += trade.shares;
  }
  const value = exact(shares * mark);
  const averageCost = shares === 0 ? 0 : exact(cost / shares);
  const unrealized = shares === 0 ? 0 : exact(value - cost);
  return { shares, mark, value, averageCost, unrealized, realized: exact(realized) };
}

/** Within the day a long position binds a quarter of its value and a short one 30 %; overnight half of either (Regulation T). */
const marginOf = ({ value }: Holding): number => (value > 0 ? value * 0.25 : value * -0.3);

/** The special memorandum account: less half of what opens, more half of what closes, less all commissions. */
function memorandumOf(trades: readonly Trade[]): number {
  const held = new Map<string, number>();
  let account = START;
  for (const { symbol, shares, price, commission } of trades) {
    const before = held.get(symbol) ?? 0;
    held.set(symbol, before + shares);
    account -= (Math.abs(before + shares) - Math.abs(before)) * price * 0.5 + commission;
  }
  return account;
}

type Marks = Readonly<Record<string, number>>;

/** The numbers that the rows are made of. */
function numbersOf(trades: readonly Trade[], marks: Marks) {
  const holdings = Object.entries(marks).map(([symbol, mark]) => holdingOf(trades, symbol, mark));
  const cash = START - sum(trades.map(({ shares, price, commission }) => shares * price + commission));
  const stock = sum(holdings.map(({ value }) => value));
  const gross = sum(holdings.map(({ value }) => Math.abs(value)));
  const equity = cash + stock;
  const margin = sum(holdings.map(marginOf));
  // What was sold today has not settled.
  const sold = sum(trades.map(({ shares, price }) => Math.max(0, -shares) * price));
  return {
    ...{ cash, stock, gross, equity, margin, regT: gross / 2, available: equity - margin, settled: cash - sold },
    ...{ realized: sum(holdings.map(({ realized }) => realized)), memorandum: memorandumOf(trades) },
    unrealized: sum(holdings.map(({ unrealized }) => unrealized)),
  };
}

type Numbers = ReturnType<typeof numbersOf>;

const zeros = (keys: string): Readonly<Record<string, number>> =>
  Object.fromEntries(keys.split(" ").map((key) => [key, 0]));

/** Of the account, of its securities (-S), and nothing of commodities (-C). */
const threefold = ({ cash, equity, margin, regT, available }: Numbers): Readonly<Record<string, number>> => ({
  ...zeros("AccruedCash AccruedDividend Billable Guarantee IndianStockHaircut PASharesValue PhysicalCertificateValue"),
  ...zeros("PostExpirationExcess PostExpirationMargin TotalDebitCardPendingCharges"),
  ...{ NetLiquidation: equity, EquityWithLoanValue: equity, TotalCashValue: cash },
  ...{ AvailableFunds: available, FullAvailableFunds: available },
  ...{ ExcessLiquidity: available, FullExcessLiquidity: available, LookAheadExcessLiquidity: available },
  ...{ InitMarginReq: margin, FullInitMarginReq: margin, MaintMarginReq: margin, FullMaintMarginReq: margin },
  ...{ LookAheadMaintMarginReq: margin, LookAheadInitMarginReq: regT, LookAheadAvailableFunds: equity - regT },
});

/** Of the account and of its securities. */
const twofold = ({ gross, equity, regT, memorandum }: Numbers): Readonly<Record<string, number>> => ({
  ...{ GrossPositionValue: gross, PreviousDayEquityWithLoanValue: START, RegTEquity: equity, RegTMargin: regT },
  SMA: memorandum,
});

/** In each currency and in the base of all, which is the same here. */
const ledger = ({ cash, stock, equity, unrealized, realized }: Numbers): Readonly<Record<string, number>> => ({
  ...{ CashBalance: cash, TotalCashBalance: cash, StockMarketValue: stock, NetLiquidationByCurrency: equity },
  ...{ UnrealizedPnL: unrealized, RealizedPnL: realized, ExchangeRate: 1 },
  ...zeros("AccruedCash OptionMarketValue FutureOptionValue FuturesPNL FundValue NetDividend MutualFundValue"),
  ...zeros("MoneyMarketFundValue CorporateBondValue TBondValue TBillValue WarrantValue FxCashBalance"),
  ...zeros("IssuerOptionValue Cryptocurrency"),
});

/** Six places at the most, without zeros at the end. */
const cushionOf = ({ available, equity }: Numbers): string => String(exact(available / equity));
const leverageOf = ({ gross, equity }: Numbers): string => text(gross / equity);

/** A rich account may day-trade as often as it likes: -1. */
const plain = (numbers: Numbers, accountId: string): Readonly<Record<string, string>> => ({
  ...{ AccountCode: accountId, AccountReady: "true", AccountType: "INDIVIDUAL" },
  ...{ "ColumnPrio-C": "2", "ColumnPrio-S": "1", Cushion: cushionOf(numbers), "Leverage-S": leverageOf(numbers) },
  ...{ DayTradesRemaining: "-1", "DayTradesRemainingT+1": "-1", "DayTradesRemainingT+2": "-1" },
  ...{ "DayTradesRemainingT+3": "-1", "DayTradesRemainingT+4": "-1", "DayTradingStatus-S": "Unlimited" },
  ...{ HighestSeverity: "0", LookAheadNextChange: "0", NLVAndMarginInReview: "false", WhatIfPMEnabled: "true" },
  ...{ "SegmentTitle-C": "US Commodities", "SegmentTitle-S": "US Securities", "TradingType-S": "STKNOPT" },
});

const byName = ([a, , inA]: Row, [b, , inB]: Row): number => (a === b ? (inA < inB ? -1 : 1) : a < b ? -1 : 1);

/** Balances by currency. */
export function ledgerRows(trades: readonly Trade[], marks: Marks, accountId: string): readonly Row[] {
  const amounts = Object.entries(ledger(numbersOf(trades, marks)));
  return ["BASE", "USD"].flatMap((currency) => [
    ["AccountOrGroup", accountId, currency] as const,
    ["Currency", currency, currency] as const,
    ["RealCurrency", currency, currency] as const,
    ...amounts.map(([key, amount]): Row => [key, text(amount), currency]),
  ]);
}

/** Every row of reqAccountUpdates, by key and currency. */
export function accountRows(trades: readonly Trade[], marks: Marks, accountId: string): readonly Row[] {
  const numbers = numbersOf(trades, marks);
  const usd = (key: string, amount: number): Row => [key, text(amount), "USD"];
  const rows = [
    ...Object.entries(plain(numbers, accountId)).map(([key, value]): Row => [key, value, ""]),
    ...Object.entries(threefold(numbers)).flatMap(([key, amount]) => [
      ...[usd(key, amount), usd(`${key}-C`, 0), usd(`${key}-S`, amount)],
    ]),
    ...Object.entries(twofold(numbers)).flatMap(([key, amount]) => [usd(key, amount), usd(`${key}-S`, amount)]),
    usd("BuyingPower", 4 * numbers.available),
    usd("NetLiquidationUncertainty", 0),
    usd("SettledCash", numbers.settled),
    // The account has this row and its dollars have it too: told once, as the second says what was said.
    ...ledgerRows(trades, marks, accountId).filter(([key, , currency]) => key !== "AccruedCash" || currency !== "USD"),
  ];
  return rows.toSorted(byName);
}

const SUMMARY_TAGS =
  "AccountType AccruedCash AvailableFunds BuyingPower Cushion DayTradesRemaining EquityWithLoanValue ExcessLiquidity \
FullAvailableFunds FullExcessLiquidity FullInitMarginReq FullMaintMarginReq GrossPositionValue HighestSeverity InitMarginReq \
LookAheadAvailableFunds LookAheadExcessLiquidity LookAheadInitMarginReq LookAheadMaintMarginReq LookAheadNextChange \
MaintMarginReq NetLiquidation PreviousDayEquityWithLoanValue RegTEquity RegTMargin SMA SettledCash TotalCashValue".split(
    " ",
  );

/** Every tag of reqAccountSummary, by the alphabet. */
export function summaryRows(trades: readonly Trade[], marks: Marks, accountId: string): readonly Row[] {
  const tags = accountRows(trades, marks, accountId).filter(
    ([key, , currency]) => SUMMARY_TAGS.includes(key) && currency !== "BASE",
  );
  return [...tags, ["Leverage", leverageOf(numbersOf(trades, marks)), ""] as const].toSorted(byName);
}

/** The rows that are not as they were. */
export const changedRows = (before: readonly Row[], after: readonly Row[]): readonly Row[] =>
  after.filter(([key, value, currency]) => before.find((row) => row[0] === key && row[2] === currency)?.[1] !== value);
