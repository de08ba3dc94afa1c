import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECOVERS_WITHIN_MS, type Story, tellStory } from "./breaker-story.ts";
import { notShown, tripsOf } from "./breakers-shown.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const LIMITS = {
  breakerQuietMinutes: "1",
  breakerRecovery: "0.2",
  breakerQuoteAgeMs: "6000",
  breakerSilentShare: "0.9",
  breakerSilentMs: "8000",
  breakerBrokerDownMs: "4000",
  breakerUnansweredMs: "3000",
  breakerRefusalsPerMinute: "3",
  breakerFiveMinuteLoss: "3500",
  breakerDailyLoss: "3500",
  breakerDailyLossHalt: "4500",
  drawdownTier1: "0.002",
};
const STRATEGY = "strategy:on-demand";
let live: LiveSystem;
let story: Story;

describe("breakers on one running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("[fault 50] STALE_DATA_BREAKER, DATA_OUTAGE_BREAKER: a feed that falls silent takes its symbol to REDUCING, all of them everything, until they have spoken for a while", async () => {
    story.begin();
    await live.fault("stop-data", { symbols: ["BAC"] });
    await story.moved("STALE_DATA_BREAKER", "TRIPPED");
    await story.becomes("BAC", "REDUCING");
    await live.fault("stop-data");
    await story.becomes("global", "REDUCING");
    await live.fault("resume-data");
    await story.becomes("BAC", "ACTIVE", RECOVERS_WITHIN_MS);
    await story.becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
    expect((await story.moved("DATA_OUTAGE_BREAKER", "RECOVERED")).event).toMatchObject({ scope: "global" });
  });

  it("REJECT_STORM_BREAKER: a storm of rejects halts its strategy until an operator resumes, and a restart of the gate changes nothing", async () => {
    story.begin();
    await live.fault("reject-orders", { code: 201, times: 100 });
    for (const symbol of ["CVX", "GS", "JPM"]) await story.approved(symbol);
    await story.moved("REJECT_STORM_BREAKER", "TRIPPED");
    await story.becomes(STRATEGY, "HALTED");
    await live.fault("clear");
    expect(await story.denied("KO")).toContain("TRADING_HALTED");
    await story.restartGate();
    expect(await story.denied("PEP")).toContain("TRADING_HALTED");
    await story.operator("resume", "--scope", STRATEGY);
    await story.moved("REJECT_STORM_BREAKER", "RESET");
    await story.becomes(STRATEGY, "ACTIVE");
    await story.approved("AAPL");
  });

  it("BROKER_OUTAGE_BREAKER: a broker that goes away takes everything to REDUCING until it has stayed for a while", async () => {
    story.begin();
    await live.fault("restart", { downMs: 8000 });
    expect((await story.moved("BROKER_OUTAGE_BREAKER", "TRIPPED")).event).toMatchObject({
      scope: "global",
      state: "REDUCING",
    });
    await story.moved("BROKER_OUTAGE_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await story.becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
  });

  it("ORDER_STUCK_BREAKER: an order without an answer takes its symbol to REDUCING until its outcome is known", async () => {
    story.begin();
    await live.fault("swallow-orders", { times: 1 });
    await story.approved("MSFT");
    expect((await story.moved("ORDER_STUCK_BREAKER", "TRIPPED")).event).toMatchObject({
      scope: "MSFT",
      state: "REDUCING",
    });
    await story.moved("ORDER_STUCK_BREAKER", "RECOVERED", 200_000);
    await story.becomes("MSFT", "ACTIVE");
  });

  it("an operator takes a group down and up again", async () => {
    story.begin();
    await story.operator("kill", "--scope", "group:second", "--to", "REDUCING");
    await story.becomes("group:second", "REDUCING");
    expect(await story.denied("META")).toContain("TRADING_STATE_REDUCING");
    await story.operator("resume", "--scope", "group:second");
    await story.becomes("group:second", "ACTIVE");
  });

  it("LOSS_VELOCITY_BREAKER, DAILY_LOSS_BREAKER, DAILY_LOSS_HALT_BREAKER: a loss makes entries smaller, a larger one leaves only exits, a larger still halts until an operator resumes, and it ends when the loss has shrunk", async () => {
    story.begin();
    const nvda = await story.filled("NVDA");
    await story.lose(nvda, 2500);
    await story.gateKnows(
      (await live.waitFor("order.corrected", ({ clOrdId }) => clOrdId === nvda.clOrdId, 20_000)).seq,
    );
    const cut = await story.approved("XOM");
    expect(Number(cut.wantedQty)).toBeGreaterThan(Number(cut.order.orderQty));
    const xom = await story.fillOf(cut.order.clOrdId);
    await story.lose(xom, 3000);
    await story.moved("DAILY_LOSS_BREAKER", "TRIPPED");
    await story.moved("LOSS_VELOCITY_BREAKER", "TRIPPED");
    await story.moved("DAILY_LOSS_HALT_BREAKER", "TRIPPED");
    await story.becomes("global", "HALTED");
    expect(await story.denied("WMT")).toContain("TRADING_HALTED");
    await story.operator("resume");
    await story.moved("DAILY_LOSS_HALT_BREAKER", "RESET");
    await story.becomes("global", "REDUCING");
    await story.lose(xom, -4000);
    await story.moved("DAILY_LOSS_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await story.moved("LOSS_VELOCITY_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
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
