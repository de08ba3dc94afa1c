import { type Qty, shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted } from "../testing/protected.ts";

const ladder = (steps: string) => aRule({ act: `{ scaleOut: { steps: [${steps}] } }` });
const THIRDS = "{ percent: 33, r: 1 }, { percent: 33, r: 2 }, { percent: 34, r: 3 }";
const asks = (facts: Facts, steps = THIRDS) => wanted(ladder(steps), facts);

/** 100 shares at 99 with a first stop at 98, or short at 101 with 102; so many are left, and the market is so far in their favour. */
function at(gain: string, left = 100, direction: "LONG" | "SHORT" = "LONG"): Facts {
  const facts = aProtectedPosition({}, direction);
  const long = direction === "LONG";
  const px = dollars(long ? "99" : "101") + (long ? dollars(gain) : -dollars(gain));
  const quote = { bidPx: px - (long ? 0 : 10_000), askPx: px + (long ? 10_000 : 0), halted: false };
  const quantity = shares(long ? left : -left);
  return { ...facts, quote, position: { ...facts.position, quantity } } as Facts;
}

describe("each step", () => {
  test.each([
    ["1", 100, 67],
    ["1.99", 100, 67],
    ["2", 67, 34],
    ["2.5", 100, 34],
  ])("is taken once the market is so far: at %s of gain with %i left, %i are kept", (gain, left, keep) => {
    for (const direction of ["LONG", "SHORT"] as const)
      expect(asks(at(gain, left, direction))).toMatchObject({ type: "reduce", keepQty: shares(keep) });
  });

  test("the last closes what is left", () => {
    expect(asks(at("3", 34))).toMatchObject({ type: "exit" });
    expect(asks(at("9", 100))).toMatchObject({ type: "exit" });
  });

  test("is not taken twice, nor before its price", () => {
    expect(asks(at("1.5", 67))).toBe("scaleOut.taken");
    expect(asks(at("1.5", 20))).toBe("scaleOut.taken");
    expect(asks(at("0.99"))).toBe("scaleOut.step");
    expect(asks(at("-1"))).toBe("scaleOut.step");
  });

  test("may stand at a multiple of the ATR, or at a percentage of the entry", () => {
    expect(asks(at("0.4"), "{ percent: 50, atr: 2 }")).toMatchObject({ keepQty: shares(50) });
    expect(asks(at("0.39"), "{ percent: 50, atr: 2 }")).toBe("scaleOut.step");
    expect(asks(at("0.99"), "{ percent: 50, gainPercent: 1 }")).toMatchObject({ keepQty: shares(50) });
  });

  test("rounds what it closes down to whole shares", () => {
    expect(asks(at("1"), "{ percent: 33.9, r: 1 }")).toMatchObject({ keepQty: shares(67) });
    expect(asks(at("1"), "{ percent: 0.5, r: 1 }")).toBe("scaleOut.taken");
  });
});

describe("is blocked", () => {
  const { position } = aProtectedPosition();
  test.each<[string, Partial<Facts>, string]>([
    ["with a part being closed", { reducing: true }, "scaleOut.reducing"],
    ["with an entry that works", { liveEntries: 1 }, "scaleOut.entries"],
    ["with an exit under way", { exiting: true }, "scaleOut.running"],
    [
      "without a first stop",
      { position: { ...position, entryStopPx: undefined } as Facts["position"] },
      "scaleOut.entryStop",
    ],
    [
      "before the ledger told the price",
      { position: { ...position, avgPx: undefined } as Facts["position"] },
      "scaleOut.entry",
    ],
  ])("%s", (_, changes, blocker) => {
    expect(asks({ ...at("2"), ...changes })).toBe(blocker);
  });

  test("without a quote", () => {
    expect(asks({ ...at("2"), quote: undefined } as Facts)).toBe("scaleOut.quote");
  });
});

test("a file whose steps are more than the position, or say no place, is refused", () => {
  expect(() => ladder("{ percent: 60, r: 1 }, { percent: 41, r: 2 }")).toThrow("more than the whole position");
  expect(() => ladder("{ percent: 60 }")).toThrow("exactly one of r, atr, gainPercent");
});

test("over any path of prices it never closes more than there is, and never buys back", () => {
  const path = fc.array(fc.integer({ min: -300, max: 500 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(path, fc.integer({ min: 1, max: 100 }), (gains, size) => {
      let left = size;
      for (const cents of gains) {
        const facts = at(`${cents / 100}`, left);
        const plan = asks({ ...facts, position: { ...facts.position, peakQty: shares(size) } as Facts["position"] });
        const { type, keepQty } = plan as { type?: string; keepQty?: Qty };
        const next = type === "exit" ? 0 : keepQty === undefined ? left : keepQty / 1_000_000;
        expect(next >= 0 && next <= left).toBe(true);
        left = next;
        if (left === 0) return;
      }
    }),
    { numRuns: 100 },
  );
});
