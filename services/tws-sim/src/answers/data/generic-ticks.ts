import { formatMicros, US_PER_MINUTE } from "@bowline/kernel";
import type { SymbolStep } from "@bowline/matching";
import type { Desk } from "../../desk.ts";
import { type TimedStep, wapOf } from "../../data/data-bar.ts";
import { sendNumber, sendPrice, sendSize, sendText, type TickTarget } from "./tick-messages.ts";

/** Tick numbers that generic ticks lead to. */
const TYPE = {
  averageVolume: 21,
  historicalVolatility: 23,
  markPrice: 37,
  shortable: 46,
  rtVolume: 48,
  tradeCount: 54,
  tradeRate: 55,
  volumeRate: 56,
  lastRthTrade: 57,
  rtHistoricalVolatility: 58,
  rtTradeVolume: 77,
  shortableShares: 89,
};

/** Of the last 13, 26 and 52 weeks: lows have the even places, from 15 on. */
const WEEK_LOWS: Readonly<Record<number, number>> = { 13: 15, 26: 17, 52: 19 };

/**
 * The generic ticks that a stock may have, with what this TWS makes of them: the others are taken and stay silent, as at IB where
 * nothing is there to tell.
 */
const KNOWN: ReadonlyMap<number, string> = new Map([
  [100, "Option Volume"],
  [101, "Option Open Interest"],
  [104, "Historical Volatility"],
  [105, "Average Opt Volume"],
  [106, "impvolat"],
  [165, "Miscellaneous Stats"],
  [221, "Mark Price"],
  [225, "Auction"],
  [232, "Mark Price"],
  [233, "RTVolume"],
  [236, "inventory"],
  [258, "Fundamentals"],
  [292, "Wide_news"],
  [293, "TradeCount"],
  [294, "TradeRate"],
  [295, "VolumeRate"],
  [318, "Last RTH Trade"],
  [375, "RTTrdVolume"],
  [411, "rthistvol"],
  [456, "IB Dividends"],
  [586, "IPOHLPRICE"],
  [588, "Futures Open Interest"],
  [595, "Short-Term Volume X Mins"],
]);

const LEGAL = [...KNOWN].map(([id, name]) => `${id}(${name})`).join(",");

/** The numbers of a request's list; the first that no stock has comes back as TWS's words. */
export function parseGenericTicks(
  list: string,
): { readonly ok: true; readonly value: ReadonlySet<number> } | { readonly ok: false; readonly error: string } {
  const wanted = list.split(",").map((text) => text.trim().split(":")[0] ?? "");
  const names = wanted.filter((text) => text !== "");
  // News may name its source and need not be a number: mdoff and 292:BZ are taken.
  const unknown = names.find((text) => text !== "mdoff" && !KNOWN.has(Number(text)));
  if (unknown === undefined) return { ok: true, value: new Set(names.map(Number)) };
  return { ok: false, error: `Incorrect generic tick list of ${list}.  Legal ones for (STK) are: ${LEGAL}` };
}

/** What does not change with each step: told once, and again with the next day's first subscription. */
export function sendStandingTicks(desk: Desk, target: TickTarget): void {
  const { generic, symbol } = target.line;
  if (generic.has(236)) {
    const { shortable, shortableQty } = desk.data.borrowOf(symbol);
    sendNumber(target, TYPE.shortable, shortable * 1_000_000);
    sendSize(target, TYPE.shortableShares, shortableQty);
  }
  if (![104, 165, 411].some((id) => generic.has(id))) return;
  const { weeks, averageVolume, volatility } = desk.data.yearOf(symbol, desk.data.endUs());
  if (generic.has(165)) {
    for (const range of weeks) {
      const low = WEEK_LOWS[range.weeks] ?? 0;
      sendPrice(target, low, range.lowPx);
      sendPrice(target, low + 1, range.highPx);
    }
    if (averageVolume !== undefined) sendSize(target, TYPE.averageVolume, averageVolume);
  }
  if (volatility === undefined) return;
  if (generic.has(104)) sendNumber(target, TYPE.historicalVolatility, volatility);
  if (generic.has(411)) sendNumber(target, TYPE.rtHistoricalVolatility, volatility);
}

/** What a step changes: real-time volume, counts and rates of trades, mark and last price. */
export function sendGenericTicks(
  desk: Desk,
  target: TickTarget,
  { step, endUs }: TimedStep,
  /** Rates of the last minute are told when a step ends, not with each of its parts. */
  isStepEnd: boolean,
): void {
  const { generic } = target.line;
  if (generic.size === 0) return;
  if (generic.has(221) || generic.has(232)) sendPrice(target, TYPE.markPrice, markOf(step));
  if (step.volume > 0) {
    if (generic.has(318)) sendPrice(target, TYPE.lastRthTrade, step.closePx);
    sendDayVolume(desk, target, step, endUs);
  }
  if (isStepEnd) sendRates(desk, target, endUs);
}

/** `price;size;milliseconds;the day's volume;its average price;whether it was one trade` */
function sendDayVolume(desk: Desk, target: TickTarget, step: SymbolStep, endUs: number): void {
  const { generic, symbol } = target.line;
  const { bar } = desk.data.days.statsAt(symbol, endUs);
  if (bar === undefined) return;
  const amounts = [step.closePx, step.volume].map((value) => formatMicros(value));
  const day = [bar.volume, wapOf(bar)].map((value) => formatMicros(value));
  // It traded before the step ended: the next one begins at its end.
  const text = [...amounts, String(Math.floor((endUs - 1) / 1000)), ...day, String(step.tradeCount === 1)].join(";");
  if (generic.has(233)) sendText(target, TYPE.rtVolume, text);
  if (generic.has(375)) sendText(target, TYPE.rtTradeVolume, text);
  if (generic.has(293)) sendNumber(target, TYPE.tradeCount, bar.count * 1_000_000);
}

/** Trades and shares of the last minute. */
function sendRates({ data }: Desk, target: TickTarget, endUs: number): void {
  const { generic, symbol } = target.line;
  if (!generic.has(294) && !generic.has(295)) return;
  const minute = data.record.steps(symbol, { fromUs: endUs - US_PER_MINUTE, toUs: endUs });
  const trades = minute.reduce((sum, { step }) => sum + step.tradeCount, 0);
  const volume = minute.reduce((sum, { step }) => sum + Number(step.volume), 0);
  if (generic.has(294)) sendNumber(target, TYPE.tradeRate, trades * 1_000_000);
  if (generic.has(295)) sendNumber(target, TYPE.volumeRate, volume);
}

/** The last price, held within the quote. */
const markOf = ({ bidPx, askPx, closePx }: SymbolStep): number => Math.min(Math.max(closePx, bidPx), askPx);
