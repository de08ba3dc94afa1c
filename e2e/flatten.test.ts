import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { type LiveSystem, startLive } from "./live-system.ts";

const LONG = ["AAPL", "AMD", "AMZN"] as const;
const SHORT = ["BAC", "C"] as const;
const HELD = [...LONG, ...SHORT];
const FLAT_WITHIN_MS = 60_000;

let live: LiveSystem;
let story: Story;

/** What each symbol held after each of its executions, in shares; by the executions alone. */
function holdingsOf(symbol: string): readonly number[] {
  let held = 0;
  return live.entries().flatMap(({ event }) => {
    if (event.kind !== "order.filled" || event.symbol !== symbol) return [];
    held += (event.side === "BUY" ? 1 : -1) * (Number(event.lastQty) / 1e6);
    return [held];
  });
}

async function open(): Promise<void> {
  for (const symbol of LONG) await story.filled(symbol, { direction: "LONG" });
  for (const symbol of SHORT) await story.filled(symbol, { direction: "SHORT" });
}

/** Flat in the end, never on the other side, and the scope HALTED. */
async function isFlat(): Promise<void> {
  const begunMs = performance.now();
  await story.becomes("global", "HALTED", FLAT_WITHIN_MS);
  figure("flat", (performance.now() - begunMs) / 1000, "s");
  for (const symbol of HELD) {
    const holdings = holdingsOf(symbol);
    expect([symbol, holdings.at(-1)]).toEqual([symbol, 0]);
    const sides = new Set(holdings.filter((held) => held !== 0).map(Math.sign));
    expect([symbol, [...sides]]).toEqual([symbol, [LONG.some((one) => one === symbol) ? 1 : -1]]);
  }
  expect(await story.denied("XOM", { direction: "LONG" })).toContain("TRADING_HALTED");
}

const resume = async (): Promise<void> => {
  await story.operator("resume");
  await story.becomes("global", "ACTIVE");
};

describe("kill --flatten, on a running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    live = await startLive({ duplicateOrderWindowMs: "0" }, ENTERS_AND_LEAVES);
    story = tellStory(live);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("closes long and short positions, brackets and all, and leaves everything HALTED", async () => {
    story.begin();
    await open();
    await story.operator("kill", "--flatten");
    await isFlat();
    const { event } = await live.waitFor("risk.flatten", ({ phase }) => phase === "DONE", 5000);
    expect(event).toMatchObject({ scope: "global" });
    await resume();
  });

  it.each(["execution", "risk-gate"])(
    "[fault 11] kill -9 of %s while positions are being closed: flat in the end",
    async (service) => {
      story.begin();
      await open();
      const at = live.entries().at(-1)?.seq ?? 0;
      await story.operator("kill", "--flatten");
      await live.waitFor("order.approved", ({ flattens }, { seq }) => seq > at && flattens !== undefined, 20_000);
      await story.restart(service);
      await isFlat();
      await resume();
      expect(story.stateOf("global")).toBe("ACTIVE");
    },
  );
});
