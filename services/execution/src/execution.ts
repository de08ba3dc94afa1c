import type { Entry } from "@bowline/contracts";
import { assert } from "@bowline/kernel";
import { approvedOrderOf, legsOf } from "@bowline/orders";
import type { Edge } from "@bowline/service-kit";
import { connect } from "./connect.ts";
import { type Core, type ExecutionOptions, makeCore, say } from "./core.ts";
import { type Hearing, keepHearing } from "./hearing.ts";
import { takeOver } from "./take-over.ts";
import { startStepped, takeTurn } from "./turn.ts";

/** The edge `execution`, and why it is not ready to trade. */
export type Execution = Edge & { notReady(): readonly string[] };

const NAME = "execution";

/**
 * Holds the only socket to TWS. What it saw is in the journal before anything acts on it; what it sends was in its own log
 * and in the journal before.
 */
export function makeExecution(options: ExecutionOptions): Execution {
  const core = makeCore(options);
  let hearing: Hearing | undefined;
  return {
    name: NAME,
    async start(port) {
      const { generation, seq, work, book } = core;
      assert(generation !== undefined, "the journal has no generation: run `bowline streams apply`");
      say(core, takeOver({ work, book, log: options.log, epoch: port.epoch() }, { generation, seq }));
      const link = connect(core, port, generation);
      core.running = { port, link, generation };
      link.start();
      if (port.lockstep) await startStepped(core, core.running);
      else hearing = keepHearing(link.ready);
    },
    observe: (entry) => observe(core, entry),
    pending() {
      const session = core.running?.link.ready();
      const doable = session === undefined ? 0 : core.work.size() + core.requests.pending(session);
      return core.outbox.size() + doable + (core.bug === undefined ? 0 : 1);
    },
    async turn() {
      if (core.bug !== undefined) throw core.bug.failure;
      assert(core.running !== undefined, "a turn before the start");
      await takeTurn(core, core.running);
    },
    async stop() {
      hearing?.stop();
      await core.running?.link.stop();
      options.log.close();
    },
    notReady: () =>
      core.running?.link.ready() === undefined ? [`no reconciled session with TWS: ${core.downFor}`] : [],
  };
}

function observe(core: Core, entry: Entry): void {
  const { event } = entry;
  core.seq = entry.seq;
  if (event.kind === "control.generation") learnGeneration(core, event.generation);
  for (const part of [core.kill, core.fills, core.outbox, core.requests]) part.observe(entry);
  // What this incarnation wrote it knows already, and by now maybe more.
  if (core.running === undefined || entry.header.machine !== NAME) core.book.observe(entry);
  rememberApproval(core.approvalOf, entry);
  if (core.running === undefined || core.running.link.ready() !== undefined || event.kind !== "order.approved")
    return core.work.observe(entry);
  const { clOrdId } = event.order;
  core.options.logger.warn({ clOrdId, seq: entry.seq, reason: core.downFor }, "not sent: not READY");
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
