import { type Prng, makePrng } from "@bowline/kernel";

/** The facts that all engines look at, in this order; numbers as a rule file writes them. */
export const FACT_NAMES = [
  "prediction.confidence",
  "market.bid",
  "market.ask",
  "market.last",
  "market.volume",
  "position.quantity",
  "orders.working",
  "account.equity",
  "account.cash",
  "portfolio.open_positions",
] as const;

/** One moment: a value for each fact. */
export type Moment = readonly number[];

const RANGES: readonly (readonly [low: number, high: number, decimals: number])[] = [
  [0.5, 0.95, 2],
  [90, 110, 2],
  [90, 110, 2],
  [90, 110, 2],
  [0, 100_000, 0],
  [-500, 500, 0],
  [0, 4, 0],
  [50_000, 150_000, 2],
  [0, 100_000, 2],
  [0, 10, 0],
];

export const OPERATORS = [">=", "<=", ">", "<"] as const;
export type Operator = (typeof OPERATORS)[number];
export type Condition = { readonly fact: number; readonly operator: Operator; readonly value: number };

/** All of its conditions must hold. */
export type BenchRule = readonly Condition[];

function within(prng: Prng, [low, high, decimals]: readonly [number, number, number]): number {
  return Number((low + prng.unit() * (high - low)).toFixed(decimals));
}

/** How a moment looks to an engine that takes facts by name. */
export const byName = (moment: Moment): Readonly<Record<string, number>> =>
  Object.fromEntries(FACT_NAMES.map((name, index) => [key(name), moment[index] ?? 0]));

/** A name without its dot: the other engines would look for an object behind it. */
export const key = (name: string): string => name.replace(".", "_");

/** Rules and moments, the same every time: each rule asks of some facts whether they lie on one side of a value. */
export function makeWorkload(rules: number, conditions: number, moments: number) {
  const prng = makePrng("rules");
  const aCondition = (): Condition => {
    const fact = Math.floor(prng.unit() * FACT_NAMES.length);
    const operator = OPERATORS[Math.floor(prng.unit() * OPERATORS.length)] ?? ">=";
    return { fact, operator, value: within(prng, RANGES[fact] ?? [0, 1, 2]) };
  };
  return {
    rules: Array.from({ length: rules }, (): BenchRule => Array.from({ length: conditions }, aCondition)),
    moments: Array.from({ length: moments }, (): Moment => RANGES.map((range) => within(prng, range))),
  };
}

export type Workload = ReturnType<typeof makeWorkload>;
