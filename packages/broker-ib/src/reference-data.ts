import { sessionAt } from "@bowline/calendar";
import type { Timeframe } from "@bowline/contracts";
import { type Result, US_PER_MINUTE, US_PER_SECOND, type Us, addUs, err, ok } from "@bowline/kernel";
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
  readonly timeframe: Timeframe;
  readonly endUs: Us;
  readonly bars: number;
  /** Whether minutes outside regular hours count; where it is left out they do not. */
  readonly extendedHours?: boolean | undefined;
};

/** The shortest session, of a day before a holiday: counted so, a duration is never too short. */
const MINUTES_A_SESSION = 210;
/** What indicators are warmed up with shortly after the open is the end of the session before, as if they had run on. */
const ALL_HOURS = 0;
const REGULAR_HOURS = 1;
/** IB takes no more days than these: what is longer is asked for in years. */
const MOST_DAYS = 365;
const SESSIONS_A_YEAR = 250;
const DATES_AS_EPOCH_SECONDS = 2;

const BAR_SIZES = {
  "1d": { setting: BarSizeSetting.DAYS_ONE, lengthUs: 390 * US_PER_MINUTE },
  "1m": { setting: BarSizeSetting.MINUTES_ONE, lengthUs: US_PER_MINUTE },
  "5s": { setting: BarSizeSetting.SECONDS_FIVE, lengthUs: 5 * US_PER_SECOND },
} as const;

export async function requestHistory(state: SessionState, request: HistoryRequest): Answer<readonly BrokerBar[]> {
  const { setting } = BAR_SIZES[request.timeframe];
  const hours = request.extendedHours === true && request.timeframe !== "1d" ? ALL_HOURS : REGULAR_HOURS;
  const contract = ibStock(request.symbol);
  const end = formatIbUtc(request.endUs);
  const ask = (reqId: number): unknown =>
    state.api.reqHistoricalData(
      reqId,
      contract,
      end,
      durationOf(request),
      setting,
      WhatToShow.TRADES,
      hours,
      DATES_AS_EPOCH_SECONDS,
      false,
    );
  const answer = await askNumbered<IbBar>(state, "historical bars", ask, "history");
  if (!answer.ok) return answer;
  const bars = answer.value
    .map((bar) => brokerBar(bar, closeOf(request.timeframe, bar.startUs)))
    .filter((bar) => bar.closeUs <= request.endUs);
  return ok(bars.sort((a, b) => a.closeUs - b.closeUs).slice(-request.bars));
}

/** A duration counts trading days back from its end, of which the first may have only just begun: one more than needed. */
function durationOf({ timeframe, bars }: HistoryRequest): string {
  if (timeframe === "1d") return bars < MOST_DAYS ? `${bars + 1} D` : `${Math.ceil((bars + 1) / SESSIONS_A_YEAR)} Y`;
  const { lengthUs } = BAR_SIZES[timeframe];
  return `${Math.ceil((bars * lengthUs) / (MINUTES_A_SESSION * US_PER_MINUTE)) + 1} D`;
}

/** A day is over when its session is; where the calendar has none, after as long as sessions usually are. */
function closeOf(timeframe: Timeframe, startUs: Us): Us {
  const session = timeframe === "1d" ? sessionAt(startUs) : undefined;
  return session?.closeUs ?? addUs(startUs, BAR_SIZES[timeframe].lengthUs);
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
