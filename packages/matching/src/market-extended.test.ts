import { us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeSyntheticMarket, type Market, type SymbolStep } from "./index.ts";
import { makeExtendedMarket } from "./market-extended.ts";
import type { MarketTraits } from "./market-traits.ts";

const GROUPS = { banks: ["BAC", "JPM"], tech: ["AAPL"] };
const open = (traits: MarketTraits, sessions = 1, seed = 3): Market =>
  makeExtendedMarket({ seed, sessions, groups: GROUPS, traits });
const plain = makeSyntheticMarket({ seed: 3, sessions: 1, groups: GROUPS });

/** All steps of one symbol in a session. */
const stepsOf = (market: Market, symbol: string, session = 0): readonly SymbolStep[] => {
  const at = market.symbols.indexOf(symbol);
  const count = market.sessions()[session]?.steps ?? 0;
  return Array.from({ length: count }, (_, index) => market.step(session, index)[at]!);
};
const volumeOf = (steps: readonly SymbolStep[]) => steps.reduce((sum, { volume }) => sum + volume, 0);
const bare = ({ state: _state, ...step }: SymbolStep) => step;

const isSound = (step: SymbolStep) =>
  step.bidPx < step.askPx &&
  step.lowPx <= Math.min(step.openPx, step.closePx) &&
  step.highPx >= Math.max(step.openPx, step.closePx) &&
  [step.bidPx, step.askPx, step.openPx, step.highPx, step.lowPx, step.closePx].every(
    (px) => px > 0 && px % 10_000 === 0,
  ) &&
  (step.volume > 0 || step.highPx === step.lowPx) &&
  (step.halted === true) === (step.state?.halted !== 0) &&
  (step.halted !== true || step.volume === 0);

describe("a market with traits", () => {
  it("is the plain market to the byte where it has none, or none that does anything", () => {
    const [none, idle] = [open({}), open({ events: [] })];
    for (const index of [0, 1, 777, 4679]) {
      expect(none.step(0, index)).toEqual(plain.step(0, index));
      expect(idle.step(0, index).map(bare)).toEqual(plain.step(0, index));
    }
    const { closeUs } = plain.sessions()[0]!;
    expect(idle.history("JPM", closeUs, 500)).toEqual(plain.history("JPM", closeUs, 500));
  });

  it("plays any session without the ones before it, and refuses one that it has not", () => {
    const traits = {
      gaps: { volatility: 0.02 },
      news: { perDay: 2, size: 0.05, haltRatio: 0.5, haltMinutes: 10 },
      luld: { tier1: [] },
    };
    const straight = open(traits, 3);
    for (const session of [0, 1, 2]) straight.step(session, 0);
    expect(open(traits, 3).step(2, 99)).toEqual(straight.step(2, 99));
    expect(() => straight.step(3, 0)).toThrow("no session 3 of 3");
    expect(straight.history("NONE", us(0), 5)).toEqual([]);
  });

  it("gives sound steps whatever traits it has", { timeout: 60_000 }, () => {
    const anyTraits = fc.record({
      sectors: fc.constantFrom(undefined, { money: { members: ["banks", "AAPL"], dayVolatility: 0.02 } }),
      gaps: fc.constantFrom(undefined, { volatility: 0.1 }),
      news: fc.constantFrom(undefined, { perDay: 6, size: 0.1, haltRatio: 0.3, haltMinutes: 8 }),
      luld: fc.constantFrom(undefined, { tier1: ["BAC"] }),
      auctions: fc.constantFrom(undefined, { openRatio: 0.02, closeRatio: 0.08 }),
      thin: fc.constantFrom(undefined, { symbols: ["JPM"] }),
      shortSaleRule: fc.boolean(),
    });
    fc.assert(
      fc.property(anyTraits, fc.nat(100), (traits, seed) => {
        const market = open(traits, 1, seed);
        for (const symbol of market.symbols)
          for (const step of stepsOf(market, symbol)) expect(isSound(step)).toBe(true);
      }),
      { numRuns: 12 },
    );
  });

  it("lets symbols of a sector move together", () => {
    const market = open({ sectors: { all: { members: ["banks", "AAPL"], dayVolatility: 0.5 } } });
    const moves = market.symbols.map((symbol) => {
      const steps = stepsOf(market, symbol);
      return Math.log((steps.at(-1)?.closePx ?? 1) / (steps[0]?.openPx ?? 1));
    });
    const own = plain.symbols.map((symbol) => {
      const steps = stepsOf(plain, symbol);
      return Math.log((steps.at(-1)?.closePx ?? 1) / (steps[0]?.openPx ?? 1));
    });
    const shared = moves.map((move, at) => move - (own[at] ?? 0));
    for (const move of shared) expect(move).toBeCloseTo(shared[0] ?? 0, 2);
    expect(Math.abs(shared[0] ?? 0)).toBeGreaterThan(0.02);
  });

  it("opens away from the last close where it gaps", () => {
    const gapOf = (market: Market) =>
      Math.abs((market.step(1, 0)[0]?.openPx ?? 0) / (market.step(0, 4679)[0]?.closePx ?? 1) - 1);
    expect(gapOf(open({ gaps: { volatility: 0.3 } }, 2))).toBeGreaterThan(
      5 * gapOf(open({ gaps: { volatility: 0 } }, 2)),
    );
  });

  it("jumps on a scripted event, with a rush of volume", () => {
    const steps = stepsOf(open({ events: [{ symbol: "AAPL", session: 0, minute: 60, jump: 0.1 }] }), "AAPL");
    const [before, after] = [steps[719], steps[720]];
    expect((after?.bidPx ?? 0) / (before?.bidPx ?? 1)).toBeCloseTo(1.1, 2);
    const same = stepsOf(plain, "AAPL").slice(720, 760);
    expect(volumeOf(steps.slice(720, 760))).toBeGreaterThan(3 * volumeOf(same));
  });

  it("halts for news, keeps price and quote, and reopens with an auction at the new price", () => {
    const events = [{ symbol: "AAPL", session: 0, minute: 60, jump: -0.2, haltMinutes: 10 }];
    const steps = stepsOf(open({ events }), "AAPL");
    const halted = steps.slice(720, 840);
    expect(halted.every(({ halted: isHalted, state, volume }) => isHalted && state?.halted === 1 && volume === 0)).toBe(
      true,
    );
    expect(new Set(halted.map(({ closePx, bidPx }) => `${closePx} ${bidPx}`)).size).toBe(1);
    expect(halted[0]?.closePx).toBe(steps[719]?.closePx);
    expect(steps[840]).toMatchObject({ state: { halted: 0, auction: "REOPEN", auctionPx: steps[840]?.openPx } });
    expect((steps[840]?.openPx ?? 0) / (halted[0]?.closePx ?? 1)).toBeCloseTo(0.8, 1);
    expect(steps[841]?.state?.auction).toBeUndefined();
  });

  it("draws news and halts by chance, about as often as it is told", () => {
    const market = open({ news: { perDay: 3, size: 0.01, haltRatio: 1, haltMinutes: 2 } }, 8);
    let reopenings = 0;
    for (let session = 0; session < 8; session++)
      for (const symbol of market.symbols)
        reopenings += stepsOf(market, symbol, session).filter(({ state }) => state?.auction === "REOPEN").length;
    expect(reopenings).toBeGreaterThan(40);
    expect(reopenings).toBeLessThan(105);
  });

  it("stands at the limit for 15 seconds, pauses for five minutes, and goes on from there", () => {
    const events = [{ symbol: "AAPL", session: 0, minute: 60, jump: 0.08 }];
    const steps = stepsOf(open({ events, luld: { tier1: ["AAPL"] } }), "AAPL");
    expect(steps.slice(720, 723).map(({ state }) => [state?.halted, state?.isLimitState])).toEqual(
      Array.from({ length: 3 }, () => [0, true]),
    );
    expect(steps[720]?.bidPx).toBe(steps[720]?.state?.bandHighPx);
    expect(steps.slice(723, 783).every(({ state }) => state?.halted === 2)).toBe(true);
    expect(steps[783]?.state).toMatchObject({ halted: 0, auction: "REOPEN" });
    for (const { state, lowPx, highPx, volume } of steps) {
      if (volume === 0 || state?.bandLowPx === undefined || state.bandHighPx === undefined) continue;
      expect(lowPx >= state.bandLowPx && highPx <= state.bandHighPx).toBe(true);
    }
    const down = stepsOf(open({ events: [{ ...events[0]!, jump: -0.08 }], luld: { tier1: ["AAPL"] } }), "AAPL");
    expect(down[720]?.askPx).toBe(down[720]?.state?.bandLowPx);
  });

  it("opens and closes with an auction, and tells what it lacks before the close", () => {
    const steps = stepsOf(open({ auctions: { openRatio: 0.02, closeRatio: 0.08 } }), "AAPL");
    const same = stepsOf(plain, "AAPL");
    const [first, last] = [steps[0], steps.at(-1)];
    expect(first?.state).toMatchObject({ auction: "OPEN", auctionPx: same[0]?.openPx });
    expect(last?.state).toMatchObject({ auction: "CLOSE", auctionPx: last?.closePx });
    expect(last?.state?.auctionQty).toBeGreaterThan(0.9 * (last?.volume ?? 0));
    expect(last?.volume).toBeGreaterThan(20 * (same.at(-1)?.volume ?? 0));
    expect(steps[4559]?.state?.imbalanceQty).toBeUndefined();
    const told = steps.slice(4560, 4679).map(({ state }) => state?.imbalanceQty);
    expect(told.every((size) => size !== undefined)).toBe(true);
    expect(new Set(told).size).toBeGreaterThan(10);
  });

  it("opens with a print at the bid where nothing else trades", () => {
    const market = open({ thin: { symbols: ["AAPL"] }, auctions: { openRatio: 0.02, closeRatio: 0.08 } }, 1, 5);
    for (const symbol of market.symbols)
      expect(market.step(0, 0)[market.symbols.indexOf(symbol)]?.volume).toBeGreaterThan(0);
  });

  it("makes thin names: minutes without a trade, wide and small quotes", () => {
    const market = open({ thin: { symbols: ["AAPL"] } });
    const steps = stepsOf(market, "AAPL");
    const same = stepsOf(plain, "AAPL");
    const { closeUs } = market.sessions()[0]!;
    expect(
      market.history("AAPL", closeUs, 390).filter((bar) => bar.closeUs > closeUs - 390 * 60_000_000).length,
    ).toBeLessThan(385);
    const spread = (list: readonly SymbolStep[]) => list.reduce((sum, one) => sum + one.askPx - one.bidPx, 0);
    expect(spread(steps)).toBeGreaterThan(4 * spread(same));
    expect(Math.max(...steps.map(({ bidQty }) => bidQty))).toBeLessThan(Math.max(...same.map(({ bidQty }) => bidQty)));
    expect(stepsOf(market, "JPM").map(bare)).toEqual(stepsOf(plain, "JPM"));
  });

  it("restricts short sales after a fall of ten percent, for that day and the next", () => {
    const events = [{ symbol: "AAPL", session: 1, minute: 60, jump: -0.15 }];
    const market = open({ events, shortSaleRule: true }, 4);
    const restricted = [0, 1, 2, 3].map(
      (session) => stepsOf(market, "AAPL", session).filter(({ state }) => state?.isShortRestricted === true).length,
    );
    expect(restricted).toEqual([0, 4680 - 720, 4680, 0]);
  });

  it("plays from 04:00 to 20:00 where it is asked to, thin outside regular hours", () => {
    const market = open({ extendedHours: { volumeRatio: 0.04 }, auctions: { openRatio: 0.02, closeRatio: 0.08 } }, 2);
    const [session] = market.sessions();
    const regular = plain.sessions()[0]!;
    expect([session?.openUs, session?.closeUs]).toEqual([
      regular.openUs - 330 * 60_000_000,
      regular.closeUs + 240 * 60_000_000,
    ]);
    expect(session?.steps).toBe(11_520);
    const steps = stepsOf(market, "AAPL");
    expect(steps.every(isSound)).toBe(true);
    expect([steps[0], steps[3959], steps[3960], steps[8639], steps[8640]].map((step) => step?.state?.hours)).toEqual([
      "PRE",
      "PRE",
      undefined,
      undefined,
      "POST",
    ]);
    expect(steps[3960]?.state?.auction).toBe("OPEN");
    const [pre, core] = [volumeOf(steps.slice(0, 3960)), volumeOf(steps.slice(3960, 8640))];
    expect(pre).toBeGreaterThan(0);
    expect(pre).toBeLessThan(core / 10);
    expect(market.history("AAPL", session!.closeUs, 1000).length).toBeGreaterThan(450);
  });

  it("keeps a symbol in one group", () => {
    expect(() =>
      makeExtendedMarket({ seed: 1, sessions: 1, groups: { a: ["X"], b: ["X"] }, traits: { gaps: { volatility: 0 } } }),
    ).toThrow("each in one group");
  });
});
