import { afterAll, beforeAll, expect, it } from "vitest";
import { type LiveSystem, startLive } from "./live-system.ts";

let live: LiveSystem;
beforeAll(async () => {
  live = await startLive();
}, 120_000);
afterAll(() => live.stop());

const SERVICES = ["prediction-ingest", "strategy", "risk-gate", "portfolio", "execution", "market-data"] as const;
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

it("kill -9 of every service at real speed doubles no order, and our books stay the broker's", async () => {
  await trades(110_000);
  for (const service of SERVICES) {
    const pid = live.demo.pidOf(service);
    if (pid === undefined) throw new Error(`${service} is not running`);
    process.kill(pid, "SIGKILL");
    // Market data that was dead for a part of a minute blocks entries until a whole one: it is the last.
    if (service !== "market-data") await trades(30_000);
  }
  const refs = live
    .wire()
    .flatMap(({ name, direction, orderRef }) => (name === "placeOrder" && direction === "in" ? [orderRef] : []));
  expect(refs.length).toBeGreaterThanOrEqual(SERVICES.length);
  expect(refs).toHaveLength(new Set(refs).size);
  const differing = live.entries().findLast(({ event }) => event.kind === "account.reconciliation");
  expect(differing?.event ?? { clean: true }).toMatchObject({ clean: true });
  expect(live.entries().filter(({ event }) => event.kind === "order.lost")).toStrictEqual([]);
});
