import type { Event, EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { parseLimits, renderLimits } from "@bowline/risk";
import { aClock, anEntry, at } from "@bowline/testkit";
import { describe, expect, it } from "vitest";
import { makeRiskGate } from "./machine.ts";
import { accountId, cash, groups } from "./test-gate.ts";

const OLD = renderLimits({ equity: cash("100000"), profile: "careful" });
const lower = (text: string): string => text.replace(/maxOpenOrders: \d+/, "maxOpenOrders: 3");
const higher = (text: string): string => text.replace(/maxOpenOrders: \d+/, "maxOpenOrders: 900");

type Change = Partial<EventByKind<"control.limits">>;
const give = (yaml: string, changes: Change = {}): Event => ({
  kind: "control.limits",
  hash: sha256Hex(yaml),
  replaces: sha256Hex(OLD),
  yaml,
  reason: "test",
  by: "ada",
  ...changes,
});
const clock = (phase: "CLOSED" | "REGULAR"): Event => ({ ...aClock({ nowUs: at(600) }), phase });

function aGate() {
  const book = parseLimits(OLD, "limits.yaml");
  if (!book.ok) throw new Error("the suggested limits cannot be read");
  return makeRiskGate({ limits: book.value, limitsHash: sha256Hex(OLD), groups, accountId });
}

/** What the gate says of limits after these, and the most open orders that then hold. */
function said(...events: readonly Event[]) {
  const gate = aGate();
  const emitted: Event[] = [];
  events.forEach((event, index) =>
    gate.apply(
      anEntry(event, { seq: index + 1, causeSeq: index + 1, seenUs: at(600 + index) }),
      (out) => void emitted.push(out),
    ),
  );
  const restored = aGate();
  restored.restore(gate.snapshot());
  expect(restored.snapshot()).toEqual(gate.snapshot());
  return {
    most: mostOf(gate),
    restored: mostOf(restored),
    texts: emitted.flatMap((event) =>
      event.kind === "risk.limits"
        ? [`taken, looser: ${event.looser}`]
        : event.kind === "risk.limits-refused"
          ? [event.because]
          : [],
    ),
  };
}
const mostOf = (gate: ReturnType<typeof aGate>): unknown => gate.limitsInForce().everywhere.maxOpenOrders;

describe("limits that an operator gives", () => {
  it("hold from their entry on, over a restart, where none is looser", () => {
    const { texts, most, restored } = said(clock("REGULAR"), give(lower(OLD)));
    expect(texts).toEqual(["taken, looser: "]);
    expect([most, restored]).toEqual([3, 3]);
  });

  it("are raised within a session by two, otherwise by one", () => {
    const two = { secondSignature: "bob's" };
    expect(said(clock("REGULAR"), give(higher(OLD), two))).toMatchObject({
      most: 900,
      texts: ["taken, looser: maxOpenOrders"],
    });
    expect(said(clock("CLOSED"), give(higher(OLD)))).toMatchObject({ most: 900, restored: 900 });
    const refused = "LIMIT_CHANGE_UNSIGNED: within a session two operators sign what is looser: maxOpenOrders";
    expect(said(clock("REGULAR"), give(higher(OLD)))).toMatchObject({ most: 60, restored: 60, texts: [refused] });
    expect(said(give(higher(OLD))).texts).toEqual([refused]);
  });

  it("leave the old ones where they do not hold, and say why", () => {
    const refusal = (yaml: string, changes?: Change): string =>
      said(clock("REGULAR"), give(yaml, changes)).texts.join();
    expect(refusal("limits: {}")).toContain("limits.yaml:1");
    expect(refusal(lower(OLD), { hash: "0".repeat(64) })).toBe("its text is not the version that it names");
    expect(refusal(lower(OLD), { replaces: "0".repeat(64) })).toMatch(
      /^it was to take the place of 000000000000, and /,
    );
  });

  it("are known already where they are those in force", () => {
    expect(said(give(OLD, { replaces: "" })).texts).toEqual([]);
  });

  it("follow one another", () => {
    const next = lower(OLD);
    const back = said(clock("CLOSED"), give(next), give(OLD, { replaces: sha256Hex(next) }));
    expect(back).toMatchObject({ most: 60, restored: 60 });
  });
});
