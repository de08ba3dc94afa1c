import { type Verdict, pass } from "./define-check.ts";
import { isOver, isUnder, shown, WAIVED, type Waived } from "./limits/limit.ts";

type Bound = {
  /** Name of the value, in the denial and where it is missing. */
  readonly what: string;
  readonly value: number | undefined;
  readonly limit: number | Waived | undefined;
  /** Name of the limit. */
  readonly named: string;
  /** How both are written; micros as decimals where it is left out. */
  readonly show?: (value: number | Waived) => string;
};

/** Denies a value above its limit, and one that is missing, or whose limit cannot be told. A waived limit asks for nothing. */
export const atMost = (bound: Bound): Verdict => judge(bound, isOver);
/** The same for a least. */
export const atLeast = (bound: Bound): Verdict => judge(bound, isUnder);

function judge(
  { what, value, limit, named, show = shown }: Bound,
  breaks: (value: number, limit: number | Waived) => boolean,
): Verdict {
  if (limit === WAIVED) return pass;
  if (value === undefined) return { missing: what };
  if (limit === undefined) return { missing: "equity" };
  return breaks(value, limit) ? { [what]: show(value), [named]: show(limit) } : pass;
}

/** All that speaks against an order at once: every verdict's values, or nothing. */
export function together(...verdicts: readonly Verdict[]): Verdict {
  const against = verdicts.filter((verdict) => verdict !== undefined);
  if (against.length === 0) return pass;
  const missing = against.flatMap(({ missing: what }) => (what === undefined ? [] : [what]));
  const values = Object.fromEntries(against.flatMap((verdict) => Object.entries(verdict)));
  return missing.length > 0 ? { ...values, missing: missing.join(" ") } : values;
}
