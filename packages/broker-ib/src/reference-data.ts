import { type Result, US_PER_MINUTE, US_PER_SECOND, type Us, err, ok } from "@bowline/kernel";
import { BarSizeSetting, type ContractDetails, WhatToShow } from "@stoqey/ib";
import { type Answer, askNumbered } from "./asking.ts";
import type { BrokerBar, BrokerInstrument, RequestError } from "./broker-data.ts";
import { ibStock } from "./ib-order.ts";
import { formatIbUtc } from "./ib-time.ts";
import type { SessionState } from "./session-state.ts";
import { type IbBar, brokerBar, brokerInstrument } from "./translate-data.ts";

/** Bars of the past: at most `bars` of them, the last one closing at `endUs` or before. */
export type HistoryRequest = {
  readonly symbol: string;
  readonly timeframe: "5s" | "1m";
  readonly endUs: Us;
  readonly bars: number;
};

/** The shortest session, of a day before a holiday: counted so, a duration is never too short. */
const MINUTES_A_SESSION = 210;
/** Warm-up shortly after the open reaches back before it. */
const ALL_HOURS = 0;
const DATES_AS_EPOCH_SECONDS = 2;

const BAR_SIZES = {
  "1m": { setting: BarSizeSetting.MINUTES_ONE, lengthUs: US_PER_MINUTE },
  "5s": { setting: BarSizeSetting.SECONDS_FIVE, lengthUs: 5 * US_PER_SECOND },
} as const;

/** A duration counts trading days back from its end, of which the first may have only just begun: one more than needed. */
export async function requestHistory(state: SessionState, request: HistoryRequest): Answer<readonly BrokerBar[]> {
  const { setting, lengthUs } = BAR_SIZES[request.timeframe];
  const days = Math.ceil((request.bars * lengthUs) / (MINUTES_A_SESSION * US_PER_MINUTE)) + 1;
  const contract = ibStock(request.symbol);
  const end = formatIbUtc(request.endUs);
  const ask = (reqId: number): unknown =>
    state.api.reqHistoricalData(
      reqId,
      contract,
      end,
      `${days} D`,
      setting,
      WhatToShow.TRADES,
      ALL_HOURS,
      DATES_AS_EPOCH_SECONDS,
      false,
    );
  const answer = await askNumbered<IbBar>(state, "historical bars", ask, "history");
  if (!answer.ok) return answer;
  const bars = answer.value.map((bar) => brokerBar(bar, lengthUs)).filter((bar) => bar.closeUs <= request.endUs);
  return ok(bars.sort((a, b) => a.closeUs - b.closeUs).slice(-request.bars));
}

/** The US stock of that symbol; refused with code 200 where there is none. */
export async function requestInstrument(state: SessionState, symbol: string): Answer<BrokerInstrument> {
  const details = await askNumbered<ContractDetails>(state, "contract details", (reqId) =>
    state.api.reqContractDetails(reqId, ibStock(symbol)),
  );
  return details.ok ? pick(symbol, details.value) : details;
}

function pick(symbol: string, details: readonly ContractDetails[]): Result<BrokerInstrument, RequestError> {
  const instruments = details.flatMap((d) => brokerInstrument(d) ?? []);
  const instrument = instruments.find((i) => i.symbol === symbol && i.currency === "USD");
  if (instrument !== undefined) return ok(instrument);
  return err({ type: "refused", request: "contract details", code: 200, message: `no US stock ${symbol}` });
}
