import { type IndicatorBar, SKIP, defineBar, period } from "../indicator.ts";
import { type Extreme, extremeOf, makeExtreme, pushExtreme } from "../parts/extreme.ts";
import { type Window, makeWindow, push } from "../parts/window.ts";

type Range = { high: Extreme; low: Extreme };
/** A value of `delay` updates ago; `null` before there is one. */
type Delayed = { window: Window; seen: number; value: number | null };
type IchimokuState = { fast: Range; base: Range; slow: Range; spanA: Delayed; spanB: Delayed };

const makeRange = (length: number): Range => ({ high: makeExtreme(length, 1), low: makeExtreme(length, -1) });
const makeDelayed = (delay: number): Delayed => ({ window: makeWindow(delay), seen: 0, value: null });

/** Middles of three ranges, two of them looked at with a delay. */
export const ichimoku = defineBar({
  name: "ichimoku",
  title: "Ichimoku cloud",
  doc: "Half-way lines of three ranges; the cloud is what two of them were `displacement` bars ago. The lagging span, which looks ahead, is left out.",
  formula:
    "conversion = (highest high + lowest low) ÷ 2 over `conversion` bars; base over `base`; spanA = (conversion + base) ÷ 2, spanB = half-way over `span`, both of `displacement` bars ago",
  seeding: "the first full windows",
  source: { citation: "ChartSchool, Ichimoku Cloud: 9, 26, 52, plotted 26 bars ahead" },
  params: { conversion: period(9), base: period(26), span: period(52), displacement: period(26) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ conversion, base, span, displacement }) => Math.max(conversion, base, span) + displacement,
  init: ({ conversion, base, span, displacement }): IchimokuState => ({
    fast: makeRange(conversion),
    base: makeRange(base),
    slow: makeRange(span),
    spanA: makeDelayed(displacement),
    spanB: makeDelayed(displacement),
  }),
  update: (state, bar: Pick<IndicatorBar, "highPx" | "lowPx">) => {
    for (const range of [state.fast, state.base, state.slow]) {
      pushExtreme(range.high, bar.highPx);
      pushExtreme(range.low, bar.lowPx);
    }
    const fast = middleOf(state.fast);
    const base = middleOf(state.base);
    if (fast !== undefined && base !== undefined) delay(state.spanA, (fast + base) / 2);
    const slow = middleOf(state.slow);
    if (slow !== undefined) delay(state.spanB, slow);
  },
  outputs: {
    conversion: { unit: "price", doc: "half-way over the short range", read: ({ fast }) => middleOf(fast) },
    base: { unit: "price", doc: "half-way over the middle range", read: ({ base }) => middleOf(base) },
    spanA: { unit: "price", doc: "one edge of the cloud", read: ({ spanA }) => spanA.value ?? undefined },
    spanB: { unit: "price", doc: "the other edge", read: ({ spanB }) => spanB.value ?? undefined },
  },
});

function middleOf({ high, low }: Range): number | undefined {
  const top = extremeOf(high);
  const bottom = extremeOf(low);
  return top === undefined || bottom === undefined ? undefined : (top + bottom) / 2;
}

function delay(delayed: Delayed, x: number): void {
  const { window } = delayed;
  const out = push(window, x);
  if (delayed.seen < window.items.length) delayed.seen += 1;
  else delayed.value = out;
}
