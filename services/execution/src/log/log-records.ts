import {
  ALGO_NAMES,
  KILL_LEVELS,
  LEGS,
  OCA_TYPES,
  ORD_TYPES,
  type OrderTerms,
  SIDES,
  TIMES_IN_FORCE,
  TRADING_STATES,
  TRIGGER_METHODS,
} from "@bowline/contracts";
import { px, qty, us } from "@bowline/kernel";
import { z } from "@bowline/config";

const micros = z.number().int().safe();
const id = z.number().int().nonnegative();

/** What an order may say besides; written before there were such terms, none stand there. */
const termShape = {
  outsideRth: z.boolean().optional(),
  goodAfterUs: micros.transform(us).optional(),
  goodTillUs: micros.transform(us).optional(),
  allOrNone: z.boolean().optional(),
  hidden: z.boolean().optional(),
  displayQty: micros.transform(qty).optional(),
  minQty: micros.transform(qty).optional(),
  trailAmt: micros.transform(px).optional(),
  trailPercent: micros.optional(),
  lmtOffset: micros.transform(px).optional(),
  pegOffset: micros.transform(px).optional(),
  triggerMethod: z.enum(TRIGGER_METHODS).optional(),
  ocaGroup: z.string().optional(),
  ocaType: z.enum(OCA_TYPES).optional(),
  algo: z
    .strictObject({
      name: z.enum(ALGO_NAMES),
      params: z.array(z.strictObject({ tag: z.string(), value: z.string() })).readonly(),
    })
    .optional(),
  reduceOnly: z.boolean().optional(),
} satisfies Record<keyof OrderTerms, z.ZodType>;

/** A leg as it was about to go out, with its id of the session's kind. */
const legSchema = z.strictObject({
  ibOrderId: id,
  clOrdId: z.string(),
  parentClOrdId: z.string().optional(),
  leg: z.enum(LEGS),
  accountId: z.string(),
  strategy: z.string(),
  rule: z.string(),
  group: z.string(),
  symbol: z.string(),
  side: z.enum(SIDES),
  orderQty: micros.transform(qty),
  ordType: z.enum(ORD_TYPES),
  lmtPx: micros.transform(px).optional(),
  stopPx: micros.transform(px).optional(),
  timeInForce: z.enum(TIMES_IN_FORCE),
  ...termShape,
  transmit: z.boolean(),
});

/** How a kill reached execution. */
const KILL_WAYS = ["JOURNAL", "LOOPBACK", "FILE"] as const;
export type KillWay = (typeof KILL_WAYS)[number];

/**
 * What the write-ahead log knows. TAKEN: this disk's execution took over under this epoch of the lease. KILL: a scope was killed;
 * `seq` is where the journal of `generation` stood. RESUMED: that kill is over.
 * ACCOUNT_CANCELED: everything on the account was canceled, for kills that the journal of `generation` had up to `seq`, or that this log held. GENERATION: from this sequence of this journal on, whatever this disk's execution began is
 * in here. BASELINE: what the account held that this journal does not explain. SUBMITTING: an order is about to be
 * submitted. REPLACING: a change of one is about to be sent. SENT: all its legs were written to the socket. FORGOTTEN: these ended before
 * that time and are remembered no more. ABANDONED: it was not, and never will be.
 */
export const recordSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("GENERATION"), generation: z.string(), seq: id }),
  z.strictObject({
    type: z.literal("BASELINE"),
    positions: z.record(z.string(), micros),
    /** Executions of others that are part of it; absent in records of older builds. */
    execIds: z.array(z.string()).optional(),
  }),
  z.strictObject({
    type: z.literal("REPLACING"),
    generation: z.string(),
    clOrdId: z.string(),
    replaceId: z.string(),
    approvalSeq: id,
    orderQty: micros.transform(qty),
    lmtPx: micros.transform(px).optional(),
    stopPx: micros.transform(px).optional(),
    trailAmt: termShape.trailAmt,
    trailPercent: termShape.trailPercent,
    lmtOffset: termShape.lmtOffset,
    displayQty: termShape.displayQty,
    goodTillUs: termShape.goodTillUs,
  }),
  z.strictObject({
    type: z.literal("SUBMITTING"),
    generation: z.string(),
    /** Of the lease; absent in records of older builds. */
    epoch: id.optional(),
    clOrdId: z.string(),
    approvalId: z.string(),
    approvalSeq: id,
    legs: z.array(legSchema).min(1),
  }),
  z.strictObject({ type: z.literal("TAKEN"), generation: z.string(), epoch: id }),
  z.strictObject({
    type: z.literal("KILL"),
    scope: z.string(),
    level: z.enum(KILL_LEVELS),
    /** HALTED where it is absent. */
    state: z.enum(TRADING_STATES).optional(),
    by: z.string(),
    reason: z.string(),
    way: z.enum(KILL_WAYS),
    generation: z.string(),
    seq: id,
  }),
  z.strictObject({ type: z.literal("RESUMED"), scope: z.string() }),
  z.strictObject({ type: z.literal("ACCOUNT_CANCELED"), generation: z.string(), seq: id }),
  z.strictObject({ type: z.literal("SENT"), clOrdId: z.string() }),
  z.strictObject({ type: z.literal("FORGOTTEN"), untilUs: id, clOrdIds: z.array(z.string()).readonly() }),
  z.strictObject({ type: z.literal("ABANDONED"), clOrdId: z.string(), reason: z.string() }),
]);

export type LogRecord = z.output<typeof recordSchema>;
export type Replacing = Extract<LogRecord, { type: "REPLACING" }>;
export type Submitting = Extract<LogRecord, { type: "SUBMITTING" }>;
export type LoggedKill = Extract<LogRecord, { type: "KILL" }>;
export type AccountCanceled = Extract<LogRecord, { type: "ACCOUNT_CANCELED" }>;
export type LoggedLeg = Submitting["legs"][number];
