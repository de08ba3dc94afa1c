import type { EventByKind } from "@bowline/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bowline } from "./demo-process.ts";
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
const RECOVERS_WITHIN_MS = 120_000;

type Breaker = EventByKind<"risk.breaker">;
type Fill = EventByKind<"order.filled">;

let live: LiveSystem;
/** Entries before this one are of an earlier part of the story. */
let from = 0;
const begin = (): void => void (from = live.entries().at(-1)?.seq ?? 0);
const moved = (code: string, action: Breaker["action"], withinMs = 30_000) =>
  live.waitFor(
    "risk.breaker",
    (event, { seq }) => seq > from && event.code === code && event.action === action,
    withinMs,
  );
const becomes = (scope: string, state: string, withinMs = 30_000) =>
  live.waitFor(
    "risk.trading-state",
    (event, { seq }) => seq > from && event.scope === scope && event.state === state,
    withinMs,
  );
const approved = async (symbol: string) => {
  await live.push(symbol);
  const { event } = await live.waitFor(
    "order.approved",
    (e, { seq }) => seq > from && e.order.symbol === symbol,
    20_000,
  );
  return event as EventByKind<"order.approved">;
};
const denied = async (symbol: string): Promise<readonly string[]> => {
  await live.push(symbol);
  const { event } = await live.waitFor("order.denied", (e, { seq }) => seq > from && e.symbol === symbol, 20_000);
  return (event as EventByKind<"order.denied">).reasons.map(({ code }) => code);
};
const fillOf = async (symbol: string): Promise<Fill> =>
  (await live.waitFor("order.filled", (e, { seq }) => seq > from && e.symbol === symbol, 20_000)).event as Fill;
const operator = async (...args: readonly string[]): Promise<void> => {
  const { code, errors } = await bowline([...args, "--nats", live.demo.natsUrl(), "--reason", "e2e", "--by", "e2e"], {
    home: live.demo.home,
  });
  expect(code, errors).toBe(0);
};
/** The newest execution turns out to have cost so many dollars more. */
const lose = ({ side, lastQty }: Fill, dollars: number): Promise<void> => {
  const cents = Math.ceil((dollars * 100) / (Number(lastQty) / 1e6));
  return live.fault("correct-execution", { cents: side === "BUY" ? cents : -cents });
};

/** The gate has answered a clock that came after an entry. */
async function gateKnows(afterSeq: number): Promise<void> {
  const { event } = await live.waitFor("control.clock", (_, { seq }) => seq > afterSeq, 20_000);
  const { nowUs } = event as EventByKind<"control.clock">;
  await live.waitFor("control.heartbeat", (e) => e.source === "risk-gate" && e.clockUs >= nowUs, 20_000);
}

describe("breakers on one running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("[fault 50] a feed that falls silent takes its symbol to REDUCING, all of them everything, until they have spoken for a while", async () => {
    begin();
    await live.fault("stop-data", { symbols: ["BAC"] });
    await moved("STALE_DATA_BREAKER", "TRIPPED");
    await becomes("BAC", "REDUCING");
    await live.fault("stop-data");
    await becomes("global", "REDUCING");
    await live.fault("resume-data");
    await becomes("BAC", "ACTIVE", RECOVERS_WITHIN_MS);
    await becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
    expect((await moved("DATA_OUTAGE_BREAKER", "RECOVERED")).event).toMatchObject({ scope: "global" });
  });

  it("[fault 57] a storm of rejects halts its strategy until an operator resumes, and a restart of the gate changes nothing", async () => {
    begin();
    await live.fault("reject-orders", { code: 201, times: 100 });
    for (const symbol of ["CVX", "GS", "JPM"]) await approved(symbol);
    await moved("REJECT_STORM_BREAKER", "TRIPPED");
    await becomes(STRATEGY, "HALTED");
    await live.fault("clear");
    expect(await denied("KO")).toContain("TRADING_HALTED");
    const pid = live.demo.pidOf("risk-gate");
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    await expect
      .poll(() => live.demo.pidOf("risk-gate") !== pid && live.demo.pidOf("risk-gate"), { timeout: 30_000 })
      .toBeTruthy();
    expect(await denied("PEP")).toContain("TRADING_HALTED");
    await operator("resume", "--scope", STRATEGY);
    await moved("REJECT_STORM_BREAKER", "RESET");
    await becomes(STRATEGY, "ACTIVE");
    await approved("AAPL");
  });

  it("a broker that goes away takes everything to REDUCING until it has stayed for a while", async () => {
    begin();
    await live.fault("restart", { downMs: 8000 });
    expect((await moved("BROKER_OUTAGE_BREAKER", "TRIPPED")).event).toMatchObject({
      scope: "global",
      state: "REDUCING",
    });
    await moved("BROKER_OUTAGE_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
  });

  it("an order without an answer takes its symbol to REDUCING until its outcome is known", async () => {
    begin();
    await live.fault("swallow-orders", { times: 1 });
    await approved("MSFT");
    expect((await moved("ORDER_STUCK_BREAKER", "TRIPPED")).event).toMatchObject({ scope: "MSFT", state: "REDUCING" });
    await moved("ORDER_STUCK_BREAKER", "RECOVERED", 200_000);
    await becomes("MSFT", "ACTIVE");
  });

  it("an operator takes a group down and up again", async () => {
    begin();
    await operator("kill", "--scope", "group:second", "--to", "REDUCING");
    await becomes("group:second", "REDUCING");
    expect(await denied("META")).toContain("TRADING_STATE_REDUCING");
    await operator("resume", "--scope", "group:second");
    await becomes("group:second", "ACTIVE");
  });

  it("a loss makes entries smaller, a larger one leaves only exits, a larger still halts until an operator resumes", async () => {
    begin();
    await approved("NVDA");
    await lose(await fillOf("NVDA"), 2500);
    await gateKnows((await live.waitFor("order.corrected", (_, { seq }) => seq > from, 20_000)).seq);
    const cut = await approved("XOM");
    expect(Number(cut.wantedQty)).toBeGreaterThan(Number(cut.order.orderQty));
    await lose(await fillOf("XOM"), 3000);
    await moved("DAILY_LOSS_BREAKER", "TRIPPED");
    await moved("LOSS_VELOCITY_BREAKER", "TRIPPED");
    await moved("DAILY_LOSS_HALT_BREAKER", "TRIPPED");
    await becomes("global", "HALTED");
    expect(await denied("WMT")).toContain("TRADING_HALTED");
    await operator("resume");
    await moved("DAILY_LOSS_HALT_BREAKER", "RESET");
    await becomes("global", "REDUCING");
  });
});
