import type { Us } from "@bowline/kernel";
import type { Broker, BrokerEvent, StepTick, SymbolStep } from "@bowline/matching";
import { partEndUs, splitMarketStep, type Splitting, type StepSplit } from "./step-parts.ts";
import type { MarketStep, Timeline } from "./timeline.ts";

/** One part of a step, at its own time. */
export type PlayedPart = {
  readonly startUs: Us;
  readonly simUs: Us;
  readonly ticks: readonly StepTick[];
  /** Each symbol's part before this one, in the same session. */
  readonly before: ReadonlyMap<string, SymbolStep>;
  /** The whole step, where this part was its last. */
  readonly step: MarketStep | undefined;
  readonly events: readonly BrokerEvent[];
};

/** Plays steps part by part. A step that was begun in so many parts ends in as many, also where a later life would take others. */
export function makePartPlayer(timeline: Timeline, broker: Pick<Broker, "step">, split: StepSplit) {
  let begun: Splitting | undefined;
  let ahead: { readonly endUs: Us; readonly splitting: Splitting } | undefined;
  let nextPart = 0;
  let before: ReadonlyMap<string, SymbolStep> = new Map();
  let beforeUs: number | undefined;

  /** In one session the step before is the part before, as far as the quote goes. */
  const beforeAt = (startUs: number): ReadonlyMap<string, SymbolStep> =>
    startUs === beforeUs ? before : new Map(timeline.stepBefore()?.steps.map((step) => [step.symbol, step]));
  const begin = (of: number): Splitting => {
    const whole = timeline.peek();
    const isAhead = ahead?.endUs === whole.simUs && ahead.splitting.of === of;
    begun ??= isAhead ? ahead?.splitting : undefined;
    return (begun ??= splitMarketStep({ ...split, ticks: of }, whole, timeline.stepBefore()));
  };
  return {
    /** Which part comes next, of how many, and when it ends. Where the session has no step left, asking for the end throws. */
    next: () => {
      const [part, of] = [nextPart, begun?.of ?? split.ticks];
      return {
        part,
        of,
        get endUs(): Us {
          // A session's first step comes apart before its time has come.
          begin(of).prepare(1);
          return partEndUs(timeline.peek().simUs, part, of);
        },
      };
    },
    /** While a step plays, the next one is taken apart little by little. */
    lookAhead: () => {
      const beyond = begun === undefined ? undefined : timeline.peekBeyond();
      if (beyond === undefined || begun === undefined) return;
      if (ahead?.endUs !== beyond.simUs)
        ahead = { endUs: beyond.simUs, splitting: splitMarketStep(split, beyond, timeline.peek()) };
      ahead.splitting.prepare((nextPart + 1) / begun.of);
    },
    play: (of: number): PlayedPart => {
      const whole = timeline.peek();
      const ticks = begin(of).part(nextPart);
      const [startUs, simUs] = [partEndUs(whole.simUs, nextPart - 1, of), partEndUs(whole.simUs, nextPart, of)];
      const earlier = beforeAt(startUs);
      const isLast = nextPart === of - 1;
      before = new Map(ticks.map((tick) => [tick.symbol, tick]));
      beforeUs = simUs;
      nextPart = isLast ? 0 : nextPart + 1;
      if (isLast) begun = undefined;
      const step = isLast ? timeline.advance() : undefined;
      return { startUs, simUs, ticks, before: earlier, step, events: broker.step(ticks, simUs) };
    },
  };
}

/** Plays the parts that are left of a step that has begun. */
export function finishStep(play: () => PlayedPart): MarketStep & { readonly events: readonly BrokerEvent[] } {
  const events: BrokerEvent[] = [];
  for (let played = play(); ; played = play()) {
    events.push(...played.events);
    if (played.step !== undefined) return { ...played.step, events };
  }
}
