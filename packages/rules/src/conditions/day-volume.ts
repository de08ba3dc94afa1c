import { decimalBound, rangeCondition } from "../range-condition.ts";

export const dayVolume = rangeCondition({
  name: "dayVolume",
  group: "market",
  doc: "So many shares were traded in the session's closed minutes.",
  of: "market.volume",
  bounds: decimalBound,
  unit: "shares",
});
