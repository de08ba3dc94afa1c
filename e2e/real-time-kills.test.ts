import { afterAll, beforeAll, expect, it } from "vitest";
import { type LiveSystem, startLive } from "./live-system.ts";

let live: LiveSystem;
beforeAll(async () => {
  live = await startLive();
}, 120_000);
afterAll(() => live.stop());

const SERVICES = ["prediction-ingest", "strategy", "risk-gate", "portfolio", "execution", "market-data"] as const;
/** Until the first trade the strategy must have its bars. */
const FIRST_TRADE_MS = 110_000;
/** After a kill: the restart, the take-over of the lease, and a prediction every 2.5 s. */
const NEXT_TRADE_MS = 30_000;
/** Market data that was dead for a part of a minute blocks entries until a whole minute has passed again. */
const TRADE_AFTER_MARKET_DATA_MS = 150_000;

/** Each is entered once: a position that is open already would not be entered again. */
const fresh = ["AAPL", "BAC", "CVX", "GS", "JPM", "MSFT", "NVDA", "XOM"];

const fills = (symbol: string): number =>
  live.entries().filter(({ event }) => event.kind === "order.filled" && event.symbol === symbol).length;

/** Pushes predictions for a symbol until one is filled. */
async function trades(withinMs: number): Promise<void> {
  const symbol = fresh.shift();
  if (symbol === undefined) throw new Error("no fresh symbol is left");
  await expect
    .poll(async () => (await live.push(symbol).catch(() => undefined), fills(symbol)), {
      timeout: withinMs,
      interval: 2500,
    })
    .toBeGreaterThan(0);
}

const WITHIN_MS = FIRST_TRADE_MS + SERVICES.length * NEXT_TRADE_MS + TRADE_AFTER_MARKET_DATA_MS;

it(
  "kill -9 of every service at real speed doubles no order, trading goes on, our books stay the broker's",
  { timeout: WITHIN_MS },
  async () => {
    await trades(FIRST_TRADE_MS);
    for (const service of SERVICES) {
      const pid = live.demo.pidOf(service);
      if (pid === undefined) throw new Error(`${service} is not running`);
      process.kill(pid, "SIGKILL");
      await trades(service === "market-data" ? TRADE_AFTER_MARKET_DATA_MS : NEXT_TRADE_MS);
    }
    const refs = live
      .wire()
      .flatMap(({ name, direction, orderRef }) => (name === "placeOrder" && direction === "in" ? [orderRef] : []));
    expect(refs.length).toBeGreaterThan(SERVICES.length);
    expect(refs).toHaveLength(new Set(refs).size);
    const differing = live.entries().findLast(({ event }) => event.kind === "account.reconciliation");
    expect(differing?.event ?? { clean: true }).toMatchObject({ clean: true });
    expect(live.entries().filter(({ event }) => event.kind === "order.lost")).toStrictEqual([]);
  },
);
