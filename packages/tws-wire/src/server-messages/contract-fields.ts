import { decimalText, intText } from "../field-text.ts";
import type { WireContract } from "../wire-types.ts";

/** The eleven contract fields that orders, executions and positions share: everything but the primary exchange. */
export const contractFields = (contract: WireContract, rightIfNone = ""): readonly string[] => [
  intText(contract.conId),
  contract.symbol,
  contract.secType,
  contract.lastTradeDate,
  decimalText(contract.strike),
  contract.right === "" ? rightIfNone : contract.right,
  contract.multiplier,
  contract.exchange,
  contract.currency,
  contract.localSymbol,
  contract.tradingClass,
];
