import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssertionError, assert, unreachable } from "./assert.ts";
import {
  absQty,
  addMoney,
  addPx,
  addQty,
  money,
  negMoney,
  negQty,
  px,
  qty,
  shares,
  subMoney,
  subQty,
  us,
} from "./brands.ts";
import { canonicalJson } from "./json.ts";
import { makePrng, prngFromState, shortId, unitOf } from "./prng.ts";
import { err, ok } from "./result.ts";
import { base32, base32Sha256, makeSha256, sha256Hex, sha256Words } from "./sha256.ts";
import { addMs, addSeconds, addUs, floorUs, isoOfUs } from "./time.ts";

describe("brands", () => {
  it("hold safe integers only, and never a negative zero", () => {
    for (const make of [px, qty, money, us]) {
      expect(make(5)).toBe(5);
      expect(Object.is(make(-0), 0)).toBe(true);
      expect(() => make(0.5)).toThrow(AssertionError);
      expect(() => make(2 ** 53)).toThrow(AssertionError);
    }
  });
  it("add and subtract", () => {
    expect([addQty(qty(1), qty(2)), subQty(qty(1), qty(2)), negQty(qty(3)), absQty(qty(-3))]).toStrictEqual([
      3, -1, -3, 3,
    ]);
    expect([
      addMoney(money(1), money(2)),
      subMoney(money(1), money(2)),
      negMoney(money(3)),
      addPx(px(1), 2),
    ]).toStrictEqual([3, -1, -3, 3]);
    expect(shares(2)).toBe(2_000_000);
    expect(() => shares(0.5)).toThrow(/whole/);
  });
});

describe("canonical JSON", () => {
  it("is the same for equal values in any key order, and is JSON", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))),
        (record) => {
          const reversed = Object.fromEntries(Object.entries(record).reverse());
          expect(canonicalJson(reversed)).toBe(canonicalJson(record));
          expect(JSON.parse(canonicalJson(record))).toEqual(record);
        },
      ),
    );
  });
  it("leaves out what is undefined and refuses what JSON cannot hold", () => {
    expect(canonicalJson({ b: [1, { d: null, c: true }], a: undefined })).toBe('{"b":[1,{"c":true,"d":null}]}');
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError);
  });
});

describe("ids", () => {
  it("are SHA-256 in base32, as RFC 4648 has it", () => {
    expect(base32(new TextEncoder().encode("foobar"), 10)).toBe("MZXW6YTBOI");
    expect(sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    const running = makeSha256();
    for (const part of ["a", "", "bc"]) running.add(part);
    expect(running.hex()).toBe(sha256Hex("abc"));
    running.add("é");
    expect(running.hex()).toBe(sha256Hex("abcé"));
    expect(base32Sha256("abc", 26)).toHaveLength(26);
    expect(shortId("a")).not.toBe(shortId("b"));
  });
});

describe("seeded numbers", () => {
  it("repeat from a seed and go on from a state", () => {
    const first = makePrng("s");
    const second = makePrng("s");
    expect([first.uint32(), first.unit(), first.normal()]).toStrictEqual([
      second.uint32(),
      second.unit(),
      second.normal(),
    ]);
    const resumed = prngFromState(first.state());
    expect(resumed.uint32()).toBe(first.uint32());
    expect(makePrng("t").uint32()).not.toBe(makePrng("s").uint32());
  });
  it("begin where the hash of the seed says", () => {
    const hex = sha256Hex("seed");
    const words = [0, 8, 16].map((at) => Number.parseInt(hex.slice(at, at + 8), 16) | 0);
    expect(sha256Words("seed", 3)).toStrictEqual(words);
  });
  it("come many at a time as they come one by one", () => {
    const first = makePrng("s");
    const second = makePrng("s");
    const many = new Float64Array(7);
    first.units(many);
    expect([...many]).toStrictEqual(Array.from({ length: 7 }, () => second.unit()));
    expect(first.state()).toStrictEqual(second.state());
  });
  it("are spread as they should be", () => {
    const prng = makePrng("spread");
    const units = Array.from({ length: 20_000 }, () => prng.unit());
    const normals = Array.from({ length: 20_000 }, () => prng.normal());
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    expect(mean(units)).toBeCloseTo(0.5, 1);
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(mean(normals.map((n) => n * n))).toBeCloseTo(1, 1);
    expect(Math.min(...units)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...units)).toBeLessThan(1);
    expect(unitOf("x")).toBe(unitOf("x"));
  });
});

describe("time and results", () => {
  it("adds, floors and shows", () => {
    const time = us(1_380_873_960_123_456);
    expect(isoOfUs(time)).toBe("2013-10-04T08:06:00.123Z");
    expect(floorUs(time, 60_000_000)).toBe(1_380_873_960_000_000);
    expect([addUs(us(1), 1), addMs(us(1), 1), addSeconds(us(1), 1)]).toStrictEqual([2, 1001, 1_000_001]);
  });
  it("tells success from failure, and a bug from both", () => {
    expect(ok(1)).toStrictEqual({ ok: true, value: 1 });
    expect(err("e")).toStrictEqual({ ok: false, error: "e" });
    expect(() => assert(false, "broken")).toThrow("broken");
    expect(() => unreachable("x" as never, "side")).toThrow(/side: unexpected "x"/);
  });
});
