import type { Entry, Event } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { type Facts, LAWS } from "./laws.ts";

const entry = (event: object, seq = 1): Entry => ({ seq, subject: "", header: {}, event: event as Event }) as Entry;
const order = (orderRef: string, permId: number) => ({ orderRef, permId, symbol: "IBM" });
const NOTHING: Facts = { entries: [], orders: [], executions: [], deadLetters: 0 };
const check = (name: string, facts: Partial<Facts>): string | undefined =>
  LAWS.find((law) => law.name === name)?.check({ ...NOTHING, ...facts });

describe("the laws of rehearsals", () => {
  it("all hold where nothing happened", () => {
    for (const law of LAWS) expect([law.name, law.check(NOTHING)]).toEqual([law.name, undefined]);
  });

  it.each<[string, Partial<Facts>, string]>([
    ["no-order-doubled", { orders: [order("a", 1), order("a", 2)] }, "a is at the broker again, with permId 2"],
    [
      "no-order-late",
      { orders: [order("a", 1)], entries: [entry({ kind: "order.lapsed", clOrdId: "a" }, 7)] },
      "order.lapsed at 7, and the order is at the broker",
    ],
    ["no-dead-letters", { deadLetters: 2 }, "2 dead letters"],
    ["none-unknown", { entries: [entry({ kind: "order.unknown", clOrdId: "a" })] }, "still unknown: a"],
    ["fills-equal", { executions: [{ execId: "1.01", order: order("a", 1) }] }, "execution 1 is not booked"],
    [
      "fills-equal",
      { entries: [entry({ kind: "order.filled", execId: "1.01" })] },
      "execution 1 is booked, but not at the broker",
    ],
    [
      "fills-equal",
      {
        executions: [{ execId: "1.01", order: order("a", 1) }],
        entries: [entry({ kind: "order.filled", execId: "1.01" }), entry({ kind: "order.filled", execId: "1.02" })],
      },
      "execution 1 is booked twice",
    ],
    [
      "books-agree",
      {
        entries: [
          entry({
            kind: "account.reconciliation",
            clean: false,
            differences: [{ subject: "IBM", ours: "1", broker: undefined }],
          }),
        ],
      },
      "IBM: ours 1, the broker's none",
    ],
    [
      "not-halted",
      { entries: [entry({ kind: "risk.trading-state", scope: "IBM", state: "HALTED" })] },
      "IBM is HALTED",
    ],
  ])("%s says what breaks it", (name, facts, text) => expect(check(name, facts)).toBe(text));

  it("forgive what was explained, put right, or is not ours", () => {
    const explained = [
      entry({ kind: "order.unknown", clOrdId: "a" }),
      entry({ kind: "order.lost", clOrdId: "a" }),
      entry({ kind: "account.reconciliation", clean: false, differences: [] }),
      entry({ kind: "account.reconciliation", clean: true, differences: [] }),
      entry({ kind: "risk.trading-state", scope: "IBM", state: "HALTED" }),
      entry({ kind: "risk.trading-state", scope: "IBM", state: "ACTIVE" }),
    ];
    for (const name of ["none-unknown", "books-agree", "not-halted"])
      expect(check(name, { entries: explained })).toBeUndefined();
    expect(check("fills-equal", { executions: [{ execId: "1.01", order: order("", 1) }] })).toBeUndefined();
    expect(check("no-order-doubled", { orders: [order("", 1), order("", 2)] })).toBeUndefined();
  });
});
