import { describe, expect, it } from "vitest";
import { type ChaosRun, SESSION_DAYS } from "./plan.ts";
import { makeTriggers } from "./triggers.ts";

const run = (run: number, wish: Partial<ChaosRun> = {}): ChaosRun => ({
  run,
  day: 1,
  state: "NEW",
  nth: 1,
  fault: { kind: "kill", service: "strategy" },
  ...wish,
});

describe("what lies in wait", () => {
  it("is let loose by the nth order that comes into its state since its day began", () => {
    const triggers = makeTriggers([run(1, { day: 2, nth: 2 })]);
    triggers.day(1);
    expect(triggers.onState("NEW")).toBeUndefined();
    triggers.day(2);
    expect(triggers.onState("NEW")).toBeUndefined();
    expect(triggers.onState("FILLED")).toBeUndefined();
    expect(triggers.onState("NEW")?.run).toBe(1);
    expect(triggers.onState("NEW")).toBeUndefined();
    expect(triggers.left()).toEqual([]);
  });

  it("goes one at a time, and waits over the end of its day", () => {
    const triggers = makeTriggers([run(1), run(2), run(3, { state: "EXPIRED" })]);
    triggers.day(1);
    expect([triggers.onState("NEW")?.run, triggers.onState("NEW")?.run]).toEqual([1, 2]);
    triggers.day(3);
    expect(triggers.onState("EXPIRED")?.run).toBe(3);
  });

  it("goes on the last day whatever comes", () => {
    const triggers = makeTriggers([run(1, { state: "LOST" }), run(2, { state: "LOST" })]);
    triggers.day(SESSION_DAYS);
    expect([triggers.onState("NEW")?.run, triggers.onState("FILLED")?.run]).toEqual([1, 2]);
  });
});
