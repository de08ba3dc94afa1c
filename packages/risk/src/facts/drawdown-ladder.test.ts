import fc from "fast-check";
import { MICROS, type Money, money } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { ratio } from "../test-view.ts";
import {
  beginEquitySession,
  drawdownOf,
  type DrawdownTiers,
  type EquityMarks,
  makeEquityMarks,
  markEquity,
  resumeDrawdown,
} from "./equity-marks.ts";

const FIRST_DAY = Temporal.PlainDate.from("2013-10-04");
const aRatio = fc.integer({ min: 1, max: MICROS });
const someTiers: fc.Arbitrary<DrawdownTiers> = fc.record({
  from: fc.tuple(aRatio, aRatio, aRatio).map((from) => from.toSorted((a, b) => a - b)),
  recovery: fc.oneof(fc.integer({ min: 0, max: MICROS }), fc.constant("waived" as const)),
});
type Happening = { readonly does: "session" } | { readonly does: "equity" | "resume"; readonly equity: Money };
const anEquity = fc.integer({ min: 1, max: 200 }).map((dollars) => money(dollars * MICROS));
const someHappenings: fc.Arbitrary<readonly Happening[]> = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant("session" as const) }),
    fc.record({ does: fc.constantFrom("equity" as const, "resume" as const), equity: anEquity }),
  ),
  { maxLength: 60 },
);

/** Marks that sessions begin on, one day after the other. */
function aLadder(tiers: DrawdownTiers) {
  const marks: EquityMarks = makeEquityMarks();
  let days = 0;
  const session = (): void => beginEquitySession(marks, FIRST_DAY.add({ days: days++ }).toString());
  session();
  return {
    marks,
    session,
    mark: (equity: Money) => markEquity(marks, equity, tiers),
    resume: (equity: Money) => resumeDrawdown(marks, equity, tiers),
    drawdown: (equity: Money) => drawdownOf(marks.peak ?? equity, equity),
  };
}
const depthAt = (drawdown: number, { from }: DrawdownTiers): number =>
  from.findLastIndex((begins) => drawdown >= Number(begins)) + 1;

/** What a step of the ladder did that it must not do; empty where all is well. */
type Step = {
  readonly before: number;
  readonly after: number;
  readonly drawdown: number;
  /** Sessions since the drawdown was last as deep as the tier. */
  readonly begun: number;
};
function wrongWith({ before, after, drawdown, begun }: Step, tiers: DrawdownTiers): readonly string[] {
  const recovery = tiers.recovery === "waived" ? 0 : tiers.recovery;
  const isUp = after < before;
  return [
    after < depthAt(drawdown, tiers) && "less deep than the drawdown",
    isUp && before === 3 && "out of the deepest by itself",
    isUp && after !== before - 1 && "more than one up",
    isUp && begun < 2 && "up before a full session",
    isUp && drawdown > Math.max(0, Number(tiers.from[before - 1]) - recovery) && "up before it has eased",
    after > before && after !== depthAt(drawdown, tiers) && "deeper than the drawdown",
  ].filter((one) => one !== false);
}

/** What was wrong with each happening on a ladder. */
function climb(tiers: DrawdownTiers, happenings: readonly Happening[]): readonly string[] {
  const ladder = aLadder(tiers);
  const { marks } = ladder;
  let begun = 0;
  return happenings.flatMap((happening) => {
    const { peak = money(0) } = marks;
    const before = marks.tier.depth;
    if (happening.does === "session") {
      ladder.session();
      begun += 1;
      return [];
    }
    if (happening.does === "resume") {
      ladder.resume(happening.equity);
      begun = before === 3 ? 0 : begun;
      if ((marks.peak ?? 0) > peak) return ["a resume made the peak higher"];
      return marks.tier.depth === (before === 3 ? 2 : before) ? [] : ["a resume went elsewhere"];
    }
    ladder.mark(happening.equity);
    const after = marks.tier.depth;
    const drawdown = ladder.drawdown(happening.equity);
    const wrong = wrongWith({ before, after, drawdown, begun }, tiers);
    begun = after !== before || depthAt(drawdown, tiers) >= before ? 0 : begun;
    return wrong;
  });
}

describe("[pitfall 15] the ladder of a drawdown, whatever equity, sessions and people do", () => {
  it("goes down at once, and up by one, after a full session, when it has eased, from the deepest never by itself", () => {
    fc.assert(
      fc.property(someTiers, someHappenings, (tiers, happenings) => {
        expect(climb(tiers, happenings)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("can be climbed from everywhere: by a person from the deepest, then by sessions at the peak", () => {
    fc.assert(
      fc.property(someTiers, someHappenings, anEquity, (tiers, happenings, now) => {
        const ladder = aLadder(tiers);
        const { marks } = ladder;
        for (const happening of happenings)
          if (happening.does === "session") ladder.session();
          else ladder[happening.does === "equity" ? "mark" : "resume"](happening.equity);
        ladder.mark(now);
        ladder.resume(now);
        expect(marks.tier.depth).toBeLessThanOrEqual(2);
        for (let begun = 0; begun < 4; begun++) {
          ladder.session();
          ladder.mark(marks.peak ?? now);
        }
        expect(marks.tier.depth).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("ends a tier that begins before the recovery at the peak, and not a micro below it", () => {
    const tiers: DrawdownTiers = { from: [ratio("0.002"), ratio("0.004"), ratio("0.008")], recovery: ratio("0.02") };
    const depthAfter = (equity: number): number => {
      const ladder = aLadder(tiers);
      ladder.mark(money(1_000_000 * MICROS));
      ladder.mark(money(998_000 * MICROS));
      expect(ladder.marks.tier.depth).toBe(1);
      for (const _ of [1, 2]) ladder.session();
      ladder.mark(money(equity * MICROS));
      return ladder.marks.tier.depth;
    };
    expect([depthAfter(999_999), depthAfter(1_000_000)]).toEqual([1, 0]);
  });
});
