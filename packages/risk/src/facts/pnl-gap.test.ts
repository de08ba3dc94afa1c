import type { Money } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { cash, ratio } from "../test-view.ts";
import { beginPnlGap, makePnlGap, pnlApart, pnlGapOf, samplePnl, seePnl } from "./pnl-gap.ts";

/** Equities of ours and P&Ls of TWS, five seconds apart, told just then. */
function sampled(ours: readonly string[], theirs: readonly string[] = ours.map(() => "0")) {
  const gap = makePnlGap();
  ours.forEach((equity, index) => {
    seePnl(gap, cash(theirs[index] ?? "0"), at(index * 5));
    samplePnl(gap, { equity: cash(equity), isFlat: false, nowUs: at(index * 5) });
  });
  return { gap, nowUs: at(ours.length * 5) };
}
const apartOf = (ours: readonly string[], theirs?: readonly string[]): Money | undefined => {
  const { gap, nowUs } = sampled(ours, theirs);
  return pnlApart(gap, nowUs);
};
const times = (count: number, text: string): readonly string[] => Array.from({ length: count }, () => text);

describe("how far our P&L is from the broker's", () => {
  it("is nothing while both move alike, whatever they began with: a position of yesterday moves both", () =>
    expect(apartOf(["100", "101", "99", "90", "95", "120"], ["7", "8", "6", "-3", "2", "27"])).toBe(cash("0")));
  it("is counted from the middle one of the first five samples, in either direction", () => {
    expect(apartOf(["100", "100", "190", "100", "100", ...times(5, "103")])).toBe(cash("3"));
    expect(apartOf(times(10, "100"), [...times(5, "0"), ...times(5, "4")])).toBe(cash("4"));
  });
  it("is the least of the last five: what is gone with the next sample is none", () => {
    expect(apartOf([...times(5, "100"), ...times(4, "150")])).toBe(cash("0"));
    expect(apartOf([...times(5, "100"), "150", "140", "130", "120", "110"])).toBe(cash("10"));
    expect(apartOf([...times(5, "100"), ...times(5, "150"), "100"])).toBe(cash("0"));
  });
  it("is not known before five samples", () => {
    expect(apartOf(times(4, "100"))).toBeUndefined();
    expect(apartOf(times(5, "100"))).toBe(cash("0"));
  });
  it("is not known where the last sample is more than two minutes old", () => {
    const { gap } = sampled(times(5, "100"));
    expect(pnlApart(gap, at(20 + 120))).toBe(cash("0"));
    expect(pnlApart(gap, at(20 + 121))).toBeUndefined();
  });
  it("begins anew when it is told to", () => {
    const { gap, nowUs } = sampled([...times(5, "100"), ...times(5, "150")]);
    beginPnlGap(gap);
    expect(pnlApart(gap, nowUs)).toBeUndefined();
  });
  it("is a part of equity, and not known without any", () => {
    const { gap, nowUs } = sampled([...times(5, "100"), ...times(5, "103")]);
    expect(pnlGapOf(gap, cash("1000"), nowUs)).toBe(ratio("0.003"));
    expect([undefined, cash("0"), cash("-1")].map((equity) => pnlGapOf(gap, equity, nowUs))).toEqual(
      times(3, "").map(() => undefined),
    );
    expect(pnlGapOf(makePnlGap(), cash("1000"), nowUs)).toBeUndefined();
  });
});

describe("a sample", () => {
  const taken = (
    wish: Partial<Parameters<typeof samplePnl>[1]>,
    told: { dailyPnl?: Money; atUs?: number } | "nothing",
  ) => {
    const gap = makePnlGap();
    if (told !== "nothing") seePnl(gap, told.dailyPnl, at(told.atUs ?? 600));
    samplePnl(gap, { equity: cash("100"), isFlat: false, nowUs: at(600), ...wish });
    return gap.last.length;
  };
  const dailyPnl = cash("1");
  it("is taken where both are known", () => expect(taken({}, { dailyPnl })).toBe(1));
  it("is not taken where TWS told nothing, or has no P&L, or ours cannot be compared", () => {
    expect([taken({}, "nothing"), taken({}, {}), taken({ equity: undefined }, { dailyPnl })]).toEqual([0, 0, 0]);
  });
  it("is not taken of what TWS told more than ten seconds ago, but where nothing is held", () => {
    expect(taken({}, { dailyPnl, atUs: 590 })).toBe(1);
    expect(taken({}, { dailyPnl, atUs: 589 })).toBe(0);
    expect(taken({ isFlat: true }, { dailyPnl, atUs: 1 })).toBe(1);
  });
  it("is taken every five seconds at most", () => {
    const gap = makePnlGap();
    for (const seconds of [600, 604, 605, 609, 611]) {
      seePnl(gap, dailyPnl, at(seconds));
      samplePnl(gap, { equity: cash("100"), isFlat: false, nowUs: at(seconds) });
    }
    expect(gap.last.map(({ atUs }) => atUs)).toEqual([at(600), at(605), at(611)]);
  });
});
