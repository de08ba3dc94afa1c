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

export const instrumentEntry = (group: string, instrument: BrokerInstrument): EventByKind<"md.instrument"> => ({
  kind: "md.instrument",
  group,
  ...instrument,
});

export const accountEntry = (accountId: string, account: BrokerAccount): EventByKind<"broker.account"> => ({
  kind: "broker.account",
  accountId,
  ...account,
});
