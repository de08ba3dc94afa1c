import { dollars } from "@bowline/testkit";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted, withOrder } from "../testing/protected.ts";

const trail = (params: string) => aRule({ act: `{ trail: { ${params} } }` });
const asks = (params: string, facts: Facts = aProtectedPosition()) => wanted(trail(params), facts);
const short = aProtectedPosition({}, "SHORT");
const stopPx = (price: string) => ({ type: "change", changes: [{ clOrdId: "STOP", stopPx: dollars(price) }] });
const quoteAt = (bid: string, ask: string) => ({ bidPx: dollars(bid), askPx: dollars(ask), halted: false });

describe("the distance", () => {
  test.each([
    ["amount: 0.5", "99.5", "100.5"],
    ["percent: 1.555", "98.44", "101.56"],
    ["atr: 3", "99.4", "100.6"],
    ["chandelier: 3", "99.9", "100.1"],
  ])("%s stands behind the middle of the quote, or the best price since the entry", (params, longPx, shortPx) => {
    expect(asks(params)).toMatchObject(stopPx(longPx));
    expect(asks(params, short)).toMatchObject(stopPx(shortPx));
  });

  test("each step stands in the record", () => {
    expect(trail("chandelier: 3").explain(aProtectedPosition()).sizing).toEqual([
      { key: "bestPx", value: "100.5" },
      { key: "atr", value: "0.2" },
      { key: "distance", value: "0.6" },
      { key: "level", value: "99.9" },
      { key: "stopPx", value: "99.9" },
    ]);
  });

  test("is said once", () => {
    expect(() => trail("amount: 1, atr: 1")).toThrow("exactly one of amount, percent, atr, chandelier");
  });
});

describe("the stop", () => {
  test("only goes towards the market", () => {
    expect(asks("amount: 5")).toBe("trail.nearer");
    expect(asks("amount: 5", short)).toBe("trail.nearer");
    expect(trail("amount: 5").explain(aProtectedPosition()).leaves.at(-1)).toEqual({
      name: "trail.nearer",
      value: "95",
      threshold: "> 98",
      result: "FALSE",
    });
  });

  test("is not moved for less than the least step", () => {
    const near = withOrder(aProtectedPosition(), "STOP", { stopPx: dollars("99.46") });
    expect(asks("amount: 0.5, minStepCents: 5", near)).toBe("trail.nearer");
    expect(asks("amount: 0.5, minStepCents: 4", near)).toMatchObject(stopPx("99.5"));
  });

  test("is held at the cent before a market that fell through it", () => {
    const fallen = aProtectedPosition({ quote: quoteAt("99.2", "99.25") });
    expect(asks("chandelier: 3", fallen)).toMatchObject(stopPx("99.19"));
    const risen = aProtectedPosition({ quote: quoteAt("100.555", "100.605") }, "SHORT");
    expect(asks("chandelier: 3", risen)).toMatchObject(stopPx("100.61"));
  });
});

describe("is blocked", () => {
  const { position } = aProtectedPosition();
  test.each<[string, string, Facts, string]>([
    ["without a stop that works", "amount: 1", aProtectedPosition({ working: [] }), "trail.stop"],
    ["without a quote", "chandelier: 1", aProtectedPosition({ quote: undefined }), "trail.quote"],
    ["on a cold ATR", "atr: 1", aProtectedPosition({ atr: undefined }), "trail.atr"],
    [
      "without a best price",
      "chandelier: 1",
      aProtectedPosition({ position: { ...position, highPx: undefined } as Facts["position"] }),
      "trail.best",
    ],
    ["with an exit under way", "amount: 1", aProtectedPosition({ exiting: true }), "trail.running"],
    ["with a change under way", "amount: 1", withOrder(short, "STOP", { changing: true }), "trail.change"],
  ])("%s", (_, params, facts, blocker) => {
    expect(asks(params, facts)).toBe(blocker);
  });
});

test("over any path of prices the stop never loosens and never touches the market", () => {
  const path = fc.array(fc.integer({ min: 9000, max: 11_000 }), { minLength: 1, maxLength: 30 });
  const ways = fc.constantFrom("amount: 0.3", "percent: 0.5", "atr: 2", "chandelier: 2");
  fc.assert(
    fc.property(path, ways, fc.boolean(), (cents, params, long) => {
      const held = aProtectedPosition({}, long ? "LONG" : "SHORT");
      let now = dollars(long ? "98" : "102");
      const rule = trail(params);
      for (const bid of cents) {
        const quote = quoteAt(`${bid / 100}`, `${(bid + 2) / 100}`);
        const plan = wanted(rule, withOrder({ ...held, quote }, "STOP", { stopPx: now })) as {
          changes?: readonly { stopPx: typeof quote.bidPx }[];
        };
        const next = plan.changes?.[0]?.stopPx;
        if (next === undefined) continue;
        expect(long ? next > now && next < quote.bidPx : next < now && next > quote.askPx).toBe(true);
        now = next;
      }
    }),
    { numRuns: 100 },
  );
});
