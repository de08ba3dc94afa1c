import { setTimeout } from "node:timers/promises";
import { cancelEverywhere, sendChange } from "./send-change.ts";
import { cancelKilled } from "./cancel-killed.ts";
import { type Core, type Running, fail, say, tellNotSent, wake } from "./core.ts";
import { forgetOld } from "./forget-old.ts";
import { isClosing } from "./is-closing.ts";
import { logKills } from "./local-kills.ts";
import { noneMayGo } from "./none-may-go.ts";
import type { Link } from "./link.ts";
import { isReduceOnly } from "@bowline/orders";
import { positionOf } from "./positions.ts";
import { type SendContext, sendOrder } from "./send-order.ts";
import { stateForbids } from "./state-forbids.ts";

/** One turn: journal what the broker told, and act on what the journal approved. */
export function takeTurn(core: Core, running: Running): Promise<void> {
  forgetOld(core, running.port.nowUs());
  return running.port.lockstep ? takeSteppedTurn(core, running) : takeFreeTurn(core, running);
}

async function takeFreeTurn(core: Core, running: Running): Promise<void> {
  await keepKills(core, running);
  await core.ticks.flush(running.port);
  await publish(core, running);
  await act(core, running);
  await answerRequests(core, running);
}

/**
 * In lock-step a turn is complete in itself: it acts first, and a fence brings back all that this led to before it is
 * journaled. So a turn that a crash cut in two leaves the same journal: what was placed before is found at the broker, what
 * was not is placed, and then all of it is journaled in its canonical order.
 */
async function takeSteppedTurn(core: Core, running: Running): Promise<void> {
  const { port, link } = running;
  await link.reconciled();
  // After an outage the session's new state stands in the journal before anything is sent over it.
  if (link.ready() === undefined) await publish(core, running);
  await keepKills(core, running);
  if (core.kill.takeCancelsDue()) cancelKilled(core);
  await act(core, running);
  await answerRequests(core, running);
  await fence(link);
  await core.ticks.flush(port);
  await publish(core, running);
}

/** Journals what waits. A session is READY only when the journal has it. */
async function publish(core: Core, { port, link }: Running): Promise<void> {
  const mark = link.mark();
  await port.publish(core.outbox.take());
  link.journaled(mark);
}

/** The start in lock-step: a reconciled session is in the journal when this resolves; what it found waits for the first turn. */
export async function startStepped(core: Core, { port, link }: Running): Promise<void> {
  await fence(link);
  const mark = link.mark();
  await port.publish(core.outbox.takeSession());
  link.journaled(mark);
}

/** Everything that TWS said so far has been heard. After a cut, over the session that follows. */
async function fence(link: Link): Promise<void> {
  for (;;) {
    await link.reconciled();
    const fenced = await link.current()?.fence();
    if (fenced?.ok === true) return;
  }
}

/** What is killed is in the write-ahead log, and what came past the journal comes into it: the gate obeys it there. */
async function keepKills({ kill, options }: Core, { port }: Running): Promise<void> {
  logKills(options.log, kill);
  const unjournaled = kill.unjournaled();
  if (unjournaled.length === 0) return;
  const entries = await port.publish(unjournaled.map((event) => ({ event: { kind: "control.kill", ...event } })));
  for (const { event, seq } of entries) if (event.kind === "control.kill") kill.journaled(event.scope, seq);
}

async function act(core: Core, { port, link, generation }: Running): Promise<void> {
  const { book, work, sending, options, fills } = core;
  const { log, rehearse, logger } = options;
  const contextAt = (approvedSeq: number): SendContext => ({
    port,
    book,
    log,
    generation,
    stateForbids: (order) =>
      stateForbids(core, order, { reduces: isReduceOnly(order), closes: isClosing(core, order.clOrdId), approvedSeq }),
    positionOf: (order) => positionOf({ fills, log }, order),
    forbidden: ({ clOrdId }) => noneMayGo(core, port.nowUs(), isClosing(core, clOrdId)),
    rehearse,
    ready: link.ready,
    takeIds: link.takeIds,
    sending,
    say: (outputs) => say(core, outputs),
  });
  for (let entry = work.take(); entry !== undefined; entry = work.take()) {
    if (entry.event.kind === "order.cancel-intent") cancelEverywhere(core, link.ready(), entry.event.clOrdId);
    if (entry.event.kind === "order.replace-approved") await sendChange(core, entry);
    if (entry.event.kind !== "order.approved") continue;
    const sent = await sendOrder(contextAt(entry.seq), entry);
    logger.info({ clOrdId: entry.event.order.clOrdId, seq: entry.seq, ...sent }, "approval");
    if (sent.type === "not-sent") tellNotSent(core, entry, sent.reason);
    else core.sentMs.set(entry.event.order.clOrdId, performance.now());
    // In real time entries are observed between two turns: a kill counts for the very next order.
    if (!port.lockstep) return;
  }
}

/** In real time history must not hold up orders: its answers are journaled when they come. */
async function answerRequests(core: Core, { port, link }: Running): Promise<void> {
  const session = link.ready();
  if (session === undefined || core.requests.pending(session) === 0) return;
  const clock = {
    nowUs: port.nowUs,
    lockstep: port.lockstep,
    wait: (ms: number) => setTimeout(ms, undefined, { ref: false }),
  };
  const answered = core.requests.answerAll(session, clock, (output) => {
    core.outbox.addAnswer(output);
    wake(core);
  });
  if (port.lockstep) await answered;
  else answered.catch((failure: unknown) => fail(core, failure));
}
