import { formatMicros } from "@bowline/kernel";

/** What TWS sends for a double, an int and a long that are not set. */
export const UNSET_DOUBLE = "1.7976931348623157E308";
export const UNSET_INT = "2147483647";
export const UNSET_LONG = "9223372036854775807";

/** Micros as decimal text; absent as the empty field. What is no number is told as such: TWS writes doubles as they are. */
export const decimalText = (micros: number | undefined): string => {
  if (micros === undefined) return "";
  return Number.isNaN(micros) ? "NaN" : formatMicros(micros);
};

/** An integer; absent as the empty field. */
export const intText = (value: number | undefined): string => (value === undefined ? "" : String(value));

/** Text whose characters beyond ASCII, and whatever could be taken for an escape, are \uXXXX. */
export const escapedText = (value: string): string =>
  value.replaceAll(
    /[\u0080-\uffff]|\\(?=u[0-9a-fA-F]{4})/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export const unescapedText = (value: string): string =>
  value.replaceAll(/\\u([0-9a-fA-F]{4})/g, (_escape, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** An integer; absent as 0. */
export const intOrZero = (value: number | undefined): string => String(value ?? 0);
