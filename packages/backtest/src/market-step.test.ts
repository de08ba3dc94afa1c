import { makeGroups } from "@bowline/config";
import { shares } from "@bowline/kernel";
import { makeQuotePacer } from "@bowline/market";
import type { SymbolStep } from "@bowline/matching";
import { at, dollars } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeMarketEvents } from "./market-step.ts";

const groups = makeGroups([["tech", ["AAPL"]]]);

const aStep = (changes: Partial<SymbolStep> = {}): SymbolStep => ({
  symbol: "AAPL",
  bidPx: dollars("99.99"),
  askPx: dollars("100.01"),
  bidQty: shares(300),
  askQty: shares(200),
  openPx: dollars("100"),
  highPx: dollars("100"),
  lowPx: dollars("100"),
  closePx: dollars("100"),
  volume: shares(100),
  wapPx: dollars("100"),
  tradeCount: 1,
  ...changes,
});
/** A day that spikes, stands still while trades print elsewhere, is crossed, and is halted. */
const STEPS: readonly SymbolStep[] = [
  aStep(),
  aStep(),
  aStep({ askPx: dollars("150") }),
  aStep(),
  ...["101", "101", "102", "102", "103", "103"].map((px) => aStep({ closePx: dollars(px) })),
  aStep({ bidPx: dollars("100.02"), volume: shares(0) }),
  aStep({ halted: true, state: { halted: 2 } }),
];

describe("quotes of a backtest", () => {
  const events = makeMarketEvents(groups);
  const quotes = STEPS.map((step, index) => events.quote(step, at(5 * index)));

  it("say what is wrong with them, as the feed's do of the same ticks", () => {
    const pacer = makeQuotePacer([{ symbol: "AAPL", group: "tech" }]);
    const fromTicks = STEPS.flatMap((step, index) => {
      const eventUs = at(5 * index);
      const tell = (field: Parameters<typeof pacer.tick>[0]["field"], value: number) =>
        pacer.tick({ symbol: "AAPL", field, value, eventUs });
      tell("BID", step.bidPx);
      tell("ASK", step.askPx);
      tell("BID_SIZE", step.bidQty);
      tell("ASK_SIZE", step.askQty);
      if (step.volume > 0) tell("LAST", step.closePx);
      tell("HALTED", step.state?.halted ?? 0);
      return pacer.take(eventUs, 0);
    });
    const judged = quotes.map(({ doubts, halt, halted }) => [doubts, halt, halted]);
    expect(judged).toEqual(fromTicks.map(({ doubts, halt, halted }) => [doubts, halt, halted]));
    expect(new Set(judged.map(([doubts]) => doubts))).toEqual(new Set([undefined, "SPIKING ASK", "FROZEN", "CROSSED"]));
  });
  it("say how the symbol is halted", () => {
    expect(quotes.at(-1)).toMatchObject({ halted: true, halt: "VOLATILITY" });
    expect(quotes[0]).toMatchObject({ halted: false, halt: "NONE" });
  });
});
