import { nextSession, type Session, sessionOf, exchangeTimeAt } from "@bowline/calendar";
import { px, sha256Hex, type Us } from "@bowline/kernel";
import { type ContractDetailsMessage, stockContract, type WireContract } from "@bowline/tws-wire";

/** The stocks that this TWS knows. */
export type Instruments = {
  readonly symbols: readonly string[];
  contractOf(symbol: string): WireContract;
  /** The symbol that a client's contract means, by its id or its name; `undefined` where there is none. */
  symbolOf(contract: WireContract): string | undefined;
  detailsOf(symbol: string, reqId: number, nowUs: Us): ContractDetailsMessage;
};

const PRIMARY_EXCHANGE = "NYSE";

/** A contract id that belongs to the name for ever, in every market. */
const conIdOf = (symbol: string): number => Number.parseInt(sha256Hex(`conId ${symbol}`).slice(0, 7), 16) + 1_000_000;

export function makeInstruments(symbols: readonly string[]): Instruments {
  const contracts = new Map(
    symbols.map((symbol) => [symbol, stockContract({ conId: conIdOf(symbol), symbol, primaryExch: PRIMARY_EXCHANGE })]),
  );
  const symbolsById = new Map([...contracts].map(([symbol, { conId }]) => [conId, symbol]));
  const contractOf = (symbol: string): WireContract =>
    contracts.get(symbol) ?? stockContract({ conId: conIdOf(symbol), symbol });
  return {
    symbols,
    contractOf,
    symbolOf: (contract) => {
      if (contract.conId !== 0) return symbolsById.get(contract.conId);
      const isStock = contract.secType === "STK" && (contract.currency === "USD" || contract.currency === "");
      // IB writes share classes with a blank: BRK B.
      const symbol = contract.symbol.replace(" ", ".");
      return isStock && contracts.has(symbol) ? symbol : undefined;
    },
    detailsOf: (symbol, reqId, nowUs) => ({
      reqId,
      contract: contractOf(symbol),
      marketName: symbol,
      minTickPx: px(10_000),
      orderTypes: "DAY,GTC,IOC,LMT,MKT,STP",
      validExchanges: "SMART,NYSE",
      marketRuleIds: "26,26",
      longName: `${symbol} (simulated)`,
      timeZoneId: "US/Eastern",
      tradingHours: hoursOf(nowUs, "0400", "2000"),
      liquidHours: hoursOf(nowUs, "0930", undefined),
      stockType: "COMMON",
    }),
  };
}

/** Hours of this session and the next, in TWS's form: 20240304:0930-20240304:1600;… */
function hoursOf(nowUs: Us, from: string, to: string | undefined): string {
  const today = sessionOf(exchangeTimeAt(nowUs).date) ?? nextSession(nowUs);
  return [today, nextSession(today.openUs)].map((session) => rangeOf(session, from, to ?? closeOf(session))).join(";");
}

const rangeOf = ({ date }: Session, from: string, to: string): string => {
  const day = date.replaceAll("-", "");
  return `${day}:${from}-${day}:${to}`;
};

const closeOf = ({ openUs, closeUs }: Session): string => (closeUs - openUs < 23_400_000_000 ? "1300" : "1600");
