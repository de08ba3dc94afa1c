import { defineEvent, list, message, oneOf, optional, pxField, qtyField, string, text } from "../schema/index.ts";
import { reason, reasons, symbol } from "./shared.ts";

/**
 * From the loosest to the strictest. ACTIVE: anything. REDUCING: only what takes from a position. HALTED: no order. FLATTENING: no
 * order but those that close positions by themselves. LOCKED: not even those, and an operator resumes it to HALTED first.
 */
export const TRADING_STATES = ["ACTIVE", "REDUCING", "HALTED", "FLATTENING", "LOCKED"] as const;
export type TradingState = (typeof TRADING_STATES)[number];

/** Where the closing of a scope stands. */
export const FLATTEN_PHASES = ["BEGUN", "MOVED", "DONE", "ENDED"] as const;
export type FlattenPhase = (typeof FLATTEN_PHASES)[number];
/** Where the closing of one symbol stands. */
export const FLATTEN_STEPS = ["WAITING", "CLEARING", "CLOSING", "FLAT"] as const;
export type FlattenStep = (typeof FLATTEN_STEPS)[number];

/** What a breaker did. */
export const BREAKER_ACTIONS = ["TRIPPED", "RECOVERED", "RESET"] as const;
export type BreakerAction = (typeof BREAKER_ACTIONS)[number];

const scope = string("`global`, a symbol, `account:DU1`, `group:tech` or `strategy:demo`.");

export const riskTradingState = defineEvent({
  kind: "risk.trading-state",
  domain: "risk",
  name: "TradingStateChanged",
  subject: "risk.trading-state.{scope}",
  writers: ["risk-gate"],
  doc: "The trading state of a scope changed. Down by anything, up by an operator, or by a breaker that had it only REDUCING.",
  fields: { scope, state: oneOf("TradingState", TRADING_STATES, "New state."), reason },
});
export const riskBreaker = defineEvent({
  kind: "risk.breaker",
  domain: "risk",
  name: "BreakerMoved",
  subject: "risk.breaker.{scope}",
  writers: ["risk-gate"],
  doc: "A circuit breaker tripped, recovered by itself, or was reset by an operator's resume.",
  fields: {
    scope,
    code: string("Which breaker, such as SPREAD_BREAKER."),
    action: oneOf("BreakerAction", BREAKER_ACTIONS, "What it did."),
    state: oneOf("TradingState", TRADING_STATES, "What its scope is at least, while it is tripped."),
    reasons,
  },
});
export const riskResumeRefused = defineEvent({
  kind: "risk.resume-refused",
  domain: "risk",
  name: "ResumeRefused",
  subject: "risk.resume-refused.{scope}",
  writers: ["risk-gate"],
  doc: "An operator's resume that was not obeyed: the reconciliation that it waited for did not come out clean.",
  fields: { scope, by: string("Who asked."), because: string("What was not clean.") },
});
export const riskLimits = defineEvent({
  kind: "risk.limits",
  domain: "risk",
  name: "LimitsTaken",
  subject: "risk.limits",
  writers: ["risk-gate"],
  doc: "A version of the limits that an operator gave holds from here on.",
  fields: {
    hash: string("Version."),
    by: string("Who gave it."),
    looser: text("Limits that are looser than before, by commas; empty where none is."),
  },
});
export const riskLimitsRefused = defineEvent({
  kind: "risk.limits-refused",
  domain: "risk",
  name: "LimitsRefused",
  subject: "risk.limits-refused",
  writers: ["risk-gate"],
  doc: "A version of the limits that was not taken: those before it hold.",
  fields: { hash: string("Version."), by: string("Who gave it."), because: string("Why not.") },
});

export const flattenPartMessage = message("FlattenPart", "One symbol of a scope that is being flattened.", {
  symbol,
  step: oneOf(
    "FlattenStep",
    FLATTEN_STEPS,
    "WAITING for what `because` says, CLEARING the orders that are there, CLOSING with an order at work, FLAT.",
  ),
  startQty: qtyField("The position when its closing began, signed."),
  leftQty: qtyField("The position that is still to be closed, signed."),
  closedQty: qtyField("Filled on the closing side since."),
  avgPx: optional(pxField("Average price of that.")),
  because: text("What it waits for: codes of checks, an order in doubt, the collar; empty where it does not."),
});
export const riskFlatten = defineEvent({
  kind: "risk.flatten",
  domain: "risk",
  name: "FlattenMoved",
  subject: "risk.flatten.{scope}",
  writers: ["risk-gate"],
  doc: "How far the closing of a scope's positions is: as it begins, at each change, and as it ends.",
  fields: {
    scope,
    phase: oneOf(
      "FlattenPhase",
      FLATTEN_PHASES,
      "BEGUN, MOVED, DONE when everything is closed (the scope is HALTED then), ENDED by a person before that.",
    ),
    parts: list(flattenPartMessage, "Each symbol, by name."),
    reason,
  },
});
