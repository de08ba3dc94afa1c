/** Where an order stands (FIX 39; UNKNOWN and LOST are ours). */
export const ORD_STATUSES = [
  "PENDING_NEW",
  "NEW",
  "PARTIALLY_FILLED",
  "PENDING_REPLACE",
  "PENDING_CANCEL",
  "FILLED",
  "CANCELED",
  "REJECTED",
  "EXPIRED",
  "UNKNOWN",
  "LOST",
] as const;
export type OrdStatus = (typeof ORD_STATUSES)[number];

/**
 * What can happen to an order after it was submitted. `part-filled` leaves something open, `filled` does not, `over-filled` is more
 * than was ordered. `corrected` and `busted` restate an execution.
 */
export const ORDER_STEPS = [
  "accepted",
  "part-filled",
  "filled",
  "over-filled",
  "corrected",
  "busted",
  "cancel-requested",
  "cancel-rejected",
  "canceled",
  "replace-requested",
  "replaced",
  "replace-rejected",
  "rejected",
  "expired",
  "unknown",
  "resolved",
  "lost",
] as const;
export type OrderStep = (typeof ORDER_STEPS)[number];

/** WORKING: whatever a working order is by what is known of it. DUPLICATE: it is so already. ILLEGAL: it must not happen. */
export type Cell = OrdStatus | "WORKING" | "DUPLICATE" | "ILLEGAL";
type Row = Readonly<Record<OrderStep, Cell>>;

/** What is neither legal nor a repetition is illegal. */
const row = (legal: Partial<Record<OrderStep, OrdStatus | "WORKING">>, ...duplicates: OrderStep[]): Row =>
  Object.fromEntries(
    ORDER_STEPS.map((step) => [step, legal[step] ?? (duplicates.includes(step) ? "DUPLICATE" : "ILLEGAL")]),
  ) as Row;

const FILLS = { "part-filled": "PARTIALLY_FILLED", filled: "FILLED", "over-filled": "FILLED" } as const;
const RESTATES = { corrected: "WORKING", busted: "WORKING" } as const;
const ENDS = { canceled: "CANCELED", expired: "EXPIRED", unknown: "UNKNOWN" } as const;
const restates = <S extends OrdStatus>(status: S) => ({ corrected: status, busted: status });

/**
 * The life of an order: every state and everything that can happen in it. Fills are facts also where they come late: after a
 * cancel one moves the position, and the order stays what it was. A correction restates quantities and never makes an ended
 * order work again. LOST may turn out to be known after all; it is never sent again.
 */
export const LIFE_CYCLE: Readonly<Record<OrdStatus, Row>> = {
  PENDING_NEW: row(
    {
      ...FILLS,
      ...ENDS,
      accepted: "NEW",
      rejected: "REJECTED",
      lost: "LOST",
      "cancel-requested": "PENDING_CANCEL",
    },
    "cancel-rejected",
    "resolved",
  ),
  NEW: row(
    {
      ...FILLS,
      ...RESTATES,
      ...ENDS,
      rejected: "REJECTED",
      "cancel-requested": "PENDING_CANCEL",
      "replace-requested": "PENDING_REPLACE",
    },
    "accepted",
    "cancel-rejected",
    "resolved",
  ),
  PARTIALLY_FILLED: row(
    {
      ...FILLS,
      ...RESTATES,
      ...ENDS,
      "cancel-requested": "PENDING_CANCEL",
      "replace-requested": "PENDING_REPLACE",
    },
    "accepted",
    "cancel-rejected",
    "resolved",
  ),
  PENDING_REPLACE: row(
    {
      ...FILLS,
      ...ENDS,
      ...restates("PENDING_REPLACE"),
      "part-filled": "PENDING_REPLACE",
      "cancel-requested": "PENDING_CANCEL",
      replaced: "WORKING",
      "replace-rejected": "WORKING",
      rejected: "REJECTED",
    },
    "accepted",
    "cancel-rejected",
    "resolved",
  ),
  PENDING_CANCEL: row(
    {
      ...FILLS,
      ...ENDS,
      ...restates("PENDING_CANCEL"),
      accepted: "PENDING_CANCEL",
      "part-filled": "PENDING_CANCEL",
      "cancel-rejected": "WORKING",
      replaced: "PENDING_CANCEL",
      "replace-rejected": "PENDING_CANCEL",
      rejected: "REJECTED",
      lost: "LOST",
    },
    "cancel-requested",
    "resolved",
  ),
  FILLED: row(
    {
      ...restates("FILLED"),
      "part-filled": "FILLED",
      filled: "FILLED",
      "over-filled": "FILLED",
      "cancel-rejected": "FILLED",
      "replace-rejected": "FILLED",
    },
    "accepted",
    "cancel-requested",
    "resolved",
  ),
  CANCELED: row(
    {
      ...restates("CANCELED"),
      "part-filled": "CANCELED",
      filled: "FILLED",
      "over-filled": "FILLED",
      "cancel-rejected": "CANCELED",
      "replace-rejected": "CANCELED",
    },
    "accepted",
    "cancel-requested",
    "canceled",
    "rejected",
    "expired",
    "resolved",
  ),
  REJECTED: row(
    { "cancel-rejected": "REJECTED", "replace-rejected": "REJECTED" },
    "accepted",
    "cancel-requested",
    "canceled",
    "rejected",
    "expired",
    "resolved",
  ),
  EXPIRED: row(
    {
      ...restates("EXPIRED"),
      "part-filled": "EXPIRED",
      filled: "FILLED",
      "over-filled": "FILLED",
      "cancel-rejected": "EXPIRED",
      "replace-rejected": "EXPIRED",
    },
    "accepted",
    "cancel-requested",
    "canceled",
    "rejected",
    "expired",
    "resolved",
  ),
  UNKNOWN: row(
    {
      ...restates("UNKNOWN"),
      resolved: "WORKING",
      lost: "LOST",
      canceled: "CANCELED",
      rejected: "REJECTED",
      expired: "EXPIRED",
    },
    "cancel-requested",
    "cancel-rejected",
    "unknown",
  ),
  LOST: row(
    { ...restates("LOST"), resolved: "WORKING" },
    "cancel-requested",
    "cancel-rejected",
    "canceled",
    "rejected",
    "expired",
    "lost",
  ),
};

/** What of an order decides where a step leads. Quantities in micros; `pendingQty` is the total that a change under way asks for. */
export type Standing = {
  readonly status: OrdStatus;
  readonly accepted: boolean;
  readonly orderQty: number;
  readonly cumQty: number;
  readonly pendingQty?: number | undefined;
};

export type Move =
  | { readonly type: "legal"; readonly status: OrdStatus }
  | { readonly type: "duplicate" }
  | { readonly type: "illegal" };

/** Where a step leads from where an order stands. */
export function moveOf(standing: Standing, step: OrderStep): Move {
  const cell = LIFE_CYCLE[standing.status][step];
  if (cell === "DUPLICATE") return { type: "duplicate" };
  if (cell === "ILLEGAL") return { type: "illegal" };
  return { type: "legal", status: cell === "WORKING" ? workingStatus(standing) : cell };
}

function workingStatus({ accepted, orderQty, cumQty, pendingQty }: Standing): OrdStatus {
  if (cumQty >= Math.max(orderQty, pendingQty ?? 0)) return "FILLED";
  if (pendingQty !== undefined) return "PENDING_REPLACE";
  if (cumQty > 0) return "PARTIALLY_FILLED";
  return accepted ? "NEW" : "PENDING_NEW";
}

/** What a fill is for an order: `cumQty` counts it already. */
export function fillStep({ orderQty, cumQty, pendingQty }: Omit<Standing, "status" | "accepted">): OrderStep {
  const limit = Math.max(orderQty, pendingQty ?? 0);
  if (cumQty > limit) return "over-filled";
  return cumQty === limit ? "filled" : "part-filled";
}

const TERMINAL: ReadonlySet<OrdStatus> = new Set(["FILLED", "CANCELED", "REJECTED", "EXPIRED", "LOST"]);

/** True where the order works no more. */
export const isTerminal = (status: OrdStatus): boolean => TERMINAL.has(status);
