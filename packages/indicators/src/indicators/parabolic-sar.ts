import { type IndicatorBar, SKIP, defineBar, factor } from "../indicator.ts";

type SarState = {
  step: number;
  most: number;
  /** Bars so far, counted up to 2. */
  count: number;
  long: boolean;
  /** Where the next bar's stop stands. */
  next: number;
  /** The stop of the last bar, and whether it was one for a long position. */
  sar: number;
  /** Extreme price since the turn. */
  extreme: number;
  speed: number;
  high: number;
  low: number;
};
type SarBar = Pick<IndicatorBar, "highPx" | "lowPx">;

/** A stop that runs after the price. */
export const parabolicSar = defineBar({
  name: "parabolicSar",
  title: "Parabolic stop and reverse",
  doc: "A stop that runs after the price, faster with each new extreme, and changes sides when it is touched.",
  formula:
    "sar += speed × (extreme − sar), speed grows by `step` to `most` with each new extreme; never inside the last two bars; touched: sar = extreme of the other side",
  seeding:
    "the second bar decides: short where its low fell by more than its high rose, else long; the first bar's low or high is the stop, as TA-Lib does",
  source: { talib: "SAR" },
  params: {
    step: factor(0.02, 0.001, 1, "what each new extreme adds to the speed"),
    most: factor(0.2, 0.001, 1, "the highest speed"),
  },
  memory: "recursive",
  missing: SKIP,
  barsNeeded: () => 2,
  conflict: ({ step, most }) => (step <= most ? undefined : "`step` must not be above `most`"),
  init: ({ step, most }): SarState => ({
    step,
    most,
    count: 0,
    long: true,
    next: 0,
    sar: 0,
    extreme: 0,
    speed: step,
    high: 0,
    low: 0,
  }),
  update: (state, bar: SarBar) => {
    if (state.count === 0) {
      state.count = 1;
      state.high = bar.highPx;
      state.low = bar.lowPx;
      return;
    }
    if (state.count === 1) begin(state, bar);
    advance(state, bar);
    state.high = bar.highPx;
    state.low = bar.lowPx;
  },
  outputs: {
    value: { unit: "price", doc: "the stop", read: ({ count, sar }) => (count < 2 ? undefined : sar) },
    side: {
      unit: "number",
      doc: "1 where the stop is below the price, −1 where it is above",
      read: ({ count, long }) => (count < 2 ? undefined : long ? 1 : -1),
    },
  },
});

/** The first stop. TA-Lib lets the second bar stand for the one before itself. */
function begin(state: SarState, { highPx, lowPx }: SarBar): void {
  const down = state.low - lowPx;
  state.long = !(down > 0 && highPx - state.high < down);
  state.next = state.long ? state.low : state.high;
  state.extreme = state.long ? highPx : lowPx;
  state.high = highPx;
  state.low = lowPx;
  state.count = 2;
}

function advance(state: SarState, { highPx, lowPx }: SarBar): void {
  const outside = (stop: number): number =>
    state.long ? Math.min(stop, state.low, lowPx) : Math.max(stop, state.high, highPx);
  const touched = state.long ? lowPx <= state.next : highPx >= state.next;
  if (touched) {
    state.long = !state.long;
    state.sar = outside(state.extreme);
    state.speed = state.step;
    state.extreme = state.long ? highPx : lowPx;
  } else {
    state.sar = state.next;
    const best = state.long ? Math.max(state.extreme, highPx) : Math.min(state.extreme, lowPx);
    if (best !== state.extreme) {
      state.extreme = best;
      state.speed = Math.min(state.speed + state.step, state.most);
    }
  }
  state.next = outside(state.sar + state.speed * (state.extreme - state.sar));
}
