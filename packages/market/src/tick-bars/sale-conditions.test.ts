import { describe, expect, it } from "vitest";
import { consolidatedTape } from "./consolidated-tape.ts";
import { recordedFlags } from "./recorded-flags.ts";
import { ALL, HIGH_LOW, NOTHING, VOLUME } from "./sale-conditions.ts";

describe("the conditions of the consolidated tape", () => {
  const utp = consolidatedTape("UTP");
  it.each([
    ["", ALL],
    ["@", ALL],
    ["@F", ALL],
    ["F I", VOLUME],
    ["4", HIGH_LOW],
    ["4,W", VOLUME],
    ["T", VOLUME],
    ["M", NOTHING],
    ["I M", NOTHING],
  ])("let %j do what the strictest of them allows", (text, effect) => {
    expect(utp.saleOf(text)).toEqual({ effect, unknown: [] });
  });
  it("differ between the tapes: B is a bunched trade or an average price", () => {
    expect(utp.saleOf("B").effect).toEqual(ALL);
    expect(consolidatedTape("CTS").saleOf("B").effect).toEqual(VOLUME);
  });
  it("have one row a code on each tape", () => {
    for (const tape of ["CTS", "UTP"] as const) {
      const codes = consolidatedTape(tape).conditions.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
    }
  });
});

describe("the flags of the recorded ticks", () => {
  it.each([
    ["1", ALL, []],
    ["20000020", VOLUME, []],
    ["20002020", ALL, []],
    ["102000", ALL, []],
    ["4000000", NOTHING, []],
    ["40000001", VOLUME, ["0x40000000"]],
    ["80000000", VOLUME, ["0x80000000"]],
    ["sweep", VOLUME, ["sweep"]],
  ])("of %s", (text, effect, unknown) => {
    expect(recordedFlags.saleOf(text)).toEqual({ effect, unknown });
  });
});
