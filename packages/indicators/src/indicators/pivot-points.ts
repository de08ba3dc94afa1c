import { type IndicatorBar, defineBar } from "../indicator.ts";

type Range = { high: number; low: number; close: number };
type PivotState = { day: number; today: Range | null; before: Range | null };
type PivotBar = Pick<IndicatorBar, "highPx" | "lowPx" | "closePx" | "day">;

const level =
  (of: (pivot: number, before: Range) => number) =>
  ({ before }: PivotState): number | undefined =>
    before === null ? undefined : of((before.high + before.low + before.close) / 3, before);

/** Levels of today out of yesterday. */
export const pivotPoints = defineBar({
  name: "pivotPoints",
  title: "Pivot points",
  doc: "Levels for the session from the range and the close of the session before.",
  formula:
    "pivot = (high + low + close) ÷ 3; r1 = 2 × pivot − low; s1 = 2 × pivot − high; r2, s2 = pivot ± (high − low); r3 = high + 2 × (pivot − low); s3 = low − 2 × (high − pivot)",
  seeding: "one whole session; where the first one seen began late, its levels are of what was seen",
  source: { citation: "ChartSchool, Pivot Points: standard (floor) levels; r3 and s3 as TradingView's Traditional" },
  params: {},
  memory: "session",
  missing: { noTrade: "skip", noData: "skip" },
  barsNeeded: () => 391,
  init: (): PivotState => ({ day: 0, today: null, before: null }),
  update: (state, { highPx, lowPx, closePx, day }: PivotBar) => {
    if (day !== state.day) {
      state.day = day;
      state.before = state.today;
      state.today = null;
    }
    const { today } = state;
    state.today = {
      high: today === null ? highPx : Math.max(today.high, highPx),
      low: today === null ? lowPx : Math.min(today.low, lowPx),
      close: closePx,
    };
  },
  outputs: {
    pivot: { unit: "price", doc: "the pivot", read: level((pivot) => pivot) },
    r1: { unit: "price", doc: "first resistance", read: level((pivot, { low }) => 2 * pivot - low) },
    s1: { unit: "price", doc: "first support", read: level((pivot, { high }) => 2 * pivot - high) },
    r2: { unit: "price", doc: "second resistance", read: level((pivot, { high, low }) => pivot + (high - low)) },
    s2: { unit: "price", doc: "second support", read: level((pivot, { high, low }) => pivot - (high - low)) },
    r3: { unit: "price", doc: "third resistance", read: level((pivot, { high, low }) => high + 2 * (pivot - low)) },
    s3: { unit: "price", doc: "third support", read: level((pivot, { high, low }) => low - 2 * (high - pivot)) },
  },
});
