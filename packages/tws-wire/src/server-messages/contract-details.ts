import { decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import { SINCE } from "../protocol-version.ts";
import type { TagValue, WireContract } from "../wire-types.ts";

/** Everything but bonds and funds, which have layouts of their own. */
export interface ContractDetailsMessage {
  readonly reqId: number;
  readonly contract: WireContract;
  readonly marketName: string;
  /** Micros. The smallest price step is also a matter of the market rule. */
  readonly minTickPx: number;
  /** Comma separated, as are the exchanges and the market rules that belong to them one by one. */
  readonly orderTypes: string;
  readonly validExchanges: string;
  readonly marketRuleIds: string;
  readonly longName: string;
  readonly industry?: string;
  readonly category?: string;
  readonly subcategory?: string;
  /** "US/Eastern". */
  readonly timeZoneId: string;
  /** `20240102:0930-20240102:1600;20240103:CLOSED`. */
  readonly tradingHours: string;
  readonly liquidHours: string;
  readonly secIds?: readonly TagValue[];
  /** "COMMON", "ETF". */
  readonly stockType?: string;
  /** Micros of a share. */
  readonly minQty?: number;
  readonly qtyIncrement?: number;
  readonly suggestedQtyIncrement?: number;
}

const ONE_SHARE = 1_000_000;

export function contractDetails(serverVersion: number, message: ContractDetailsMessage): WireFields {
  const { contract } = message;
  const secIds = message.secIds ?? [];
  const beforeSizeRules = serverVersion < SINCE.sizeRules;
  return [
    "10",
    ...(beforeSizeRules ? ["8"] : []),
    intText(message.reqId),
    contract.symbol,
    contract.secType,
    contract.lastTradeDate,
    ...(serverVersion >= SINCE.lastTradeDate ? [contract.lastTradeDate] : []),
    decimalText(contract.strike),
    contract.right,
    contract.exchange,
    contract.currency,
    contract.localSymbol,
    message.marketName,
    contract.tradingClass,
    intText(contract.conId),
    decimalText(message.minTickPx),
    ...(beforeSizeRules ? ["100"] : []), // size multiplier of market data
    contract.multiplier,
    message.orderTypes,
    message.validExchanges,
    "1", // price magnifier
    "0", // contract id of the underlying
    message.longName,
    contract.primaryExch,
    "", // contract month
    message.industry ?? "",
    message.category ?? "",
    message.subcategory ?? "",
    message.timeZoneId,
    message.tradingHours,
    message.liquidHours,
    "", // evRule
    "", // evMultiplier
    intText(secIds.length),
    ...secIds.flatMap(({ tag, value }) => [tag, value]),
    "1", // aggregate group
    "", // symbol of the underlying
    "", // its security type
    message.marketRuleIds,
    "", // real expiration date
    message.stockType ?? "",
    ...sizeFields(serverVersion, message),
    ...(serverVersion >= SINCE.ineligibilityReasons ? ["0"] : []),
  ];
}

function sizeFields(serverVersion: number, message: ContractDetailsMessage): readonly string[] {
  const minQty = decimalText(message.minQty ?? ONE_SHARE);
  if (serverVersion < SINCE.fractionalSizes) return [];
  if (serverVersion < SINCE.sizeRules) return [minQty];
  return [
    minQty,
    decimalText(message.qtyIncrement ?? ONE_SHARE),
    decimalText(message.suggestedQtyIncrement ?? ONE_SHARE),
  ];
}

export const contractDetailsEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "52",
  "1",
  intText(message.reqId),
];
