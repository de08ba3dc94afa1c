import { MICROS } from "@bowline/kernel";

/**
 * What a number of the language means. Values of a unit are kept as `scale` times what a rule file writes: dollars, shares and
 * fractions as whole millionths, so that comparisons are exact; other numbers as they are. Numbers of different units are not
 * compared or added: that is refused when the file is read.
 */
export const UNITS = {
  price: { scale: MICROS, doc: "dollars for one share" },
  money: { scale: MICROS, doc: "dollars" },
  shares: { scale: MICROS, doc: "shares" },
  ratio: { scale: MICROS, doc: "a fraction: 0.25 is a quarter" },
  bps: { scale: MICROS, doc: "hundredths of a percent" },
  minutes: { scale: 1, doc: "minutes" },
  percent: { scale: 1, doc: "a number from 0 to 100, as many indicators have" },
  bars: { scale: 1, doc: "a number of bars" },
  number: { scale: 1, doc: "a plain number" },
} as const;

export type Unit = keyof typeof UNITS;
export const UNIT_NAMES = Object.keys(UNITS) as readonly Unit[];

/** The type of a fact. */
export type FactType = Unit | "bool" | "string";

/** The type of an expression: a `literal` is a number that the file writes, which takes the unit of what stands beside it. */
export type Type = FactType | "literal";

export const isUnit = (type: Type): type is Unit => type in UNITS;

export const scaleOf = (type: Type): number => (isUnit(type) ? UNITS[type].scale : 1);
