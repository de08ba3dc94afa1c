import { describe, expect, it } from "vitest";
import type { Fired } from "./coverage.ts";
import { decisionsOf } from "./decisions.ts";
import { entry, idOf, worldOf } from "./test-world.ts";
import { judge } from "./verdict.ts";

const fired = (run: number, seq: number): Fired => ({
  run,
  seq,
  fault: { kind: "kill", service: "strategy" },
  state: "NEW",
  clOrdId: idOf(0),
});

describe("the verdict on a session", () => {
  it("names the law, the entries of the order that broke it, and the run whose fault came last before", () => {
    const facts = worldOf(["filled"], "seed");
    const doubled = { ...facts, placed: [...facts.placed, ...facts.placed] };
    const last = facts.entries.findLast(({ event }) => "clOrdId" in event)?.seq ?? 0;
    const verdict = judge(doubled, [fired(1, 1), fired(2, last), fired(3, last + 1)]);
    expect(verdict).toMatchObject({ law: "one-place-order", run: 2, text: `${idOf(0)} was placed again` });
    expect(verdict?.entries.map(({ event }) => event.kind)).toContain("order.approved");
    expect(verdict?.entries.map(({ event }) => event.kind)).toContain("order.filled");
  });

  it("compares the decisions with the calm run's, but for sessions that lost an order", () => {
    const calm = worldOf(["filled", "canceled"], "seed");
    const decisions = decisionsOf(calm.entries);
    const same = { calm: decisions, decisions };
    expect(judge(calm, [], same)).toBeUndefined();
    const other = worldOf(["filled", "expired"], "seed");
    const differing = { calm: decisions, decisions: decisionsOf(other.entries) };
    const verdict = judge(other, [fired(1, 1)], differing);
    expect(verdict).toMatchObject({ law: "calm-decisions", run: 1 });
    expect(verdict?.text).toContain("order.expired");
    const lost = worldOf(["filled", "lost"], "seed");
    expect(judge(lost, [], { calm: decisions, decisions: decisionsOf(lost.entries) })).toBeUndefined();
  });

  it("sees a decision that is missing at the end", () => {
    const facts = worldOf(["filled", "working"], "seed");
    const calm = decisionsOf([...facts.entries, entry({ kind: "order.intent", order: {} }, 99)]);
    expect(judge(facts, [], { calm, decisions: decisionsOf(facts.entries) })).toMatchObject({ law: "calm-decisions" });
  });
});
