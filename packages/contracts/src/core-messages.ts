import { type Fields, type Shape, int, list, message, oneOf, string, text, usField } from "./schema/index.ts";

/** A message on core NATS: no entry of the journal, hence without a header. */
export type CoreMessageDefinition<F extends Fields = Fields> = {
  readonly domain: string;
  readonly name: string;
  readonly doc: string;
  readonly subject: string;
  readonly fields: F;
};
const define = <F extends Fields>(definition: CoreMessageDefinition<F>): CoreMessageDefinition<F> => definition;

export const TICK_FIELDS = [
  "BID",
  "ASK",
  "LAST",
  "BID_SIZE",
  "ASK_SIZE",
  "LAST_SIZE",
  "VOLUME",
  "HALTED",
  "ALIVE",
  "DATA_TYPE",
  "SHORTABLE",
  "SHORTABLE_QTY",
  "TRADE",
  "TRADE_SIZE",
] as const;

const tickMessage = message("Tick", "One raw tick.", {
  field: oneOf("TickField", TICK_FIELDS, "What changed."),
  value: int(
    "A price in micros, a size in micros of a share; HALTED: 0 trades, 1 halted, 2 paused for volatility; ALIVE: 1 (the feed was heard); DATA_TYPE: IB's number, 1 to 4; SHORTABLE: IB's level in micros; TRADE: a trade's price, its shares follow as TRADE_SIZE.",
  ),
  eventUs: usField("When it came; of a trade, when it happened."),
});

export const tickBatch = define({
  domain: "tick",
  name: "TickBatch",
  subject: "tick.*",
  doc: "Raw ticks of one symbol, in order. Lossy on purpose in real time.",
  fields: { symbol: string("Symbol."), ticks: list(tickMessage, "The ticks.") },
});

export const lockstepCommand = define({
  domain: "lockstep",
  name: "Command",
  subject: "lockstep.command",
  doc: "The conductor's word to every participant; sent again until it is reported.",
  fields: {
    serial: int("Number of the command, rising."),
    kind: oneOf("CommandKind", ["ROUND", "TURN", "START"], "Apply and report; publish what is pending; start, alone."),
    participant: text("Whom a TURN or START is for; empty for a ROUND."),
    step: int("Step, rising over all sessions; -1 before the first."),
    simUs: usField("Simulated time."),
    throughSeq: int("Apply the journal up to here and no further."),
    ticksFrom: int("Ticks after this sequence of the tick stream,"),
    ticksThrough: int("and up to this one, belong to the step."),
  },
});

const reportItem = message("ReportItem", "One participant's state.", {
  participant: string("Machine or edge."),
  pending: int("Outputs that it holds."),
});

export const lockstepReport = define({
  domain: "lockstep",
  name: "Report",
  subject: "lockstep.report",
  doc: "A process's answer to a command, for the participants that it holds.",
  fields: {
    process: string("Process."),
    serial: int("The command that is answered."),
    items: list(reportItem, "Its participants."),
    lastSeq: int("Newest sequence of the journal that it knows."),
    ticksSeq: int("Newest sequence of the tick stream that it wrote, 0 for none."),
  },
});

export const lockstepHello = define({
  domain: "lockstep",
  name: "Hello",
  subject: "lockstep.hello",
  doc: "A process asks how time passes; an edge asks to be started.",
  fields: {
    process: string("Process."),
    participant: text("Edge that asks for its start; empty to ask for the time only."),
  },
});

export const lockstepTime = define({
  domain: "lockstep",
  name: "Time",
  subject: "_INBOX.*",
  doc: "How time passes: in steps, or as the clock does with an offset.",
  fields: {
    mode: oneOf("TimeMode", ["LOCKSTEP", "FREE"], "Mode."),
    simUs: usField("Simulated time now."),
    offsetUs: int("Simulated time minus the clock; 0 in lock-step."),
  },
});

export const CORE_MESSAGES = [tickBatch, lockstepCommand, lockstepReport, lockstepHello, lockstepTime] as const;

export type TickBatch = Shape<(typeof tickBatch)["fields"]>;
export type LockstepCommand = Shape<(typeof lockstepCommand)["fields"]>;
export type LockstepReport = Shape<(typeof lockstepReport)["fields"]>;
export type LockstepHello = Shape<(typeof lockstepHello)["fields"]>;
export type LockstepTime = Shape<(typeof lockstepTime)["fields"]>;
