import { money, px } from "@bowline/kernel";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sizing, SizingFacts } from "../define-sizing.ts";
import { SIZINGS } from "./index.ts";

const MICRO = 1_000_000n;
type Params = Readonly<Record<string, number>> & {
  readonly confidence?: { readonly none: number; readonly full: number };
};
/** A number that need not be whole: above ÷ below. */
type Ratio = readonly [above: bigint, below: bigint];
/** What a share costs or risks, and what there is for it, both exact. */
type Budget = { readonly perShare: bigint; readonly most: Ratio };

const big = (value: number | undefined): bigint => BigInt(value ?? 0);
const times = ([a, b]: Ratio, [c, d]: Ratio): Ratio => [a * c, b * d];
/** Beyond a billion an account is sized as if it were no larger. */
const equityOf = ({ equity }: SizingFacts): Ratio => [big(Math.min(equity, 1e15)), 1n];
const part = (ratio: number | undefined): Ratio => [big(ratio), MICRO];

function factorOf({ confidence: scale }: Params, { confidence }: SizingFacts): Ratio {
  if (scale === undefined) return [1n, 1n];
  if (confidence === undefined || confidence <= scale.none) return [0n, 1n];
  return confidence >= scale.full ? [1n, 1n] : [big(confidence - scale.none), big(scale.full - scale.none)];
}

/** Kelly's share of the equity, p − (1 − p) ÷ b, of which a fraction is risked: not below nothing. */
function kellyOf(params: Params, { confidence, riskPerShare, rewardPerShare }: SizingFacts): Ratio {
  const [p, risk, reward] = [big(confidence), big(riskPerShare), big(rewardPerShare)];
  const above = p * reward - (MICRO - p) * risk;
  return above <= 0n ? [0n, 1n] : times(part(params["fraction"]), [above, reward * MICRO]);
}

/** The plain arithmetic of each way to size, over whole numbers without an end. */
const BUDGETS: Readonly<Record<string, (params: Params, facts: SizingFacts) => readonly Budget[]>> = {
  equityPercent: (params, facts) => [
    {
      perShare: big(facts.worstPx),
      most: times(times(equityOf(facts), part(params["percent"])), factorOf(params, facts)),
    },
  ],
  kelly: (params, facts) => [
    { perShare: big(facts.riskPerShare), most: times(equityOf(facts), kellyOf(params, facts)) },
    { perShare: big(facts.riskPerShare), most: times(equityOf(facts), part(params["maxEquityPercent"])) },
  ],
  notional: (params, facts) => [
    { perShare: big(facts.worstPx), most: times([big(params["dollars"]), 1n], factorOf(params, facts)) },
  ],
  quantity: (params, facts) => [{ perShare: 1n, most: times([big(params["shares"]), 1n], factorOf(params, facts)) }],
  riskPerTrade: (params, facts) => [
    {
      perShare: big(facts.riskPerShare),
      most: times(times(equityOf(facts), part(params["equityPercent"])), factorOf(params, facts)),
    },
  ],
  volatilityTarget: (params, facts) => [
    {
      perShare: big(Math.ceil((facts.atr ?? 1e13) * (params["atrMultiple"] ?? 0))),
      most: times(times(equityOf(facts), part(params["equityPercent"])), factorOf(params, facts)),
    },
  ],
};

/** Caps of the order's value, where the file has them. */
const capsOf = (params: Params, facts: SizingFacts): readonly Budget[] => [
  ...(params["maxNotional"] === undefined
    ? []
    : [{ perShare: big(facts.worstPx), most: [big(params["maxNotional"]), 1n] as const }]),
  ...(params["maxNotionalPercent"] === undefined
    ? []
    : [{ perShare: big(facts.worstPx), most: times(equityOf(facts), part(params["maxNotionalPercent"])) }]),
];

const anyPercent = (most: number) => fc.integer({ min: 1, max: most * 10_000 }).map((count) => count / 10_000);
const anyHundredth = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((count) => count / 100);
const anyPx = fc
  .oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 10_000, max: 1e13 }))
  .map((value) => px(value));
const anyScale = fc.constantFrom({ none: 0.2, full: 0.8 }, { none: 0.333333, full: 0.999999 });
const caps = { maxNotionalPercent: anyPercent(400), maxNotional: anyHundredth(1_000_000) };
const withScale = <T extends object>(fields: T) => ({ ...fields, confidence: anyScale });

/** Parameters as a file writes them; each field that is not `required` may be left out. */
const PARAMS: Readonly<Record<string, fc.Arbitrary<object>>> = {
  equityPercent: fc.record(withScale({ percent: anyPercent(400), maxNotional: caps.maxNotional }), {
    requiredKeys: ["percent"],
  }),
  kelly: fc.record({ fraction: anyHundredth(1), maxEquityPercent: anyPercent(10), ...caps }),
  notional: fc.record(withScale({ dollars: anyHundredth(10_000_000), maxNotionalPercent: caps.maxNotionalPercent }), {
    requiredKeys: ["dollars"],
  }),
  quantity: fc.record(withScale({ shares: fc.integer({ min: 1, max: 1_000_000 }), ...caps }), {
    requiredKeys: ["shares"],
  }),
  riskPerTrade: fc.record(withScale({ equityPercent: anyPercent(10), ...caps }), {
    requiredKeys: ["equityPercent", "maxNotionalPercent", "maxNotional"],
  }),
  volatilityTarget: fc.record(
    withScale({ equityPercent: anyPercent(10), atrMultiple: fc.double({ min: 0.1, max: 100, noNaN: true }), ...caps }),
    { requiredKeys: ["equityPercent", "atrMultiple", "maxNotionalPercent", "maxNotional"] },
  ),
};

const anyFacts: fc.Arbitrary<SizingFacts> = fc.record({
  equity: fc.integer({ min: -1e9, max: 9e15 }).map((value) => money(value)),
  confidence: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: undefined }),
  worstPx: anyPx,
  riskPerShare: anyPx,
  rewardPerShare: anyPx,
  atr: fc.option(fc.double({ min: 1, max: 1e9, noNaN: true }), { nil: undefined }),
});

test("every way to size has its arithmetic here", () => {
  const names = SIZINGS.map(({ name }) => name);
  expect([Object.keys(BUDGETS), Object.keys(PARAMS)]).toEqual([names, names]);
});

test.each(SIZINGS.map((sizing) => [sizing.name, sizing] as const))(
  "%s gives whole shares, never above its budget nor a cap by a millionth, and not far below them",
  (name, { schema, size }: Sizing) => {
    let some = 0;
    fc.assert(
      fc.property(PARAMS[name]!, anyFacts, (written, facts) => {
        const params = schema.parse(written) as Params;
        const { orderQty, steps } = size(params, facts);
        const [count, rest] = [big(orderQty) / MICRO, big(orderQty) % MICRO];
        expect(rest).toBe(0n);
        expect(steps.at(-1)).toEqual({ key: "shares", value: String(count) });
        const budgets = [...BUDGETS[name]!(params, facts), ...capsOf(params, facts)];
        for (const { perShare, most } of budgets) {
          const [above, below] = most;
          // An account in debt has no budget, not one below nothing.
          expect(count === 0n || count * perShare * below <= above).toBe(true);
        }
        if (count > 0n) some += 1;
        const fits = budgets.every(({ perShare, most: [above, below] }) => {
          // What roundings on the way may take: a millionth of the equity in each of three ratios, and a share.
          const slack = 3n * (name === "quantity" ? 1n : big(1e9)) + 3n;
          return (count + 2n) * perShare * below + slack * below < above;
        });
        expect(fits && count < 1_000_000_000n).toBe(false);
      }),
      { numRuns: 500, seed: 6 },
    );
    expect(some).toBeGreaterThan(50);
  },
);
