import type { Us } from "@bowline/kernel";
import type { Desk } from "../desk.ts";

import { sendPart, sendStep } from "../answers/data/market-data-answers.ts";
import { tell } from "../answers/orders/tell-orders.ts";
import type { Position } from "../exchange/timeline.ts";

/** What a step was, for whoever conducts. */
export type StepReport = {
  /** End of the step: simulated time from now on. */
  readonly simUs: Us;
  /** YYYY-MM-DD. */
  readonly sessionDate: string;
  readonly sessionIndex: number;
  readonly stepIndex: number;
  /** No further step in this session: settle, then `endOfSession()`. */
  readonly isLastOfSession: boolean;
  /** There was no step left: nothing was sent, and the other fields tell of the last step. */
  readonly done: boolean;
};

/**
 * The simulated world, one step at a time. Only its caller moves time. After a restart it stands where it stood: `position()` tells the
 * last step that was begun, `resendStep()` tells its market data again.
 */
export type SimWorld = {
  /** The last step begun, in this life or an earlier one; `undefined` before the first. */
  position(): Position | undefined;
  /** How many steps all sessions have, and how many of them were begun. */
  progress(): { readonly steps: number; readonly begun: number };
  /** Lock-step time: the end of the last step, before the first one the session's open. */
  nowUs(): Us;
  /** Whether a session has no step left and is not closed yet. */
  isSessionPlayed(): boolean;
  /** What `beginStep` would make the time; `undefined` when everything was played. */
  nextStepUs(): Us | undefined;
  /**
   * Plays the next step: sends ticks and 5-second bars, symbols in alphabetical order, then what matching led to. Ends the session
   * before it where that was not done. Everything is written to the sockets when it resolves.
   */
  beginStep(): Promise<StepReport>;
  /** When the next part of a step ends; `undefined` when everything was played. */
  nextPartUs(): Us | undefined;
  /** As `beginStep`, a part of the step only. The last part brings the step's bar. */
  beginPart(): Promise<StepReport & { readonly isStepEnd: boolean }>;
  /** Between two parts: makes ready what comes next. */
  lookAhead(): void;
  /** Sends the last step's ticks and bars again, without order events: for a client that subscribed anew. */
  resendStep(): Promise<void>;
  /** Closes a session that was played to its end: DAY orders expire. Nothing where there is none to close. */
  endOfSession(): Promise<void>;
  /** Whether a client gets 5-second bars of every symbol. */
  isWatched(): boolean;
};

export function makeSimWorld(desk: Desk): SimWorld {
  const { exchange } = desk;
  const { timeline } = exchange;
  const plans = exchange.market.sessions();
  const stepsBefore = (sessionIndex: number): number =>
    plans.slice(0, sessionIndex).reduce((sum, { steps }) => sum + steps, 0);

  const report = (done: boolean): StepReport => {
    const position = timeline.position() ?? { sessionIndex: 0, stepIndex: -1 };
    const plan = plans[position.sessionIndex];
    return {
      simUs: timeline.stepUs(),
      sessionDate: plan?.date ?? "",
      ...position,
      isLastOfSession: position.stepIndex + 1 >= (plan?.steps ?? 0),
      done,
    };
  };
  const endSession = (): void => {
    if (timeline.isSessionPlayed()) tell(desk, exchange.endSession());
  };

  return {
    position: timeline.position,
    progress: () => {
      const position = timeline.position();
      const begun = position === undefined ? 0 : stepsBefore(position.sessionIndex) + position.stepIndex + 1;
      return { steps: stepsBefore(plans.length), begun };
    },
    nowUs: timeline.stepUs,
    isSessionPlayed: timeline.isSessionPlayed,
    nextStepUs: timeline.nextStepUs,
    beginStep: async () => {
      endSession();
      if (timeline.session() === undefined) return report(true);
      const { simUs, steps, events } = exchange.step();
      sendStep(desk, simUs, steps);
      tell(desk, events);
      return report(false);
    },
    nextPartUs: () => {
      if (timeline.isSessionPlayed()) return timeline.nextStepUs();
      return timeline.session() === undefined ? undefined : exchange.nextPartUs();
    },
    beginPart: async () => {
      endSession();
      if (timeline.session() === undefined) return { ...report(true), isStepEnd: false };
      const played = exchange.part();
      sendPart(desk, played);
      tell(desk, played.events);
      const isStepEnd = played.step !== undefined;
      const told = { ...report(false), simUs: played.simUs };
      return { ...told, isStepEnd, isLastOfSession: isStepEnd && told.isLastOfSession };
    },
    lookAhead: exchange.lookAhead,
    resendStep: async () => {
      const last = timeline.lastStep();
      if (last !== undefined) sendStep(desk, last.simUs, last.steps);
    },
    endOfSession: async () => endSession(),
    isWatched: () => {
      const watched = new Set(
        [...desk.clients.values()].flatMap(({ bars }) => [...bars.values()].map(({ symbol }) => symbol)),
      );
      return exchange.market.symbols.every((symbol) => watched.has(symbol));
    },
  };
}
