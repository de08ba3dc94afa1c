import { describe, expect, it } from "vitest";
import { aDay, aDecision, ENTRY_ID, STOP_ID, TARGET_ID } from "../test-day.ts";
import { chainOf } from "./chain.ts";
import { renderChain } from "./render.ts";

const stagesOf = (clOrdId: string): readonly string[] => {
  const chain = chainOf(clOrdId, aDay(), [aDecision()]);
  return chain === undefined
    ? []
    : renderChain(chain)
        .split("\n")
        .map((line) => line.split(/ {2,}/)[0] ?? "");
};

describe("an explanation", () => {
  it("goes from the prediction to the position", () => {
    const stages = stagesOf(ENTRY_ID).filter((stage) => stage !== "");
    expect([...new Set(stages)]).toEqual([
      "prediction",
      "rule",
      "sizing",
      "intent",
      "gate",
      "order",
      "fill",
      "position",
    ]);
  });
  it("is the same whichever leg of the bracket is asked for", () => {
    expect(stagesOf(STOP_ID)).toEqual(stagesOf(ENTRY_ID));
    expect(stagesOf(TARGET_ID)).toEqual(stagesOf(ENTRY_ID));
  });
  it("shows every condition with what was seen and what was wanted", () => {
    const chain = chainOf(ENTRY_ID, aDay(), [aDecision()]);
    expect(chain && renderChain(chain)).toMatch(/TRUE {4}prediction\.confidence: 0\.7, wanted ≥ 0\.55/);
  });
  it("shows every reason of a denial", () => {
    const [signal, intent] = aDay();
    const denied = {
      ...intent!,
      seq: 3,
      event: {
        kind: "order.denied" as const,
        clOrdId: ENTRY_ID,
        group: "tech",
        symbol: "AAPL",
        strategy: "demo",
        rule: "entry",
        side: "BUY" as const,
        orderQty: 1_000_000 as never,
        reasons: [{ code: "CLOCK_STALE", detail: [{ key: "ageMs", value: "4000" }] }],
      },
    };
    const chain = chainOf(ENTRY_ID, [signal!, intent!, denied], []);
    expect(chain && renderChain(chain)).toMatch(/denied .*\n +CLOCK_STALE: ageMs=4000/);
  });
  it("tells why an order that was approved ended without a fill, and what was never recorded", () => {
    const about = { clOrdId: ENTRY_ID, group: "tech", symbol: "AAPL" };
    const [, intent] = aDay();
    const ended = (seq: number, event: object) => ({ ...intent!, seq, event: { ...about, ...event } as never });
    const chain = chainOf(
      ENTRY_ID,
      [
        intent!,
        ended(10, { kind: "order.lapsed", reason: "expired" }),
        ended(11, { kind: "order.canceled", reason: "asked for" }),
        ended(12, { kind: "order.rejected", code: "201", reason: "no margin" }),
        ended(13, { kind: "order.lost", evidence: "in no list of the broker" }),
        ended(14, { kind: "order.expired" }),
      ],
      [],
    );
    const text = chain === undefined ? "" : renderChain(chain);
    expect(text).toMatch(/^prediction +none: a rule of the clock\nrule +no decision record\nintent /);
    expect(text).toMatch(/\ngate +\S+ {2}lapsed: expired {2}\[10\]/);
    expect(text).toMatch(new RegExp(`canceled: asked for, ${ENTRY_ID} {2}\\[11\\]`));
    expect(text).toMatch(new RegExp(`rejected: 201 no margin, ${ENTRY_ID} {2}\\[12\\]`));
    expect(text).toMatch(new RegExp(`lost: in no list of the broker, ${ENTRY_ID} {2}\\[13\\]`));
    expect(text).toMatch(/expired {2}\[14\]$/);
  });
  it("is none for an order that nobody names", () => expect(chainOf("NOBODY", aDay(), [])).toBeUndefined());
});
