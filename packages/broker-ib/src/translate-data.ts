import type { BrokerPosition } from "@bowline/contracts";
import { type Px, type Us, microsOfDouble, px, qty } from "@bowline/kernel";
import type { Contract, ContractDetails } from "@stoqey/ib";
import type { BrokerBar, BrokerInstrument, BrokerTick } from "./broker-data.ts";
import { fromIbSymbol } from "./ib-order.ts";

const pxOf = (value: number | undefined): Px | undefined => {
  const micros = value === undefined ? undefined : microsOfDouble(value);
  return micros === undefined || micros <= 0 ? undefined : px(micros);
};

/** Numbers of the protocol; the library does not export its own. */
const PRICE_FIELDS: ReadonlyMap<number, BrokerTick["field"]> = new Map([
  [1, "BID"],
  [2, "ASK"],
  [4, "LAST"],
]);
const SIZE_FIELDS: ReadonlyMap<number, BrokerTick["field"]> = new Map([
  [0, "BID_SIZE"],
  [3, "ASK_SIZE"],
  [5, "LAST_SIZE"],
  [8, "VOLUME"],
]);
const HALTED = 49;

/** `undefined` for fields that nobody reads and for prices that are not there: TWS sends -1 or 0 for them. */
export function priceTick(symbol: string, tickType: number, value: number | undefined): BrokerTick | undefined {
  const field = PRICE_FIELDS.get(tickType);
  const price = pxOf(value);
  return field === undefined || price === undefined ? undefined : { symbol, field, value: price };
}

export function sizeTick(
  symbol: string,
  tickType: number | undefined,
  value: number | undefined,
): BrokerTick | undefined {
  const field = tickType === undefined ? undefined : SIZE_FIELDS.get(tickType);
  const size = value === undefined ? undefined : microsOfDouble(value);
  return field === undefined || size === undefined || size < 0 ? undefined : { symbol, field, value: size };
}

/** Tick 49: 0 trades, 1 and 2 are halts; -1 says that it is not known, which changes nothing. */
export function haltedTick(symbol: string, tickType: number, value: number | undefined): BrokerTick | undefined {
  if (tickType !== HALTED || value === undefined || value < 0) return undefined;
  return { symbol, field: "HALTED", value: value > 0 ? 1 : 0 };
}

export type IbBar = {
  readonly startUs: Us;
  readonly open: number | undefined;
  readonly high: number | undefined;
  readonly low: number | undefined;
  readonly close: number | undefined;
  readonly volume: number | undefined;
  readonly wap: number | undefined;
  readonly count: number | undefined;
};

/** TWS stamps a bar with its start, we with its end. */
export function brokerBar(bar: IbBar, closeUs: Us): BrokerBar {
  const openPx = pxOf(bar.open);
  const highPx = pxOf(bar.high);
  const lowPx = pxOf(bar.low);
  const closePx = pxOf(bar.close);
  const wapPx = pxOf(bar.wap);
  return {
    closeUs,
    ...(openPx === undefined ? {} : { openPx }),
    ...(highPx === undefined ? {} : { highPx }),
    ...(lowPx === undefined ? {} : { lowPx }),
    ...(closePx === undefined ? {} : { closePx }),
    ...(wapPx === undefined ? {} : { wapPx }),
    volume: qty(Math.max(0, microsOfDouble(bar.volume ?? 0) ?? 0)),
    tradeCount: Math.max(0, bar.count ?? 0),
  };
}

/** `undefined` where the details name no instrument that could be traded. */
export function brokerInstrument(details: ContractDetails): BrokerInstrument | undefined {
  const { contract } = details;
  const minTick = pxOf(details.minTick);
  if (contract.conId === undefined || contract.conId <= 0 || contract.symbol === undefined || minTick === undefined)
    return undefined;
  const primaryExchange =
    [contract.primaryExch, contract.exchange].find((exchange) => exchange !== undefined && exchange !== "") ?? "SMART";
  const symbol = fromIbSymbol(contract.symbol);
  return {
    symbol,
    conId: contract.conId,
    minTick,
    currency: contract.currency ?? "USD",
    primaryExchange,
    longName: details.longName === undefined || details.longName === "" ? symbol : details.longName,
    liquidHours: details.liquidHours ?? "",
    timeZoneId: details.timeZoneId ?? "",
  };
}

export type IbHolding = {
  readonly position: number | undefined;
  readonly avgPx?: number | undefined;
  readonly marketPx?: number | undefined;
};

export function brokerPosition(contract: Contract, holding: IbHolding): BrokerPosition | undefined {
  const quantity = holding.position === undefined ? undefined : microsOfDouble(holding.position);
  if (quantity === undefined || contract.symbol === undefined || contract.symbol === "") return undefined;
  const avgPx = pxOf(holding.avgPx);
  const marketPx = pxOf(holding.marketPx);
  return {
    symbol: fromIbSymbol(contract.symbol),
    quantity: qty(quantity),
    ...(avgPx === undefined ? {} : { avgPx }),
    ...(marketPx === undefined ? {} : { marketPx }),
  };
}
