import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";

type ScannerSubscription = ClientMessageOf<"reqScannerSubscription">;

const MOST_ACTIVE = "MOST_ACTIVE";
const US_STOCKS = "STK.US";
/** TWS gives 50 rows at the most. */
const MAX_ROWS = 50;
const NO_ITEMS = 165;
const CANCELLED = 162;

/** What can be scanned here, in the form of TWS's document, which has some hundred times as much. */
const PARAMETERS = `<?xml version="1.0" encoding="UTF-8"?>
<ScanParameterResponse>
<InstrumentList varName="instrumentList"><Instrument><name>US Stocks</name><type>STK</type></Instrument></InstrumentList>
<LocationTree varName="locationTree"><Location><displayName>US Stocks</displayName><locationCode>${US_STOCKS}</locationCode><instruments>STK</instruments></Location></LocationTree>
<ScanTypeList varName="scanTypeList"><ScanType><displayName>Most Active</displayName><scanCode>${MOST_ACTIVE}</scanCode><instruments>STK</instruments></ScanType></ScanTypeList>
</ScanParameterResponse>`;

export const answerScannerParameters = (client: Client): void =>
  send(client, encode.scannerParameters, { xml: PARAMETERS });

/** The symbols that trade most, once: TWS sends the list again where it changes. Another scan finds nothing. */
export function answerScanner(desk: Desk, client: Client, request: ScannerSubscription): void {
  const { reqId } = request;
  const found = request.scanCode === MOST_ACTIVE && request.instrument === "STK" ? mostActive(desk, request) : [];
  if (found.length === 0)
    return sendError(client, reqId, NO_ITEMS, "Historical Market Data Service query message:no items retrieved");
  const rows = found.map((symbol, rank) => rowOf(desk, symbol, rank));
  send(client, encode.scannerData, { reqId, rows });
}

/** TWS answers a cancel with the code that it has for data that will not come. */
export const endScanner = (client: Client, reqId: number): void =>
  sendError(
    client,
    reqId,
    CANCELLED,
    `Historical Market Data Service error message:API scanner subscription cancelled: ${reqId}`,
  );

function mostActive(desk: Desk, { rows, abovePx, belowPx }: ScannerSubscription): readonly string[] {
  const { broker, timeline } = desk.exchange;
  const isWithin = (symbol: string): boolean => {
    const price = broker.quoteOf(symbol)?.closePx;
    return price !== undefined && price >= (abovePx ?? 0) && price <= (belowPx ?? Number.MAX_SAFE_INTEGER);
  };
  const byVolume = desk.instruments.symbols
    .filter(isWithin)
    .toSorted((a, b) => timeline.volumeOf(b) - timeline.volumeOf(a));
  return byVolume.slice(0, Math.min(rows ?? MAX_ROWS, MAX_ROWS));
}

function rowOf(desk: Desk, symbol: string, rank: number) {
  const contract = desk.instruments.contractOf(symbol);
  return { contract, rank, marketName: contract.tradingClass, distance: "", benchmark: "", projection: "", legs: "" };
}
