import { usOfExchangeTime } from "@bowline/calendar";
import { expect, test } from "vitest";
import { type StudyBar, makeStudy } from "./study.ts";
import { expectTalib, goldenBars } from "./testing/golden.ts";

const OPEN = usOfExchangeTime("2024-01-02", 9, 30);
const MINUTE = 60_000_000;

/** A bar that closes so many minutes after the open, at a price in dollars. */
const traded = (minute: number, dollars: number, changes: Partial<StudyBar> = {}): StudyBar => ({
  closeUs: OPEN + minute * MINUTE,
  status: "TRADED",
  openPx: dollars * 1e6,
  highPx: dollars * 1e6,
  lowPx: dollars * 1e6,
  closePx: dollars * 1e6,
  volume: 100e6,
  ...changes,
});
const quiet = (minute: number): StudyBar => ({ closeUs: OPEN + minute * MINUTE, status: "NO_TRADE", volume: 0 });
const dead = (minute: number): StudyBar => ({ closeUs: OPEN + minute * MINUTE, status: "NO_DATA", volume: 0 });

const run = (spec: Parameters<typeof makeStudy>[0], bars: readonly StudyBar[]) => {
  const study = makeStudy(spec);
  const state = study.init();
  return bars.map((bar) => {
    study.push(state, bar);
    return study.value(state);
  });
};

test("says what became of each bar", () => {
  const study = makeStudy({ indicator: "sma", params: { period: 2 } });
  const state = study.init();
  expect(study.push(state, traded(1, 10))).toBe("NEW");
  expect(study.push(state, traded(2, 20))).toBe("NEW");
  expect(study.push(state, traded(2, 20))).toBe("REPEATED");
  expect(study.push(state, traded(2, 40))).toBe("REVISED");
  expect(study.value(state)).toBe(25e6);
  expect(study.push(state, traded(1, 99))).toBe("LATE");
  expect(study.value(state)).toBe(25e6);
});

test("runs over any number of the bar", () => {
  const bar = traded(1, 10, { highPx: 16e6, lowPx: 6e6, closePx: 12e6 });
  const of = (source: "open" | "high" | "low" | "close" | "hl2" | "hlc3" | "ohlc4" | "volume") =>
    run({ indicator: "sma", params: { period: 1 }, of: source }, [bar])[0];
  expect((["open", "high", "low", "close", "hl2", "ohlc4", "volume"] as const).map(of)).toEqual([
    10e6, 16e6, 6e6, 12e6, 11e6, 11e6, 100e6,
  ]);
  expect(of("hlc3")).toBe(34e6 / 3);
});

test("the RSI of an EMA equals TA-Lib's", () => {
  const bars = goldenBars.map(({ openPx, highPx, lowPx, closePx, volume }, index) =>
    traded(index + 1, 1, { openPx, highPx, lowPx, closePx, volume }),
  );
  const spec = { indicator: "rsi", params: { period: 14 }, of: { indicator: "ema", params: { period: 10 } } } as const;
  expectTalib(run(spec, bars), "rsiOfEma");
  expect(makeStudy(spec).barsNeeded).toBe(24);
});

test("an output of several can be an input", () => {
  const spec = {
    indicator: "barsSince",
    of: { indicator: "crossing", of: "close", with: { indicator: "sma", params: { period: 2 } } },
  } as const;
  const values = run(
    spec,
    [10, 12, 14, 9, 8].map((dollars, index) => traded(index + 1, dollars)),
  );
  expect(values).toEqual([undefined, undefined, undefined, 0, 1]);
});

test("a minute without a trade is no bar to most, and one of volume 0 to relative volume", () => {
  expect(run({ indicator: "sma", params: { period: 2 } }, [traded(1, 10), quiet(2), traded(3, 20)])).toEqual([
    undefined,
    undefined,
    15e6,
  ]);
  const spec = { indicator: "relativeVolume", params: { period: 2 } };
  expect(run(spec, [traded(1, 10), quiet(2), traded(3, 20)]).at(-1)).toBe(2);
});

test("a minute without data: VWAP has no value until the next session, relative volume begins anew, an average goes on", () => {
  const next = traded(24 * 60 + 1, 30);
  const bars = [traded(1, 10), dead(2), traded(3, 20), next];
  expect(run({ indicator: "vwap" }, bars)).toEqual([10e6, undefined, undefined, 30e6]);
  expect(run({ indicator: "relativeVolume", params: { period: 1 } }, bars).map((value) => value !== undefined)).toEqual(
    [false, false, false, true],
  );
  expect(run({ indicator: "sma", params: { period: 2 } }, bars)[2]).toBe(15e6);
});

test("a gap is counted, never silent", () => {
  const study = makeStudy({ indicator: "sma", params: { period: 2 } });
  const state = study.init();
  study.push(state, traded(1, 10));
  expect(study.barsSinceGap(state)).toBeUndefined();
  study.push(state, dead(2));
  expect(study.barsSinceGap(state)).toBe(0);
  study.push(state, traded(3, 20));
  expect(study.barsSinceGap(state)).toBe(1);
});

test("a bar that says it traded and has no price is none", () => {
  const study = makeStudy({ indicator: "sma", params: { period: 1 } });
  const state = study.init();
  study.push(state, traded(1, 10, { highPx: undefined }));
  expect(study.value(state)).toBeUndefined();
  expect(study.barsSinceGap(state)).toBe(0);
});

test("what cannot run is refused", () => {
  expect(() => makeStudy({ indicator: "smaa" })).toThrow("unknown indicator");
  expect(() => makeStudy({ indicator: "sma", params: { period: 0 } })).toThrow("from 1 to");
});
