import { parseLiquidHours } from "@bowline/calendar";
import type { BrokerAccount, BrokerBar, BrokerInstrument, BrokerPnl } from "@bowline/broker-ib";
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

/**
 * Hours that are not understood are not told on: the calendar then keeps its own. The sector is what groups.yaml says, else the
 * broker's industry: a person's word stands above a classification that changes unasked.
 */
export function instrumentEntry(
  { instrument: { group }, sector: given }: { readonly instrument: Instrument; readonly sector?: string | undefined },
  { liquidHours, timeZoneId, ...instrument }: BrokerInstrument,
): EventByKind<"md.instrument"> {
  const isUnderstood = parseLiquidHours(liquidHours, timeZoneId).ok;
  const sector = given ?? instrument.industry;
  return {
    kind: "md.instrument",
    group,
    ...instrument,
    ...(isUnderstood ? { liquidHours } : {}),
    ...(sector === undefined ? {} : { sector }),
  };
}

export const accountEntry = (accountId: string, account: BrokerAccount): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId,
  ...account,
});

export const pnlEntry = (accountId: string, pnl: BrokerPnl): EventByKind<"broker.pnl"> => ({
  kind: "broker.pnl",
  accountId,
  ...pnl,
});
