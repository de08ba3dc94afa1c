import type { BrokerBar } from "@bowline/broker-ib";
import type { EventByKind } from "@bowline/contracts";
import type { BrokerCallback, OrderOutput } from "@bowline/orders";
import type { Alert, EdgePort } from "@bowline/service-kit";
import { cancelLate, cancelResolved } from "./cancel-killed.ts";
import { type Core, fail, say, wake } from "./core.ts";
import { type Link, type LinkOptions, STOPPING, makeLink } from "./link.ts";
import { accountEntry, barEntry, pnlEntry } from "./market-entries.ts";
import { type PositionWatch, watchPositions } from "./position-watch.ts";
import { type ReconcileTrigger, reconcile } from "./reconcile.ts";
import { forgetWork } from "./send-change.ts";
import { LOCKSTEP, REAL_TIME } from "./timing.ts";

/** The connection of this edge: what TWS tells goes to the book and the outbox, and every session begins with a reconciliation. */
export function connect(core: Core, port: EdgePort, generation: string): Link {
  const { options, book, requests, fills, outbox } = core;
  const { log, logger } = options;
  const timing = { ...(port.lockstep ? LOCKSTEP : REAL_TIME), ...options.timing };
  const context = {
    book,
    log,
    generation,
    fills,
    secondLookAfterMs: timing.secondLookAfterMs,
    lockstep: port.lockstep,
  };
  const policy = options.externalPolicy ?? "ADOPT";
  const watch = watchPositions(core, timing.reconcileEveryMs > 0 ? timing.differsForMs : 0);
  return makeLink({
    session: { ...options.tws, ...timing, paced: !port.lockstep, probed: !port.lockstep },
    backOffMs: timing.backOffMs,
    reconcileEveryMs: timing.reconcileEveryMs,
    say(event) {
      outbox.addSession(event);
      wake(core);
    },
    onDown(reason, wasReady) {
      core.downFor = reason;
      if (wasReady) core.lastHeardUs = port.nowUs();
      watch.forget();
      if (reason !== STOPPING) alarm(core, port, { code: "TWS_LINE_DOWN", subject: "", detail: reason });
      forgetWork(core, reason);
    },
    onFailure(message) {
      core.downFor = message;
      logger.warn({ err: message }, "no connection to TWS");
    },
    async reconcile(session, trigger) {
      const taken = new Map(core.takenPositions);
      const found = await reconcile(session, {
        ...context,
        ...inFlight(core, trigger, timing.inFlightMs),
        trigger,
        policy,
        accountId: session.accountId,
        times: { heardUs: core.lastHeardUs, nowUs: port.nowUs() },
        taken,
        say: (outputs) => tellFound(core, outputs),
      });
      if (!found.ok) return found;
      // An operator's word is about what was there when it was given, not about any later difference.
      for (const [symbol, position] of taken)
        if (core.takenPositions.get(symbol) === position) core.takenPositions.delete(symbol);
      requests.restore(session);
      cancelLate(core);
      if (trigger !== "PERIODIC") core.deadMan?.reconnected();
      return found;
    },
    events: listeners(core, port, watch),
  });
}

/** While it lasts nothing can be sent. */
const STOPS_TRADING: ReadonlySet<string> = new Set(["CLIENT_ID_IN_USE", "ACCOUNT_REFUSED", "READ_ONLY_API"]);

function inFlight({ sending, sentMs, changes, options }: Core, trigger: ReconcileTrigger, inFlightMs: number) {
  const isFresh = (times: ReadonlyMap<string, number>, id: string): boolean =>
    trigger === "PERIODIC" && performance.now() - (times.get(id) ?? -Infinity) < inFlightMs;
  return {
    isSending(clOrdId: string): boolean {
      const main = options.log.orderOf(clOrdId)?.record.clOrdId ?? clOrdId;
      return sending.has(main) || isFresh(sentMs, main);
    },
    isChanging: (clOrdId: string): boolean => isFresh(changes.sentMs, clOrdId),
  };
}

/** What a look finds is for a person, too, where it must not be. */
export function tellFound(core: Core, outputs: readonly OrderOutput[]): void {
  say(core, outputs);
  for (const { event } of outputs) if (event.kind === "order.anomaly") alertOf(core, event);
}

const listeners = (core: Core, port: EdgePort, watch: PositionWatch): LinkOptions["events"] => ({
  onOrder: (callback) => hear(core, callback),
  onTick: (tick) => {
    core.streams.quotes.heard(tick.symbol, port.nowUs());
    core.ticks.add(tick, port);
  },
  onBar: (symbol, bar) => hearBar(core, port, { symbol, bar }),
  onAccount: () => {
    noteAccount(core, port);
    watch.look();
  },
  onPnl(pnl) {
    const accountId = core.running?.link.current()?.accountId;
    if (accountId === undefined) return;
    core.outbox.setPnl(pnlEntry(accountId, pnl));
    wake(core);
  },
  onPosition: watch.hear,
  onNotice: (code, message) => core.options.logger.info({ code, message }, "TWS"),
  onTrouble: (trouble) => alarm(core, port, trouble),
  onBug: (failure) => fail(core, failure),
});

/** What the nightly restart brings about by itself is no news to a person. */
export function alarm({ options }: Core, port: EdgePort, trouble: Omit<Alert, "severity">): void {
  if (options.restartWindow.covers(port.nowUs())) return options.logger.info(trouble, "in the restart window");
  options.alerts.raise({ severity: STOPS_TRADING.has(trouble.code) ? "CRITICAL" : "WARNING", ...trouble });
}

function hear(core: Core, callback: BrokerCallback): void {
  if (callback.type === "execution") core.heardExecutions.set(callback.execId, callback.transactUs);
  const { outputs, findings } = core.book.apply(callback);
  // Not what a reconciliation hears: the incarnation after the crash must get beyond it.
  if (core.running?.link.ready() !== undefined && outputs.some(({ event }) => event.kind === "order.accepted"))
    core.options.rehearse("after-accepted");
  tellFound(core, outputs);
  for (const { code, subject, detail } of findings) core.options.logger.warn({ code, subject, detail }, "broker");
  cancelSecond(core, outputs);
  cancelResolved(core, outputs);
}

/** A second order that the broker made of one of ours would double it: what is not the newest is canceled at once. */
function cancelSecond({ book, running }: Core, outputs: readonly OrderOutput[]): void {
  const session = running?.link.current();
  for (const { event } of outputs) {
    if (event.kind !== "order.anomaly" || event.code !== "SECOND_ORDER_ID") continue;
    for (const ibOrderId of book.idsOf(event.subject).slice(0, -1)) session?.cancelOrder(ibOrderId);
  }
}

/** An anomaly is for a person, too: one that halts its symbol at once. */
function alertOf({ options }: Core, { code, subject, detail, effect }: EventByKind<"order.anomaly">): void {
  options.logger.warn({ code, subject, detail, effect }, "anomaly");
  options.alerts.raise({ severity: effect === "NONE" ? "WARNING" : "CRITICAL", code, subject, detail });
}

function hearBar(
  core: Core,
  port: EdgePort,
  { symbol, bar }: { readonly symbol: string; readonly bar: BrokerBar },
): void {
  const instrument = core.requests.instrumentOf(symbol);
  if (instrument === undefined) return;
  core.streams.bars.heard(symbol, port.nowUs());
  core.ticks.add({ symbol, field: "ALIVE", value: 1 }, port);
  core.outbox.addBar(barEntry(instrument, bar));
  wake(core);
}

function noteAccount(core: Core, port: EdgePort): void {
  const session = core.running?.link.current();
  const account = session?.account();
  if (session === undefined || account === undefined) return;
  core.outbox.setAccount(accountEntry(session.accountId, account), port.nowUs());
  wake(core);
}
