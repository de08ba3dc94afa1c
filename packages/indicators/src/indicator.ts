import type { JsonValue } from "@bowline/kernel";

/** What an indicator remembers: plain JSON, so that a snapshot is a copy and nothing is lost in between. */
export type IndicatorState = { [key: string]: JsonValue };

/**
 * One streaming indicator: data and three functions. `update` folds one closed sample into the state, in rising order of
 * time; `value` is `undefined` until enough samples were seen. Doubles in a fixed order of operations: the same samples give
 * the same bits on every machine.
 */
export type Indicator<Params, Sample, State extends IndicatorState> = {
  /** Name in rule files. */
  readonly name: string;
  /** Throws AssertionError where a parameter is out of range. */
  init(params: Params): State;
  update(state: State, sample: Sample): void;
  value(state: State): number | undefined;
};

export const defineIndicator = <Params, Sample, State extends IndicatorState>(
  indicator: Indicator<Params, Sample, State>,
): Indicator<Params, Sample, State> => indicator;
