import { type ChildProcess, spawn } from "node:child_process";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { environmentOf, RECOVERS_WITHIN_MS, type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { ROOT } from "./demo-process.ts";
import { notShown, tripsOf } from "./breakers-shown.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const LIMITS = {
  duplicateOrderWindowMs: "0",
  breakerQuietMinutes: "1",
  breakerRecovery: "0.2",
  breakerFiveMinuteMove: "0.04",
  breakerSpread: "0.03",
  breakerMinuteSigmas: "12",
  breakerHalt: "enforced",
  breakerIndexDrop: "{ PEP: 0.05 }",
  breakerIndexCrash: "{ PEP: 0.08 }",
  breakerHeartbeatAgeMs: "5000",
  breakerVersions: "enforced",
  breakerEquityGap: "0.02",
  breakerCashGap: "20000",
  breakerPnlGap: "0.02",
  breakerDiffersMs: "3000",
  breakerNakedPosition: "enforced",
  breakerFillSlip: "0.025",
  breakerLossStreak: "3",
};
const STRATEGY = "strategy:on-demand";
/** After so long a price that jumped is the usual one: until then rules doubt it. */
const SETTLED_MS = 8000;

let live: LiveSystem;
let story: Story;
const distort = (symbol: string, how: string, percent?: number): Promise<void> =>
  live.fault("distort-data", { symbols: [symbol], how, ...(percent === undefined ? {} : { percent }) });
const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const nowMs = (): number => performance.now();
/** Cancels the newest orders of a symbol at the broker, its stop among them. */
async function cancelProtection(symbol: string): Promise<void> {
  await live.fault("cancel-order", { symbol });
  await live.fault("cancel-order", { symbol }).catch(() => undefined);
}

describe("breakers of the market and of the books, on one running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS, ENTERS_AND_LEAVES);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 360_000);
  afterAll(async () => live.stop());

  it("[fault 51] PRICE_MOVE_BREAKER, SPREAD_BREAKER, VOLATILITY_BREAKER, HALT_BREAKER: a symbol that runs, has no market, jumps or is halted takes no entries until it is calm", async () => {
    story.begin();
    await story.minuteCloses("CVX");
    await distort("GS", "moved", 6);
    await distort("C", "wide", 3);
    await distort("KO", "halted");
    await story.fires("PRICE_MOVE_BREAKER", "GS", "REDUCING");
    await story.fires("SPREAD_BREAKER", "C", "REDUCING");
    await story.fires("HALT_BREAKER", "KO", "REDUCING");
    await after(SETTLED_MS);
    expect(await story.denied("C")).toContain("TRADING_STATE_REDUCING");
    await live.fault("restore-data");
    await after(SETTLED_MS);
    expect(await story.denied("GS")).toContain("TRADING_STATE_REDUCING");
    expect(await story.denied("KO")).toEqual(expect.arrayContaining(["TRADING_STATE_REDUCING", "SYMBOL_HALTED"]));
    await distort("CVX", "moved", 3);
    await story.fires("VOLATILITY_BREAKER", "CVX", "REDUCING", 90_000);
    await after(SETTLED_MS);
    expect(await story.denied("CVX")).toContain("TRADING_STATE_REDUCING");
    for (const symbol of ["GS", "C", "KO", "CVX"]) await story.becomes(symbol, "ACTIVE", 300_000);
    await live.fault("restore-data");
  });

  it("MARKET_STRESS_BREAKER, HEARTBEAT_BREAKER, EQUITY_GAP_BREAKER, CASH_GAP_BREAKER: each takes everything to REDUCING, and lets it go", async () => {
    story.begin();
    await distort("PEP", "moved", -6);
    await story.fires("MARKET_STRESS_BREAKER", "global", "REDUCING");
    expect(await story.denied("AAPL")).toContain("TRADING_STATE_REDUCING");
    await live.fault("restore-data");
    const thaw = live.freeze("portfolio");
    await story.moved("HEARTBEAT_BREAKER", "TRIPPED", 150_000);
    thaw();
    await live.fault("book-cash", { dollars: 30_000 });
    await story.moved("EQUITY_GAP_BREAKER", "TRIPPED");
    await live.fault("book-cash", { dollars: 1 });
    await story.moved("CASH_GAP_BREAKER", "TRIPPED");
    await live.fault("book-cash", { dollars: -30_001 });
    for (const code of ["MARKET_STRESS_BREAKER", "HEARTBEAT_BREAKER", "EQUITY_GAP_BREAKER", "CASH_GAP_BREAKER"])
      await story.moved(code, "RECOVERED", RECOVERS_WITHIN_MS);
    await story.becomes("global", "ACTIVE");
    await story.approved("AAPL");
  });

  it("PNL_GAP_BREAKER: a P&L of TWS that parts from ours takes everything to REDUCING, also where something is held, until it is ours again", async () => {
    story.begin();
    await story.filled("AMZN", { direction: "LONG" });
    await live.fault("misstate-pnl", { dollars: 25_000 });
    await story.fires("PNL_GAP_BREAKER", "global", "REDUCING", 60_000);
    expect(await story.denied("COP")).toContain("TRADING_STATE_REDUCING");
    await live.fault("misstate-pnl", { dollars: 0 });
    await story.moved("PNL_GAP_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await story.becomes("global", "ACTIVE");
    await story.approved("COP");
  });

  it("MARKET_CRASH_BREAKER: an index that crashes halts everything until an operator resumes", async () => {
    story.begin();
    await distort("PEP", "moved", -9);
    await story.fires("MARKET_CRASH_BREAKER", "global", "HALTED");
    expect(await story.denied("BAC")).toContain("TRADING_HALTED");
    await live.fault("restore-data");
    await after(2000);
    await story.operator("resume");
    await story.moved("MARKET_CRASH_BREAKER", "RESET");
    await story.becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
    await story.approved("BAC");
  });

  it("RECONCILIATION_BREAKER: shares that come from nowhere halt everything until the books agree and an operator resumes", async () => {
    story.begin();
    await live.fault("book-shares", { symbol: "META", quantity: 10 });
    await story.fires("RECONCILIATION_BREAKER", "global", "HALTED", 60_000);
    expect(await story.denied("JPM")).toContain("TRADING_HALTED");
    await live.fault("book-shares", { symbol: "META", quantity: -10 });
    await after(3000);
    await story.operator("resume");
    await story.moved("RECONCILIATION_BREAKER", "RESET", 60_000);
    await story.becomes("global", "ACTIVE");
    await story.approved("JPM");
  });

  it("[fault 56] VERSION_MISMATCH_BREAKER: a service of another build halts everything, 0 orders, until every build is the same and an operator resumes", async () => {
    story.begin();
    const held = live.demo.pidOf("portfolio") ?? 0;
    const env = { ...environmentOf(held), BOWLINE_BUILD: "another", BOWLINE_HTTP_PORT: "0" };
    const other: ChildProcess = spawn(process.execPath, ["services/portfolio/src/main.ts"], {
      cwd: ROOT,
      env,
      stdio: "ignore",
    });
    await after(5000);
    const thaw = live.freeze("portfolio");
    await story.fires("VERSION_MISMATCH_BREAKER", "global", "HALTED", 60_000);
    const placed = () => live.wire().filter(({ name }) => name === "placeOrder").length;
    const before = placed();
    expect(await story.denied("MSFT")).toContain("TRADING_HALTED");
    expect(placed()).toBe(before);
    const at = live.entries().at(-1)?.seq ?? 0;
    thaw();
    other.kill("SIGKILL");
    await live.waitFor(
      "control.lease",
      ({ machineName }, { seq, header }) => seq > at && machineName === "portfolio" && header.build !== "another",
      60_000,
    );
    await story.operator("resume");
    await story.becomes("global", "ACTIVE", RECOVERS_WITHIN_MS);
    await story.approved("MSFT");
  });

  it("NAKED_POSITION_BREAKER: a stop that goes away is noticed within 5 s, also where the strategy hangs; the strategy closes the position", async () => {
    story.begin();
    await story.filled("NVDA");
    const thaw = live.freeze("strategy");
    const fromMs = nowMs();
    await cancelProtection("NVDA");
    await story.fires("NAKED_POSITION_BREAKER", "NVDA", "REDUCING");
    const noticedMs = nowMs() - fromMs;
    thaw();
    figure("a position without its stop is noticed after", noticedMs / 1000, "s");
    expect(noticedMs).toBeLessThanOrEqual(5000);
    await live.waitFor("position.closed", ({ symbol }) => symbol === "NVDA", 60_000);
    await story.moved("NAKED_POSITION_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await story.becomes("NVDA", "ACTIVE");
  });

  it("FILL_UNEXPECTED_BREAKER: a fill far from its approval halts its symbol until an operator resumes", async () => {
    story.begin();
    await distort("XOM", "moved", -3);
    await after(SETTLED_MS);
    await story.approved("XOM", { direction: "LONG" });
    await story.fires("FILL_UNEXPECTED_BREAKER", "XOM", "HALTED");
    await live.fault("restore-data");
    expect(await story.denied("XOM", { direction: "SHORT" })).toContain("TRADING_HALTED");
    await story.operator("resume", "--scope", "XOM");
    await story.moved("FILL_UNEXPECTED_BREAKER", "RESET");
    await story.becomes("XOM", "ACTIVE", 60_000);
  });

  it("LOSS_STREAK_BREAKER: losses one after another halt the strategy until an operator resumes", async () => {
    story.begin();
    const isHalted = (): boolean => story.stateOf(STRATEGY) === "HALTED";
    for (let trip = 0; trip < 40 && !isHalted(); trip++) {
      await story.filled("WMT", { direction: "LONG" });
      const at = live.entries().at(-1)?.seq ?? 0;
      await live.push("WMT", { direction: "SHORT" });
      await live.waitFor("position.closed", ({ symbol }, { seq }) => seq > at && symbol === "WMT", 20_000);
      await story.gateKnows(live.entries().at(-1)?.seq ?? 0);
    }
    await story.fires("LOSS_STREAK_BREAKER", STRATEGY, "HALTED");
    expect(await story.denied("AMD")).toContain("TRADING_HALTED");
    await story.operator("resume", "--scope", STRATEGY);
    await story.moved("LOSS_STREAK_BREAKER", "RESET");
    await story.becomes(STRATEGY, "ACTIVE");
  });

  it("every breaker that is named here fired, and came back", () => {
    expect(notShown(live, import.meta.filename)).toEqual([]);
  });

  it("a gate that reads the journal anew trips at the same entries", () => {
    const { before, again } = tripsOf(live);
    expect(again).toEqual(before);
  });
});
