import type { Entry, EventByKind, EventKind } from "@bowline/contracts";
import { formatMicros, shares } from "@bowline/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bowline } from "./demo-process.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const WITHIN_MS = 30_000;
const MINUTE_MS = 180_000;
const USED = ["AAPL", "MSFT", "NVDA", "KO", "C"] as const;

let live: LiveSystem;
beforeAll(async () => {
  live = await startLive();
  // Before a whole minute is known of a symbol nothing is approved in it.
  for (const symbol of USED)
    await live.waitFor(
      "md.bar",
      (bar) => bar.symbol === symbol && bar.timeframe === "1m" && bar.status === "TRADED",
      MINUTE_MS,
    );
}, 300_000);
afterAll(() => live.stop());

/** A command as a person types it; its entry. */
async function typed<T>(...args: readonly string[]): Promise<T> {
  const { code, out, errors } = await bowline([...args, "--nats", live.demo.natsUrl(), "--json"]);
  expect({ code, errors }).toMatchObject({ code: 0 });
  return JSON.parse(out) as T;
}
type Given = { readonly order: EventByKind<"order.parent-intent">["order"] };
const given = async (...args: readonly string[]): Promise<Given["order"]> =>
  (await typed<Given>("order", ...args)).order;

const all = <K extends EventKind>(kind: K): readonly EventByKind<K>[] =>
  live.entries().flatMap(({ event }) => (event.kind === kind ? [event as EventByKind<K>] : []));
const eventOf = (entry: Entry): Entry["event"] => entry.event;
/** A price so many millionths of the market's away from it, on its steps. */
function priceAt(symbol: string, ratio: number): string {
  const quote = all("md.quote").findLast((one) => one.symbol === symbol);
  const cents = Math.round(((quote?.bidPx ?? 0) * ratio) / 10_000);
  return formatMicros(cents * 10_000);
}
const childrenOf = (parent: string) =>
  all("order.intent").flatMap(({ order }) => (order.parentIntentId === parent ? [order] : []));
/** The order of a parent that the broker has, when it has it. */
async function accepted(parent: string, nth = 0): Promise<string> {
  await live.waitFor(
    "order.accepted",
    () => {
      const child = childrenOf(parent)[nth]?.clOrdId;
      return all("order.accepted").some(({ clOrdId }) => clOrdId === child);
    },
    WITHIN_MS,
  );
  return childrenOf(parent)[nth]?.clOrdId ?? "";
}
const ended = async (parent: string, withinMs = WITHIN_MS) =>
  eventOf(
    await live.waitFor("order.parent-state", (one) => one.clOrdId === parent && one.state !== "WORKING", withinMs),
  );
const replaced = async (clOrdId: string, test: (event: EventByKind<"order.replaced">) => boolean) =>
  eventOf(await live.waitFor("order.replaced", (one) => one.clOrdId === clOrdId && test(one), WITHIN_MS));
const filledOf = (parent: string): number => {
  const ids = new Set(childrenOf(parent).map(({ clOrdId }) => clOrdId));
  return all("order.filled").reduce((sum, fill) => (ids.has(fill.clOrdId) ? sum + fill.lastQty : sum), 0);
};
/** Long, to have something to leave. */
async function hold(quantity: string, symbol: string): Promise<void> {
  const { clOrdId } = await given("buy", quantity, symbol, "--type", "MKT");
  expect(await ended(clOrdId)).toMatchObject({ state: "DONE" });
}
/** Kills the strategy service, desk and all, and waits for the next one to hold the lease of the desk. */
async function killStrategy(): Promise<void> {
  const from = live.entries().length;
  const pid = live.demo.pidOf("strategy");
  if (pid === undefined) throw new Error("no strategy runs");
  process.kill(pid, "SIGKILL");
  await live.waitFor(
    "control.lease",
    ({ machineName }, entry) => machineName.startsWith("desk.") && entry.seq > from,
    WITHIN_MS,
  );
}
const expectNoneTwice = (parent: string): void => {
  const keys = childrenOf(parent).map(({ triggerKey }) => triggerKey);
  expect(keys).toHaveLength(new Set(keys).size);
  for (const { clOrdId } of childrenOf(parent))
    expect(all("order.submitted").filter((one) => one.clOrdId === clOrdId).length).toBeLessThanOrEqual(1);
};

describe("orders by hand, through gate, execution and desk", { tags: ["all"], timeout: 180_000 }, () => {
  it("[pitfall 11] a bracket's legs change before its entry fills; a smaller entry makes its legs smaller", async () => {
    const limits = { limit: priceAt("AAPL", 0.98), stopLoss: priceAt("AAPL", 0.965), target: priceAt("AAPL", 1.02) };
    const wish = ["--limit", limits.limit, "--stop-loss", limits.stopLoss, "--take-profit", limits.target];
    const parent = await given("buy", "10", "AAPL", ...wish);
    const entry = await accepted(parent.clOrdId);
    const bracket = childrenOf(parent.clOrdId)[0]?.bracket;
    const [stop, target] = [bracket?.stopClOrdId ?? "", bracket?.targetClOrdId ?? ""];
    await live.waitFor("order.accepted", ({ clOrdId }) => clOrdId === target, WITHIN_MS);
    await typed("replace", stop, "--stop", priceAt("AAPL", 0.97));
    await replaced(stop, ({ stopPx }) => stopPx !== undefined && stopPx > (bracket?.stopPx ?? 0));

    await typed("replace", entry, "--qty", "6");
    await replaced(entry, ({ orderQty }) => orderQty === shares(6));
    for (const leg of [stop, target]) await replaced(leg, ({ orderQty }) => orderQty === shares(6));

    const { replaceId } = await typed<{ replaceId: string }>("replace", stop, "--qty", "7");
    const denied = await live.waitFor("order.replace-denied", (one) => one.replaceId === replaceId, WITHIN_MS);
    expect(denied.event).toMatchObject({
      reasons: expect.arrayContaining([expect.objectContaining({ code: "WOULD_NOT_REDUCE" })]) as never,
    });
    await typed("cancel", parent.clOrdId);
    expect(await ended(parent.clOrdId)).toMatchObject({ state: "CANCELED" });
  });

  it("a stop moves to break-even when the market is there, and once", async () => {
    await hold("10", "MSFT");
    const places = [
      "--stop",
      priceAt("MSFT", 0.97),
      "--break-even",
      priceAt("MSFT", 0.98),
      "--arm",
      priceAt("MSFT", 0.99),
    ];
    const parent = await given("sell", "10", "MSFT", "--style", "break-even", ...places);
    const stop = await accepted(parent.clOrdId);
    const moved = await replaced(stop, ({ stopPx }) => stopPx !== undefined);
    expect(moved).toMatchObject({ stopPx: Math.round(Number(places[3]) * 1e6), leavesQty: shares(10) });
    expect(all("order.replace-intent").filter(({ clOrdId }) => clOrdId === stop)).toHaveLength(1);
  });

  it("[pitfall 12] our own trailing stop follows the market and leaves once, not more than the position", async () => {
    await hold("10", "NVDA");
    const parent = await given("sell", "10", "NVDA", "--style", "trailing-stop", "--trail", "0.02");
    expect(await ended(parent.clOrdId, 90_000)).toMatchObject({ state: "DONE", cumQty: shares(10) });
    expect(childrenOf(parent.clOrdId)).toHaveLength(1);
  });

  it("kill -9 of the strategy service in the middle of a TWAP: no slice twice, the quantity in all", async () => {
    const style = ["--style", "twap", "--over", "24s", "--slices", "6"];
    const { clOrdId } = await given("buy", "12", "KO", "--type", "MKT", ...style);
    await accepted(clOrdId, 1);
    await killStrategy();
    expect(await ended(clOrdId, 60_000)).toMatchObject({ state: "DONE", cumQty: shares(12) });
    expect(filledOf(clOrdId)).toBe(shares(12));
    expect(childrenOf(clOrdId).length).toBeGreaterThan(2);
    expectNoneTwice(clOrdId);
  });

  it("kill -9 of the strategy service in the middle of an iceberg: a part that filled meanwhile is followed by one", async () => {
    const resting = priceAt("C", 0.98);
    const { clOrdId } = await given("buy", "30", "C", "--limit", resting, "--style", "iceberg", "--show", "10");
    const first = await accepted(clOrdId);
    await killStrategy();
    for (const [nth, part] of [first, undefined, undefined].entries()) {
      const working = part ?? (await accepted(clOrdId, nth));
      expect(childrenOf(clOrdId)).toHaveLength(nth + 1);
      await typed("replace", working, "--limit", priceAt("C", 1.01));
      await live.waitFor("order.filled", (fill) => fill.clOrdId === working && fill.leavesQty === 0, WITHIN_MS);
    }
    expect(await ended(clOrdId)).toMatchObject({ state: "DONE", cumQty: shares(30) });
    expect(filledOf(clOrdId)).toBe(shares(30));
    expectNoneTwice(clOrdId);
    const { out } = await bowline(["orders", "--json", "--nats", live.demo.natsUrl()]);
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, string>);
    expect(rows.find((row) => row["clOrdId"] === clOrdId)).toMatchObject({
      leg: "ICEBERG",
      ordStatus: "DONE",
      cumQty: "30",
    });
  });
});
