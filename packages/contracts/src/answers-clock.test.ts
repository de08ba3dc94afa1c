import { type Us, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { answerLateUs, answersClock } from "./answers-clock.ts";

const at = (seconds: number): Us => us(600_000_000 + seconds * 1_000_000);

describe("who must answer the clock", () => {
  it("answers the first one, and each that comes within two seconds of the one before", () => {
    expect(answersClock(at(1), { beatUs: undefined, clockUs: undefined })).toBe(true);
    expect(answersClock(at(2), { beatUs: at(1), clockUs: at(1) })).toBe(true);
    expect(answersClock(at(3), { beatUs: at(1), clockUs: at(1) })).toBe(true);
  });
  it("answers one of longer steps once a minute", () => {
    expect(answersClock(us(at(3) + 1), { beatUs: at(1), clockUs: at(1) })).toBe(false);
    expect(answersClock(at(60), { beatUs: at(1), clockUs: at(55) })).toBe(true);
  });
  it("is late by what a step, and a minute where steps are long, do not explain", () => {
    expect(answerLateUs(4_000_000, 1_000_000)).toBe(3_000_000);
    expect(answerLateUs(65_000_000, 5_000_000)).toBe(0);
    expect(answerLateUs(66_000_000, 5_000_000)).toBe(1_000_000);
    expect(answerLateUs(63_000_000, 60_000_000)).toBe(3_000_000);
    expect(answerLateUs(600_000_000, 600_000_000)).toBe(540_000_000);
    expect(answerLateUs(0, 1_000_000)).toBe(0);
  });
});
