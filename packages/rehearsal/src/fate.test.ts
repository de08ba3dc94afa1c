import type { Entry, Event } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { fateOf, whatBecameOf } from "./fate.ts";

const entries = (...events: readonly object[]): readonly Entry[] =>
  events.map((event, index) => ({ seq: index + 1, subject: "", header: {}, event: event as Event }) as Entry);
const INTENT = { kind: "order.intent", order: { triggerKey: "key", clOrdId: "a" } };

describe("the fate of a trigger", () => {
  const blocked = {
    kind: "decision",
    triggerKey: "key",
    outcome: "BLOCKED",
    rule: "enter",
    firstBlocker: "enter.quote",
  };
  const [decisions, none] = [entries(blocked), entries()];
  it("is blocked where a record says so", () => {
    expect(fateOf({ entries: none, decisions }, "key", "blocked")).toBe(decisions[0]);
    expect(fateOf({ entries: none, decisions }, "other", "blocked")).toBeUndefined();
    expect(fateOf({ entries: none, decisions: none }, "key", "blocked")).toBeUndefined();
  });
  it("is what the journal says of its order", () => {
    const journal = entries(INTENT, { kind: "order.filled", clOrdId: "a" });
    expect(fateOf({ entries: journal, decisions: none }, "key", "filled")).toBe(journal[1]);
    expect(fateOf({ entries: journal, decisions: none }, "key", "denied")).toBeUndefined();
  });
});

describe("what became of an order, in words", () => {
  it.each([
    [[], "nothing became of it"],
    [
      [{ kind: "decision", triggerKey: "key", outcome: "BLOCKED", rule: "enter", firstBlocker: "atr" }],
      "rule enter was blocked by atr",
    ],
    [
      [INTENT, { kind: "order.denied", clOrdId: "a", reasons: [{ code: "CLOCK_STALE" }, { code: "HOURS" }] }],
      "denied: CLOCK_STALE, HOURS",
    ],
    [
      [
        INTENT,
        { kind: "order.submitted", clOrdId: "a" },
        { kind: "order.rejected", clOrdId: "a", code: 201, reason: "no" },
      ],
      "order.submitted, then rejected: 201 no",
    ],
    [[INTENT, { kind: "order.filled", clOrdId: "b" }], "nothing became of it"],
  ])("%j", (events, text) => expect(whatBecameOf(entries(...events), entries(...events), "key")).toBe(text));
});
