import { money, px, shares } from "@bowline/kernel";
import { at } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Valued } from "./exposure-table.ts";
import type { DayClose } from "./price-path.ts";
import { makeReturnsModel } from "./returns.ts";

const DAYS = 40;
const closes = (dayReturn: (day: number) => number, days = DAYS): readonly DayClose[] => {
  let price = 100;
  return Array.from({ length: days }, (_, day) => {
    price *= 1 + (day === 0 ? 0 : dayReturn(day));
    return { closeUs: at(day * 86_400), closePx: px(Math.round(price * 1e6)), volume: shares(1) };
  });
};
const wave = (day: number): number => Math.sin(day) / 100;
const model = makeReturnsModel(
  new Map([
    ["A", closes(wave)],
    ["TWIN", closes(wave)],
    ["DOUBLE", closes((day) => 2 * wave(day))],
    ["AGAINST", closes((day) => -wave(day))],
    ["APART", closes((day) => Math.cos(day) / 100)],
    ["STILL", closes(() => 0)],
    ["YOUNG", closes(wave, 20)],
  ]),
);

const correlation = (a: string, b: string): number | undefined => model.correlationsWith(a)(b);

describe("a correlation", () => {
  it("is shrunk by a tenth, and whole with itself", () => {
    expect(correlation("A", "TWIN")).toBeCloseTo(0.9, 6);
    expect(correlation("A", "AGAINST")).toBeCloseTo(-0.9, 3);
    expect(Math.abs(correlation("A", "APART") ?? 1)).toBeLessThan(0.1);
    expect(correlation("NEW", "NEW")).toBe(1);
  });
  it("is not known without twenty common days, or where nothing moves", () => {
    for (const other of ["YOUNG", "STILL", "NEW"]) expect(correlation("A", other), other).toBeUndefined();
  });
});

it("a beta is the slope on the other's returns, and one on its own", () => {
  expect(model.betasOn("NEW")("NEW")).toBe(1);
  expect(model.betasOn("A")("DOUBLE")).toBeCloseTo(2, 4);
  expect(model.betasOn("STILL")("A")).toBeUndefined();
});

describe("value at risk", () => {
  const lineOf = (symbol: string, value: number): Valued => {
    const farther = money(value);
    return { symbol, dollars: { high: farther, low: farther, farther } };
  };
  const at99 = (dollars: Record<string, number>) =>
    model.valueAtRisk(Object.entries(dollars).map(([symbol, value]) => lineOf(symbol, value)));
  it("is the larger of the worst day and the parametric one", () => {
    const returns = Array.from({ length: DAYS - 1 }, (_, index) => wave(index + 1));
    const deviation = Math.sqrt(returns.reduce((sum, value) => sum + value ** 2, 0) / returns.length);
    expect(at99({ A: 1e12 })).toBeGreaterThanOrEqual(-Math.min(...returns) * 1e12 * 0.999);
    expect(at99({ A: 1e12 })! / (2.326 * deviation * 1e12)).toBeCloseTo(1, 1);
  });
  it("grows with twins, and vanishes against what moves the other way", () => {
    const one = at99({ A: 1e12 }) ?? 0;
    expect(at99({ A: 1e12, TWIN: 1e12 })! / one).toBeCloseTo(2, 3);
    expect(at99({ A: 1e12, AGAINST: 1e12 })! / one).toBeLessThan(0.02);
    expect(at99({ A: 0 })).toBe(0);
  });
  it("adds up any number of lines as one after another would", () => {
    const returnsOf = (bars: readonly DayClose[]) =>
      bars.slice(1).map(({ closePx }, day) => Number(closePx) / Number(bars[day]?.closePx) - 1);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 11 }),
        (held) => {
          const bars = held.map((_, index) => closes((day) => Math.sin(day * (index + 1)) / 50));
          const days = new Map(bars.map((own, index) => [`S${index}`, own]));
          const lines = held.map((value, index) => lineOf(`S${index}`, value));
          const gains = Array.from({ length: DAYS - 1 }, () => 0);
          bars.forEach((own, index) =>
            returnsOf(own).forEach((move, day) => (gains[day] = (gains[day] ?? 0) + (held[index] ?? 0) * move)),
          );
          const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
          const variance = gains.reduce((sum, gain) => sum + (gain - mean) ** 2, 0) / gains.length;
          const parametric = Math.round(2.326_347_874 * Math.sqrt(variance) - mean);
          const plain = Math.max(0, Math.round(-Math.min(...gains)), parametric);
          expect(makeReturnsModel(days).valueAtRisk(lines)).toBe(plain);
        },
      ),
    );
  });
  it("counts the days alone that every symbol has", () => {
    const late = closes(wave).slice(10);
    const some = makeReturnsModel(
      new Map([
        ["A", closes((day) => (day < 10 ? -0.5 : wave(day)))],
        ["LATE", late],
      ]),
    );
    expect(some.valueAtRisk([lineOf("A", 1e9), lineOf("LATE", 1)]) ?? 1e9).toBeLessThan(0.1e9);
    expect(some.valueAtRisk([lineOf("A", 1e9)])).toBeGreaterThanOrEqual(0.5e9);
  });
  it("is not known where returns are missing", () => {
    expect(at99({ A: 1e12, NEW: 1 })).toBeUndefined();
    expect(at99({ A: 1e12, YOUNG: 1 })).toBeUndefined();
    expect(model.valueAtRisk([lineOf("A", 1e12), { symbol: "TWIN", dollars: undefined }])).toBeUndefined();
  });
});
