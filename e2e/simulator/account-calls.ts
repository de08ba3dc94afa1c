import type { Call } from "./calls.ts";
import { nothing } from "./calls.ts";

/** Balances by currency, in the order of the alphabet; what is not named here is nothing. */
const LEDGER =
  "AccountOrGroup AccruedCash CashBalance CorporateBondValue Cryptocurrency Currency ExchangeRate FundValue FutureOptionValue \
FuturesPNL FxCashBalance IssuerOptionValue MoneyMarketFundValue MutualFundValue NetDividend NetLiquidationByCurrency \
OptionMarketValue RealCurrency RealizedPnL StockMarketValue TBillValue TBondValue TotalCashBalance UnrealizedPnL \
WarrantValue".split(" ");
const CASH = "1000000.00";
const BALANCES: Readonly<Record<string, string>> = {
  CashBalance: CASH,
  ExchangeRate: "1.00",
  NetLiquidationByCurrency: CASH,
  TotalCashBalance: CASH,
};

function balanceOf(key: string, currency: string, accountId: string): string {
  if (key === "AccountOrGroup") return accountId;
  return key.endsWith("Currency") && key !== "NetLiquidationByCurrency" ? currency : (BALANCES[key] ?? "0.00");
}

const ledger = (accountId: string): readonly (readonly string[])[] =>
  LEDGER.flatMap((key) => ["BASE", "USD"].map((currency) => [key, balanceOf(key, currency, accountId), currency]));

/** The calls about an account that holds its cash and nothing else. */
export const ACCOUNT_CALLS: readonly Call[] = [
  { name: "reqPositions", call: (api) => void api.reqPositions(), told: () => [["positionEnd"]] },
  { name: "cancelPositions", call: (api) => void api.cancelPositions(), told: nothing },
  {
    name: "reqPositionsMulti",
    call: (api) => void api.reqPositionsMulti(50, "DU1234567", ""),
    told: () => [["positionMultiEnd", 50]],
  },
  { name: "cancelPositionsMulti", call: (api) => void api.cancelPositionsMulti(50), told: nothing },
  {
    name: "reqAccountSummary",
    call: (api) => void api.reqAccountSummary(51, "All", "BuyingPower,NetLiquidation,TotalCashValue"),
    told: ({ accountId }) => [
      ["accountSummary", 51, accountId, "BuyingPower", "4000000.00", "USD"],
      ["accountSummary", 51, accountId, "NetLiquidation", "1000000.00", "USD"],
      ["accountSummary", 51, accountId, "TotalCashValue", "1000000.00", "USD"],
      ["accountSummaryEnd", 51],
    ],
  },
  { name: "cancelAccountSummary", call: (api) => void api.cancelAccountSummary(51), told: nothing },
  {
    name: "reqAccountUpdatesMulti of balances",
    call: (api) => void api.reqAccountUpdatesMulti(52, "DU1234567", "", true),
    told: ({ accountId }) => [
      ...[...ledger(accountId), ["NetLiquidation", CASH, "USD"]].map(
        (row) => ["accountUpdateMulti", 52, accountId, "", ...row] as const,
      ),
      // The client gives the id of this one as text.
      ["accountUpdateMultiEnd", "52"],
    ],
  },
  { name: "cancelAccountUpdatesMulti", call: (api) => void api.cancelAccountUpdatesMulti(52), told: nothing },
];
