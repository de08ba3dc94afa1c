import type { Figure } from "../../packages/testkit/src/figure.ts";

/** What a row's expectation bounds: every figure of that name, or its name where nobody measures it. */
export type Bound = Pick<Figure, "what" | "unit"> & { readonly atMost: number };

const seconds = (what: string, atMost: number): Bound => ({ what, atMost, unit: "s" });
const ONE_PLACED: Bound = { what: "placeOrder of one order at most", atMost: 1, unit: "time" };
const ONE_DECISION: Bound = { what: "decisions of one intent at most", atMost: 1, unit: "time" };
const NOTHING_EXPIRED: Bound = { what: "approvals of what expired that stand", atMost: 0, unit: "orders" };
const NO_DIFFERENCE: Bound = { what: "positions that differ", atMost: 0, unit: "positions" };

/**
 * The numbers in the matrix's column `expected`, by row. A figure of another name in the same row tells something else, such as
 * how long the fault itself was made to last.
 */
export const FAULT_BOUNDS: ReadonlyMap<number, readonly Bound[]> = new Map([
  [3, [ONE_DECISION]],
  [4, [ONE_DECISION]],
  [5, [ONE_DECISION, NOTHING_EXPIRED, seconds("entries stop after", 3)]],
  [6, [ONE_PLACED]],
  [7, [ONE_PLACED, seconds("resolved after", 15)]],
  [8, [ONE_PLACED]],
  [9, [ONE_PLACED]],
  [10, [seconds("no difference any more after", 10)]],
  [12, [seconds("ready again after", 10), { what: "states that differ", atMost: 0, unit: "states" }]],
  [13, [seconds("denied after the limit by", 2), { what: "on stale quotes", atMost: 0, unit: "orders" }]],
  [
    14,
    [
      { what: "predictions twice", atMost: 0, unit: "predictions" },
      { what: "answered and lost", atMost: 0, unit: "predictions" },
    ],
  ],
  [
    15,
    [
      { what: "orders that went wrong", atMost: 0, unit: "orders" },
      { what: "order latency's p99 changes by", atMost: 5, unit: "%" },
    ],
  ],
  [18, [seconds("noticed after", 3.5)]],
  [26, [seconds("entries stop after", 3)]],
  [29, [seconds("ready again after", 10)]],
  [30, [seconds("noticed after", 5)]],
  [33, [seconds("trades again after", 10)]],
  [37, [NO_DIFFERENCE]],
  [38, [NO_DIFFERENCE]],
  [39, [NO_DIFFERENCE]],
  [40, [{ what: "executions beyond the quantity before it was halted", atMost: 1, unit: "executions" }]],
  [
    41,
    [
      seconds("adopted after", 2),
      seconds("broker.external-order after", 2),
      seconds("broker.external-fill ADOPT after", 2),
    ],
  ],
  [43, [seconds("hung for", 10)]],
  [46, [{ what: "orders while clocks are apart", atMost: 0, unit: "orders" }]],
  [45, [{ what: "fired before its time", atMost: 0, unit: "times" }]],
  [48, [seconds("others delayed by", 1)]],
  [49, [NOTHING_EXPIRED, { what: "memory", atMost: 512, unit: "MiB" }]],
  [
    52,
    [
      { what: "last order after the kill", atMost: 250, unit: "ms" },
      seconds("cancels of up to 40 orders on the wire after", 1),
    ],
  ],
  [
    53,
    [
      seconds("cancels on the wire after", 1),
      { what: "last order after the kill by the loopback door", atMost: 250, unit: "ms" },
      { what: "last order after the kill by the KILL file", atMost: 250, unit: "ms" },
    ],
  ],
  [
    57,
    [
      { what: "approved of the runaway", atMost: 120, unit: "orders" },
      { what: "a decision on another takes longer at p99 by", atMost: 10, unit: "%" },
      { what: "another's p99 wait grows by", atMost: 10, unit: "%" },
    ],
  ],
]);

export type Held = {
  readonly beyond: readonly (Bound & { readonly value: number })[];
  readonly unmeasured: readonly Bound[];
};

/** A row's figures held against its bounds: the largest beyond each, and the bounds that nothing was measured for. */
export function holdAgainst(bounds: readonly Bound[], figures: readonly Figure[]): Held {
  const of = ({ what, unit }: Bound) => figures.filter((figure) => figure.what === what && figure.unit === unit);
  return {
    beyond: bounds.flatMap((bound) => {
      const value = Math.max(Number.NEGATIVE_INFINITY, ...of(bound).map((figure) => figure.value));
      return value > bound.atMost ? [{ ...bound, value }] : [];
    }),
    unmeasured: bounds.filter((bound) => of(bound).length === 0),
  };
}

/** `noticed after at most 5 s`, as the bound says it. */
export const boundText = ({ what, atMost, unit }: Bound): string =>
  `${what}${what.endsWith("at most") ? "" : " at most"} ${atMost} ${unit}`;
