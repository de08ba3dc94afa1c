import { ORD_TYPES, SIDES, TIMES_IN_FORCE } from "@bowline/contracts";
import { money, px, qty, us } from "@bowline/kernel";
import { aClock, anOrder, aQuote, aSignal, at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../checks/index.ts";
import type { Check } from "../define-check.ts";
import { aView } from "../test-view.ts";
import type { RiskView } from "../view.ts";
import { stricterOf } from "./limit-book.ts";
import { type AnyLimit, WAIVED } from "./limit.ts";

const orUndefined = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const amount = fc.integer({ min: -30_000, max: 60_000 }).map((dollars) => money(dollars * 1_000_000));
const ratio = fc.integer({ min: 0, max: 2_000_000 });
const count = fc.integer({ min: 0, max: 100 });
const moment = fc.integer({ min: -4_000_000_000, max: 1000 }).map((offset) => us(at(600) + offset));
const price = fc.integer({ min: 90, max: 110 }).map((dollars) => px(dollars * 1_000_000));
const shareCount = fc.integer({ min: 1, max: 400 }).map((whole) => qty(whole * 1_000_000));

const order = fc
  .record({
    side: fc.constantFrom(...SIDES),
    orderQty: shareCount,
    lmtPx: price,
    symbol: fc.constantFrom("AAPL", "GME"),
  })
  .map((changes) => anOrder({ ...changes, expiresUs: at(660) }));
const sum = orUndefined(amount);
const exposure = orUndefined(amount.map((value) => money(Math.abs(value))));
const streak = fc.record({ losses: count, lastUs: orUndefined(moment) });

/** Any view: what may be missing is missing at times. */
const views: fc.Arbitrary<RiskView> = fc
  .record({
    order,
    intentUs: moment,
    clock: orUndefined(moment.map((nowUs) => aClock({ nowUs }))),
    opposing: orUndefined(fc.constant("fade")),
    sameContentUs: orUndefined(moment),
    accountUs: orUndefined(moment),
    heartbeats: fc.record({ "market-data": orUndefined(moment) }),
    quote: orUndefined(fc.record({ quoteUs: moment, bidPx: price, askPx: price }).map(aQuote)),
    refPx: orUndefined(price),
    priorPx: orUndefined(price),
    haltedUs: orUndefined(moment),
    fiveMinuteMove: orUndefined(ratio),
    minuteSigmas: orUndefined(ratio),
    averageDailyQty: orUndefined(shareCount),
    shortQty: shareCount,
    shortableQty: orUndefined(shareCount),
    shortSaleRestricted: orUndefined(fc.boolean()),
    prediction: orUndefined(fc.record({ confidence: ratio, producedUs: moment }).map(aSignal)),
    predictionDrift: orUndefined(ratio),
    worstPosition: shareCount,
    worstGross: exposure,
    worstNet: exposure,
    worstSymbol: exposure,
    worstGroup: exposure,
    worstSector: exposure,
    worstStrategy: exposure,
    equity: sum,
    settledCashLeft: sum,
    openOnSide: count,
    openInAccount: count,
    openNotional: exposure,
    approvals: fc.record({
      lastSecond: count,
      lastMinute: count,
      ofSymbol: count,
      ofStrategy: count,
      ofSession: count,
    }),
    messages: fc.record({ sent: count, fills: count }),
    repeats: count,
    refusals: count,
    dayStartEquity: sum,
    weekStartEquity: sum,
    monthStartEquity: sum,
    peakEquity: sum,
    drawdownTier: fc.integer({ min: 0, max: 3 }),
    symbolLosses: streak,
    strategyLosses: streak,
    lossUs: orUndefined(moment),
    dayTrades: count.map((trades) => () => trades),
  })
  .chain((changes) =>
    fc.tuple(exposure, orUndefined(fc.integer({ min: -500_000, max: 100_000 })), ratio).map(([some, move, nearest]) =>
      aView({
        ...changes,
        // A higher correlation never joins more of the account.
        clusterAt: (correlation) => (correlation <= nearest ? some : money(0)),
        betaExposureOn: () => some,
        valueAtRisk: () => some,
        dayMoveOf: () => move,
      }),
    ),
  );

/** Values that are written as a limit is, of every kind; a schema takes those of its own kind. */
const WRITTEN: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 60_000 }),
  fc.integer({ min: 0, max: 2000 }).map((thousandths) => thousandths / 1000),
);
const LISTS: readonly fc.Arbitrary<unknown>[] = [
  fc.subarray([...ORD_TYPES]),
  fc.subarray([...TIMES_IN_FORCE]),
  fc.subarray([...SIDES]),
  fc.subarray(["AAPL", "GME"]),
  fc.subarray(["09:30-09:45", "23:00-01:00"]),
  fc.subarray([
    { symbols: ["GME"], from: "2013-10-04T13:00:00Z", to: "2013-10-04T14:00:00Z", why: "a" },
    { from: "2013-10-04T13:30:00Z", to: "2013-10-04T13:41:00Z", why: "b" },
  ]),
  fc.constantFrom("off", "intraday_margin", "legacy_pdt"),
  fc.constant("enforced"),
  fc.dictionary(
    fc.constantFrom("SPY", "QQQ"),
    fc.integer({ min: 1, max: 400 }).map((n) => n / 1000),
    { minKeys: 1 },
  ),
];

/** Values that the schema of a limit takes, and its waiver. */
function valuesOf({ schema }: AnyLimit): fc.Arbitrary<unknown> {
  const fits = [WRITTEN, ...LISTS].filter((kind) =>
    fc
      .sample(kind, { numRuns: 30, seed: 1 })
      .every((value) => schema.safeParse(value).success || typeof value === "number"),
  );
  const numbers = schema.safeParse(2).success;
  const own = numbers ? [WRITTEN] : fits.filter((kind) => kind !== WRITTEN);
  if (own.length === 0) throw new Error("no value of this kind of limit is known to this test");
  const parsed = fc.oneof(...own).map((value) => schema.safeParse(value));
  return fc.oneof(
    { weight: 9, arbitrary: parsed.filter(({ success }) => success).map(({ data }) => data as unknown) },
    { weight: 1, arbitrary: fc.constant(WAIVED) },
  );
}

const checks = (CHECKS as unknown as readonly Check[]).filter((check) => Object.keys(check.limits).length > 0);

describe("a tighter limit never turns a denial into an approval", () => {
  it.each(checks.map((check) => [check.code, check] as const))("%s", (_, check) => {
    const values = fc.record(
      Object.fromEntries(Object.entries(check.limits).map(([n, limit]) => [n, valuesOf(limit)])),
    );
    let denials = 0;
    fc.assert(
      fc.property(views, values, values, (view, some, others) => {
        const stricter = Object.fromEntries(Object.keys(some).map((n) => [n, stricterOf(n, some[n], others[n])]));
        const denied = (limits: object): boolean => check.check(view, limits as never) !== undefined;
        if (!denied(some)) return;
        denials += 1;
        expect(denied(stricter), JSON.stringify({ some, stricter })).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(denials).toBeGreaterThan(0);
  });
});
