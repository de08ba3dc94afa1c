import type { Us } from "@bowline/kernel";
import type { Broker, BrokerEvent, Market, Ordained, OrderRequest } from "@bowline/matching";
import type { ExchangeLog, ExchangeRecord } from "./exchange-log.ts";
import { finishStep, makePartPlayer, type PlayedPart } from "./part-player.ts";
import type { StepSplit } from "./step-parts.ts";
import { type MarketStep, makeTimeline, type Timeline } from "./timeline.ts";

/** The market and the broker together, with their memory on disk. It knows no clients. */
export type Exchange = {
  readonly market: Market;
  readonly timeline: Omit<Timeline, "advance" | "closeSession" | "peek">;
  /** To be asked only: what changes it goes through the exchange. */
  readonly broker: Pick<
    Broker,
    | "accountIds"
    | "accountOf"
    | "openOrders"
    | "completedOrders"
    | "executions"
    | "account"
    | "nextIbOrderId"
    | "quoteOf"
  >;
  /**
   * Plays the next step of the session, or what is left of it, and tells what matching led to. Throws where the session has none.
   */
  step(): MarketStep & { readonly events: readonly BrokerEvent[] };
  /** Plays the next part of the session's next step; orders meet each part by itself. Throws where the session has none. */
  part(): PlayedPart;
  /** Makes ready what comes next, a little after each part. Changes nothing. */
  lookAhead(): void;
  /** When the next part ends. Throws where the session has no step left. */
  nextPartUs(): Us;
  place(request: OrderRequest, nowUs: Us): readonly BrokerEvent[];
  cancel(clientId: number, ibOrderId: number, nowUs: Us): readonly BrokerEvent[];
  /** `clientId`: who asks. */
  cancelAll(nowUs: Us, clientId: number): readonly BrokerEvent[];
  /** Lets something happen that neither a client nor the market did: a fault. */
  ordain(act: Ordained, nowUs: Us): readonly BrokerEvent[];
  /** Closes the session; the next step belongs to the next one. */
  endSession(): readonly BrokerEvent[];
};

/** Every change is logged before it happens; what the log holds from an earlier life is done again first. */
export function makeExchange(market: Market, broker: Broker, log: ExchangeLog, split: StepSplit): Exchange {
  const timeline = makeTimeline(market, log.checkpoint.sessionIndex);
  const parts = makePartPlayer(timeline, broker, split);
  const part = (): PlayedPart => {
    const { part: index, of } = parts.next();
    log.append({ type: "part", step: timeline.nextStepIndex(), part: index, of });
    return parts.play(of);
  };
  const step = () => {
    const played = timeline.advance();
    return { ...played, events: broker.step(played.steps, played.simUs) };
  };
  const endSession = (): readonly BrokerEvent[] => {
    const events = broker.endOfSession(timeline.stepUs());
    timeline.closeSession();
    const { fingerprint } = log.checkpoint;
    log.begin({ fingerprint, sessionIndex: timeline.sessionIndex(), broker: broker.snapshot() });
    return events;
  };
  const redo = (record: ExchangeRecord): unknown => {
    if (record.type === "step") return step();
    if (record.type === "part") return parts.play(record.of);
    if (record.type === "place") return broker.place(record.request, record.us);
    if (record.type === "cancel") return broker.cancel(record.clientId, record.ibOrderId, record.us);
    if (record.type === "ordain") return broker.ordain(record.act, record.us);
    return record.type === "end" ? endSession() : broker.cancelAll(record.us, record.clientId);
  };

  if (log.checkpoint.broker !== undefined) broker.restore(log.checkpoint.broker);
  for (const record of log.records) redo(record);

  return {
    market,
    timeline,
    broker,
    step: () => {
      if (parts.next().part > 0) return finishStep(part);
      log.append({ type: "step", step: timeline.nextStepIndex() });
      return step();
    },
    part,
    lookAhead: parts.lookAhead,
    nextPartUs: () => parts.next().endUs,
    place: (request, nowUs) => {
      log.append({ type: "place", us: nowUs, request });
      return broker.place(request, nowUs);
    },
    cancel: (clientId, ibOrderId, nowUs) => {
      log.append({ type: "cancel", us: nowUs, clientId, ibOrderId });
      return broker.cancel(clientId, ibOrderId, nowUs);
    },
    cancelAll: (nowUs, clientId) => {
      log.append({ type: "cancel-all", us: nowUs, clientId });
      return broker.cancelAll(nowUs, clientId);
    },
    ordain: (act, nowUs) => {
      log.append({ type: "ordain", us: nowUs, act });
      return broker.ordain(act, nowUs);
    },
    endSession: () => {
      log.append({ type: "end" });
      return endSession();
    },
  };
}
