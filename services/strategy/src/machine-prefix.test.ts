import type { Event, EventByKind, Machine } from "@bowline/contracts";
import { type Prng, type Us, MICROS, makePrng, shares } from "@bowline/kernel";
import { aBar, aClock, aJournal, anEntry, aQuote, aSignal, at, dollars, runMachine } from "@bowline/testkit";
import { expect, test } from "vitest";
import { aMachine, aPastBar } from "./testing/scenario.ts";

const PERIOD = 3;
/** After so many minutes the strategy takes a bar for one of another session. */
const SESSION_MINUTES = 1200;
/** Every prediction is answered: what the decision says of the average is what it knew of the bars. */
const LOOKS = `
strategy: looks
description: For tests.
groups: [tech]
indicators:
  mean: { sma: { period: ${PERIOD} } }
rules:
  - id: looks
    on: prediction
    when: [{ indicator: { value: ind.mean, min: 0 } }]
    do: { exit: {} }
`;

type Step = { readonly event: Event; readonly seenUs: Us };

/**
 * A journal as market-data and others write it: the time goes on by whatever it likes, a minute's bar comes at its close or
 * later, some bars are corrected, some come twice, history comes in between.
 */
function randomJournal(prng: Prng, length: number): readonly Step[] {
  const pick = (below: number): number => prng.uint32() % below;
  const steps: Step[] = [];
  let second = 0;
  let minute = 0;
  const priced = (number: number): EventByKind<"md.bar"> => {
    const px = dollars(String(1 + pick(200)));
    const prices = { openPx: px, highPx: px, lowPx: px, closePx: px, wapPx: px, volume: shares(100) };
    return aBar({ timeframe: "1m", closeUs: at(60 * number), ...prices });
  };
  const tell = (event: Event): void => void steps.push({ event, seenUs: at(second) });
  while (steps.length < length) {
    second += pick(9);
    const what = pick(4);
    if (what === 0) tell(aQuote({ quoteUs: at(second) }));
    else if (what > 1) tell(aClock({ nowUs: at(second) }));
    else tell(aSignal({ predictionId: `p${steps.length}`, validUntilUs: at(second + 60) }));
    // Not where a session has just ended: bars of the one before are not corrected any more.
    if (minute > 0 && pick(60) === 0 && (minute + 3) % SESSION_MINUTES > 10) {
      const number = Math.max(1, minute - pick(5));
      const { kind: _, ...bar } = priced(number);
      tell({ kind: "md.bar-corrected", ...bar, revision: 1, reason: "LATE", source: "FIVE_SECOND_BARS" });
    }
    if (pick(200) === 0) {
      const bars = [-3, -2, -1].map((before) => aPastBar(before));
      tell({ kind: "md.history", group: "tech", symbol: "AAPL", requestId: "w", timeframe: "1m", bars, failure: "" });
    }
    while (60 * (minute + 1) + pick(3) <= second) {
      minute += 1;
      tell(priced(minute));
      if (pick(30) === 0) tell(priced(minute));
    }
  }
  return steps;
}

/** No correction reaches farther back than these. */
const REMEMBERED = 20;

/** The average of the last closed bars as they are known by now, whatever comes later. */
function oracle(): { learn(step: Step): void; average(): number | undefined } {
  let closes: { closeUs: Us; px: number }[] = [];
  const put = ({ closeUs, closePx }: Pick<EventByKind<"md.bar">, "closeUs" | "closePx">): void => {
    const others = closes.filter((one) => one.closeUs !== closeUs);
    closes = [...others, { closeUs, px: Number(closePx) }].sort((a, b) => a.closeUs - b.closeUs).slice(-REMEMBERED);
  };
  let hasHistory = false;
  return {
    learn({ event, seenUs }) {
      if (event.kind === "md.history" && !hasHistory) {
        hasHistory = true;
        for (const bar of event.bars) put(bar);
      }
      if (event.kind !== "md.bar" && event.kind !== "md.bar-corrected") return;
      if (event.closeUs > seenUs) throw new Error("a bar that has not closed");
      put(event);
    },
    average() {
      const known = closes.slice(-PERIOD).map(({ px }) => px);
      return known.length < PERIOD ? undefined : known.reduce((sum, px) => sum + px, 0) / PERIOD;
    },
  };
}

/** How many decisions there were; each saw the bars that had closed by then and no other. */
function checkDecisions(seed: string, length: number): number {
  const { learn, average } = oracle();
  const machine = aMachine(LOOKS);
  let decisions = 0;
  randomJournal(makePrng(seed), length).forEach((step, index) => {
    learn(step);
    machine.apply(anEntry(step.event, { seq: index + 1, seenUs: step.seenUs, id: `e${index}` }), (output) => {
      if (output.kind !== "decision") return;
      decisions += 1;
      const seen = output.leaves.find(({ name }) => name.includes("mean"));
      const known = average();
      const isRight =
        known === undefined
          ? seen?.result === "UNKNOWN"
          : Math.abs(Number(seen?.value) - known / MICROS) < 0.01 && seen?.result === "TRUE";
      if (!isRight) throw new Error(`at ${index}: saw ${seen?.value}, closed by then: ${known}`);
    });
  });
  return decisions;
}

/** So many entries of a journal, then another future. */
function outputsOf(machine: Machine, steps: readonly Step[]): readonly (readonly [number, Event])[] {
  const entries = aJournal(steps.map(({ event, seenUs }, index) => anEntry(event, { seq: index + 1, seenUs })));
  return runMachine(machine, entries).map(({ causeSeq, event }) => [causeSeq, event]);
}

test("no decision knows a bar before its close, nor what is corrected later [pitfall 14]", () => {
  expect(checkDecisions("prefix", 20_000)).toBeGreaterThan(100);
});

test("no decision knows a bar before its close in a million random events", { timeout: 600_000, tags: ["all"] }, () => {
  expect(checkDecisions("a million", 1_000_000)).toBeGreaterThan(5000);
});

test("decisions up to any moment are the same whatever comes after it [pitfall 14]", () => {
  const steps = randomJournal(makePrng("future"), 2000);
  const whole = outputsOf(aMachine(LOOKS), steps);
  for (const cut of [1, 50, 333, 1000, 1999]) {
    const now = steps[cut - 1]?.seenUs ?? at(0);
    const later = randomJournal(makePrng(`other ${cut}`), 200).map(({ event }) => ({ event, seenUs: now }));
    const before = outputsOf(aMachine(LOOKS), [...steps.slice(0, cut), ...later]);
    expect(before.filter(([seq]) => seq <= cut)).toEqual(whole.filter(([seq]) => seq <= cut));
  }
});
