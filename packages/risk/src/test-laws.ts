import { expect, it } from "vitest";
import type { Check, Verdict } from "./define-check.ts";
import { type Limits, type LimitValues, WAIVED } from "./limits/limit.ts";
import { aView } from "./test-view.ts";
import type { RiskView } from "./view.ts";

type Changes = Partial<RiskView>;

/** Whatever a view may lack and a check may rest on, one at a time. What is absent because it never happened is not among it. */
const LACKS: Readonly<Record<string, (view: RiskView) => Changes>> = {
  ...Object.fromEntries(
    (
      [
        "leaseEpoch",
        "ownBuild",
        "clock",
        "brokerState",
        "brokerAgrees",
        "accountUs",
        "group",
        "minTick",
        "sector",
        "quote",
        "refPx",
        "availability",
        "barStatus",
        "fiveMinuteMove",
        "minuteSigmas",
        "averageDailyQty",
        "shortableQty",
        "shortSaleRestricted",
        "prediction",
        "predictionDrift",
        "worstGross",
        "worstNet",
        "worstSymbol",
        "worstGroup",
        "worstSector",
        "worstStrategy",
        "equity",
        "settledCashLeft",
        "openNotional",
        "dayStartEquity",
        "weekStartEquity",
        "monthStartEquity",
        "peakEquity",
      ] as const satisfies readonly (keyof RiskView)[]
    ).map((name) => [name, () => ({ [name]: undefined })]),
  ),
  clusterAt: () => ({ clusterAt: () => undefined }),
  betaExposureOn: () => ({ betaExposureOn: () => undefined }),
  valueAtRisk: () => ({ valueAtRisk: () => undefined }),
  dayMoveOf: () => ({ dayMoveOf: () => undefined }),
  heartbeats: ({ heartbeats }) => ({
    heartbeats: Object.fromEntries(Object.keys(heartbeats).map((service) => [service, undefined])),
  }),
  bid: ({ quote }) => ({ quote: quote && { ...quote, bidPx: undefined, bidQty: undefined } }),
  ask: ({ quote }) => ({ quote: quote && { ...quote, askPx: undefined, askQty: undefined } }),
};

/** What a check does, as its test says it: the same questions for every check. That a tighter limit denies no less is asked of all at once. */
export type CheckLaws<L extends Limits> = {
  readonly limits: LimitValues<L>;
  /** At the exact boundary, by what it is. */
  readonly passes: Readonly<Record<string, Changes>>;
  /** One step beyond, with the values that the denial names. */
  readonly denies: Readonly<Record<string, readonly [Changes, NonNullable<Verdict>]>>;
  /** What it cannot do without, and what the denial then says. */
  readonly needs?: Readonly<Record<string, Changes | readonly Changes[]>>;
  /** Inputs whose absence another check denies, whatever its limits are. */
  readonly elsewhere?: Readonly<Record<string, Check>>;
  /** Whether an order that only reduces is let through. */
  readonly exit: "is asked" | "passes";
  /** Limits by which a denied order passes, where the check has limits. */
  readonly waived?: Partial<LimitValues<L>>;
};

export function holdsTo<L extends Limits>(check: Check<L>, laws: CheckLaws<L>): void {
  const { limits, passes, denies, needs = {}, elsewhere = {} } = laws;
  if (Object.keys(passes).length === 0 || Object.keys(denies).length === 0)
    throw new Error(`${check.code} is shown neither to pass nor to deny`);
  it.each(Object.entries(passes))("passes %s", (_, changes) =>
    expect(check.check(aView(changes), limits)).toBeUndefined(),
  );
  it.each(Object.entries(denies))("denies %s, with the values", (_, [changes, detail]) =>
    expect(check.check(aView(changes), limits)).toEqual(detail),
  );
  const lacking = Object.entries(needs).flatMap(([missing, changes]) =>
    [changes].flat().map((each) => [missing, each as Changes] as const),
  );
  it.each(lacking)("denies without %s", (missing, changes) =>
    expect(check.check(aView(changes), limits)).toMatchObject({ missing }),
  );
  it("denies nothing the less for what is missing", () => {
    for (const [name, [changes]] of Object.entries(denies)) {
      const view = aView(changes);
      const passed = Object.entries(LACKS).filter(([what, lack]) => {
        const without = { ...view, ...lack(view) };
        const other = elsewhere[what];
        return (
          check.check(without, limits) === undefined &&
          (other === undefined || other.exemptsReducing || other.check(without, waivedAll(other)) === undefined)
        );
      });
      expect(
        passed.map(([what]) => what),
        name,
      ).toEqual([]);
    }
  });
  it(`an exit ${laws.exit}`, () => expect(check.exemptsReducing).toBe(laws.exit === "passes"));
  const { waived } = laws;
  if (waived === undefined) return;
  it("asks for nothing that is waived", () => {
    for (const changes of [...Object.values(denies).map(([denied]) => denied), ...lacking.map(([, lack]) => lack)])
      expect(check.check(aView(changes), { ...limits, ...waived })).toBeUndefined();
  });
}

const waivedAll = ({ limits }: Check): LimitValues<Limits> =>
  Object.fromEntries(Object.keys(limits).map((name) => [name, WAIVED]));
