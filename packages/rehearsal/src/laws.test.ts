import type { Entry, Event } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { type Facts, LAWS } from "./laws.ts";

const entry = (event: object, seq = 1): Entry => ({ seq, subject: "", header: {}, event: event as Event }) as Entry;
const order = (orderRef: string, permId: number) => ({ orderRef, permId, symbol: "IBM" });
const execution = (execId: string, orderRef: string, lastPx = 10) => ({
  execId,
  order: order(orderRef, 1),
  lastQty: 5,
  lastPx,
});
const OVERFILL = { kind: "order.anomaly", code: "OVERFILL", effect: "HALT_SYMBOL", symbol: "IBM" };
const HALTED = { kind: "risk.trading-state", scope: "IBM", state: "HALTED" };
const NOTHING: Facts = { entries: [], orders: [], executions: [], positions: [], deadLetters: 0 };
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
    ["fills-equal", { executions: [execution("1.01", "a")] }, "execution 1 is not booked"],
    [
      "fills-equal",
      { entries: [entry({ kind: "order.filled", execId: "1.01" })] },
      "execution 1 is booked, but not at the broker",
    ],
    [
      "fills-equal",
      {
        executions: [execution("1.01", "a")],
        entries: [entry({ kind: "order.filled", execId: "1.01" }), entry({ kind: "order.filled", execId: "1.02" })],
      },
      "execution 1 is booked twice",
    ],
    [
      "fills-equal",
      {
        executions: [execution("1.02", "a", 11)],
        entries: [entry({ kind: "order.filled", execId: "1.01", lastQty: 5, lastPx: 10 })],
      },
      "execution 1.02 is booked otherwise than the broker has it",
    ],
    [
      "fills-equal",
      {
        executions: [{ ...execution("1.02", "a"), lastQty: 0 }],
        entries: [entry({ kind: "order.filled", execId: "1.01", lastQty: 5, lastPx: 10 })],
      },
      "execution 1.02 is booked otherwise than the broker has it",
    ],
    [
      "positions-equal",
      {
        executions: [execution("1.01", "")],
        positions: [{ symbol: "IBM", positionQty: 7_000_000 }],
      },
      "IBM: the ledger holds 0, the broker 7",
    ],
    [
      "positions-equal",
      { entries: [entry({ kind: "position.opened", symbol: "IBM", quantity: 1_000_000 })] },
      "IBM: the ledger holds 1, the broker 0",
    ],
    [
      "books-agree",
      { entries: [entry({ kind: "broker.account" }), entry({ kind: "order.corrected", execId: "1.02" })] },
      "the broker did not tell its account after the last execution",
    ],
    ["anomaly-halts", { entries: [entry(HALTED), entry(OVERFILL)] }, "IBM is not halted after OVERFILL"],
    [
      "anomaly-halts",
      {
        entries: [entry(OVERFILL), entry(HALTED), entry({ kind: "order.approved", order: { symbol: "IBM" } }, 9)],
      },
      "IBM: approved at 9, though it was halted",
    ],
    [
      "anomaly-halts",
      { entries: [entry(OVERFILL), entry(HALTED), entry({ ...HALTED, state: "ACTIVE" })] },
      "IBM trades again, and nobody said so",
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
    expect(check("fills-equal", { executions: [execution("1.01", "")] })).toBeUndefined();
    expect(check("no-order-doubled", { orders: [order("", 1), order("", 2)] })).toBeUndefined();
    const corrected = [
      entry({ kind: "order.filled", execId: "1.01", lastQty: 5, lastPx: 10 }),
      entry({ kind: "order.corrected", execId: "1.02", lastQty: 5, lastPx: 11 }),
    ];
    expect(check("fills-equal", { executions: [execution("1.02", "a", 11)], entries: corrected })).toBeUndefined();
    expect(check("anomaly-halts", { entries: [entry(OVERFILL), entry(HALTED)] })).toBeUndefined();
  });
});
