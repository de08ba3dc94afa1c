import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { notShown, tripsOf } from "./breakers-shown.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const SCOPE = "strategy:on-demand";
const FIVE = ["AAPL", "AMD", "AMZN", "BAC", "C"] as const;
const OTHER_FIVE = ["COP", "CVX", "GS", "JPM", "KO"] as const;

const LIMITS = {
  duplicateOrderWindowMs: "0",
  maxRefusalsPerMinute: "1000",
  breakerSlippage: "0.01",
  breakerMarkout: "0.02",
  breakerModelJudged: "5",
  breakerModelBrier: "0.6",
  breakerModelMisses: "0.8",
  breakerDecisionsPerMinute: "80",
  breakerMessagesPerFill: "3",
  breakerFreeMessages: "30",
};
/** After so long a price that jumped is the usual one: until then rules doubt it. */
const SETTLED_MS = 8000;

let live: LiveSystem;
let story: Story;
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const distort = (symbols: readonly string[], percent: number): Promise<void> =>
  live.fault("distort-data", { symbols, how: "moved", percent });
describe("breakers of trading, on one running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS, ENTERS_AND_LEAVES);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("MARKOUT_BREAKER, MODEL_DRIFT_BREAKER: a market that leaves the fills, and a model that is sure of what does not come, leave only exits until that ends", async () => {
    story.begin();
    await story.minuteCloses("COP");
    for (const symbol of OTHER_FIVE) await story.filled(symbol, { direction: "LONG", horizonSeconds: 60 });
    await distort(OTHER_FIVE, -3);
    await story.fires("MODEL_DRIFT_BREAKER", SCOPE, "REDUCING", 150_000);
    await story.moved("MARKOUT_BREAKER", "TRIPPED", 90_000);
    expect(await story.denied("META", { direction: "LONG" })).toContain("TRADING_STATE_REDUCING");
    for (const symbol of OTHER_FIVE) await live.push(symbol, { direction: "LONG", horizonSeconds: 30 });
    await live.fault("restore-data");
    await story.moved("MODEL_DRIFT_BREAKER", "RECOVERED", 150_000);
    for (const symbol of OTHER_FIVE) {
      await live.push(symbol, { direction: "SHORT", horizonSeconds: 3600 });
      await live.waitFor("position.closed", (e) => e.symbol === symbol, 20_000);
    }
    await story.moved("MARKOUT_BREAKER", "RECOVERED", 150_000);
  });

  it("SLIPPAGE_BREAKER: fills far from their approvals leave only exits, and good ones end it", async () => {
    story.begin();
    await distort(FIVE, -4);
    await after(SETTLED_MS);
    for (const symbol of FIVE) await story.filled(symbol, { direction: "LONG" });
    await story.fires("SLIPPAGE_BREAKER", SCOPE, "REDUCING");
    expect(await story.denied("META", { direction: "LONG" })).toContain("TRADING_STATE_REDUCING");
    for (const symbol of FIVE) {
      await live.push(symbol, { direction: "SHORT" });
      await live.waitFor("position.closed", (e) => e.symbol === symbol, 20_000);
    }
    await story.moved("SLIPPAGE_BREAKER", "RECOVERED");
    await live.fault("restore-data");
    await story.becomes(SCOPE, "ACTIVE");
  });

  it("MESSAGE_RATIO_BREAKER, ORDER_RUNAWAY_BREAKER: orders without fills leave only exits, too many of them halt everything until an operator resumes", async () => {
    story.begin();
    await live.fault("reject-orders", { code: 201, times: 1000 });
    const tripped = (code: string): boolean =>
      live.entries().some(({ event }) => event.kind === "risk.breaker" && event.code === code);
    const symbols = [...FIVE, ...OTHER_FIVE, "META", "MSFT", "NVDA", "PEP", "WMT"];
    for (let round = 0; round < 20 && !(tripped("MESSAGE_RATIO_BREAKER") && tripped("ORDER_RUNAWAY_BREAKER")); round++)
      for (const symbol of symbols) await live.push(symbol, { direction: "LONG", horizonSeconds: 3600 });
    await story.moved("MESSAGE_RATIO_BREAKER", "TRIPPED");
    await story.fires("ORDER_RUNAWAY_BREAKER", "global", "HALTED");
    await live.fault("clear");
    // Not one of them: what was approved of theirs and never sent has to lapse before their strategy asks again.
    expect(await story.denied("XOM", { direction: "LONG" })).toContain("TRADING_HALTED");
    await story.operator("resume");
    for (const code of ["MESSAGE_RATIO_BREAKER", "ORDER_RUNAWAY_BREAKER"]) await story.moved(code, "RESET");
    await story.becomes("global", "ACTIVE");
  });

  it("every breaker that is named here fired, and came back", () => {
    expect(notShown(live, import.meta.filename)).toEqual([]);
  });

  it("a gate that reads the journal anew trips at the same entries", () => {
    const { before, again } = tripsOf(live);
    expect(again).toEqual(before);
  });
});
