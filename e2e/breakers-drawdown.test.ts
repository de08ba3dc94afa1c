import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Fill, RECOVERS_WITHIN_MS, type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { notShown, tripsOf } from "./breakers-shown.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const LIMITS = {
  duplicateOrderWindowMs: "0",
  breakerWeeklyLoss: "6000",
  breakerMonthlyLoss: "7000",
  drawdownTier1: "0.002",
  drawdownTier2: "0.004",
  drawdownTier3: "0.008",
};

let live: LiveSystem;
let story: Story;
/** What the gate left of an order that a tier cut, as a part of what was wanted. */
const partOf = async (symbol: string): Promise<{ readonly part: number; readonly fill: Fill }> => {
  const { order, wantedQty = order.orderQty } = await story.approved(symbol, { direction: "LONG" });
  return { part: Number(order.orderQty) / Number(wantedQty), fill: await story.fillOf(order.clOrdId) };
};
/** The newest fill loses so much, and the gate has it in its books. */
async function lose(fill: Fill, dollars: number): Promise<void> {
  const at = live.entries().at(-1)?.seq ?? 0;
  await story.lose(fill, dollars);
  await story.gateKnows((await live.waitFor("order.corrected", (_, { seq }) => seq > at, 20_000)).seq);
}

describe("breakers of a drawdown, on a running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS, ENTERS_AND_LEAVES);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("DRAWDOWN_BREAKER, WEEKLY_LOSS_BREAKER, MONTHLY_LOSS_BREAKER: tiers 1 and 2 cut entries, tier 3 halts; a restart of the gate keeps the tier; an operator resumes into tier 2", async () => {
    story.begin();
    const whole = await partOf("META");
    expect(whole.part).toBe(1);
    await lose(whole.fill, 2500);
    const first = await partOf("MSFT");
    expect(first.part).toBeLessThan(1);
    await lose(first.fill, 2000);
    const second = await partOf("NVDA");
    expect(second.part).toBeLessThan(first.part);
    await story.restartGate();
    const restarted = await partOf("PEP");
    expect(restarted.part).toBeCloseTo(second.part, 1);
    await lose(restarted.fill, 5000);
    for (const code of ["DRAWDOWN_BREAKER", "WEEKLY_LOSS_BREAKER", "MONTHLY_LOSS_BREAKER"])
      await story.fires(code, "global", "HALTED");
    expect(await story.denied("WMT", { direction: "LONG" })).toContain("TRADING_HALTED");
    await story.operator("resume");
    for (const code of ["DRAWDOWN_BREAKER", "WEEKLY_LOSS_BREAKER", "MONTHLY_LOSS_BREAKER"])
      await story.moved(code, "RESET", RECOVERS_WITHIN_MS);
    await story.becomes("global", "ACTIVE");
    expect((await partOf("XOM")).part).toBeCloseTo(second.part, 1);
  });

  it("every breaker that is named here fired, and came back", () => {
    expect(notShown(live, import.meta.filename)).toEqual([]);
  });

  it("a gate that reads the journal anew trips at the same entries", () => {
    const { before, again } = tripsOf(live);
    expect(again).toEqual(before);
  });
});
