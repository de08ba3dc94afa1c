import { formatMicros } from "@bowline/kernel";

/** What TWS sends for a double, an int and a long that are not set. */
const UNSET_DOUBLE = "1.7976931348623157E308";
export const UNSET_INT = "2147483647";
export const UNSET_LONG = "9223372036854775807";

/** Micros as decimal text; absent as the empty field. */
export const decimalText = (micros: number | undefined): string => (micros === undefined ? "" : formatMicros(micros));

/** Micros as decimal text; absent as the largest double. */
export const decimalOrMax = (micros: number | undefined): string =>
  micros === undefined ? UNSET_DOUBLE : formatMicros(micros);

/** An integer; absent as the empty field. */
export const intText = (value: number | undefined): string => (value === undefined ? "" : String(value));

/** An integer; absent as the largest int. */
export const intOrMax = (value: number | undefined): string => (value === undefined ? UNSET_INT : String(value));

export const boolText = (value: boolean | undefined): string => (value === true ? "1" : "0");

/** Text; absent as the empty field. */
export const textOf = (value: string | undefined): string => value ?? "";

/** An integer; absent as 0. */
export const intOrZero = (value: number | undefined): string => String(value ?? 0);
