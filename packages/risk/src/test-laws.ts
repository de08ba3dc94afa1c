import { expect, it } from "vitest";
import type { Check, Verdict } from "./define-check.ts";
import type { Limits, LimitValues } from "./limits/limit.ts";
import { aView } from "./test-view.ts";
import type { RiskView } from "./view.ts";

type Changes = Partial<RiskView>;

/** What a check does, as its test says it: the same questions for every check. */
export type CheckLaws<L extends Limits> = {
  readonly limits: LimitValues<L>;
  /** At the exact boundary, by what it is. */
  readonly passes: Readonly<Record<string, Changes>>;
  /** One step beyond, with the values that the denial names. */
  readonly denies: Readonly<Record<string, readonly [Changes, NonNullable<Verdict>]>>;
  /** What it cannot do without, and what the denial then says. */
  readonly needs?: Readonly<Record<string, Changes>>;
  /** Whether an order that only reduces is let through. */
  readonly exit: "is asked" | "passes";
  /** Limits by which a denied order passes, where the check has limits. */
  readonly waived?: Partial<LimitValues<L>>;
};

export function holdsTo<L extends Limits>(check: Check<L>, laws: CheckLaws<L>): void {
  const { limits, passes, denies, needs = {} } = laws;
  it.each(Object.entries(passes))("passes %s", (_, changes) =>
    expect(check.check(aView(changes), limits)).toBeUndefined(),
  );
  it.each(Object.entries(denies))("denies %s, with the values", (_, [changes, detail]) =>
    expect(check.check(aView(changes), limits)).toEqual(detail),
  );
  it.each(Object.entries(needs))("denies without %s", (missing, changes) =>
    expect(check.check(aView(changes), limits)).toMatchObject({ missing }),
  );
  it(`an exit ${laws.exit}`, () => expect(check.exemptsReducing).toBe(laws.exit === "passes"));
  const { waived } = laws;
  if (waived === undefined) return;
  it("asks for nothing that is waived", () => {
    for (const changes of [...Object.values(denies).map(([denied]) => denied), ...Object.values(needs)])
      expect(check.check(aView(changes), { ...limits, ...waived })).toBeUndefined();
  });
}
