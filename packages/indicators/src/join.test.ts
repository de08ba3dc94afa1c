import fc from "fast-check";
import { expect, test } from "vitest";
import { initialJoin, isJoined, joinOther, joinOwn } from "./join.ts";
import { beta } from "./indicators/beta.ts";
import { correlation } from "./indicators/correlation.ts";
import { type StudyBar, makeStudy } from "./study.ts";
import { goldenBars, goldenCloses, runGolden } from "./testing/golden.ts";
import fixture from "./fixtures/bars.json" with { type: "json" };

const MINUTE_US = 60_000_000;
const START_US = 1_704_205_800_000_000;

const bar = (minute: number, px: number | undefined): StudyBar => ({
  closeUs: START_US + minute * MINUTE_US,
  status: px === undefined ? "NO_DATA" : "TRADED",
  ...(px === undefined ? {} : { openPx: px, highPx: px, lowPx: px, closePx: px }),
  volume: 1,
});
const minutesOf = (bars: readonly StudyBar[]) =>
  bars.map(({ closeUs, otherPx }) => [(closeUs - START_US) / MINUTE_US, otherPx]);

test("gives a bar once the other symbol closed one at the same moment, whichever came first", () => {
  const join = initialJoin();
  expect(joinOwn(join, bar(1, 10))).toEqual([]);
  expect(minutesOf(joinOther(join, bar(1, 100)))).toEqual([[1, 100]]);
  expect(joinOther(join, bar(2, 200))).toEqual([]);
  expect(minutesOf(joinOwn(join, bar(2, 20)))).toEqual([[2, 200]]);
});

test("a minute that the other symbol lacks goes without, and nobody knows until the next one", () => {
  const join = initialJoin();
  joinOwn(join, bar(1, 10));
  expect(minutesOf(joinOther(join, bar(2, 200)))).toEqual([[1, undefined]]);
  expect(isJoined(join)).toBe(false);
  expect(minutesOf(joinOwn(join, bar(2, 20)))).toEqual([[2, 200]]);
  expect(isJoined(join)).toBe(true);
  joinOther(join, bar(3, undefined));
  expect(minutesOf(joinOwn(join, bar(3, 30)))).toEqual([[3, undefined]]);
  expect(isJoined(join)).toBe(false);
});

test("is of now while the other symbol is one bar behind, and not when it is two", () => {
  const join = initialJoin();
  joinOwn(join, bar(1, 10));
  expect(isJoined(join)).toBe(true);
  joinOwn(join, bar(2, 10));
  expect(isJoined(join)).toBe(false);
});

test("repeated and late bars change nothing", () => {
  const join = initialJoin();
  joinOwn(join, bar(2, 10));
  joinOther(join, bar(2, 100));
  const before = structuredClone(join);
  expect([joinOwn(join, bar(2, 11)), joinOwn(join, bar(1, 11)), joinOther(join, bar(2, 111))]).toEqual([[], [], []]);
  expect(join).toEqual(before);
});

const closes: readonly number[] = fixture.other;
const CENT = 10_000;
const pair = goldenBars.map((_, index) => ({
  own: bar(index, goldenCloses[index]),
  other: bar(index, (closes[index] ?? 0) * CENT),
}));

test.each([correlation, beta])(
  "$name with another symbol is the pair's, to the bit, in whatever order bars come",
  (indicator) => {
    const expected = runGolden(indicator, { period: 20 }).value?.at(-1);
    const study = makeStudy({ indicator: indicator.name, params: { period: 20 }, with: { symbol: "SPY" } });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 600, maxLength: 600 }), (ownFirst) => {
        const join = initialJoin();
        let state = study.init();
        const own = pair.map((each) => each.own);
        const other = pair.map((each) => each.other);
        ownFirst.forEach((takesOwn, step) => {
          const isOwn = other.length === 0 || (takesOwn && own.length > 0);
          const next = isOwn ? own.shift() : other.shift();
          if (next === undefined) return;
          for (const ready of isOwn ? joinOwn(join, next) : joinOther(join, next)) study.push(state, ready);
          if (step === 300) state = study.restore(study.snapshot(state));
        });
        expect(study.value(state)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  },
);
