import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventByKind } from "@bowline/contracts";
import { MICROS } from "@bowline/kernel";
import { figure } from "@bowline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Story, tellStory } from "./breaker-story.ts";
import { ENTERS_AND_LEAVES } from "./breaker-strategy.ts";
import { bowline } from "./demo-process.ts";
import { type FlattenStory, tellFlatten } from "./flatten-story.ts";
import { type LiveSystem, startLive } from "./live-system.ts";
import { expectSameState, OFTEN } from "./machine-states.ts";

const HELD = { AAPL: "LONG", AMD: "LONG", BAC: "SHORT", CVX: "LONG" } as const;
const SLICE_DOLLARS = 4000;
const LIMITS = {
  duplicateOrderWindowMs: "0",
  sliceNotional: String(SLICE_DOLLARS),
  sliceDisplayedMultiple: "1",
  repriceSeconds: "2",
};
/** Nobody gets more than what the quote shows. */
const SWITCHES = "fills: { displayedSize: true }\n";

let live: LiveSystem;
let story: Story;
let flatten: FlattenStory;

type Approved = EventByKind<"order.approved">;
const closingOrders = (fromSeq: number): readonly Approved[] =>
  live
    .entries()
    .flatMap(({ seq, event }) =>
      seq > fromSeq && event.kind === "order.approved" && event.flattens !== undefined ? [event] : [],
    );
const fillsOf = (clOrdId: string): number =>
  live.entries().filter(({ event }) => event.kind === "order.filled" && event.clOrdId === clOrdId).length;
const lastSeq = (): number => live.entries().at(-1)?.seq ?? 0;

describe("flattening where the book is thin, on a running system", { tags: ["all"], timeout: 400_000 }, () => {
  beforeAll(async () => {
    const switches = join(mkdtempSync(join(tmpdir(), "bowline-thin-")), "switches.yaml");
    writeFileSync(switches, SWITCHES);
    live = await startLive(LIMITS, ENTERS_AND_LEAVES, { ...OFTEN, BOWLINE_SIM_SWITCHES: switches });
    story = tellStory(live);
    flatten = tellFlatten(live, story, HELD);
    await live.demo.reached(15);
  }, 180_000);
  afterAll(async () => live.stop());

  it("odd lots go in slices that fill in parts, one at a time, through kill -9 of both, and never beyond the position", async () => {
    story.begin();
    await flatten.open();
    const from = lastSeq();
    await story.operator("kill", "--flatten");
    await expect.poll(() => closingOrders(from).length, { timeout: 30_000 }).toBeGreaterThan(0);
    for (const service of ["execution", "risk-gate"]) await story.restart(service);
    await flatten.isFlat();
    await expectSameState(live, "risk-gate");
    const orders = closingOrders(from);
    const parts = orders.map(({ order }) => fillsOf(order.clOrdId));
    figure("slices", orders.length, "orders");
    figure("most executions of a slice", Math.max(...parts), "executions");
    for (const { order, refPx } of orders) {
      expect(Number(order.orderQty) % MICROS).toBe(0);
      expect((Number(order.orderQty) / MICROS) * (Number(refPx) / MICROS)).toBeLessThanOrEqual(SLICE_DOLLARS * 1.05);
    }
    expect(orders.length).toBeGreaterThan(Object.keys(HELD).length);
    expect(Object.keys(HELD).some((symbol) => flatten.holdingsOf(symbol).some((shares) => shares % 100 !== 0))).toBe(
      true,
    );
    await flatten.resume();
  });

  it("a symbol that is halted waits, and says so, while the others are closed; it goes when it trades again", async () => {
    story.begin();
    await flatten.open();
    await live.fault("distort-data", { symbols: ["CVX"], how: "halted" });
    const from = lastSeq();
    await story.operator("kill", "--flatten");
    const waits = await live.waitFor(
      "risk.flatten",
      ({ parts }, { seq }) =>
        seq > from &&
        parts.every(({ symbol, step }) => step === (symbol === "CVX" ? "WAITING" : "FLAT")) &&
        parts.length === Object.keys(HELD).length,
      60_000,
    );
    const part = (waits.event as EventByKind<"risk.flatten">).parts.find(({ symbol }) => symbol === "CVX");
    expect(part?.because).toContain("SYMBOL_HALTED");
    expect(closingOrders(from).filter(({ order }) => order.symbol === "CVX")).toEqual([]);
    await live.fault("restore-data");
    await flatten.isFlat();
  });

  it("while HALTED an exit by hand is denied for the kill, through kill -9 of execution and of the gate; after a resume its strategy closes the position", async () => {
    await flatten.resume();
    story.begin();
    await flatten.enter("GS", "LONG");
    await story.operator("kill");
    await story.becomes("global", "HALTED");
    const byHand = async (): Promise<string> => {
      const from = lastSeq();
      await bowline(["order", "sell", "1", "GS", "--type", "MKT", "--reduce-only", "--nats", live.demo.natsUrl()]);
      const { event } = await live.waitFor(
        "order.parent-state",
        (e, { seq }) => seq > from && e.symbol === "GS",
        20_000,
      );
      const { state, reason } = event as EventByKind<"order.parent-state">;
      return `${state} ${reason}`;
    };
    expect(await byHand()).toBe("DENIED killed");
    for (const service of ["execution", "risk-gate"]) await story.restart(service);
    await expectSameState(live, "risk-gate");
    expect(await byHand()).toBe("DENIED killed");
    const resumedSeq = lastSeq();
    await flatten.resume();
    // The bracket at the broker may sell all that there is: the gate lets nobody sell beside it. Its strategy cancels it first.
    expect(await byHand()).toContain("WORKING");
    const { event } = await live.waitFor("order.denied", (e, { seq }) => seq > resumedSeq && e.symbol === "GS", 20_000);
    expect((event as EventByKind<"order.denied">).reasons.map(({ code }) => code)).toContain("WOULD_NOT_REDUCE");
    await story.filled("GS", { direction: "SHORT" });
    expect(flatten.holdingsOf("GS").at(-1)).toBe(0);
  });
});
