import type { Us } from "@bowline/kernel";
import type { ContractDetailsMessage } from "@bowline/tws-wire";
import { hoursFrom } from "./hours.ts";
import { contractOfInstrument, type Instrument } from "./instrument.ts";

/** Where stocks in dollars trade, in IB's names. */
export const VALID_EXCHANGES: readonly string[] =
  "SMART,AMEX,NYSE,CBOE,PHLX,CHX,ARCA,NASDAQ,DRCTEDGE,BEX,BATS,EDGEA,BYX,IEX,PEARL,MEMX,LTSE,PSX".split(",");

/** What this TWS works, in IB's codes. */
const ORDER_TYPES =
  "ADJUST,ALGO,AON,COND,DAY,DIS,FOK,GAT,GTC,GTD,HID,IOC,LIT,LMT,LOC,MIDPX,MIT,MKT,MOC,OCA,OPG,REL,RTH,SCALE,STP,STPLMT,TRAIL,TRAILLMT,WHATIF";

const ROUND_LOT = 100_000_000;

/** An instrument as TWS describes it at a time: the hours are those of that day and the next ones. */
export function contractDetailsOf(
  instrument: Instrument,
  { reqId, nowUs }: { readonly reqId: number; readonly nowUs: Us },
): ContractDetailsMessage {
  const { currency, primaryExchange, qtyIncrement } = instrument;
  const exchanges = currency === "USD" ? VALID_EXCHANGES : ["SMART", primaryExchange];
  return {
    reqId,
    contract: contractOfInstrument(instrument),
    marketName: instrument.tradingClass,
    minTickPx: instrument.minTickPx,
    orderTypes: ORDER_TYPES,
    validExchanges: exchanges.join(","),
    marketRuleIds: exchanges.map(() => instrument.marketRuleId).join(","),
    longName: instrument.name,
    industry: instrument.industry,
    category: instrument.category,
    subcategory: instrument.subcategory,
    timeZoneId: "US/Eastern",
    ...hoursFrom(nowUs),
    secIds: [{ tag: "ISIN", value: instrument.isin }],
    stockType: instrument.type,
    minQty: qtyIncrement,
    qtyIncrement,
    suggestedQtyIncrement: ROUND_LOT,
  };
}
