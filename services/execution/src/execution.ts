import type { IbSession } from "@bowline/broker-ib";
import type { Entry, EventByKind } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { approvedOrderOf, legsOf } from "@bowline/orders";
import type { Edge } from "@bowline/service-kit";
import { takeOverChanges } from "./send-change.ts";
import { cancelKilled } from "./cancel-killed.ts";
import { connect } from "./connect.ts";
import { type Core, type ExecutionOptions, fail, makeCore, say, tellNotSent, wake } from "./core.ts";
import { type DeadMan, startDeadMan } from "./dead-man.ts";
import { type DropCopy, watchWithDropCopy } from "./drop-copy/index.ts";
import { cancelEntries } from "./cancel-entries.ts";
import { type Hearing, keepHearing } from "./hearing.ts";
import { keepStreams } from "./keep-streams.ts";
import type { Kill } from "./kill-switch.ts";
import type { KillWay } from "./log/log-records.ts";
import { takeOver } from "./take-over.ts";
import { REAL_TIME } from "./timing.ts";
import { startStepped, takeTurn } from "./turn.ts";

/** The edge `execution`, and why it is not ready to trade. */
export type Execution = Edge & {
  notReady(): readonly string[];
  /** The session that lasts, READY or not. */
  session(): IbSession | undefined;
  /** A kill was pressed past the journal: cancels what it asks for, now. Returns how many cancels went out. */
  enforceKill(kill: Kill, way: KillWay): number;
  /** Ends the process at the next turn with a failure from elsewhere. */
  fail(failure: unknown): void;
};

const NAME = "execution";
const GATE = "risk-gate";

/**
 * Holds the only socket to TWS. What it saw is in the journal before anything acts on it; what it sends was in its own log
 * and in the journal before.
 */
export function makeExecution(options: ExecutionOptions): Execution {
  const core = makeCore(options);
  let hearing: Hearing | undefined;
  let streams: { stop(): void } | undefined;
  let dropCopy: DropCopy | undefined;
  return {
    name: NAME,
    async start(port) {
      const { generation, seq, work, book } = core;
      assert(generation !== undefined, "the journal has no generation: run `bowline streams apply`");
      say(core, takeOver({ work, book, log: options.log, epoch: port.epoch() }, { generation, seq }));
      if (options.log.baseline() === undefined) book.holdExternal();
      else book.holdExternal(options.log.baselineExecIds());
      takeOverChanges(core, options.log, generation);
      const link = connect(core, port, generation);
      core.running = { port, link, generation };
      link.start();
      if (port.lockstep) await startStepped(core, core.running);
      else {
        hearing = keepHearing(link.ready);
        streams = keepStreams(core, port.nowUs);
        core.deadMan = watchGate(core);
        dropCopy = watchWithDropCopy(core, core.running);
      }
    },
    observe: (entry) => observe(core, entry),
    foresee: (entry) => foresee(core, entry),
    pending() {
      const session = core.running?.link.ready();
      const doable = session === undefined ? 0 : core.work.size() + core.requests.pending(session);
      const kills = core.kill.unlogged(options.log.kills()).length + core.kill.unjournaled().length;
      return core.outbox.size() + doable + kills + (core.bug === undefined ? 0 : 1);
    },
    async turn() {
      if (core.bug !== undefined) throw core.bug.failure;
      assert(core.running !== undefined, "a turn before the start");
      await takeTurn(core, core.running);
    },
    async stop() {
      hearing?.stop();
      streams?.stop();
      core.deadMan?.stop();
      await dropCopy?.stop();
      await core.running?.link.stop();
      options.log.close();
    },
    notReady: () => whyNotReady(core),
    session: () => core.running?.link.current(),
    enforceKill(pressed, way) {
      const cancels = enforceKill(core);
      const detail = `killed by ${pressed.by} past the journal (${way}, ${pressed.level}): ${pressed.reason}; ${cancels} cancels`;
      options.alerts.raise({ severity: "CRITICAL", code: "KILLED", subject: pressed.scope, detail });
      return cancels;
    },
    fail: (failure) => fail(core, failure),
  };
}

/** A standby says so itself, through its lease. */
function whyNotReady(core: Core): readonly string[] {
  if (core.running === undefined) return [];
  const silence = core.deadMan?.silence();
  const session = core.running.link.ready() === undefined ? [`no reconciled session with TWS: ${core.downFor}`] : [];
  const reasons = [core.options.liveLimits?.forbid(), silence].filter((reason) => reason !== undefined);
  return [...session, ...reasons];
}

function watchGate(core: Core): DeadMan {
  const { heartbeatWithinMs, cancelEntriesAfterMs } = { ...REAL_TIME, ...core.options.timing };
  return startDeadMan({
    heartbeatWithinMs,
    cancelEntriesAfterMs,
    nowMs: () => performance.now(),
    cancelEntries: (silentMs) => cancelEntries(core, silentMs),
  });
}

/** In real time at once, whatever a turn is waiting for. In lock-step the next turn does it. */
function enforceKill(core: Core): number {
  wake(core);
  return core.running?.port.lockstep === false && core.kill.takeCancelsDue() ? cancelKilled(core) : 0;
}

/** A turn may wait for the pace of the broker or the journal's answer: a kill does not wait for it. */
function foresee(core: Core, { seq, event }: Entry): void {
  if (event.kind === "control.heartbeat" && event.source === GATE) core.deadMan?.beat();
  if (event.kind !== "control.kill") return;
  core.kill.foresee(event, seq);
  enforceKill(core);
}

/** A session that is not reconciled yet has not heard everything. */
function noteHeard(core: Core, { header }: Entry): void {
  const isWhole = core.running === undefined || core.running.link.ready() !== undefined;
  if (isWhole && header.machine === NAME) core.lastHeardUs = header.seenUs;
}

function observe(core: Core, entry: Entry): void {
  const { event } = entry;
  core.seq = entry.seq;
  if (event.kind === "control.generation") learnGeneration(core, event.generation);
  for (const part of [core.kill, core.gateStates, core.fills, core.changes, core.outbox, core.requests])
    part.observe(entry);
  core.options.liveLimits?.observe(entry);
  noteHeard(core, entry);
  if (event.kind === "control.kill") enforceKill(core);
  // What halts still is told again, and not half a minute later.
  if (event.kind === "control.resume") lookAgain(core, event);
  // What this incarnation wrote it knows already, and by now maybe more.
  if (core.running === undefined || entry.header.machine !== NAME) core.book.observe(entry);
  rememberApproval(core.approvalOf, entry);
  if (event.kind === "control.lease" && event.machineName === GATE) core.gateEpoch = event.leaseEpoch;
  const reason = event.kind === "order.approved" ? whyNeverSent(core, entry) : undefined;
  if (reason === undefined) core.work.observe(entry);
  else tellNotSent(core, entry, reason);
}

/** An operator's word about a position counts for the look that follows it, not again when the journal is read again. */
function lookAgain({ running, takenPositions }: Core, resume: EventByKind<"control.resume">): void {
  if (running === undefined) return;
  const { scope, positionQty, by, reason } = resume;
  if (positionQty !== undefined) takenPositions.set(scope, { quantity: Number(positionQty), by, reason });
  running.link.lookSoon();
}

/** What speaks against an approval as soon as it is read. */
function whyNeverSent({ gateEpoch, running, downFor }: Core, { header }: Entry): string | undefined {
  // A gate that was paused meanwhile.
  if (header.epoch < gateEpoch) return "approved under a lease that another gate has won since";
  return running === undefined || running.link.ready() !== undefined ? undefined : downFor;
}

/** Orders that only our own log knows are known before the journal speaks of them. */
function learnGeneration(core: Core, generation: string): void {
  core.generation = generation;
  for (const { record } of core.options.log.orders(generation)) {
    for (const { ibOrderId, ...leg } of record.legs) core.book.add(leg, ibOrderId);
  }
}

/** A bracket's legs, too, go back to the approval. */
function rememberApproval(approvalOf: Map<string, Entry>, entry: Entry): void {
  const order = approvedOrderOf(entry);
  if (order === undefined) return;
  for (const { clOrdId } of legsOf(order)) approvalOf.set(clOrdId, entry);
}
