import { figure } from "@bowline/testkit";
import { expect } from "vitest";
import type { Story } from "./breaker-story.ts";
import type { LiveSystem } from "./live-system.ts";

const FLAT_WITHIN_MS = 120_000;

/** What tests of flattening ask of a running system. `held`: the symbols of the test, with the side that each is entered on. */
export function tellFlatten(live: LiveSystem, story: Story, held: Readonly<Record<string, "LONG" | "SHORT">>) {
  /** What a symbol held after each of its executions, in shares; by the executions alone. */
  const holdingsOf = (symbol: string): readonly number[] => {
    let shares = 0;
    return live.entries().flatMap(({ event }) => {
      if (event.kind !== "order.filled" || event.symbol !== symbol) return [];
      shares += (event.side === "BUY" ? 1 : -1) * (Number(event.lastQty) / 1e6);
      return [shares];
    });
  };
  return {
    holdingsOf,
    open: async (): Promise<void> => {
      for (const [symbol, direction] of Object.entries(held)) await story.filled(symbol, { direction });
    },
    /** Flat in the end, never on the other side, and the scope HALTED. */
    isFlat: async (): Promise<void> => {
      const begunMs = performance.now();
      await story.becomes("global", "HALTED", FLAT_WITHIN_MS);
      figure("flat", (performance.now() - begunMs) / 1000, "s");
      for (const [symbol, direction] of Object.entries(held)) {
        const holdings = holdingsOf(symbol);
        expect([symbol, holdings.at(-1)]).toEqual([symbol, 0]);
        const sides = new Set(holdings.filter((shares) => shares !== 0).map(Math.sign));
        expect([symbol, [...sides]]).toEqual([symbol, [direction === "LONG" ? 1 : -1]]);
      }
      expect(await story.denied("XOM", { direction: "LONG" })).toContain("TRADING_HALTED");
    },
    resume: async (): Promise<void> => {
      await story.operator("resume");
      await story.becomes("global", "ACTIVE");
    },
  };
}
export type FlattenStory = ReturnType<typeof tellFlatten>;
