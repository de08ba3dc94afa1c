import { makeGroups } from "@bowline/config";
import { at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { DEFAULT_ADMISSION_RULES, makeAdmission } from "./admission.ts";
import { mapPrediction, mappingSchema, valueAt } from "./mapping.ts";

const map = (mapping: object, told: unknown): unknown => mapPrediction(mappingSchema.parse(mapping), told);

describe("somebody else's prediction", () => {
  it("becomes one of ours, as the mapping says", () => {
    const mapping = {
      id: { join: ["meta.run", "ticker"], with: "/" },
      symbol: "ticker",
      model: { value: "acme" },
      modelVersion: "meta.version",
      direction: { from: "side", values: { buy: "LONG", sell: "SHORT" } },
      confidence: { from: "percent", times: 0.01 },
      horizonSeconds: { value: 900 },
      producedAt: { from: "ts", unit: "ms" },
      validUntil: { after: "issued", seconds: 300 },
      targetPrice: "levels.0",
    };
    const told = {
      meta: { run: 17, version: "2.1" },
      ticker: "IBM",
      side: "sell",
      percent: 72.34567891,
      ts: 1380893400250,
      issued: "2013-10-04T13:30:00Z",
      levels: [183.5],
      unknown: "left out",
    };
    const mapped = map(mapping, told);
    expect(mapped).toEqual({
      id: "17/IBM",
      symbol: "IBM",
      model: "acme",
      modelVersion: "2.1",
      direction: "SHORT",
      confidence: "0.723457",
      horizonSeconds: 900,
      producedAt: "2013-10-04T13:30:00.25Z",
      validUntil: "2013-10-04T13:35:00Z",
      targetPrice: 183.5,
    });
    const admission = makeAdmission(makeGroups([["tech", ["IBM"]]]), DEFAULT_ADMISSION_RULES);
    expect(admission.judge(mapped, at(5))).toMatchObject({ kind: "signal.accepted", confidence: 723_457 });
  });
  it("is taken under our names where no rule says otherwise", () => {
    expect(map({ symbol: "ticker" }, { id: "a", ticker: "IBM", symbol: "other", score: -0.4, raw: 1 })).toEqual({
      id: "a",
      symbol: "IBM",
      score: -0.4,
    });
  });
  it.each([
    ["a word that the table lacks", { direction: { from: "d", values: { buy: "LONG" } } }, { d: "hodl" }, "hodl"],
    ["a number that is none", { confidence: { from: "d", times: 0.01 } }, { d: "high" }, "high"],
    ["an empty text", { confidence: { from: "d", times: 0.01 } }, { d: " " }, " "],
    [
      "a number too large to be scaled",
      { targetPrice: { from: "d", times: 0.01 } },
      { d: 1e7 },
      "10000000, too large to be scaled",
    ],
    ["a time with a fraction", { producedAt: { from: "d", unit: "s" } }, { d: 1.5 }, 1.5],
    [
      "a time beyond the calendar",
      { producedAt: { from: "d", unit: "s" } },
      { d: "9999999999999999" },
      "9999999999999999",
    ],
    ["a time that is none", { validUntil: { after: "d", seconds: 5 } }, { d: "now" }, "now"],
    ["half of a name", { id: { join: ["d", "e"] } }, { d: "x" }, undefined],
    ["nothing", { id: "d.e.f" }, { d: 7 }, undefined],
    ["null", { id: "d" }, { d: null }, undefined],
  ])("keeps %s for admission to name", (_, mapping, told, expected) => {
    expect(Object.values(map(mapping, told) as object)).toEqual(expected === undefined ? [] : [expected]);
  });
  it("stays what came where that cannot be read", () => {
    expect(map({ symbol: "ticker" }, "rubbish")).toBe("rubbish");
    expect(map({ symbol: "__proto__.x" }, {})).toEqual({});
  });
});

describe("a path", () => {
  it("goes through names and places in lists", () => {
    expect(valueAt({ a: [{ b: 1 }, { b: 2 }] }, "a.1.b")).toBe(2);
    expect(valueAt({ a: [] }, "a.0.b")).toBeUndefined();
    expect(valueAt({ a: 1 }, "a.toString")).toBeUndefined();
  });
});

describe("a mapping", () => {
  it.each([
    [{ direction: { from: "a", value: 1 } }],
    [{ confidence: { from: "a", times: 1001 } }],
    [{ producedAt: { from: "a", unit: "h" } }],
    [{ id: { join: ["a"] } }],
    [{ id: "" }],
  ])("refuses %j", (mapping) => {
    expect(mappingSchema.safeParse(mapping).success).toBe(false);
  });
});
