/** What a code is about: an order just placed, a modify or a cancel of ours, a request for data, or the session itself. */
export const CODE_CONTEXTS = ["place", "modify", "cancel", "data", "session"] as const;
export type CodeContext = (typeof CODE_CONTEXTS)[number];
export const ORDER_CONTEXTS = ["place", "modify", "cancel"] as const;
export type OrderContext = (typeof ORDER_CONTEXTS)[number];

/**
 * What a code does to the order that it names. REJECTED: the order is refused, whatever was heard before.
 * REJECTED_IF_NEW: refused where the broker had not accepted it; one that works already lives on. CANCELED: a cancel
 * succeeded. CANCEL_REFUSED, MODIFY_REFUSED: the order is what its status tells. WARNING: the order lives on.
 * UNCERTAIN: a new order counts as UNKNOWN until evidence decides; one that works stays what it is.
 */
export type OrderEffect =
  | "REJECTED"
  | "REJECTED_IF_NEW"
  | "CANCELED"
  | "CANCEL_REFUSED"
  | "MODIFY_REFUSED"
  | "WARNING"
  | "UNCERTAIN";

/**
 * What a code does to the request that it names. REFUSED: it ends without an answer, which is never an empty one.
 * RETRY: refused for its pace; a subscription is asked for again, later each time. RESUBSCRIBE: the stream ended; it is
 * asked for again. BLOCKED: no data while it lasts, and a person is told. WARNING: it goes on. GONE: nothing was there to cancel.
 */
export type DataEffect = "REFUSED" | "RETRY" | "RESUBSCRIBE" | "BLOCKED" | "WARNING" | "GONE";

/**
 * What a code does to the session. LOST: TWS has no line to IB. RESTORED: it has one again, with or without the data
 * subscriptions. CLIENT_ID_IN_USE: another session, or a dead one that TWS still holds. PORT_CHANGED: TWS drops this
 * connection. READ_ONLY: TWS takes no orders. PACED: TWS counted too many messages. PROTOCOL: the library could not read a message.
 * SOCKET: the connection failed. FARM_LOST, FARM_OK: one of IB's data servers. NOTICE: nothing to do.
 */
export type SessionEffect =
  | "LOST"
  | "RESTORED_DATA_LOST"
  | "RESTORED_DATA_KEPT"
  | "CLIENT_ID_IN_USE"
  | "PORT_CHANGED"
  | "READ_ONLY"
  | "PACED"
  | "PROTOCOL"
  | "SOCKET"
  | "FARM_LOST"
  | "FARM_OK"
  | "NOTICE";

/**
 * How we know the effect. `seen`: a test of ours drives it over a socket against our simulator, never a real TWS.
 * `read`: IB's documents, or an adapter's code or issues, say so. `assumed`: nobody does; then an order's outcome counts as unknown.
 */
export type Evidence = "seen" | "read" | "assumed";

type Known = {
  readonly code: number;
  /** IB's words, shortened. */
  readonly text: string;
  readonly source: string;
  readonly evidence: Evidence;
  /** For `seen`: the test or rehearsal, from the root, in which the code occurs. */
  readonly seenIn?: string;
};

export type CodeRow =
  | (Known & { readonly context: OrderContext; readonly effect: OrderEffect })
  | (Known & { readonly context: "data"; readonly effect: DataEffect })
  | (Known & { readonly context: "session"; readonly effect: SessionEffect });

type EffectOf<C extends CodeContext> = C extends "data"
  ? DataEffect
  : C extends "session"
    ? SessionEffect
    : OrderEffect;

type Proof =
  | { readonly evidence: "read" | "assumed"; readonly source: string }
  | { readonly evidence: "seen"; readonly source: string; readonly seenIn: string };

/** Rows that share a context, an effect and a source. */
export const codeRows = <C extends CodeContext>(
  context: C,
  effect: EffectOf<C>,
  proof: Proof,
  codes: Readonly<Record<number, string>>,
): readonly CodeRow[] =>
  Object.entries(codes).map(([code, text]) => ({ ...proof, context, effect, code: Number(code), text }) as CodeRow);

export const read = (source: string): Proof => ({ evidence: "read", source });
export const assumed = (source: string): Proof => ({ evidence: "assumed", source });
export const seen = (seenIn: string, source: string): Proof => ({ evidence: "seen", source, seenIn });
