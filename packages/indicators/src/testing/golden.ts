import { expect } from "vitest";
import type { Indicator, IndicatorBar } from "../indicator.ts";
import { withDefaults } from "../study-spec.ts";
import fixture from "../fixtures/bars.json" with { type: "json" };
import talib from "../fixtures/talib.json" with { type: "json" };

/** A cent, in micros. */
const CENT = 10_000;
const BARS_A_DAY = 100;

/** The 300 bars of the golden vectors, as three sessions of 100 minutes. */
export const goldenBars: readonly IndicatorBar[] = fixture.bars.map(
  ([open = 0, high = 0, low = 0, close = 0, volume = 0], index) => ({
    openPx: open * CENT,
    highPx: high * CENT,
    lowPx: low * CENT,
    closePx: close * CENT,
    volume: volume * 1_000_000,
    day: 20_240_102 + Math.floor(index / BARS_A_DAY),
    minute: (index % BARS_A_DAY) + 1,
  }),
);

export const goldenCloses: readonly number[] = goldenBars.map(({ closePx }) => closePx);
/** The second series of pairs. */
const goldenOthers: readonly number[] = fixture.other.map((cents) => cents * CENT);

export type Values = readonly (number | undefined)[];
type Params = Readonly<Record<string, number>>;

/** An indicator's own types do not matter to who runs it. */
type AnyIndicator = { readonly name: string; readonly takes: string };

/** Every output of an indicator over the golden bars, after each bar; a series runs over closes, a pair over both series. */
export function runGolden(indicator: AnyIndicator, params: Params = {}): Readonly<Record<string, Values>> {
  return runOver(indicator, params, { bars: goldenBars, xs: goldenCloses, ys: goldenOthers });
}

/** The first output over any numbers. */
export const runNumbers = (indicator: AnyIndicator, params: Params, xs: readonly number[], ys = xs): Values =>
  Object.values(runOver(indicator, params, { bars: xs.map(() => goldenBars[0]!), xs, ys }))[0]!;

/** Every output over any bars. */
export const runBars = (indicator: AnyIndicator, params: Params, bars: readonly IndicatorBar[]) =>
  runOver(indicator, params, {
    bars,
    xs: bars.map(({ closePx }) => closePx),
    ys: bars.map(({ volume }) => volume),
  });

type Inputs = {
  readonly bars: readonly IndicatorBar[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
};

function runOver(any: AnyIndicator, params: Params, { bars, xs, ys }: Inputs): Readonly<Record<string, Values>> {
  const indicator = any as unknown as Indicator;
  const state = indicator.init(withDefaults(indicator.params, params));
  const values: Record<string, (number | undefined)[]> = {};
  bars.forEach((bar, index) => {
    if (indicator.takes === "bar") indicator.update(state, bar);
    else if (indicator.takes === "series") indicator.update(state, xs[index]!);
    else indicator.update(state, xs[index]!, ys[index]!);
    for (const [name, output] of Object.entries(indicator.outputs)) (values[name] ??= []).push(output.read(state));
  });
  return values;
}

/** A bar with these prices in dollars; 1,000 shares in the first minute unless it says otherwise. */
// oxlint-disable-next-line max-params -- a bar has four prices
export const aBarOf = (
  open: number,
  high: number,
  low: number,
  close: number,
  changes: Partial<IndicatorBar> = {},
) => ({
  openPx: open * 1_000_000,
  highPx: high * 1_000_000,
  lowPx: low * 1_000_000,
  closePx: close * 1_000_000,
  volume: 1_000_000_000,
  day: 20_240_102,
  minute: 1,
  ...changes,
});

/** Relative error 1e-9; where a value is next to nothing, 1e-11 of the largest of the series. */
export function expectNear(actual: Values, expected: Values): void {
  expect(actual).toHaveLength(expected.length);
  const largest = Math.max(...expected.map((value) => Math.abs(value ?? 0)));
  expected.forEach((value, index) => {
    const ours = actual[index];
    if (value === undefined || ours === undefined) {
      expect(ours, `bar ${index}`).toBe(value);
      return;
    }
    const allowed = Math.max(1e-9 * Math.abs(value), 1e-11 * largest);
    expect(Math.abs(ours - value), `bar ${index}: ${ours} for ${value}`).toBeLessThanOrEqual(allowed);
  });
}

/** One dollar in micros: TA-Lib's vectors are in dollars. */
export const DOLLARS = 1_000_000;

/**
 * Holds values against TA-Lib's, from its first one on. `unit` is what one of TA-Lib's is in ours: DOLLARS for prices, 1 for
 * percentages. Before its first value ours has none either.
 */
export function expectTalib(actual: Values, name: keyof typeof talib.vectors, unit = 1, output = 0): void {
  const { first, values } = talib.vectors[name][output] as { first: number; values: number[] };
  expect(values.length).toBeGreaterThan(100);
  const shift = actual.findIndex((value) => value !== undefined);
  expect(shift, "the first bar with a value").toBe(first);
  expectNear(
    actual.slice(first),
    values.map((value) => value * unit),
  );
}
