/** Where an order stands (FIX 39; UNKNOWN and LOST are ours). */
export const ORD_STATUSES = [
  "PENDING_NEW",
  "NEW",
  "PARTIALLY_FILLED",
  "FILLED",
  "CANCELED",
  "REJECTED",
  "EXPIRED",
  "UNKNOWN",
  "LOST",
] as const;
export type OrdStatus = (typeof ORD_STATUSES)[number];

/** What can happen to an order after it was submitted. `part-filled` leaves something open, `filled` does not. */
export const ORDER_STEPS = [
  "accepted",
  "part-filled",
  "filled",
  "canceled",
  "rejected",
  "expired",
  "unknown",
  "resolved",
  "lost",
] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/**
 * The life of an order: a pair that is not here is illegal. A fill is a fact also where it comes late: after a
 * cancel it moves the position and the order stays what it was. LOST may turn out to be known after all; it is never sent again.
 */
const LIFE_CYCLE: Readonly<Record<OrdStatus, Partial<Record<OrderStep, OrdStatus>>>> = {
  PENDING_NEW: {
    accepted: "NEW",
    "part-filled": "PARTIALLY_FILLED",
    filled: "FILLED",
    canceled: "CANCELED",
    rejected: "REJECTED",
    expired: "EXPIRED",
    unknown: "UNKNOWN",
    lost: "LOST",
  },
  NEW: {
    "part-filled": "PARTIALLY_FILLED",
    filled: "FILLED",
    canceled: "CANCELED",
    rejected: "REJECTED",
    expired: "EXPIRED",
    unknown: "UNKNOWN",
  },
  PARTIALLY_FILLED: {
    "part-filled": "PARTIALLY_FILLED",
    filled: "FILLED",
    canceled: "CANCELED",
    expired: "EXPIRED",
    unknown: "UNKNOWN",
  },
  FILLED: {},
  CANCELED: { "part-filled": "CANCELED", filled: "FILLED" },
  REJECTED: {},
  EXPIRED: { "part-filled": "EXPIRED", filled: "FILLED" },
  UNKNOWN: { resolved: "PENDING_NEW", lost: "LOST" },
  LOST: { resolved: "PENDING_NEW" },
};

/** The next state; `undefined` where the pair is illegal. */
export const nextStatus = (status: OrdStatus, step: OrderStep): OrdStatus | undefined => LIFE_CYCLE[status][step];

const TERMINAL: ReadonlySet<OrdStatus> = new Set(["FILLED", "CANCELED", "REJECTED", "EXPIRED", "LOST"]);

/** True where the order works no more. */
export const isTerminal = (status: OrdStatus): boolean => TERMINAL.has(status);
