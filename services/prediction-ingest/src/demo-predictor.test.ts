import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { makeGroups } from "@bowline/config";
import type { Entry } from "@bowline/contracts";
import { addSeconds, makePrng, px, us, US_PER_MINUTE } from "@bowline/kernel";
import { aBar, aClock, anEntry, aJournal, at, T0, T0_CLOSE } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "./admission.ts";
import { type ClosedBar, makeDemoPredictor, predict } from "./demo-predictor.ts";

/** A random walk of one-minute bars from the open on. */
function aWalk(seed: string, length: number): ClosedBar[] {
  const prng = makePrng(seed);
  let closePx = 100_000_000;
  return Array.from({ length }, (_, index) => ({
    closeUs: addSeconds(T0, 60 * (index + 1)),
    closePx: (closePx += Math.round(prng.normal() * 30_000)),
  }));
}

/** The journal of a session of one symbol: each clock, then the minute that it ended. */
const journalOf = (bars: readonly ClosedBar[], symbol = "AAPL"): readonly Entry[] =>
  aJournal(
    bars.flatMap(({ closeUs, closePx }) => [
      aClock({ nowUs: closeUs }),
      aBar({ symbol, timeframe: "1m", closeUs, closePx: px(closePx) }),
    ]),
  );

describe("the demo model", () => {
  it("is a pure function of seed, symbol and closed bars", () => {
    const bars = aWalk("a", 200);
    const all = (seed: string, symbol: string) =>
      bars.map((_, index) => predict(seed, symbol, bars.slice(0, index + 1))).filter((p) => p !== undefined);
    expect(all("1", "AAPL")).toEqual(all("1", "AAPL"));
    expect(all("1", "AAPL")).not.toEqual(all("2", "AAPL"));
    expect(all("1", "AAPL").map((p) => p.producedAt)).not.toEqual(all("1", "MSFT").map((p) => p.producedAt));
  });
  it("looks at no more than the last half hour", () => {
    const bars = aWalk("b", 120);
    for (let end = 40; end <= 120; end++)
      expect(predict("1", "AAPL", bars.slice(0, end))).toEqual(predict("1", "AAPL", bars.slice(end - 31, end)));
  });
  it("says nothing before six bars, and nothing where the price stood still", () => {
    const bars = aWalk("c", 5);
    expect(bars.map((_, index) => predict("1", "AAPL", bars.slice(0, index + 1)))).toEqual(bars.map(() => undefined));
    const still = Array.from({ length: 50 }, (_, index) => ({ closeUs: at(60 * index), closePx: 5_000_000 }));
    expect(
      still.map((_, index) => predict("1", "AAPL", still.slice(0, index + 1))).filter((p) => p !== undefined),
    ).toEqual([]);
  });
  it("gives what admission takes, with the bar's close as its time", () => {
    const bars = aWalk("d", 390);
    const admission = makeAdmission(makeGroups([["tech", ["AAPL"]]]), {
      ...DEFAULT_ADMISSION_RULES,
      minConfidence: 540_000,
    });
    const verdicts = bars.flatMap((bar, index) => {
      const raw = predict("1", "AAPL", bars.slice(0, index + 1));
      return raw === undefined ? [] : [admission.judge(raw, addSeconds(bar.closeUs, 60))];
    });
    expect(verdicts.length).toBeGreaterThan(5);
    expect(verdicts.filter((event) => event.kind === "signal.refused")).toEqual([]);
  });
});

describe("a poll of the demo model", () => {
  const bars = aWalk("e", 390);
  const journal = journalOf(bars);
  const run = (entries: readonly Entry[], seed = "1") => {
    const predictor = makeDemoPredictor(seed, ["AAPL"]);
    for (const entry of entries) predictor.observe(entry);
    return predictor;
  };

  it("waits for the clock that it asks about", () => {
    const predictor = run(journal.slice(0, 40));
    expect(predictor.clockUs()).toBe(addSeconds(T0, 1_200));
    expect(predictor.poll(undefined, addSeconds(T0, 1_200))).toBeDefined();
    expect(predictor.poll(undefined, us(addSeconds(T0, 1_200) + 1))).toBeUndefined();
  });
  it("answers the same however far the journal has gone on", () => {
    const late = run(journal);
    let cursor: string | undefined;
    bars.forEach(({ closeUs }, index) => {
      const early = run(journal.slice(0, 2 * index + 1)).poll(cursor, closeUs);
      expect(late.poll(cursor, closeUs)).toEqual(early);
      cursor = early?.cursor;
    });
  });
  it("gives every prediction once along the cursor, a minute after its bar", () => {
    const predictor = run(journal);
    const polled: (readonly [number, string])[] = [];
    let cursor: string | undefined;
    for (const { closeUs } of bars) {
      const page = predictor.poll(cursor, closeUs);
      polled.push(...(page?.predictions ?? []).map((p) => [closeUs, p.id] as const));
      cursor = page?.cursor;
    }
    const all =
      run([...journal, anEntry(aClock({ nowUs: addSeconds(T0_CLOSE, 60) }))]).poll("0", addSeconds(T0_CLOSE, 60))
        ?.predictions ?? [];
    expect(polled.map(([, id]) => id)).toEqual(all.map((p) => p.id).slice(0, polled.length));
    expect(all.length - polled.length).toBeLessThanOrEqual(1);
    expect(polled.map(([asOfUs, id]) => asOfUs - Number(id.split("-").at(-1)))).toEqual(
      polled.map(() => US_PER_MINUTE),
    );
  });
  it("gives without a cursor what is still valid", () => {
    const predictor = run(journal);
    const asOfUs = addSeconds(T0, 6_000);
    const valid = (predictor.poll("0", asOfUs)?.predictions ?? []).filter(
      (p) => Temporal.Instant.from(p.validUntil).epochMilliseconds * 1000 > asOfUs,
    );
    expect(predictor.poll(undefined, asOfUs)?.predictions).toEqual(valid);
  });
});

const samples = process.env["BOWLINE_SAMPLE_DATA"] ?? "";
describe.skipIf(!existsSync(join(samples, "us-equities/minute")))("on recorded sessions (BOWLINE_SAMPLE_DATA)", () => {
  it.each(["SPY", "IBM", "BAC", "AIG"])("predicts %s about twenty times a session", (symbol) => {
    const rows = gunzipSync(readFileSync(join(samples, `us-equities/minute/${symbol}.trades.csv.gz`)))
      .toString()
      .trim()
      .split("\n")
      .slice(1);
    const bars = rows
      .map((row) => row.split(","))
      .map(([startMs, , , , close]) => ({
        closeUs: us(Number(startMs) * 1000 + US_PER_MINUTE),
        closePx: Math.round(Number(close) * 1e6),
      }));
    const predictor = makeDemoPredictor("1", [symbol]);
    const day = bars.filter(({ closeUs }) => closeUs > T0 && closeUs <= T0_CLOSE);
    for (const entry of journalOf(day, symbol)) predictor.observe(entry);
    const count = predictor.poll("0", us(predictor.clockUs()))?.predictions.length ?? 0;
    expect(count).toBeGreaterThanOrEqual(8);
    expect(count).toBeLessThanOrEqual(35);
  });
});
