import type { Entry, EventKind } from "@bowline/contracts";
import type { Result } from "@bowline/kernel";
import { fateOf, whatBecameOf } from "./fate.ts";
import type { Fault } from "./fault.ts";
import { ALWAYS, type Facts, type LawName, LAWS } from "./laws.ts";
import type { Script, Step, TradeOutcome } from "./script.ts";

/** A running system with its simulated TWS, as a rehearsal uses it. */
export type Stage = {
  /** Everything journaled so far; the index is stable. */
  entries(): readonly Entry[];
  /** What rules decided so far. */
  decisions(): readonly Entry[];
  /** Resolves at the next entry, or after so many milliseconds. */
  changed(withinMs: number): Promise<void>;
  inject(fault: Fault): Promise<Result<string, string>>;
  /** Gives the system a prediction that its strategy acts on; ok: the key of the trigger. LEAVE asks to close a position. */
  predict(symbol: string, wish: "ENTER" | "LEAVE"): Promise<Result<string, string>>;
  /** A symbol without a position and without orders, other than those used lately; `undefined` where there is none. */
  freeSymbol(): string | undefined;
  /** What both sides hold since the moment that `since` remembers. */
  facts(since: Mark): Promise<Facts>;
  mark(): Promise<Mark>;
};

/** A moment: how many entries there were, and what was the newest at the broker. */
export type Mark = {
  readonly entries: number;
  readonly permId: number;
  readonly executions: number;
  readonly deadLetters: number;
};

export type Violation = { readonly where: string; readonly text: string };
export type Performance = {
  readonly rehearsal: string;
  readonly passed: boolean;
  readonly violation?: Violation;
  readonly durationMs: number;
  /** How long after the last fault what was waited for came. */
  readonly figures: readonly PerformanceFigure[];
};
export type PerformanceFigure = { readonly what: string; readonly seconds: number };

/** Laws about the end are given so long to come true. */
const SETTLE_MS = 15_000;
/** A minute without data blocks entries until one with data is over. */
const RECOVER_MS = 135_000;

/** Plays a script and holds it against its laws. The first violation ends it. */
export async function perform(script: Script, stage: Stage, onStep: (text: string) => void): Promise<Performance> {
  const startedMs = performance.now();
  const start = await stage.mark();
  const run: Run = { stage, faultAt: start.entries, faultMs: undefined, figures: [] };
  const violation =
    (await playSteps(run, script, onStep)) ??
    (script.holds.includes("recovers") ? await recovers(run) : undefined) ??
    (await holdLaws(run, script, start));
  const durationMs = Math.round(performance.now() - startedMs);
  const passed = violation === undefined;
  return { rehearsal: script.rehearsal, passed, ...(passed ? {} : { violation }), durationMs, figures: run.figures };
}

type Run = {
  readonly stage: Stage;
  /** Where the journal stood at the last fault, and when that was. */
  faultAt: number;
  faultMs: number | undefined;
  readonly figures: PerformanceFigure[];
};

/** Takes down how long after the last fault something came. */
function measure({ faultMs, figures }: Run, what: string): void {
  if (faultMs === undefined) return;
  figures.push({ what, seconds: Math.round(performance.now() - faultMs) / 1000 });
}

async function playSteps(run: Run, { steps }: Script, onStep: (text: string) => void): Promise<Violation | undefined> {
  for (const [index, step] of steps.entries()) {
    onStep(describe(step));
    const text = await play(run, step);
    if (text !== undefined) return { where: `step ${index + 1}: ${describe(step)}`, text };
  }
  return undefined;
}

/** A step in words. */
export function describe(step: Step): string {
  if ("inject" in step) return `inject ${Object.values(step.inject).filter(Boolean).join(" ")}`;
  if ("trade" in step) return `trade ${step.trade}: ${step.outcome}`;
  if ("leave" in step) return `leave ${step.leave}`;
  if ("expect" in step) return `expect ${step.expect} ${Object.values(step.where).join(" ")}`.trim();
  return "never" in step ? `never ${step.never}` : `pause ${step.pause} ms`;
}

async function play(run: Run, step: Step): Promise<string | undefined> {
  const { stage } = run;
  if ("inject" in step) {
    run.faultAt = stage.entries().length;
    run.faultMs = performance.now();
    const injected = await stage.inject(step.inject);
    return injected.ok ? undefined : injected.error;
  }
  if ("trade" in step) return trade(run, step.trade, step);
  if ("leave" in step) return leave(stage, step.leave, step.within);
  if ("expect" in step) {
    const found = await waitFor(stage, step.within, () => find(stage, run.faultAt, step.expect, step.where));
    if (found === undefined) return `no such entry within ${step.within} ms`;
    measure(run, `${[step.expect, ...Object.values(step.where)].join(" ")} after`);
    return undefined;
  }
  if ("never" in step) {
    const found = await waitFor(stage, step.for, () => find(stage, run.faultAt, step.never, step.where));
    return found === undefined ? undefined : `it is in the journal, entry ${found.seq}`;
  }
  await waitFor(stage, step.pause, () => undefined);
  return undefined;
}

function find(
  stage: Stage,
  from: number,
  kind: EventKind,
  where: Readonly<Record<string, unknown>>,
): Entry | undefined {
  return stage
    .entries()
    .slice(from)
    .find(({ event }) => {
      const fields = event as unknown as Readonly<Record<string, unknown>>;
      return event.kind === kind && Object.entries(where).every(([key, value]) => fields[key] === value);
    });
}

/** Looks again at every entry until something is there or the time is over. */
async function waitFor<T>(stage: Stage, withinMs: number, look: () => T | undefined): Promise<T | undefined> {
  const deadlineMs = performance.now() + withinMs;
  for (;;) {
    const found = look();
    const leftMs = deadlineMs - performance.now();
    if (found !== undefined || leftMs <= 0) return found;
    await stage.changed(leftMs);
  }
}

type Wish = { readonly outcome: TradeOutcome; readonly within: number };

async function trade({ stage }: Run, wanted: string, { outcome, within }: Wish): Promise<string | undefined> {
  const symbol = wanted === "any" ? stage.freeSymbol() : wanted;
  if (symbol === undefined) return "no symbol is free of positions and orders";
  const from = stage.entries().length;
  const predicted = await stage.predict(symbol, "ENTER");
  if (!predicted.ok) return outcome === "any" || outcome === "unsent" ? undefined : predicted.error;
  if (outcome === "any") return undefined;
  const fate = await waitFor(stage, within, () =>
    fateOf({ entries: stage.entries().slice(from), decisions: stage.decisions() }, predicted.value, outcome),
  );
  if (outcome === "unsent") return fate === undefined ? undefined : `${symbol}: the order went out, entry ${fate.seq}`;
  if (fate !== undefined) return undefined;
  const instead = whatBecameOf(stage.entries().slice(from), stage.decisions(), predicted.value);
  return `${symbol} was not ${outcome} within ${within} ms: ${instead}`;
}

/** Closes a position by a prediction against it. */
export async function leave(stage: Stage, symbol: string, withinMs: number): Promise<string | undefined> {
  const from = stage.entries().length;
  const predicted = await stage.predict(symbol, "LEAVE");
  if (!predicted.ok) return predicted.error;
  const closed = await waitFor(stage, withinMs, () => find(stage, from, "position.closed", { symbol }));
  return closed === undefined ? `${symbol} was not closed within ${withinMs} ms` : undefined;
}

/** Tries until an order is filled again: whatever was wrong is over. */
async function recovers(run: Run): Promise<Violation | undefined> {
  const deadlineMs = performance.now() + RECOVER_MS;
  let text: string | undefined = "";
  while (performance.now() < deadlineMs) {
    text = await trade(run, "any", { outcome: "filled", within: 4000 });
    if (text === undefined) {
      measure(run, "trades again after");
      return undefined;
    }
    await run.stage.changed(500);
  }
  return { where: "recovers", text: `no order was filled within ${RECOVER_MS} ms; at last: ${text}` };
}

async function holdLaws(run: Run, script: Script, start: Mark): Promise<Violation | undefined> {
  const names: readonly LawName[] = [...new Set([...ALWAYS, ...script.holds])];
  const deadlineMs = performance.now() + SETTLE_MS;
  for (;;) {
    const facts = await run.stage.facts(start);
    const broken = LAWS.filter(({ name }) => (names as readonly string[]).includes(name))
      .map((law) => ({ where: `law ${law.name}`, text: law.check(facts) }))
      .find(({ text }) => text !== undefined);
    if (broken?.text === undefined) return undefined;
    if (performance.now() > deadlineMs) return { where: broken.where, text: broken.text };
    await run.stage.changed(500);
  }
}
