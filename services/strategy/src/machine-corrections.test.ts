import type { Event, EventByKind } from "@bowline/contracts";
import { shares } from "@bowline/kernel";
import { aBar, aClock, aSignal, at, dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import { STRATEGY_YAML, aDesk, aMachine, ready } from "./testing/scenario.ts";

const bar = (minute: number, price: number, changes: Partial<EventByKind<"md.bar">> = {}): EventByKind<"md.bar"> => {
  const px = dollars(price.toFixed(2));
  const prices = { openPx: px, highPx: px, lowPx: px, closePx: px, wapPx: px, volume: shares(100) };
  return aBar({ timeframe: "1m", closeUs: at(60 * minute), ...prices, ...changes });
};
const corrected = (minute: number, price: number): Event => ({
  ...bar(minute, price),
  kind: "md.bar-corrected",
  revision: 1,
  reason: "BACKFILLED",
  source: "HISTORY",
});

const ON_BARS = `
strategy: bars
description: For tests.
groups: [tech]
indicators:
  mean: { sma: { period: 3 } }
  slow: { sma: { period: 2 }, timeframe: 2m }
rules:
  - id: high
    on: bar
    when:
      - indicator: { value: ind.mean, min: 50 }
      - indicator: { value: ind.slow, min: 0 }
      - atr: { minFraction: 0 }
    do: { exit: {} }
    cooldownMinutes: 5
`;

const ON_THE_DAY = `
strategy: day
description: For tests.
groups: [tech]
rules:
  - id: final
    on: bar
    when: ["market.volume == 307 && market.open == 10 && market.high == 12 && market.low == 10"]
    do: { exit: {} }
`;

describe("a correction", () => {
  test("revises the session's volume, open, high and low, as the final bars alone would have given them", () => {
    const blocker = (...bars: readonly Event[]): string | undefined => {
      const desk = aDesk(aMachine(ON_THE_DAY));
      desk.tell(aClock({ nowUs: at(185) }), ...bars);
      return desk.tell(aClock({ nowUs: at(245) }), bar(4, 12)).decisions.at(-1)?.firstBlocker;
    };
    const third = { ...bar(3, 12), volume: shares(7) };
    const final = blocker(bar(1, 10), bar(2, 11), third);
    expect(final).toBe("exit.position");
    const late = { ...corrected(3, 12), volume: shares(7) } as Event;
    const told = [bar(1, 99), bar(2, 5), bar(3, 12)];
    expect(blocker(...told, corrected(1, 10), corrected(2, 11), late)).toBe(final);
    expect(blocker(...told, corrected(2, 11), late)).toBeUndefined();
    const early = { ...bar(0, 500), extendedHours: "PRE_MARKET" } as const;
    expect(blocker(early, ...told, corrected(1, 10), corrected(2, 11), late)).toBe(final);
  });

  test("fires no rule and no cooldown, however it looks; the next bar is decided with what it says", () => {
    const desk = aDesk(aMachine(ON_BARS));
    desk.tell(aClock({ nowUs: at(185) }), bar(1, 10), bar(2, 11), bar(3, 12));
    expect(desk.tell(corrected(1, 900), corrected(2, 900), corrected(3, 900)).emitted).toEqual([]);
    const [decision] = desk.tell(aClock({ nowUs: at(245) }), bar(4, 10)).decisions;
    expect(decision?.leaves.find(({ name }) => name.includes("mean"))?.value).toContain("603.33");
  });

  test("leaves a feed that was dead dead until the next good bar", () => {
    const desk = aDesk(aMachine(STRATEGY_YAML));
    desk.tell(...ready(), bar(1, 100, { status: "NO_DATA" }), corrected(1, 100));
    expect(desk.tell(aSignal()).decisions.at(-1)).toMatchObject({ outcome: "BLOCKED", firstBlocker: "enter.feed" });
  });

  test("comes back after a restart", () => {
    const desk = aDesk(aMachine(ON_BARS));
    desk.tell(aClock({ nowUs: at(185) }), bar(1, 10), bar(2, 11), bar(3, 12), corrected(2, 20));
    const again = aMachine(ON_BARS);
    again.restore(JSON.parse(JSON.stringify(desk.machine.snapshot())) as never);
    const next = [aClock({ nowUs: at(245) }), bar(4, 13), corrected(1, 14), bar(5, 15)];
    expect(aDesk(again).tell(...next).emitted).toEqual(desk.tell(...next).emitted);
  });
});
