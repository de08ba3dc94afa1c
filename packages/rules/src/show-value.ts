import { formatMicros } from "@bowline/kernel";
import type { Fact } from "./environment/define-fact.ts";
import { type FactType, isUnit, scaleOf } from "./environment/types.ts";
import type { Facts } from "./facts.ts";

const SUFFIX: Partial<Record<FactType, string>> = { bps: " bps", minutes: " min" };

/** A value of a fact as decision records show it. Ten digits tell bars apart; the comparison used all of them. */
export function showValue(type: FactType, value: number | boolean | string): string {
  if (typeof value !== "number" || !isUnit(type)) return String(value);
  const scale = scaleOf(type);
  const text =
    scale > 1 && Number.isSafeInteger(value) ? formatMicros(value) : String(Number((value / scale).toPrecision(10)));
  return `${text}${SUFFIX[type] ?? ""}`;
}

/** What a fact is now; `undefined` where it is UNKNOWN. */
export function showFact({ type, read }: Fact, facts: Facts): string | undefined {
  const value = read(facts);
  return value === undefined ? undefined : showValue(type, value);
}
