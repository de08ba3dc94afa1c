import { aSignal } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { ratio } from "../test-view.ts";
import {
  countFollowed,
  countJudged,
  driftOf,
  forgetModels,
  makeModelRecords,
  modelsOf,
  scoreOf,
} from "./model-record.ts";

/** A model that says 0.7 each time, and so many hits after so many misses. */
function record(misses: number, hits: number, modelVersion?: string) {
  const records = makeModelRecords();
  const signal = aSignal(modelVersion === undefined ? {} : { modelVersion });
  for (let index = 0; index < misses + hits; index++) countJudged(records, signal, index >= misses);
  return records;
}

describe("the record of a model", () => {
  it("scores what it said against what came", () => {
    expect(scoreOf(record(1, 1), "demo")).toEqual({
      model: "demo",
      judged: 2,
      brier: ratio("0.29"),
      missRate: ratio("0.5"),
      drift: ratio("0.2"),
    });
    expect(scoreOf(record(0, 0), "demo")).toBeUndefined();
  });
  it("is of the last two hundred", () => {
    expect(scoreOf(record(1, 200), "demo")).toMatchObject({ judged: 200, missRate: 0 });
    expect(scoreOf(record(2, 199), "demo")).toMatchObject({ judged: 200, missRate: ratio("0.005") });
  });
  it("says nothing of the drift before twenty were judged", () => {
    expect(driftOf(record(9, 10), aSignal())).toBeUndefined();
    expect(driftOf(record(10, 10), aSignal())).toBe(ratio("0.2"));
    expect(driftOf(record(10, 10), undefined)).toBeUndefined();
  });
  it("counts for the strategies that follow it, and begins anew with a version and with a person", () => {
    const records = record(2, 1);
    const newest = new Map([["AAPL", aSignal()]]);
    expect(modelsOf(records, "s", newest)).toEqual([]);
    countFollowed(records, "s", "AAPL");
    expect(modelsOf(records, "s", newest)).toMatchObject([{ model: "demo", judged: 3 }]);
    expect(modelsOf(records, "other", newest)).toEqual([]);
    expect(modelsOf(records, "s", new Map([["AAPL", aSignal({ modelVersion: "2" })]]))).toEqual([]);
    forgetModels(records, "s", newest);
    expect(modelsOf(records, "s", newest)).toEqual([]);
  });
  it("keeps no more than fifty models", () => {
    const records = makeModelRecords();
    for (let version = 0; version < 60; version++) countJudged(records, aSignal({ modelVersion: `${version}` }), true);
    expect([...records.judged.keys()].slice(0, 1)).toEqual(["demo 10"]);
  });
});
