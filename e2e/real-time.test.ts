import type { Entry } from "@bowline/contracts";
import { figure, freeze } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepDead } from "./keep-dead.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

/** A fault is noticed within this, from the issue. */
const NOTICED_MS = 5000;

let live: LiveSystem;
beforeAll(async () => {
  live = await startLive();
  // Before the first minute is over nothing is known of it, and nothing is approved.
  while (!(await tradesAgain("AAPL"))) await new Promise((resolve) => setTimeout(resolve, 500));
}, 240_000);
afterAll(() => live.stop());

const KILLED = ["prediction-ingest", "strategy", "risk-gate", "portfolio", "execution", "market-data"] as const;
/** Entered once each: a position that is open already would not be entered again. */
const FRESH = ["AMD", "AMZN", "C", "COP", "KO", "META"] as const;
/** `maxClockAgeMs` of the limits. */
const STALE_AFTER_MS = 3000;
/** After a kill: the restart, the take-over of the lease, and a prediction every 2.5 s. */
const NEXT_TRADE_MS = 30_000;
/** Market data that was dead for a part of a minute blocks entries until a whole minute has passed again. */
const TRADE_AFTER_MARKET_DATA_MS = 150_000;

const clOrdIdOf = (entries: readonly Entry[], triggerKey: string): string => {
  const intent = entries.find((e) => e.event.kind === "order.intent" && e.event.order.triggerKey === triggerKey);
  return intent?.event.kind === "order.intent" ? intent.event.order.clOrdId : "none";
};
/** Everything that became of the order of a trigger. */
const outcomeOf = (entries: readonly Entry[], triggerKey: string): string[] => {
  const clOrdId = clOrdIdOf(entries, triggerKey);
  return entries.flatMap(({ event }) =>
    "clOrdId" in event && event.clOrdId === clOrdId && event.kind.startsWith("order.") ? [event.kind] : [],
  );
};
/** Why the order of a trigger was denied. */
const codesOf = (entries: readonly Entry[], triggerKey: string): string[] => {
  const clOrdId = clOrdIdOf(entries, triggerKey);
  return entries.flatMap(({ event }) =>
    event.kind === "order.denied" && event.clOrdId === clOrdId ? event.reasons.map(({ code }) => code) : [],
  );
};
const filledBy = async (triggerKey: string): Promise<void> => {
  const intent = await live.waitFor("order.intent", (event) => event.order.triggerKey === triggerKey, 10_000);
  const clOrdId = intent.event.kind === "order.intent" ? intent.event.order.clOrdId : "";
  await live.waitFor("order.filled", (event) => event.clOrdId === clOrdId, 10_000);
};
const placed = (): number =>
  live.wire().filter(({ name, direction }) => name === "placeOrder" && direction === "in").length;
const fills = (symbol: string): number =>
  live.entries().filter(({ event }) => event.kind === "order.filled" && event.symbol === symbol).length;
/** One placeOrder a clOrdId, whatever happened. */
const expectNoneDoubled = (): void => {
  const refs = live
    .wire()
    .filter(({ name, direction }) => name === "placeOrder" && direction === "in")
    .map(({ orderRef }) => orderRef);
  expect(refs).toHaveLength(new Set(refs).size);
};
const expectBooksAgree = (): void => {
  const last = live.entries().findLast((e) => e.event.kind === "account.reconciliation");
  expect(last?.event ?? { clean: true }).toMatchObject({ clean: true });
};

const secondsSince = (fromMs: number): number => (performance.now() - fromMs) / 1000;

describe("faults and kills in real time", () => {
  it("trades while all is well", () => expect(placed()).toBe(3));

  it("[fault 29] a cut TWS socket is noticed, nothing is sent meanwhile, and trading resumes by itself", async () => {
    const entriesBefore = live.entries().length;
    const before = placed();
    const cutMs = performance.now();
    await live.fault("cut");
    const trigger = await live.push("BAC");
    await live.waitFor(
      "broker.session",
      (event, entry) => event.state === "DISCONNECTED" && entry.seq > entriesBefore,
      NOTICED_MS,
    );
    expect(performance.now() - cutMs).toBeLessThan(NOTICED_MS);
    figure("noticed after", secondsSince(cutMs), "s");
    await live.waitFor(
      "broker.session",
      (event, entry) => event.state === "READY" && entry.seq > entriesBefore,
      30_000,
    );
    figure("ready again after", secondsSince(cutMs), "s");
    const wasFilled = outcomeOf(live.entries(), trigger).includes("order.filled");
    expect(placed()).toBe(wasFilled ? before + 3 : before);
    await filledBy(await live.push("CVX"));
    expectNoneDoubled();
  });

  it("[fault 30] a silent TWS is noticed within 5 s, the approval ends unsent, and trading resumes by itself", async () => {
    const entriesBefore = live.entries().length;
    const before = placed();
    const silentMs = performance.now();
    await live.fault("silence");
    await live.waitFor(
      "broker.session",
      (event, entry) => event.state === "DISCONNECTED" && entry.seq > entriesBefore,
      NOTICED_MS,
    );
    expect(performance.now() - silentMs).toBeLessThan(NOTICED_MS);
    figure("noticed after", secondsSince(silentMs), "s");
    const trigger = await live.push("GS");
    await expect
      .poll(() => outcomeOf(live.entries(), trigger), { timeout: NOTICED_MS })
      .toStrictEqual(["order.denied"]);
    expect(codesOf(live.entries(), trigger)).toContain("BROKER_NOT_READY");
    expect(placed()).toBe(before);
    await live.fault("unsilence");
    await live.waitFor(
      "broker.session",
      (event, entry) => event.state === "READY" && entry.seq > entriesBefore,
      30_000,
    );
    await filledBy(await live.push("JPM"));
    expectNoneDoubled();
  });

  it("[fault 18] a frozen NATS server is noticed, what was decided meanwhile is never sent late, and trading resumes by itself", async () => {
    const nats = live.demo.pidOf("nats");
    if (nats === undefined) throw new Error("no pid of NATS");
    const before = placed();
    freeze(nats);
    const frozenMs = performance.now();
    const late = live.push("MSFT").catch((failure: unknown) => failure);
    try {
      await expect.poll(() => noticed("execution"), { timeout: NOTICED_MS, interval: 100 }).toBe(true);
      figure("noticed after", secondsSince(frozenMs), "s");
      await new Promise((resolve) => setTimeout(resolve, 6000));
      expect(placed()).toBe(before);
    } finally {
      process.kill(nats, "SIGCONT");
    }
    await late;
    await live.waitFor("control.clock", (event) => event.nowUs > 0, 10_000);
    await expect.poll(async () => tradesAgain("NVDA"), { timeout: 30_000, interval: 2500 }).toBe(true);
    const msft = live.entries().filter(({ event }) => event.kind === "order.submitted" && event.symbol === "MSFT");
    expect(msft).toStrictEqual([]);
    expectNoneDoubled();
  });

  it("[fault 17] a killed NATS server comes back with all that was acknowledged, and trading resumes by itself", async () => {
    const nats = live.demo.pidOf("nats");
    if (nats === undefined) throw new Error("no pid of NATS");
    const before = live.entries().length;
    process.kill(nats, "SIGKILL");
    const killedMs = performance.now();
    await expect.poll(async () => tradesAgain("MSFT"), { timeout: 40_000, interval: 2500 }).toBe(true);
    figure("trades again after", secondsSince(killedMs), "s");
    expect(live.entries().length).toBeGreaterThan(before);
    expectNoneDoubled();
    expectBooksAgree();
  });

  it(
    "kill -9 of every service doubles no order, trading goes on, our books stay the broker's",
    {
      timeout: KILLED.length * NEXT_TRADE_MS + TRADE_AFTER_MARKET_DATA_MS,
    },
    async () => {
      const [from, before] = [live.entries().length, placed()];
      for (const [index, service] of KILLED.entries()) {
        expect(live.demo.pidOf(service)).toBeGreaterThan(0);
        kill(service);
        const withinMs = service === "market-data" ? TRADE_AFTER_MARKET_DATA_MS : NEXT_TRADE_MS;
        const symbol = FRESH[index] ?? "";
        await expect
          .poll(async () => (await live.push(symbol).catch(() => undefined), fills(symbol)), {
            timeout: withinMs,
            interval: 2500,
          })
          .toBeGreaterThan(0);
      }
      expect(placed()).toBeGreaterThan(before + KILLED.length);
      expectNoneDoubled();
      expectBooksAgree();
      expect(
        live
          .entries()
          .slice(from)
          .filter(({ event }) => event.kind === "order.lost"),
      ).toStrictEqual([]);
    },
  );

  it("builds the minutes of whoever asked for it from trades", () => {
    const bars = live
      .entries()
      .flatMap(({ event }) => (event.kind === "md.bar" && event.symbol === "WMT" ? [event] : []));
    expect(bars.filter(({ timeframe }) => timeframe !== "1m")).toStrictEqual([]);
    const traded = bars.filter(({ status, volume, tradeCount }) => status === "TRADED" && volume > 0 && tradeCount > 0);
    expect(traded.length).toBeGreaterThan(0);
  });

  it("[fault 13] market data that died lets the gate deny within 2 s of its limit, and nothing is sent", async () => {
    const diedMs = performance.now();
    const marketData = keepDead(live, "market-data");
    try {
      const before = placed();
      // A moment past the limit: earlier there is nothing to deny, and what is entered once is not entered again.
      await new Promise((resolve) => setTimeout(resolve, STALE_AFTER_MS + 200));
      const trigger = await live.push("XOM");
      await expect
        .poll(() => outcomeOf(live.entries(), trigger), { timeout: NOTICED_MS, interval: 20 })
        .toStrictEqual(["order.denied"]);
      const beyondMs = performance.now() - diedMs - STALE_AFTER_MS;
      figure("denied after the limit by", beyondMs / 1000, "s");
      const codes = codesOf(live.entries(), trigger);
      expect(codes.includes("CLOCK_STALE") || codes.includes("MARKET_DATA_STALE")).toBe(true);
      figure("on stale quotes", placed() - before, "orders");
      expect(placed()).toBe(before);
      expect(beyondMs).toBeLessThan(2000);
    } finally {
      marketData.letLive();
    }
    expectBooksAgree();
  });
});

function kill(service: string): void {
  const pid = live.demo.pidOf(service);
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code !== "ESRCH") throw failure;
  }
}

/** A service's own word that NATS does not answer. */
async function noticed(service: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${live.demo.httpPortOf(service)}/readyz`);
  return (await response.text()).includes("NATS does not answer");
}

async function tradesAgain(symbol: string): Promise<boolean> {
  const trigger = await live.push(symbol).catch(() => undefined);
  if (trigger === undefined) return false;
  return filledBy(trigger).then(
    () => true,
    () => false,
  );
}
