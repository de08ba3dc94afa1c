import { atr } from "./atr.ts";

export { type AtrParams, type AtrSample, type AtrState, atr } from "./atr.ts";
export { type Indicator, type IndicatorState, defineIndicator } from "./indicator.ts";

/** Every indicator there is: a new one is a file, its test and a line here. */
export const INDICATORS = [atr] as const;
