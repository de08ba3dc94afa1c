import type { Call } from "./calls.ts";
import { nothing } from "./calls.ts";

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
];
