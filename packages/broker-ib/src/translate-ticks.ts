import { DATA_TYPES, type DataType } from "@bowline/contracts";
import { microsOfDouble, us, US_PER_MS } from "@bowline/kernel";
import type { BrokerTick } from "./broker-data.ts";

type Field = BrokerTick["field"];

/** Numbers of the protocol; the library does not export its own. Those of delayed data are others than those of live data. */
const LIVE_PRICES: ReadonlyMap<number, Field> = new Map([
  [1, "BID"],
  [2, "ASK"],
  [4, "LAST"],
]);
const DELAYED_PRICES: ReadonlyMap<number, Field> = new Map([
  [66, "BID"],
  [67, "ASK"],
  [68, "LAST"],
]);
const LIVE_SIZES: ReadonlyMap<number, Field> = new Map([
  [0, "BID_SIZE"],
  [3, "ASK_SIZE"],
  [5, "LAST_SIZE"],
  [8, "VOLUME"],
  [89, "SHORTABLE_QTY"],
]);
const DELAYED_SIZES: ReadonlyMap<number, Field> = new Map([
  [69, "BID_SIZE"],
  [70, "ASK_SIZE"],
  [71, "LAST_SIZE"],
  [74, "VOLUME"],
]);
const SHORTABLE = 46;
const HALTED = 49;
const DELAYED_HALTED = 90;
const FIRST_DELAYED = 66;
const LAST_DELAYED = 90;
/** The only one between them that is not of delayed data: shares that may be borrowed. */
const SHORTABLE_SHARES = 89;

/** The generic ticks that are asked for besides what comes anyway: 236 is whether shares can be borrowed (ticks 46 and 89). */
export const GENERIC_TICKS = "236";
/** 375 tells every trade that the tapes report (tick 77), without odd lots, average prices and derivatives: for bars. */
export const TRADE_TICKS = "375";
const TRADES = 77;

/** Whether a tick's number says that it is of delayed data, whatever the data type was told to be. */
export const isDelayedTick = (tickType: number): boolean =>
  tickType >= FIRST_DELAYED && tickType <= LAST_DELAYED && tickType !== SHORTABLE_SHARES;

/** `undefined` for fields that nobody reads. Where there is no price, which TWS sends as -1 or 0, and where what comes is no number, 0 is told on. */
export function priceTick(symbol: string, tickType: number, value: number | undefined): BrokerTick | undefined {
  const field = LIVE_PRICES.get(tickType) ?? DELAYED_PRICES.get(tickType);
  const price = value === undefined ? undefined : microsOfDouble(value);
  return field === undefined ? undefined : { symbol, field, value: Math.max(0, price ?? 0) };
}

export function sizeTick(
  symbol: string,
  tickType: number | undefined,
  value: number | undefined,
): BrokerTick | undefined {
  const field = tickType === undefined ? undefined : (LIVE_SIZES.get(tickType) ?? DELAYED_SIZES.get(tickType));
  const size = value === undefined ? undefined : microsOfDouble(value);
  return field === undefined || size === undefined || size < 0 ? undefined : { symbol, field, value: size };
}

/**
 * Tick 49: 0 trades, 1 is halted, 2 is paused for volatility; -1 says that it is not known, which changes nothing. Tick 46: how
 * easy shares are to borrow.
 */
export function genericTick(symbol: string, tickType: number, value: number | undefined): BrokerTick | undefined {
  if (value === undefined || value < 0) return undefined;
  if (tickType === HALTED || tickType === DELAYED_HALTED) return { symbol, field: "HALTED", value: Math.ceil(value) };
  const level = tickType === SHORTABLE ? microsOfDouble(value) : undefined;
  return level === undefined ? undefined : { symbol, field: "SHORTABLE", value: level };
}

/** `undefined` for a number that IB has not told of. */
export const dataTypeTick = (symbol: string, dataType: number): BrokerTick | undefined =>
  DATA_TYPES[dataType - 1] === undefined ? undefined : { symbol, field: "DATA_TYPE", value: dataType };

/** IB's number of a type of data. */
export const ibDataType = (dataType: DataType): number => DATA_TYPES.indexOf(dataType) + 1;

/**
 * Tick 77: `price;size;milliseconds;the day's volume;its average price;whether it was one trade`. A trade is two ticks, price and
 * shares; none where IB leaves either out, as it does for what has no price.
 */
export function tradeTicks(symbol: string, tickType: number, text: string): readonly BrokerTick[] {
  if (tickType !== TRADES) return [];
  const [price, size, milliseconds] = text.split(";");
  if (price === undefined || size === undefined || !/^\d{10,14}$/.test(milliseconds ?? "")) return [];
  const [value, shares] = [microsOfDouble(Number(price)), microsOfDouble(Number(size))];
  if (value === undefined || shares === undefined || value <= 0 || shares <= 0) return [];
  const atUs = us(Number(milliseconds) * US_PER_MS);
  return [
    { symbol, field: "TRADE", value, atUs },
    { symbol, field: "TRADE_SIZE", value: shares, atUs },
  ];
}
