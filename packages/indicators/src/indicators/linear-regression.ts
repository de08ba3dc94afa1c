import { SKIP, defineSeries, period } from "../indicator.ts";
import { addProductTo, addTo, centered, type ExactSum, zeroSum } from "../parts/exact-sum.ts";
import { type SquareWindow, isFullSquare, makeSquareWindow, meanOfSquare, pushSquare } from "../parts/window.ts";

/** `byAge` is Σ x × age, the last bar's age being 0. */
type RegressionState = { squares: SquareWindow; byAge: ExactSum };

const ages = (n: number): ExactSum => ({ hi: (n * (n - 1)) / 2, lo: 0 });
/** n² times the variance of the ages 0 to n − 1. */
const ageSpread = (n: number): number => (n * n * (n * n - 1)) / 12;

const slopeOf = ({ squares, byAge }: RegressionState): number => {
  const n = squares.window.items.length;
  return -centered(n, byAge, squares.sum, ages(n)) / ageSpread(n) + 0;
};

const warm =
  (read: (state: RegressionState) => number | undefined) =>
  (state: RegressionState): number | undefined =>
    isFullSquare(state.squares) ? read(state) : undefined;

/** The straight line through the last bars. */
export const linearRegression = defineSeries({
  name: "linearRegression",
  title: "Linear regression",
  doc: "The straight line that fits the last bars best: where it ends, how steep it is, and how well it fits.",
  formula:
    "least squares of x over the bar's number; value = the line at the last bar; r2 = the square of their correlation",
  seeding: "the first full window; the sums are exact",
  source: { talib: "LINEARREG, LINEARREG_SLOPE; r2 is CORREL with 0, 1, 2 …, squared" },
  params: { period: period(14, 2) },
  memory: "window",
  missing: SKIP,
  barsNeeded: ({ period: length }) => length,
  init: ({ period: length }): RegressionState => ({ squares: makeSquareWindow(length), byAge: zeroSum() }),
  update: ({ squares, byAge }, x) => {
    const { window, sum } = squares;
    // Every bar gets older by one; the oldest leaves, whose age was the greatest.
    addTo(byAge, sum.hi);
    addTo(byAge, sum.lo);
    if (isFullSquare(squares)) addProductTo(byAge, -window.items.length, window.items[window.at] as number);
    pushSquare(squares, x);
  },
  outputs: {
    value: {
      unit: "input",
      doc: "the end of the line",
      read: warm((state) => {
        const n = state.squares.window.items.length;
        return meanOfSquare(state.squares) + (slopeOf(state) * (n - 1)) / 2;
      }),
    },
    slope: { unit: "input", doc: "rise a bar", read: warm(slopeOf) },
    r2: {
      unit: "ratio",
      doc: "0 to 1; no value where nothing changes",
      read: warm((state) => {
        const { squares, byAge } = state;
        const n = squares.window.items.length;
        const spread = centered(n, squares.squares, squares.sum, squares.sum);
        const together = centered(n, byAge, squares.sum, ages(n));
        return spread > 0 ? Math.min(1, (together / spread) * (together / ageSpread(n))) : undefined;
      }),
    },
  },
});
