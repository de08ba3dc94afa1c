import { wallTimeOf } from "@bowline/calendar";
import { addUs, formatMicros, isoOfUs, type Us, us, US_PER_MINUTE } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import type { MdBar } from "../minute-of-parts.ts";
import {
  hasRecordedTicks,
  NEEDS_RECORDED_TICKS,
  RECORDED_SYMBOLS,
  type RecordedBar,
  recordedBars,
  recordedTrades,
} from "../testing/recorded.ts";
import { recordedFlags } from "./recorded-flags.ts";
import {
  makeTickBarBuilder,
  minuteCloseOfTrade,
  type TickBarBuilder,
  type TickBarState,
  type TradeTick,
} from "./tick-bars.ts";

/** Least share of the bars of a day, all hours, that must be equal in open, high, low and close, and in volume too. */
const OHLC_SHARE = 0.993;
const VOLUME_SHARE = 0.988;

type Built = { readonly bars: ReadonlyMap<Us, MdBar>; readonly trades: ReadonlyMap<Us, readonly TradeTick[]> };

/** Bars as a running system would have them: each is closed by the first trade of a later minute. */
function build(symbol: string): Built {
  const builder = makeTickBarBuilder({ group: "recorded", symbol }, recordedFlags);
  const bars = new Map<Us, MdBar>();
  const trades = new Map<Us, TradeTick[]>();
  const refused: TradeTick[] = [];
  let closeUs = us(0);
  for (const trade of recordedTrades(symbol)) {
    const minute = minuteCloseOfTrade(trade.eventUs);
    if (closeUs > 0 && minute > closeUs) bars.set(closeUs, builder.close(closeUs, true).bar);
    if (minute > closeUs) trades.set(minute, []);
    closeUs = minute;
    if (builder.add(trade) !== "TAKEN") refused.push(trade);
    trades.get(minute)?.push(trade);
  }
  expect(refused).toEqual([]);
  return { bars: bars.set(closeUs, builder.close(closeUs, true).bar), trades };
}

const ohlcOf = ({ openPx, highPx, lowPx, closePx }: MdBar) => [openPx, highPx, lowPx, closePx];
const sameOhlc = (bar: MdBar | undefined, { ohlc }: RecordedBar): boolean =>
  bar !== undefined && ohlcOf(bar).every((value, index) => value === ohlc[index]);

const dollars = (values: readonly (number | undefined)[]): string =>
  values.map((value) => (value === undefined ? "none" : formatMicros(value))).join(" ");

const PLAIN_CONDITIONS = new Set(["1", "20", "20000020"]);

/** A bar that differs, with the trades of its minute that made it so: those that are not plain, the first and last of each differing price. */
function differenceText(recorded: RecordedBar, bar: MdBar | undefined, trades: readonly TradeTick[]): string {
  const built = bar === undefined ? [] : ohlcOf(bar);
  const prices = new Set(recorded.ohlc.flatMap((value, i) => (value === built[i] ? [] : [value, built[i]])));
  const ends = new Set(
    [...prices].flatMap((price) => [
      trades.find((one) => one.px === price),
      trades.findLast((one) => one.px === price),
    ]),
  );
  const special = trades.filter((one) => ends.has(one) || !PLAIN_CONDITIONS.has(one.conditions));
  const shown = special.length === 0 ? trades : special;
  const start = wallTimeOf(addUs(recorded.closeUs, -US_PER_MINUTE));
  return [
    `${start}: file ${dollars([...recorded.ohlc, recorded.volume])}; built ${dollars([...built, bar?.volume])}; ${shown.length} of ${trades.length} trades:`,
    ...shown.map(
      (one) => `  ${isoOfUs(one.eventUs).slice(11)} ${dollars([one.px, one.size])} ${one.exchange} 0x${one.conditions}`,
    ),
  ].join("\n");
}

describe("bars out of the recorded ticks of a day", () => {
  it.for(RECORDED_SYMBOLS)("equal the minute file of %s but for a few, which are listed", async (symbol, context) => {
    if (!hasRecordedTicks()) return context.skip(NEEDS_RECORDED_TICKS);
    const { bars, trades } = build(symbol);
    const recorded = recordedBars(symbol);
    const equal = recorded.filter((one) => sameOhlc(bars.get(one.closeUs), one));
    const wholly = equal.filter((one) => bars.get(one.closeUs)?.volume === one.volume);
    const rest = recorded.filter((one) => !wholly.includes(one));
    await context.annotate(
      [
        `${symbol}: ${recorded.length} bars, ${equal.length} equal in open, high, low and close, ${wholly.length} in volume too; the rest:`,
        ...rest.map((one) => differenceText(one, bars.get(one.closeUs), trades.get(one.closeUs) ?? [])),
      ].join("\n"),
    );
    expect(equal.length / recorded.length).toBeGreaterThanOrEqual(OHLC_SHARE);
    expect(wholly.length / recorded.length).toBeGreaterThanOrEqual(VOLUME_SHARE);
    // Minutes without a bar in the file are those in which no trade set a price, and no others.
    const traded = [...bars].filter(([, bar]) => bar.status === "TRADED").map(([closeUs]) => closeUs);
    expect(traded).toEqual(recorded.map(({ closeUs }) => closeUs));
  });

  it("are the same after a snapshot in the middle of each minute", (context) => {
    if (!hasRecordedTicks()) return context.skip(NEEDS_RECORDED_TICKS);
    const about = { group: "recorded", symbol: "IBM" };
    const whole = makeTickBarBuilder(about, recordedFlags);
    let restored = makeTickBarBuilder(about, recordedFlags);
    const minutes: { readonly whole: unknown; readonly restored: unknown }[] = [];
    let closeUs = us(0);
    for (const trade of recordedTrades("IBM")) {
      const minute = minuteCloseOfTrade(trade.eventUs);
      if (closeUs > 0 && minute > closeUs)
        minutes.push({ whole: whole.close(closeUs, true), restored: restored.close(closeUs, true) });
      whole.add(trade);
      restored.add(trade);
      if (minute > closeUs) restored = makeTickBarBuilder(about, recordedFlags, savedOf(restored));
      closeUs = minute;
    }
    expect(minutes.map((minute) => minute.restored)).toEqual(minutes.map((minute) => minute.whole));
    expect(restored.snapshot()).toEqual(whole.snapshot());
  });
});

const savedOf = (builder: TickBarBuilder): TickBarState =>
  JSON.parse(JSON.stringify(builder.snapshot())) as TickBarState;
