import { type Field, flagged, group, int, list, micros, notCarried, text, when } from "../layout/index.ts";
import type { WireContract } from "../wire-types.ts";

const twelve = {
  conId: int,
  symbol: text,
  secType: text,
  lastTradeDate: text,
  strike: micros,
  right: text,
  multiplier: text,
  exchange: text,
  primaryExch: text,
  currency: text,
  localSymbol: text,
  tradingClass: text,
};

/** The twelve contract fields of a request, conId .. tradingClass. */
export const contract: Field<WireContract> = group(twelve);

/** As `contract`, without the primary exchange. */
export const contractWithoutPrimary: Field<WireContract> = group({ ...twelve, primaryExch: notCarried("") });

export const isCombo = (message: { readonly contract?: unknown }): boolean =>
  (message.contract as WireContract).secType.toUpperCase() === "BAG";

/** The legs that follow the contract of a combination in requests for data: four fields each. */
export const dataLegs = when(isCombo, {
  comboLegs: list(group({ conId: int, ratio: int, action: text, exchange: text })),
});

export const deltaNeutralContract = flagged({ conId: int, delta: text, price: text });
