import { aClock, anEntry, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { clocksApartUs, compareClocks } from "./clocks-apart.ts";
import { makeGateState, restoreGate, snapshotGate } from "./machine-state.ts";

const SECOND_US = 1_000_000;
/** What is known after processes wrote at these times of their clocks, in seconds. */
function apartAfter(...written: readonly (readonly [machine: string, seconds: number])[]): number {
  const state = makeGateState();
  for (const [machine, seconds] of written)
    compareClocks(state, anEntry(aClock(), { machine, seenUs: at(seconds) }).header);
  expect(clocksApartUs(restoreGate(snapshotGate(state)))).toBe(clocksApartUs(state));
  return clocksApartUs(state) / SECOND_US;
}

describe("clocks of two processes", () => {
  it("are together while what is written later is stamped later", () => {
    expect(
      apartAfter(["feed", 1], ["execution", 1.1], ["clock", 2], ["prediction-ingest", 2], ["execution", 2.9]),
    ).toBe(0);
  });
  it("are apart by what one was behind another twice in a row", () => {
    expect(apartAfter(["execution", 3], ["feed", 1.1], ["clock", 2], ["execution", 4], ["clock", 2.2])).toBeCloseTo(
      1.8,
    );
    expect(apartAfter(["clock", 4], ["execution", 2], ["feed", 4.5], ["execution", 2.6])).toBeCloseTo(1.9);
  });
  it("are not for one entry that was long on its way, and no longer once they agree", () => {
    expect(apartAfter(["clock", 4], ["execution", 2], ["clock", 5], ["execution", 5.1])).toBe(0);
    const apart = [
      ["clock", 4],
      ["execution", 2],
      ["clock", 5],
      ["execution", 3],
    ] as const;
    expect(apartAfter(...apart)).toBe(2);
    expect(apartAfter(...apart, ["clock", 6], ["execution", 6.1])).toBe(0);
  });
  it("are apart at once by what is more than an entry can be on its way", () => {
    expect(apartAfter(["clock", 4], ["execution", 3.5])).toBe(0);
    expect(apartAfter(["clock", 4], ["execution", 2.5])).toBe(1);
  });
  it("do not judge who takes the time from what is read", () => {
    expect(apartAfter(["clock", 4], ["portfolio", 1], ["clock", 5], ["portfolio", 1])).toBe(0);
  });
});

describe("a process ahead of all others", () => {
  it("is so by what is more than the next beat", () => {
    expect(apartAfter(["clock", 4], ["prediction-ingest", 5])).toBe(0);
    expect(apartAfter(["clock", 4], ["prediction-ingest", 6])).toBe(1);
    expect(apartAfter(["clock", 4], ["execution", 4.75], ["prediction-ingest", 6.25])).toBe(0.5);
    const state = { ...makeGateState(), clockStepUs: 60 * SECOND_US };
    for (const [machine, seconds] of [
      ["clock", 60],
      ["prediction-ingest", 121],
    ] as const)
      compareClocks(state, anEntry(aClock(), { machine, seenUs: at(seconds) }).header);
    expect(clocksApartUs(state)).toBe(SECOND_US);
  });
  it("is known before anybody else writes, wherever between two beats it is two seconds ahead, by more than half a second", () => {
    for (let tenth = 0; tenth <= 10; tenth++)
      for (const machine of ["execution", "prediction-ingest"])
        expect(apartAfter(["execution", 3.9], ["clock", 4], [machine, 6 + tenth / 10])).toBeGreaterThan(0.5);
  });
  it("is not one that beats: nobody else writes at all times", () => {
    expect(apartAfter(["execution", 4], ["prediction-ingest", 4], ["clock", 60])).toBe(0);
  });
  it("is judged by what it says now", () => {
    expect(
      apartAfter(["clock", 4], ["prediction-ingest", 3604], ["clock", 5], ["prediction-ingest", 5.1], ["clock", 6]),
    ).toBe(0);
  });
});
