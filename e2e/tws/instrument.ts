import { type Contract, type ContractDetails, EventName, MarketDataType, SecType } from "@stoqey/ib";
import type { Desk } from "./desk.ts";

/** The stock that the scenarios trade, as TWS describes it. */
export type Instrument = {
  readonly contract: Contract;
  readonly details: ContractDetails;
  /** A recent price: what "far from the market" is measured from. Dollars. */
  readonly price: number;
  /** The best ask, where one is told. */
  readonly ask: number | undefined;
  /** A price so many times as high as the market's, on a tick. */
  at(factor: number): number;
};

const SMART = { secType: SecType.STK, exchange: "SMART", currency: "USD" } as const;

/** Share classes have a blank at IB. */
const stockOf = (symbol: string): Contract => ({ ...SMART, symbol: symbol.replaceAll(".", " ") });

/** Twenty cents: a multiple of every tick that a stock above a dollar has. */
const GRID = 0.2;

export async function describeInstrument(desk: Desk, symbol: string): Promise<Instrument> {
  const contract = stockOf(symbol);
  const [told] = await desk.ask(`contract details of ${symbol}`, EventName.contractDetailsEnd, (reqId) =>
    desk.api.reqContractDetails(reqId, contract),
  );
  const details = told?.args[1] as ContractDetails | undefined;
  if (details === undefined) throw new Error(`no contract details of ${symbol}`);
  const { price, ask } = await quoteOf(desk, contract);
  return {
    contract,
    details,
    price,
    ask,
    at: (factor) => Number((Math.round((price * factor) / GRID) * GRID).toFixed(2)),
  };
}

/** Last, bid, ask and close, live or delayed. */
const LAST = [4, 68];
const ASK = [2, 67];
const PRICES = [...LAST, ...ASK, 1, 66, 9, 75];

/** What is known of a stock's price, be it 15 minutes old or yesterday's. */
async function quoteOf(
  desk: Desk,
  contract: Contract,
): Promise<{ readonly price: number; readonly ask: number | undefined }> {
  desk.api.reqMarketDataType(MarketDataType.DELAYED);
  const reqId = desk.newRequestId();
  desk.api.reqMktData(reqId, contract, "", false, false);
  const priceOf = (types: readonly number[]): number | undefined =>
    desk.log
      .filter(
        ({ event, args }) => event === EventName.tickPrice && args[0] === reqId && types.includes(Number(args[1])),
      )
      .map(({ args }) => Number(args[2]))
      .findLast((price) => price > 0);
  const price = await desk.until("a price", () => priceOf(LAST) ?? priceOf(PRICES));
  desk.api.cancelMktData(reqId);
  return { price, ask: priceOf(ASK) };
}

/** `20241127:0930-20241127:1600;20241128:CLOSED`: the regular hours of the days to come, in the exchange's zone. */
export function isOpenAt(details: ContractDetails, seconds: number): boolean {
  const zone = ZONES.get(details.timeZoneId ?? "") ?? details.timeZoneId ?? "America/New_York";
  const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
  const text = now.toPlainDateTime().toString({ smallestUnit: "minute" }).replaceAll(/[-:]/g, "").replace("T", ":");
  return (details.liquidHours ?? "").split(";").some((day) => {
    const [from = "", to = ""] = day.split("-");
    return to !== "" && from <= text && text < to;
  });
}

/** Names that TWS uses and that the zone database may lack. */
const ZONES: ReadonlyMap<string, string> = new Map([
  ["EST", "America/New_York"],
  ["EST5EDT", "America/New_York"],
  ["US/Eastern", "America/New_York"],
]);
