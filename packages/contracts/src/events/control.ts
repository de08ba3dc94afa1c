import { defineEvent, int, oneOf, optional, qtyField, string, text, usField } from "../schema/index.ts";
import { TRADING_STATES } from "./risk.ts";
import { reason, rule, strategy } from "./shared.ts";

export const SESSION_PHASES = ["CLOSED", "PRE", "REGULAR", "POST"] as const;
export type SessionPhase = (typeof SESSION_PHASES)[number];

/**
 * What a kill does besides stopping, from the mildest. FLATTEN leaves what protects a position until that is closed; CANCEL and
 * CANCEL_ACCOUNT cancel that too, and close nothing.
 */
export const KILL_LEVELS = ["STOP", "CANCEL", "FLATTEN", "CANCEL_ACCOUNT"] as const;
export type KillLevel = (typeof KILL_LEVELS)[number];

/** The scope of everything. */
export const GLOBAL_SCOPE = "global";
const scope = string("`global`, a symbol, `account:DU1`, `group:tech` or `strategy:demo`.");
const tradingState = (doc: string) => optional(oneOf("TradingState", TRADING_STATES, doc));

export const ALERT_SEVERITIES = ["INFO", "WARNING", "CRITICAL"] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

export const controlClock = defineEvent({
  kind: "control.clock",
  domain: "control",
  name: "Clock",
  subject: "control.clock",
  writers: ["clock"],
  doc: "The time, and where in the exchange's session it falls. Every second; each step in lock-step.",
  fields: {
    nowUs: usField("The time."),
    sessionDate: text("Exchange date of the session, yyyy-mm-dd; empty outside a trading day."),
    phase: oneOf("SessionPhase", SESSION_PHASES, "Phase of the session."),
    openUs: optional(usField("Regular open of this date.")),
    closeUs: optional(usField("Regular close of this date.")),
  },
});
export const controlConfig = defineEvent({
  kind: "control.config",
  domain: "control",
  name: "Config",
  subject: "control.config.{service}",
  writers: ["loop"],
  doc: "The effective, redacted configuration that a service started with.",
  fields: {
    service: string("Service."),
    hash: string("Hash of the configuration."),
    yaml: text("The configuration, redacted."),
  },
});
export const controlStrategy = defineEvent({
  kind: "control.strategy",
  domain: "control",
  name: "StrategyVersion",
  subject: "control.strategy.{strategy}",
  writers: ["operator", "loop"],
  doc: "A version of a strategy file: it decides from here on. The first of a journal is what the first worker started with.",
  fields: {
    strategy,
    hash: string("SHA-256 of the text, in hexadecimal: the version."),
    yaml: string("The file's text: a replay needs no file."),
    reason,
    by: string("Who."),
  },
});
export const controlGeneration = defineEvent({
  kind: "control.generation",
  domain: "control",
  name: "Generation",
  subject: "control.generation",
  writers: ["streams"],
  doc: "First entry of a journal: which journal this is. A snapshot or write-ahead log of another one does not count.",
  fields: { generation: string("Random name of this journal.") },
});
export const controlLease = defineEvent({
  kind: "control.lease",
  domain: "control",
  name: "Lease",
  subject: "control.lease.{machineName}",
  writers: ["loop"],
  doc: "A process won the lease of a machine; outputs under an older epoch are stale from here on.",
  fields: { machineName: string("Machine or edge."), holder: string("Process."), leaseEpoch: int("Epoch, rising.") },
});
export const controlQuarantine = defineEvent({
  kind: "control.quarantine",
  domain: "control",
  name: "Quarantine",
  subject: "control.quarantine.{machineName}",
  writers: ["loop"],
  doc: "A machine crashed three times at one entry: it skips that entry, on every replay too.",
  fields: { machineName: string("Machine."), entrySeq: int("Sequence that is skipped."), reason },
});
export const controlHeartbeat = defineEvent({
  kind: "control.heartbeat",
  domain: "control",
  name: "Heartbeat",
  subject: "control.heartbeat.{source}",
  writers: ["risk-gate", "market-data", "portfolio"],
  doc: "A machine keeps up: an output of the clock.",
  fields: { source: string("Machine."), clockUs: usField("The clock that it answers.") },
});
export const controlKill = defineEvent({
  kind: "control.kill",
  domain: "control",
  name: "Kill",
  subject: "control.kill",
  writers: ["operator", "execution"],
  doc: "Stops approvals and sending at once. Execution writes those that came to it past the journal.",
  fields: {
    scope,
    reason,
    by: string("Who."),
    level: optional(
      oneOf(
        "KillLevel",
        KILL_LEVELS,
        "What else: STOP nothing (also where it is absent), CANCEL our working orders, FLATTEN our entries, and the scope goes to FLATTENING: the gate closes its positions, CANCEL_ACCOUNT every order of the account.",
      ),
    ),
    state: tradingState("The state that the scope goes down to; HALTED where it is absent. Never up."),
  },
});
export const controlAlert = defineEvent({
  kind: "control.alert",
  domain: "control",
  name: "Alert",
  subject: "control.alert.{source}",
  writers: ["loop", "desk", "strategy", "risk-gate"],
  doc: "Something that a person should look at. Nothing decides on it; the same code and subject comes once a minute at most.",
  fields: {
    source: string("Service that raised it."),
    severity: oneOf("AlertSeverity", ALERT_SEVERITIES, "CRITICAL: trading is unsafe or has stopped."),
    code: string("Stable code, SCREAMING_SNAKE."),
    subject: text("What it is about: a symbol, an order, a file; empty for the whole."),
    detail: text("What happened, in words."),
  },
});
export const controlPause = defineEvent({
  kind: "control.pause",
  domain: "control",
  name: "Pause",
  subject: "control.pause.{strategy}",
  writers: ["strategy"],
  doc: "A rule pauses its strategy in all ticker groups: until then nothing of it opens or increases a position.",
  fields: { strategy, rule, untilUs: usField("When it is over.") },
});
export const controlResume = defineEvent({
  kind: "control.resume",
  domain: "control",
  name: "Resume",
  subject: "control.resume",
  writers: ["operator"],
  doc: "Lets trading go on after a kill or a halt, once what the broker holds is what we know of.",
  fields: {
    scope,
    reason,
    by: string("Who."),
    positionQty: optional(
      qtyField(
        "Of a symbol: what the operator saw at the broker, signed, and takes as right although nothing explains it.",
      ),
    ),
    state: tradingState(
      "The state that the scope goes up to; ACTIVE where it is absent. From LOCKED it goes to HALTED first.",
    ),
  },
});
export const controlLimits = defineEvent({
  kind: "control.limits",
  domain: "control",
  name: "LimitsVersion",
  subject: "control.limits",
  writers: ["operator", "loop"],
  doc: "A version of limits.yaml that the gate is asked to take. The first of a journal is what the gate started with.",
  fields: {
    hash: string("SHA-256 of the text, in hexadecimal: the version."),
    replaces: text("Version that it takes the place of; empty for the first."),
    yaml: string("The file's text: a replay needs no file."),
    reason,
    by: string("Who."),
    secondSignature: optional(string("Signature of another operator over both versions: a limit is raised by two.")),
  },
});
