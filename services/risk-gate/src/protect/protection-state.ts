import type { Us } from "@bowline/kernel";

/** What the gate does for orders whose stop is gone: one stop at a time, the next only when the one before has ended. */
export type Protection = {
  /** Since when the position is seen without its stop; names the orders, with their number. */
  readonly sinceUs: Us;
  orders: number;
  /** The stop that the broker has not confirmed. */
  order: string | undefined;
  /** After a stop that ended before it worked. */
  notBeforeUs: Us | undefined;
  /** Cancels that were asked for, and when. */
  readonly asked: Map<string, Us>;
  /** What it waits for; empty where it waits for nothing. */
  because: string;
  alerted: boolean;
};

/** By the group of orders that lost its stop. */
export type Protections = Map<string, Protection>;

export const makeProtection = (sinceUs: Us): Protection => ({
  sinceUs,
  orders: 0,
  order: undefined,
  notBeforeUs: undefined,
  asked: new Map(),
  because: "",
  alerted: false,
});
