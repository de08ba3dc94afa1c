import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const LIMITS = {
  duplicateOrderWindowMs: "0",
  drawdownTier1: "0.01",
  drawdownTier2: "0.02",
  drawdownTier1Size: "0.5",
  drawdownTier2Size: "0.25",
  drawdownRecovery: "0.004",
};
/** In lock-step, more than a minute each: the simulator waits for every service, and not for the test. */
const FIVE_SESSIONS = ["--speed", "8", "--sessions", "5", "--minutes", "10"];

let live: LiveSystem;
let story: Story;
const sessionsSoFar = (): readonly string[] => [
  ...new Set(
    live
      .entries()
      .flatMap(({ event }) => (event.kind === "control.clock" && event.sessionDate !== "" ? [event.sessionDate] : [])),
  ),
];
/** What the gate left of an entry of the n-th session, as a part of what was wanted. */
async function partIn(session: number, symbol: string) {
  await expect.poll(() => sessionsSoFar().length, { timeout: 180_000, interval: 50 }).toBe(session);
  await story.minuteCloses(symbol);
  const { order, wantedQty = order.orderQty } = await story.approved(symbol, { direction: "LONG" });
  expect(sessionsSoFar()).toHaveLength(session);
  const part = Number(order.orderQty) / Number(wantedQty);
  figure(`kept of an entry in session ${session}`, part, "of 1");
  return { part, fill: await story.fillOf(order.clOrdId) };
}

describe("the ladder of a drawdown, over sessions of a running system", { tags: ["all"], timeout: 600_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS, ENTERS_AND_LEAVES, {}, FIVE_SESSIONS);
    story = tellStory(live);
  }, 180_000);
  afterAll(async () => live.stop());

  it("a drawdown that has eased lets go one tier at a time, each after a full session, also where the gate died meanwhile", async () => {
    const { part, fill } = await partIn(1, "META");
    expect(part).toBe(1);
    for (const dollars of [25_000, -24_000]) {
      const at = live.entries().at(-1)?.seq ?? 0;
      await story.lose(fill, dollars);
      await story.gateKnows((await live.waitFor("order.corrected", (_, { seq }) => seq > at, 20_000)).seq);
    }
    expect((await partIn(1, "MSFT")).part).toBeCloseTo(0.25, 1);
    expect((await partIn(2, "NVDA")).part).toBeCloseTo(0.25, 1);
    await story.restartGate();
    expect((await partIn(3, "PEP")).part).toBeCloseTo(0.5, 1);
    expect((await partIn(4, "WMT")).part).toBeCloseTo(0.5, 1);
    expect((await partIn(5, "XOM")).part).toBe(1);
  });
});
