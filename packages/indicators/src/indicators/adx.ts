import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { trueRange } from "../parts/true-range.ts";

type AdxState = {
  period: number;
  /** Steps from bar to bar so far, counted up to 2 × period. */
  count: number;
  last: { high: number; low: number; close: number } | null;
  plus: number;
  minus: number;
  range: number;
  dx: number;
  adx: number;
};
type AdxBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx">;

/** How strong a trend is, and which way it goes. */
export const adx = defineBar({
  name: "adx",
  title: "Average directional index",
  doc: "How strong a trend is, whichever way it goes; the two directional indicators say which.",
  formula:
    "±DI = 100 × Wilder's sum of ±DM ÷ Wilder's sum of true ranges; DX = 100 × |+DI − −DI| ÷ (+DI + −DI); ADX = Wilder's average of DX",
  seeding:
    "sums over the first period − 1 steps, then smoothed; the first ADX is the mean of the first `period` DX, as TA-Lib does",
  source: { talib: "ADX, PLUS_DI, MINUS_DI, DX" },
  params: { period: period(14, 2) },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: ({ period: length }) => 2 * length,
  init: ({ period: length }): AdxState => ({
    period: length,
    count: 0,
    last: null,
    plus: 0,
    minus: 0,
    range: 0,
    dx: 0,
    adx: 0,
  }),
  update: (state, bar: AdxBar) => {
    const { last } = state;
    state.last = { high: bar.highPx, low: bar.lowPx, close: bar.closePx };
    if (last === null) return;
    fold(state, bar, last);
    if (state.count >= state.period) average(state);
  },
  outputs: {
    adx: {
      unit: "percent",
      doc: "strength of the trend",
      read: ({ count, period: length, adx: value }) => (count >= 2 * length - 1 ? value : undefined),
    },
    plusDi: { unit: "percent", doc: "the way up", read: (state) => directional(state, state.plus) },
    minusDi: { unit: "percent", doc: "the way down", read: (state) => directional(state, state.minus) },
    dx: {
      unit: "percent",
      doc: "difference of the two, before it is averaged",
      read: ({ count, period: length, dx }) => (count >= length ? dx : undefined),
    },
  },
});

/** Wilder's sums: while they warm up nothing fades. */
function fold(state: AdxState, bar: AdxBar, last: NonNullable<AdxState["last"]>): void {
  if (state.count < 2 * state.period) state.count += 1;
  const up = bar.highPx - last.high;
  const down = last.low - bar.lowPx;
  if (state.count >= state.period) {
    state.plus -= state.plus / state.period;
    state.minus -= state.minus / state.period;
    state.range -= state.range / state.period;
  }
  if (down > 0 && up < down) state.minus += down;
  else if (up > 0 && up > down) state.plus += up;
  state.range += trueRange(bar, last.close);
}

/** `adx` holds the sum of DX until there are `period` of them. A bar without range or direction adds nothing, as in TA-Lib. */
function average(state: AdxState): void {
  const { period: length, count, range } = state;
  const both = range === 0 ? 0 : 100 * (state.minus / range) + 100 * (state.plus / range);
  if (both !== 0) {
    state.dx = 100 * (Math.abs(100 * (state.minus / range) - 100 * (state.plus / range)) / both);
    if (count < 2 * length) state.adx += state.dx;
    else state.adx = (state.adx * (length - 1) + state.dx) / length;
  }
  if (count === 2 * length - 1) state.adx /= length;
}

function directional({ count, period: length, range }: AdxState, moved: number): number | undefined {
  if (count < length) return undefined;
  return range === 0 ? 0 : 100 * (moved / range);
}
