const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? Number.NaN;

export const p99 = (values: readonly number[]): number => quantile(values, 0.99);
/** Of an odd number of values the one in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);
