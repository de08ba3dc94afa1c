import type { EventByKind } from "@bowline/contracts";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RECOVERS_WITHIN_MS, type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type FlattenStory, tellFlatten } from "./flatten-story.ts";
import { keepDead } from "./keep-dead.ts";
import { type LiveSystem, startLive } from "./live-system.ts";
import { expectSameState, OFTEN } from "./machine-states.ts";

const LIMITS = {
  duplicateOrderWindowMs: "0",
  breakerQuietMinutes: "1",
  breakerNakedPosition: "enforced",
  onNaked: "protect",
};
const NOTICED_WITHIN_MS = 5000;
type Approved = EventByKind<"order.approved">;

let live: LiveSystem;
let story: Story;
let flatten: FlattenStory;

const lastSeq = (): number => live.entries().at(-1)?.seq ?? 0;
const seconds = (fromMs: number): number => (performance.now() - fromMs) / 1000;
/** Stops of the gate's own in a symbol, after an entry. */
const placedAgain = (symbol: string, fromSeq: number): readonly Approved[] =>
  live
    .entries()
    .flatMap(({ seq, event }) =>
      seq > fromSeq && event.kind === "order.approved" && event.protects !== undefined && event.order.symbol === symbol
        ? [event]
        : [],
    );
/** The position's stop is gone: noticed, and placed again, by the gate alone. */
async function loses(symbol: string, orders: number): Promise<Approved> {
  story.begin();
  const [fromMs, fromSeq] = [performance.now(), lastSeq()];
  for (let n = 0; n < orders; n++) await live.fault("cancel-order", { symbol });
  await story.fires("NAKED_POSITION_BREAKER", symbol, "REDUCING");
  figure("a position without its stop is noticed after", seconds(fromMs), "s");
  expect(seconds(fromMs) * 1000).toBeLessThanOrEqual(NOTICED_WITHIN_MS);
  await expect.poll(() => placedAgain(symbol, fromSeq).length, { timeout: 20_000 }).toBe(1);
  const [stop] = placedAgain(symbol, fromSeq) as [Approved];
  await live.waitFor("order.accepted", ({ clOrdId }) => clOrdId === stop.order.clOrdId, 20_000);
  figure("its stop works again after", seconds(fromMs), "s");
  return stop;
}
/** The stop is the one that was lost, over what is held, and went over the wire once. */
function expectStop({ order, protects }: Approved, symbol: string): void {
  const entry = live
    .entries()
    .findLast(({ event }) => event.kind === "order.approved" && event.order.clOrdId === protects)?.event as Approved;
  expect(order).toMatchObject({
    symbol,
    side: "SELL",
    ordType: "STP",
    stopPx: entry.order.bracket?.stopPx,
    timeInForce: "GTC",
  });
  expect(Number(order.orderQty) / 1e6).toBe(flatten.holdingsOf(symbol).at(-1));
  const sent = live.wire().filter(({ name, orderRef }) => name === "placeOrder" && orderRef === order.clOrdId);
  expect(sent).toHaveLength(1);
}
/** Closed in the end, and never turned. */
async function closes(symbol: string): Promise<void> {
  await expect.poll(() => flatten.holdingsOf(symbol).at(-1), { timeout: 150_000, message: symbol }).toBe(0);
  expect(Math.min(...flatten.holdingsOf(symbol))).toBe(0);
}

describe("a position that loses its stop, where the gate places it again", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive(LIMITS, ENTERS_AND_LEAVES, OFTEN);
    story = tellStory(live);
    flatten = tellFlatten(live, story, {});
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("is protected again while the strategy hangs, the alarm ends, and it does so for a second loss", async () => {
    await flatten.enter("NVDA", "LONG");
    const strategy = live.demo.pidOf("strategy") ?? 0;
    process.kill(strategy, "SIGSTOP");
    const first = await loses("NVDA", 2);
    expectStop(first, "NVDA");
    await story.moved("NAKED_POSITION_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    await story.becomes("NVDA", "ACTIVE");
    const second = await loses("NVDA", 1);
    expectStop(second, "NVDA");
    expect(second.order.clOrdId).not.toBe(first.order.clOrdId);
    await story.moved("NAKED_POSITION_BREAKER", "RECOVERED", RECOVERS_WITHIN_MS);
    process.kill(strategy, "SIGCONT");
    await closes("NVDA");
  });

  it("is protected again while the strategy is dead, and closed by it when it lives, through kill -9 of the gate", async () => {
    await flatten.enter("KO", "LONG");
    const dead = keepDead(live, "strategy");
    const stop = await loses("KO", 2).finally(() => dead.letLive());
    expectStop(stop, "KO");
    await story.restart("risk-gate");
    await expectSameState(live, "risk-gate");
    await closes("KO");
    expect(placedAgain("KO", 0)).toEqual([stop]);
  });
});
