import { makeGroups } from "@bowline/config";
import { addMs, addSeconds, micros, type Us } from "@bowline/kernel";
import { anEntry, aSignal, at, dollars, T0 } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Admission, DEFAULT_ADMISSION_RULES, makeAdmission } from "./admission.ts";
import { formatTime, type RawPrediction } from "./prediction.ts";

const groups = makeGroups([["tech", ["AAPL", "BRK.B"]]]);
const admission = (): Admission => makeAdmission(groups, { ...DEFAULT_ADMISSION_RULES, minConfidence: micros("0.5") });

const aPrediction = (changes: Partial<RawPrediction> = {}): RawPrediction => ({
  id: "p1",
  revision: 0,
  symbol: "AAPL",
  model: "demo",
  direction: "LONG",
  confidence: "0.7",
  horizonSeconds: 900,
  producedAt: formatTime(T0),
  validUntil: formatTime(at(300)),
  ...changes,
});
const codesOf = (raw: unknown, nowUs: Us = at(5), by = admission()): readonly string[] => {
  const event = by.judge(raw, nowUs);
  return event.kind === "signal.refused" ? event.reasons.map((reason) => reason.code) : [];
};

describe("a prediction", () => {
  it("becomes a signal with every field exact", () => {
    const raw = aPrediction({ targetPrice: "101.25", stopPrice: 98.5, confidence: 0.65 });
    expect(admission().judge(raw, at(5))).toEqual(
      aSignal({ confidence: 650_000, targetPx: dollars("101.25"), stopPx: dollars("98.5") }),
    );
  });
  it("may tell a score in the place of direction and confidence", () => {
    const { direction: _, confidence: __, ...rest } = aPrediction({ modelVersion: "2.1" });
    const judged = (score: number | string) => admission().judge({ ...rest, score }, at(5));
    expect(judged(-0.65)).toEqual(aSignal({ direction: "SHORT", confidence: 650_000, modelVersion: "2.1" }));
    expect(judged("0.5")).toMatchObject({ direction: "LONG", confidence: 500_000 });
    expect(judged(0)).toMatchObject({ kind: "signal.refused", reasons: [{ code: "LOW_CONFIDENCE" }] });
    expect(codesOf({ ...rest, score: -1.1 })).toEqual(["MALFORMED"]);
    expect(codesOf(rest)).toEqual(["MALFORMED", "MALFORMED"]);
    expect(codesOf(aPrediction({ score: 0.7 }))).toEqual(["MALFORMED"]);
  });
  it("may leave out its revision", () => {
    const { revision: _, ...rest } = aPrediction();
    expect(admission().judge(rest, at(5))).toEqual(aSignal());
  });
});

describe("refusals", () => {
  it.each([
    ["an unknown symbol", aPrediction({ symbol: "TSLA" }), ["UNKNOWN_SYMBOL"]],
    ["a confidence below the limit", aPrediction({ confidence: "0.499999" }), ["LOW_CONFIDENCE"]],
    ["a prediction that ran out", aPrediction({ validUntil: formatTime(at(5)) }), ["STALE"]],
    ["one from the future", aPrediction({ producedAt: formatTime(at(8)) }), ["FUTURE_DATED"]],
    [
      "everything at once",
      aPrediction({ symbol: "TSLA", confidence: 0.1, validUntil: formatTime(at(1)), producedAt: formatTime(at(60)) }),
      ["UNKNOWN_SYMBOL", "STALE", "FUTURE_DATED", "LOW_CONFIDENCE"],
    ],
    ["a confidence above 1", aPrediction({ confidence: "1.000001" }), ["MALFORMED"]],
    ["a price with seven places", aPrediction({ targetPrice: "1.0000001" }), ["MALFORMED"]],
    ["a price of zero", aPrediction({ stopPrice: 0 }), ["MALFORMED"]],
    ["a time without an offset", aPrediction({ validUntil: "2013-10-04T13:35:00" }), ["MALFORMED"]],
    [
      "an unknown direction and a missing model",
      { ...aPrediction(), direction: "UP", model: undefined },
      ["MALFORMED", "MALFORMED"],
    ],
    ["an unknown member", { ...aPrediction(), size: 100 }, ["MALFORMED"]],
    ["no object", "hello", ["MALFORMED"]],
  ])("name %s", (_, raw, codes) => {
    expect(codesOf(raw)).toEqual(codes);
  });

  it("hold at the exact boundary of age and of the future", () => {
    const valid = { validUntil: formatTime(at(9_000)) };
    expect(codesOf(aPrediction(valid), addMs(T0, 300_000))).toEqual([]);
    expect(codesOf(aPrediction(valid), addMs(T0, 300_001))).toEqual(["STALE"]);
    expect(codesOf(aPrediction({ ...valid, producedAt: formatTime(addMs(T0, 2_000)) }), T0)).toEqual([]);
    expect(codesOf(aPrediction({ ...valid, producedAt: formatTime(addMs(T0, 2_001)) }), T0)).toEqual(["FUTURE_DATED"]);
  });
  it("say what was seen, and keep what came", () => {
    const raw = aPrediction({ symbol: "BRK.B", confidence: "0.4" });
    expect(admission().judge(raw, at(5))).toEqual({
      kind: "signal.refused",
      group: "tech",
      symbol: "BRK.B",
      predictionId: "p1",
      raw: JSON.stringify(raw),
      reasons: [
        {
          code: "LOW_CONFIDENCE",
          detail: [
            { key: "confidence", value: "0.4" },
            { key: "minConfidence", value: "0.5" },
            { key: "of", value: "every prediction" },
          ],
        },
      ],
      withdraws: false,
    });
  });
  it("hold the highest confidence that is wanted of everything, of a model and of a symbol", () => {
    const by = makeAdmission(groups, {
      ...DEFAULT_ADMISSION_RULES,
      minConfidence: 600_000,
      minConfidenceOfModel: new Map([["weak", 800_000]]),
      minConfidenceOfSymbol: new Map([["AAPL", 700_000]]),
    });
    const wanted = (changes: Partial<RawPrediction>): unknown => {
      const event = by.judge(aPrediction({ confidence: 0.1, ...changes }), at(5));
      return event.kind === "signal.refused" ? event.reasons[0]?.detail.slice(1).map(({ value }) => value) : undefined;
    };
    expect(wanted({ symbol: "BRK.B" })).toEqual(["0.6", "every prediction"]);
    expect(wanted({})).toEqual(["0.7", "the symbol AAPL"]);
    expect(wanted({ model: "weak" })).toEqual(["0.8", "the model weak"]);
    expect(codesOf(aPrediction({ model: "weak", confidence: 0.8 }), at(5), by)).toEqual([]);
  });
  it("never fail, whatever comes, and fit into a subject", () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ id: fc.anything(), symbol: fc.string() })), (raw) => {
        expect(() => anEntry(admission().judge(raw, at(5)))).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe("a refused prediction", () => {
  const after = (raw: unknown, nowUs: Us = at(6)): boolean => {
    const by = admission();
    by.judge(aPrediction({ revision: 2 }), at(5));
    const event = by.judge(raw, nowUs);
    return event.kind === "signal.refused" && event.withdraws;
  };
  it.each([
    ["that is not confident any more", aPrediction({ revision: 3, confidence: 0.1 }), true],
    ["that cannot be read", { id: "p1", revision: "3" }, true],
    ["that names another symbol", aPrediction({ revision: 3, symbol: "TSLA" }), true],
    ["that is a repeat", aPrediction({ revision: 2 }), false],
    ["that is older", aPrediction({ revision: 1, confidence: 0.1 }), false],
    ["of another id", aPrediction({ id: "p2", confidence: 0.1 }), false],
  ])("%s takes back what was accepted under its id, or not", (_, raw, withdraws) => {
    expect(after(raw)).toBe(withdraws);
  });
  it("takes nothing back that ran out", () => {
    expect(after(aPrediction({ revision: 3, confidence: 0.1 }), at(301))).toBe(false);
  });
});

describe("clocks that differ", () => {
  const minute = 60_000;
  const made = (skewMs: number) =>
    aPrediction({ producedAt: formatTime(addMs(T0, skewMs)), validUntil: formatTime(addMs(T0, skewMs + 5 * minute)) });
  it.each([
    ["a model's clock two seconds ahead", 2_000, []],
    ["a little more than that", 2_001, ["FUTURE_DATED"]],
    ["an hour ahead, as of another zone", 60 * minute, ["FUTURE_DATED"]],
    ["a day ahead", 24 * 60 * minute, ["FUTURE_DATED"]],
    ["a minute behind", -minute, []],
    ["an hour behind, as of another zone", -60 * minute, ["STALE"]],
  ])("%s", (_, skewMs, codes) => {
    expect(codesOf(made(skewMs), T0)).toEqual(codes);
  });
});

describe("repeats", () => {
  it("a hundred times the same is taken once", () => {
    const by = admission();
    const taken = Array.from({ length: 100 }, (_, index) => by.judge(aPrediction(), at(5 + index)));
    expect(taken.filter(({ kind }) => kind === "signal.accepted")).toHaveLength(1);
  });
  it("of an id and revision are DUPLICATE, lower revisions are SUPERSEDED, higher ones pass", () => {
    const by = admission();
    expect(codesOf(aPrediction({ revision: 2 }), at(5), by)).toEqual([]);
    expect(codesOf(aPrediction({ revision: 2 }), at(6), by)).toEqual(["DUPLICATE"]);
    expect(codesOf(aPrediction({ revision: 1 }), at(6), by)).toEqual(["SUPERSEDED"]);
    expect(codesOf(aPrediction({ revision: 3 }), at(6), by)).toEqual([]);
  });
  it("are known after a restart that read the journal", () => {
    const by = admission();
    by.observe(anEntry(aSignal({ revision: 1 }), { machine: "prediction-ingest", seenUs: at(5) }));
    expect(codesOf(aPrediction({ revision: 1 }), at(6), by)).toEqual(["DUPLICATE"]);
  });
  it("that the journal holds are told from news, accepted or refused", () => {
    const before = admission();
    const raws = [aPrediction(), aPrediction({ id: "p2", confidence: "0.1" }), "rubbish"];
    const journal = raws.map((raw) => anEntry(before.judge(raw, at(5)), { seenUs: at(5) }));
    const after = admission();
    expect(raws.map((raw) => after.isKnown(raw, at(5)))).toEqual([false, false, false]);
    for (const entry of journal) after.observe(entry);
    expect(raws.map((raw) => after.isKnown(raw, at(5)))).toEqual([true, true, true]);
    expect(after.isKnown(aPrediction({ revision: 1 }), at(5))).toBe(false);
  });
  it("are forgotten only when they have run out, so that the memory stays bounded", () => {
    const by = admission();
    const later = addSeconds(T0, 3_600);
    by.observe(anEntry(aSignal({ predictionId: "long", validUntilUs: addSeconds(T0, 7_200) }), { seenUs: T0 }));
    for (let i = 0; i < 20_001; i++)
      by.observe(anEntry(aSignal({ predictionId: `p-${i}` }), { id: String(i), seenUs: i === 20_000 ? later : T0 }));
    expect(by.isKnown(aPrediction({ id: "p-5" }), at(5))).toBe(false);
    expect(by.isKnown(aPrediction({ id: "p-5" }), later)).toBe(true);
    expect(by.isKnown(aPrediction({ id: "long" }), at(5))).toBe(true);
  });
});
