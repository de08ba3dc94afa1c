import { describe, expect, it } from "vitest";
import { cash, ratio } from "../test-view.ts";
import { beginEquitySession, drawdownOf, makeEquityMarks, markEquity, resumeDrawdown } from "./equity-marks.ts";

const tiers = { from: [ratio("0.05"), ratio("0.08"), ratio("0.12")], recovery: ratio("0.02") };
const marked = (...equities: string[]) => {
  const marks = makeEquityMarks();
  beginEquitySession(marks, "2013-10-04");
  for (const equity of equities) markEquity(marks, cash(equity), tiers);
  return marks;
};

describe("what losses are measured against", () => {
  it("is the first equity of the session, the week and the month, and the highest", () => {
    const marks = marked("100", "120", "90");
    expect(marks).toMatchObject({ day: { equity: cash("100") }, month: { equity: cash("100") }, peak: cash("120") });
    beginEquitySession(marks, "2013-10-07");
    markEquity(marks, cash("95"), tiers);
    expect(marks).toMatchObject({
      day: { of: "2013-10-07", equity: cash("95") },
      week: { of: "2013-10-07", equity: cash("95") },
      month: { of: "2013-10", equity: cash("100") },
    });
    beginEquitySession(marks, "2013-10-08");
    markEquity(marks, cash("96"), tiers);
    expect(marks).toMatchObject({ day: { equity: cash("96") }, week: { equity: cash("95") } });
    beginEquitySession(marks, "2013-11-01");
    markEquity(marks, cash("97"), tiers);
    expect(marks.month).toEqual({ of: "2013-11", equity: cash("97") });
  });
  it("waits for an equity", () => {
    const marks = makeEquityMarks();
    markEquity(marks, undefined, tiers);
    expect(marks).toEqual(makeEquityMarks());
  });
  it("loses everything where nothing was there", () =>
    expect([drawdownOf(cash("0"), cash("-1")), drawdownOf(cash("100"), cash("88"))]).toEqual([
      1_000_000,
      ratio("0.12"),
    ]));
});

describe("[pitfall 15] the tier of a drawdown", () => {
  const depths = (...equities: string[]) => marked("100", ...equities).tier.depth;
  it("begins at its exact depth", () => {
    expect([depths("95.01"), depths("95"), depths("92"), depths("88"), depths("88.01")]).toEqual([0, 1, 2, 3, 2]);
  });
  it("eases one at a time, after a full session, when the drawdown is less deep by the recovery", () => {
    const marks = marked("100", "92");
    const session = (date: string, equity: string) => {
      beginEquitySession(marks, date);
      markEquity(marks, cash(equity), tiers);
      return marks.tier.depth;
    };
    expect(session("2013-10-07", "99")).toBe(2);
    expect(session("2013-10-08", "93.99")).toBe(2);
    expect(session("2013-10-09", "94")).toBe(1);
    expect(session("2013-10-10", "98")).toBe(1);
    expect(session("2013-10-11", "98")).toBe(0);
  });
  it("trips again at once where the recovery turns", () => {
    const marks = marked("100", "95", "97", "92");
    expect(marks.tier).toEqual({ depth: 2, sessions: 0 });
  });
  it("does not end by itself in the deepest, but by a person, who does not find it latched for ever", () => {
    const marks = marked("100", "88", "99");
    for (const date of ["2013-10-07", "2013-10-08", "2013-10-09"]) {
      beginEquitySession(marks, date);
      markEquity(marks, cash("99"), tiers);
    }
    expect(marks.tier.depth).toBe(3);
    markEquity(marks, cash("88"), tiers);
    resumeDrawdown(marks, cash("88"), tiers);
    expect(marks.tier.depth).toBe(2);
    markEquity(marks, cash("88"), tiers);
    expect(marks.tier.depth).toBe(2);
    markEquity(marks, cash("84"), tiers);
    expect(marks.tier.depth).toBe(3);
  });
  it("is not touched by a resume elsewhere", () => {
    const marks = marked("100", "92");
    resumeDrawdown(marks, cash("92"), tiers);
    expect([marks.tier.depth, marks.peak]).toEqual([2, cash("100")]);
  });
  it("is none where all are waived", () => {
    const marks = makeEquityMarks();
    for (const equity of ["100", "1"])
      markEquity(marks, cash(equity), { from: ["waived", "waived", "waived"], recovery: "waived" });
    expect(marks.tier.depth).toBe(0);
  });
});
