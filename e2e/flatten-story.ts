import type { EventByKind } from "@bowline/contracts";
import { figure } from "@bowline/testkit";
import { expect } from "vitest";
import type { Story } from "./breaker-story.ts";
import type { LiveSystem } from "./live-system.ts";

const FLAT_WITHIN_MS = 120_000;
/** A strategy doubts prices for a while after a cut. */
const TRUSTED_WITHIN_MS = 90_000;

type Decided = EventByKind<"order.approved"> | EventByKind<"order.denied">;

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
  /** What the gate says of an entry, as soon as the strategy believes what it sees. */
  const decided = async <K extends Decided["kind"]>(kind: K, symbol: string, direction: "LONG" | "SHORT") => {
    let found: Decided | undefined;
    const ask = async () => (found = await story.decided(symbol, { direction }))?.kind;
    await expect.poll(ask, { timeout: TRUSTED_WITHIN_MS, message: symbol }).toBe(kind);
    return found as EventByKind<K>;
  };
  /** Approved and filled. */
  const enter = async (symbol: string, direction: "LONG" | "SHORT"): Promise<void> => {
    const { order } = await decided("order.approved", symbol, direction);
    await story.fillOf(order.clOrdId);
  };
  return {
    holdingsOf,
    enter,
    open: async (): Promise<void> => {
      for (const [symbol, direction] of Object.entries(held)) await enter(symbol, direction);
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
      const { reasons } = await decided("order.denied", "XOM", "LONG");
      expect(reasons.map(({ code }) => code)).toContain("TRADING_HALTED");
    },
    resume: async (): Promise<void> => {
      await story.operator("resume");
      await story.becomes("global", "ACTIVE");
    },
  };
}
export type FlattenStory = ReturnType<typeof tellFlatten>;
