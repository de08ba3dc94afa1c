import { parseLiquidHours } from "@bowline/calendar";
import type { BrokerAccount, BrokerBar, BrokerInstrument } from "@bowline/broker-ib";
import type { EventByKind, HistoryBar } from "@bowline/contracts";

export type Instrument = { readonly group: string; readonly symbol: string };

/** A five-second bar of the broker; one without volume says that the feed lives and nothing traded. */
export const barEntry = ({ group, symbol }: Instrument, bar: BrokerBar): EventByKind<"md.bar"> => ({
  kind: "md.bar",
  group,
  symbol,
  timeframe: "5s",
  ...bar,
  status: bar.volume > 0 ? "TRADED" : "NO_TRADE",
});

export const historyBar = ({ wapPx: _wapPx, tradeCount: _tradeCount, ...bar }: BrokerBar): HistoryBar => bar;

/** Hours that are not understood are not told on: the calendar then keeps its own. */
export function instrumentEntry(
  group: string,
  { liquidHours, timeZoneId, ...instrument }: BrokerInstrument,
): EventByKind<"md.instrument"> {
  const isUnderstood = parseLiquidHours(liquidHours, timeZoneId).ok;
  return { kind: "md.instrument", group, ...instrument, ...(isUnderstood ? { liquidHours } : {}) };
}

export const accountEntry = (accountId: string, account: BrokerAccount): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId,
  ...account,
});
