import {
  type Field,
  type Fields,
  type FlatField,
  group,
  int,
  type MessageOf,
  micros,
  notCarried,
  shaped,
  text,
} from "../layout/index.ts";
import type { WireContract } from "../wire-types.ts";

/** Call or put; "" where there is none, for which TWS has several words. */
export const right = (none: "" | "?" | "0"): Field<string> => ({
  shape: { is: "oneOf", values: ["", "C", "P"], isOnWire: true },
  write: (value, out) => void out.push(value === "" ? none : value),
  read(reader, name) {
    const value = reader.text(name);
    return value === "?" || value === "0" ? "" : value;
  },
});

/** The eleven contract fields that orders, executions and positions share: everything but the primary exchange. */
const elevenFields = (none: "" | "?") => ({
  conId: int,
  symbol: text,
  secType: text,
  lastTradeDate: text,
  strike: micros,
  right: right(none),
  multiplier: text,
  exchange: text,
  primaryExch: notCarried(""),
  currency: text,
  localSymbol: text,
  tradingClass: text,
});

export const contract = (none: "" | "?" = ""): Field<WireContract> => group(elevenFields(none));

/** The contract of a portfolio line: everything but the exchange. */
export const portfolioContract: Field<WireContract> = group({
  conId: int,
  symbol: text,
  secType: text,
  lastTradeDate: text,
  strike: micros,
  right: right("0"),
  multiplier: text,
  exchange: notCarried(""),
  primaryExch: text,
  currency: text,
  localSymbol: text,
  tradingClass: text,
});

type WithContract<T> = { readonly contract: WireContract } & Omit<T, keyof WireContract>;

/** Fields among which those of the contract stand here and there: they belong together under `contract`. */
export const withContract = <const L extends Fields>(fields: L): FlatField<WithContract<MessageOf<L>>> =>
  shaped(
    fields,
    (flat) => {
      const { conId, symbol, secType, lastTradeDate, strike, ...most } = flat as unknown as WireContract;
      const {
        right: callOrPut,
        multiplier,
        exchange,
        primaryExch,
        currency,
        localSymbol,
        tradingClass,
        ...rest
      } = most;
      const terms = { conId, symbol, secType, lastTradeDate, strike, right: callOrPut, multiplier };
      const names = { exchange, primaryExch, currency, localSymbol, tradingClass };
      return { contract: { ...terms, ...names }, ...rest } as unknown as WithContract<MessageOf<L>>;
    },
    ({ contract: own, ...rest }) => ({ ...rest, ...own }) as unknown as MessageOf<L>,
  );
