import { describe, expect, it } from "vitest";
import { ORDER_STEPS, ORD_STATUSES, isTerminal, nextStatus } from "./life-cycle.ts";

const LEGAL = [
  "PENDING_NEW accepted NEW",
  "PENDING_NEW part-filled PARTIALLY_FILLED",
  "PENDING_NEW filled FILLED",
  "PENDING_NEW canceled CANCELED",
  "PENDING_NEW rejected REJECTED",
  "PENDING_NEW expired EXPIRED",
  "PENDING_NEW unknown UNKNOWN",
  "PENDING_NEW lost LOST",
  "NEW part-filled PARTIALLY_FILLED",
  "NEW filled FILLED",
  "NEW canceled CANCELED",
  "NEW rejected REJECTED",
  "NEW expired EXPIRED",
  "NEW unknown UNKNOWN",
  "PARTIALLY_FILLED part-filled PARTIALLY_FILLED",
  "PARTIALLY_FILLED filled FILLED",
  "PARTIALLY_FILLED canceled CANCELED",
  "PARTIALLY_FILLED expired EXPIRED",
  "PARTIALLY_FILLED unknown UNKNOWN",
  "CANCELED part-filled CANCELED",
  "CANCELED filled FILLED",
  "EXPIRED part-filled EXPIRED",
  "EXPIRED filled FILLED",
  "UNKNOWN resolved PENDING_NEW",
  "UNKNOWN lost LOST",
  "LOST resolved PENDING_NEW",
];

describe("life of an order", () => {
  it("has exactly these steps, every other pair is illegal", () => {
    const found = ORD_STATUSES.flatMap((status) =>
      ORDER_STEPS.flatMap((step) => {
        const next = nextStatus(status, step);
        return next === undefined ? [] : [`${status} ${step} ${next}`];
      }),
    );
    expect(found.sort()).toEqual(LEGAL.toSorted());
  });

  it("never works again after an end, but for evidence that a lost order is known", () => {
    for (const status of ORD_STATUSES.filter(isTerminal)) {
      const next = ORDER_STEPS.flatMap((step) => nextStatus(status, step) ?? []).filter((s) => !isTerminal(s));
      expect(next).toEqual(status === "LOST" ? ["PENDING_NEW"] : []);
    }
  });
});
