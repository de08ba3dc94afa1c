import { addQty, assert, type Qty, type Us, us, ZERO_QTY } from "@bowline/kernel";
import { type Market, type SessionPlan, stepEndUs, type SymbolStep } from "@bowline/matching";

/** Where the market stands: the step that was played last. */
export type Position = { readonly sessionIndex: number; readonly stepIndex: number };

/** One step of all symbols. */
export type MarketStep = { readonly simUs: Us; readonly steps: readonly SymbolStep[] };

/** The market, played step by step and session by session. */
export type Timeline = {
  /** `undefined` before the first step. */
  position(): Position | undefined;
  /** The session that plays, or that comes next. `undefined` after the last. */
  session(): SessionPlan | undefined;
  sessionIndex(): number;
  /** Whether the session has no step left, and is not closed yet. */
  isSessionPlayed(): boolean;
  /** End of the step that was played last; before the very first one its session's open. */
  stepUs(): Us;
  /** End of the step that comes next, in whichever session; `undefined` after the last. */
  nextStepUs(): Us | undefined;
  nextStepIndex(): number;
  /** Shares traded in the session so far. */
  volumeOf(symbol: string): Qty;
  lastStep(): MarketStep | undefined;
  /** The step before the next one, where both are of one session. */
  stepBefore(): MarketStep | undefined;
  /** The step that comes next in the session, not played yet. Throws where the session has none. */
  peek(): MarketStep;
  /** The one after it, where the session has one more. */
  peekBeyond(): MarketStep | undefined;
  /** Plays the next step of the session. Throws where the session has none. */
  advance(): MarketStep;
  /** The next step belongs to the next session. */
  closeSession(): void;
};

/** Starts at the open of a session, where the ones before it were played in an earlier life. */
export function makeTimeline(market: Market, firstSession: number): Timeline {
  const plans = market.sessions();
  const lastStepOf = (sessionIndex: number): number => (plans[sessionIndex]?.steps ?? 0) - 1;
  const volumes = new Map<string, Qty>();
  let sessionIndex = firstSession;
  let nextStep = 0;
  let position: Position | undefined;
  let last: MarketStep | undefined;
  let ahead: MarketStep | undefined;
  let beyond: MarketStep | undefined;

  const read = (at: Position): MarketStep => {
    const plan = plans[at.sessionIndex];
    assert(plan !== undefined && at.stepIndex < plan.steps, `no step ${at.stepIndex} in session ${at.sessionIndex}`);
    return { simUs: stepEndUs(plan, at.stepIndex), steps: market.step(at.sessionIndex, at.stepIndex) };
  };
  const peek = (): MarketStep => (ahead ??= read({ sessionIndex, stepIndex: nextStep }));
  const play = (at: Position): MarketStep => {
    last = ahead ?? read(at);
    ahead = beyond;
    beyond = undefined;
    position = at;
    return last;
  };
  if (firstSession > 0) play({ sessionIndex: firstSession - 1, stepIndex: lastStepOf(firstSession - 1) });
  const isSessionPlayed = (): boolean => sessionIndex < plans.length && nextStep > lastStepOf(sessionIndex);

  return {
    position: () => position,
    session: () => plans[sessionIndex],
    sessionIndex: () => sessionIndex,
    isSessionPlayed,
    stepUs: () => last?.simUs ?? us(plans[0]?.openUs ?? 0),
    nextStepUs: () => {
      const next = isSessionPlayed()
        ? { sessionIndex: sessionIndex + 1, stepIndex: 0 }
        : { sessionIndex, stepIndex: nextStep };
      const plan = plans[next.sessionIndex];
      return plan && stepEndUs(plan, next.stepIndex);
    },
    nextStepIndex: () => nextStep,
    volumeOf: (symbol) => volumes.get(symbol) ?? ZERO_QTY,
    lastStep: () => last,
    stepBefore: () => (nextStep > 0 ? last : undefined),
    peek,
    peekBeyond: () => {
      if (nextStep < lastStepOf(sessionIndex)) beyond ??= read({ sessionIndex, stepIndex: nextStep + 1 });
      return beyond;
    },
    advance: () => {
      const played = play({ sessionIndex, stepIndex: nextStep });
      if (nextStep === 0) volumes.clear();
      for (const { symbol, volume } of played.steps)
        volumes.set(symbol, addQty(volumes.get(symbol) ?? ZERO_QTY, volume));
      nextStep += 1;
      return played;
    },
    closeSession: () => {
      sessionIndex += 1;
      nextStep = 0;
    },
  };
}
