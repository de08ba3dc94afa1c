import { us } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { cash, ratio } from "../test-view.ts";
import {
  beginEquitySession,
  drawdownOf,
  haltLossOf,
  keepEquityPath,
  lossOf,
  makeEquityMarks,
  markEquity,
  recentLoss,
  resumeDrawdown,
  resumeLoss,
} from "./equity-marks.ts";

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

describe("a loss", () => {
  const spans = ["day", "week", "month"] as const;
  it("is what is gone since the span began, nothing after a gain, and not known without an equity", () => {
    const marks = marked("100", "120");
    for (const span of spans) {
      expect(lossOf(marks, span, cash("90")), span).toBe(cash("10"));
      expect(lossOf(marks, span, cash("130")), span).toBe(0);
      expect(lossOf(marks, span, undefined), span).toBeUndefined();
      expect(lossOf(makeEquityMarks(), span, cash("90")), span).toBeUndefined();
    }
  });
  it("that halts counts from a resume, in its own span, until the next one begins", () => {
    const marks = marked("100");
    resumeLoss(marks, "day", cash("80"));
    expect(spans.map((span) => haltLossOf(marks, span, cash("75")))).toEqual([cash("5"), cash("25"), cash("25")]);
    expect(lossOf(marks, "day", cash("75"))).toBe(cash("25"));
    resumeLoss(marks, "week", cash("78"));
    expect(spans.map((span) => haltLossOf(marks, span, cash("75")))).toEqual([cash("5"), cash("3"), cash("25")]);
    // The same week, another day.
    beginEquitySession(marks, "2013-10-05");
    markEquity(marks, cash("79"), tiers);
    expect(spans.map((span) => haltLossOf(marks, span, cash("75")))).toEqual([cash("4"), cash("3"), cash("25")]);
    beginEquitySession(marks, "2013-10-07");
    markEquity(marks, cash("77"), tiers);
    expect(spans.map((span) => haltLossOf(marks, span, cash("75")))).toEqual([cash("2"), cash("2"), cash("25")]);
  });
  it("begins anew with each Monday, also where the session is a Sunday's or a Monday's own", () => {
    const weekOf = (date: string) => {
      const marks = makeEquityMarks();
      beginEquitySession(marks, date);
      return marks.week.of;
    };
    expect(["2013-10-06", "2013-10-07", "2013-10-13"].map(weekOf)).toEqual(["2013-09-30", "2013-10-07", "2013-10-07"]);
  });
  it("is not marked before a session began", () => {
    const marks = makeEquityMarks();
    markEquity(marks, cash("100"), tiers);
    expect([marks.day.equity, marks.peak]).toEqual([undefined, cash("100")]);
  });
});

describe("the loss of the last five minutes", () => {
  it("is counted from the best of them, one every five seconds", () => {
    const marks = makeEquityMarks();
    keepEquityPath(marks, cash("100"), at(0));
    keepEquityPath(marks, cash("120"), us(at(5) - 1));
    keepEquityPath(marks, cash("110"), at(5));
    keepEquityPath(marks, undefined, at(20));
    expect(marks.path.map(({ equity }) => equity)).toEqual([cash("100"), cash("110")]);
    expect(recentLoss(marks, cash("104"))).toBe(cash("6"));
    expect(recentLoss(marks, cash("111"))).toBe(0);
    expect(recentLoss(marks, undefined)).toBeUndefined();
    expect(recentLoss(makeEquityMarks(), cash("5"))).toBe(0);
  });
  it("forgets what is older, to the microsecond", () => {
    const marks = makeEquityMarks();
    keepEquityPath(marks, cash("100"), at(0));
    keepEquityPath(marks, cash("90"), at(300));
    expect(recentLoss(marks, cash("80"))).toBe(cash("20"));
    keepEquityPath(marks, cash("85"), us(at(305) + 1));
    expect(marks.path.map(({ equity }) => equity)).toEqual([cash("90"), cash("85")]);
    expect(recentLoss(marks, cash("80"))).toBe(cash("10"));
  });
});

describe("a resume in the deepest tier", () => {
  const fallen = () => marked("100", "88");
  it("brings the peak down so that the drawdown is what the tier before begins with", () => {
    const marks = fallen();
    resumeDrawdown(marks, cash("88"), tiers);
    expect(marks.tier).toEqual({ depth: 2, sessions: 0 });
    expect(drawdownOf(marks.peak ?? cash("0"), cash("88"))).toBe(ratio("0.08"));
  });
  it("leaves the peak where the drawdown has eased further than that meanwhile", () => {
    const marks = marked("100", "88", "99");
    resumeDrawdown(marks, cash("99"), tiers);
    expect([marks.tier, marks.peak]).toEqual([{ depth: 2, sessions: 0 }, cash("100")]);
  });
  it("goes on in the first tier where the second is waived, and begins anew where both are", () => {
    const resumed = (first: number | "waived") => {
      const marks = fallen();
      resumeDrawdown(marks, cash("88"), { ...tiers, from: [first, "waived", ratio("0.12")] });
      return [marks.tier.depth, drawdownOf(marks.peak ?? cash("0"), cash("88"))];
    };
    expect(resumed(ratio("0.05"))).toEqual([1, ratio("0.05")]);
    expect(resumed("waived")).toEqual([0, 0]);
  });
  it("is possible where the second tier is everything that there is", () => {
    const marks = fallen();
    resumeDrawdown(marks, cash("88"), { ...tiers, from: [ratio("0.05"), ratio("1"), ratio("0.12")] });
    expect([marks.tier.depth, marks.peak]).toEqual([2, cash("100")]);
  });
  it("does nothing without an equity, or with none left", () => {
    for (const equity of [undefined, cash("0"), cash("-1")]) {
      const marks = fallen();
      resumeDrawdown(marks, equity, tiers);
      expect([marks.tier.depth, marks.peak]).toEqual([3, cash("100")]);
    }
  });
});

it("a tier with a waived recovery ends at the depth at which it began, after a session", () => {
  const plain = { ...tiers, recovery: "waived" } as const;
  const marks = makeEquityMarks();
  beginEquitySession(marks, "2013-10-04");
  for (const equity of ["100", "92"]) markEquity(marks, cash(equity), plain);
  for (const date of ["2013-10-07", "2013-10-08"]) beginEquitySession(marks, date);
  markEquity(marks, cash("92"), plain);
  expect(marks.tier.depth).toBe(2);
  for (const date of ["2013-10-09", "2013-10-10"]) beginEquitySession(marks, date);
  markEquity(marks, cash("92.01"), plain);
  expect(marks.tier.depth).toBe(1);
});

it("a tier that is waived meanwhile is left after a session", () => {
  const marks = marked("100", "92");
  const waived = { ...tiers, from: ["waived", "waived", ratio("0.12")] as const };
  for (const date of ["2013-10-07", "2013-10-08"]) beginEquitySession(marks, date);
  markEquity(marks, cash("92"), waived);
  expect(marks.tier).toEqual({ depth: 1, sessions: 0 });
});

it("the deepest tier, waived meanwhile, makes way for the one before it at once", () => {
  const marks = marked("100", "88");
  markEquity(marks, cash("88"), { ...tiers, from: [ratio("0.05"), ratio("0.08"), "waived"] });
  expect(marks.tier).toEqual({ depth: 2, sessions: 0 });
});
