import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linesOf, spendLines } from "./line-budget.ts";

const wish = (symbol: string, quotesOnly = false) => ({ symbol, quotesOnly });
const names = (wishes: readonly { readonly symbol: string }[]) => wishes.map(({ symbol }) => symbol).join("");

describe("market data lines", () => {
  it("are two for a symbol, one for its quotes alone: a hundred are fifty symbols", () => {
    const many = Array.from({ length: 60 }, (_, n) => wish(`S${n}`));
    expect(spendLines(many, 100)).toMatchObject({ used: 100, granted: { length: 50 }, refused: { length: 10 } });
    const quotes = many.map(({ symbol }) => wish(symbol, true));
    expect(spendLines(quotes, 100)).toMatchObject({ used: 60, refused: [] });
  });
  it("go to the first, and what is left over to one that it is enough for", () => {
    const plan = spendLines([wish("A"), wish("B"), wish("C"), wish("D", true)], 5);
    expect([names(plan.granted), names(plan.refused), plan.used]).toEqual(["ABD", "C", 5]);
  });
  it("are never overspent, nobody is lost, and only what did not fit is refused", () => {
    const wishes = fc.array(fc.boolean(), { maxLength: 40 }).map((all) => all.map((one, n) => wish(`S${n}`, one)));
    fc.assert(
      fc.property(wishes, fc.nat(60), (all, lines) => {
        const { granted, refused, used } = spendLines(all, lines);
        expect(used).toBe(granted.reduce((sum, one) => sum + linesOf(one), 0));
        expect(used).toBeLessThanOrEqual(lines);
        expect(granted.length + refused.length).toBe(all.length);
        for (const one of refused) expect(linesOf(one)).toBeGreaterThan(lines - used);
      }),
    );
  });
});
