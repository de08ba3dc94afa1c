import type { BrokerPosition } from "@bowline/contracts";
import { type Px, type Us, microsOfDouble, px, qty } from "@bowline/kernel";
import type { Contract, ContractDetails } from "@stoqey/ib";
import type { BrokerBar, BrokerInstrument } from "./broker-data.ts";
import { fromIbSymbol } from "./ib-order.ts";

const pxOf = (value: number | undefined): Px | undefined => {
  const micros = value === undefined ? undefined : microsOfDouble(value);
  return micros === undefined || micros <= 0 ? undefined : px(micros);
};

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

type Classification = "industry" | "category" | "subcategory";

/** TWS writes nothing where it has none. */
const named = (level: Classification, text: string | undefined): Partial<Record<Classification, string>> =>
  text === undefined || text.trim() === "" ? {} : { [level]: text.trim() };

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
    ...named("industry", details.industry),
    ...named("category", details.category),
    ...named("subcategory", details.subcategory),
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
