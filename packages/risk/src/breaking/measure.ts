import { MICROS, mulDiv } from "@bowline/kernel";
import { shown, WAIVED, type Waived } from "../limits/limit.ts";

/** OVER trips. CALM recovers, where it lasts. NEAR does neither. */
export type Reading = {
  readonly at: "CALM" | "NEAR" | "OVER";
  /** The values that led there, rendered `key=value`. */
  readonly detail: Readonly<Record<string, string>>;
};

export const calm: Reading = { at: "CALM", detail: {} };
export const near: Reading = { at: "NEAR", detail: {} };
export const over = (detail: Readonly<Record<string, string>>): Reading => ({ at: "OVER", detail });

type Measured = {
  /** Name of the value, in the reason and where it is missing. */
  readonly what: string;
  readonly value: number | undefined;
  readonly limit: number | Waived;
  /** Name of the limit. */
  readonly named: string;
  /** Part of the limit by which the value must be below it to be calm, in micros of 1. */
  readonly recovery: number | Waived;
  /** How both are written; micros as decimals where it is left out. */
  readonly show?: (value: number | Waived) => string;
};

/** OVER from the limit on, and where the value is missing. A waived limit asks for nothing. */
export function measure({ what, value, limit, named, recovery, show = shown }: Measured): Reading {
  if (limit === WAIVED) return calm;
  if (value === undefined) return over({ missing: what });
  if (value >= limit) return over({ [what]: show(value), [named]: show(limit) });
  const margin = recovery === WAIVED ? 0 : Math.min(recovery, MICROS);
  return value <= limit - mulDiv(limit, margin, MICROS) ? calm : near;
}

/** The worst of several, with the values of all that are as bad. */
export function worstReading(readings: readonly Reading[]): Reading {
  const broken = readings.filter(({ at }) => at === "OVER");
  if (broken.length > 0) return over(Object.assign({}, ...broken.map(({ detail }) => detail)) as Reading["detail"]);
  return readings.some(({ at }) => at === "NEAR") ? near : calm;
}
