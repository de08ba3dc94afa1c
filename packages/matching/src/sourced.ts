import { micros } from "@bowline/kernel";

/** A number of the world outside: in micros, with who says so and when. Unconfirmed: from memory, or from somebody who only repeats it. */
export type Sourced = {
  readonly micros: number;
  readonly source: string;
  /** The date from which it holds, or at which it was read: YYYY or YYYY-MM-DD. */
  readonly asOf: string;
  readonly isConfirmed: boolean;
};

/** A number whose source was read. */
export const confirmed = (value: string, source: string, asOf: string): Sourced => ({
  micros: micros(value),
  source,
  asOf,
  isConfirmed: true,
});

/** A number that nobody looked up. */
export const unconfirmed = (value: string, source: string, asOf: string): Sourced => ({
  ...confirmed(value, source, asOf),
  isConfirmed: false,
});
