import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LIFE_CYCLE, ORDER_STEPS, ORD_STATUSES, type Standing, fillStep, isTerminal, moveOf } from "./life-cycle.ts";

/** One line a state: every step that is not named here, or under `repeats`, is illegal. */
const LEGAL = {
  PENDING_NEW:
    "accepted>NEW part-filled>PARTIALLY_FILLED filled>FILLED over-filled>FILLED cancel-requested>PENDING_CANCEL canceled>CANCELED rejected>REJECTED expired>EXPIRED unknown>UNKNOWN lost>LOST",
  NEW: "part-filled>PARTIALLY_FILLED filled>FILLED over-filled>FILLED corrected>WORKING busted>WORKING cancel-requested>PENDING_CANCEL canceled>CANCELED replace-requested>PENDING_REPLACE rejected>REJECTED expired>EXPIRED unknown>UNKNOWN",
  PARTIALLY_FILLED:
    "part-filled>PARTIALLY_FILLED filled>FILLED over-filled>FILLED corrected>WORKING busted>WORKING cancel-requested>PENDING_CANCEL canceled>CANCELED replace-requested>PENDING_REPLACE expired>EXPIRED unknown>UNKNOWN",
  PENDING_REPLACE:
    "part-filled>PENDING_REPLACE filled>FILLED over-filled>FILLED corrected>PENDING_REPLACE busted>PENDING_REPLACE cancel-requested>PENDING_CANCEL canceled>CANCELED replaced>WORKING replace-rejected>WORKING rejected>REJECTED expired>EXPIRED unknown>UNKNOWN",
  PENDING_CANCEL:
    "accepted>PENDING_CANCEL part-filled>PENDING_CANCEL filled>FILLED over-filled>FILLED corrected>PENDING_CANCEL busted>PENDING_CANCEL cancel-rejected>WORKING canceled>CANCELED replaced>PENDING_CANCEL replace-rejected>PENDING_CANCEL rejected>REJECTED expired>EXPIRED unknown>UNKNOWN lost>LOST",
  FILLED:
    "part-filled>FILLED filled>FILLED over-filled>FILLED corrected>FILLED busted>FILLED cancel-rejected>FILLED replace-rejected>FILLED",
  CANCELED:
    "part-filled>CANCELED filled>FILLED over-filled>FILLED corrected>CANCELED busted>CANCELED cancel-rejected>CANCELED replace-rejected>CANCELED",
  REJECTED: "cancel-rejected>REJECTED replace-rejected>REJECTED",
  EXPIRED:
    "part-filled>EXPIRED filled>FILLED over-filled>FILLED corrected>EXPIRED busted>EXPIRED cancel-rejected>EXPIRED replace-rejected>EXPIRED",
  UNKNOWN:
    "corrected>UNKNOWN busted>UNKNOWN canceled>CANCELED rejected>REJECTED expired>EXPIRED resolved>WORKING lost>LOST",
  LOST: "corrected>LOST busted>LOST resolved>WORKING",
} as const;

const aStanding = (over: Partial<Standing> = {}): Standing => ({
  status: "NEW",
  accepted: true,
  orderQty: 100,
  cumQty: 0,
  ...over,
});

describe("life of an order", () => {
  it.each(ORD_STATUSES)("%s: exactly these steps are legal", (status) => {
    const found = ORDER_STEPS.flatMap((step) => {
      const cell = LIFE_CYCLE[status][step];
      return cell === "ILLEGAL" || cell === "DUPLICATE" ? [] : [`${step}>${cell}`];
    });
    expect(found.join(" ")).toBe(LEGAL[status]);
  });

  it("answers every pair of state and step", () => {
    for (const status of ORD_STATUSES)
      for (const step of ORDER_STEPS)
        expect(["legal", "duplicate", "illegal"]).toContain(moveOf(aStanding({ status }), step).type);
  });

  it("never works again after an end, but for evidence that a lost order is known", () => {
    for (const status of ORD_STATUSES.filter(isTerminal)) {
      const works = ORDER_STEPS.filter((step) => {
        const move = moveOf(aStanding({ status }), step);
        return move.type === "legal" && !isTerminal(move.status);
      });
      expect(works).toEqual(status === "LOST" ? ["resolved"] : []);
    }
  });

  it("takes corrections in every state that may hold a fill", () => {
    const without = ORD_STATUSES.filter((status) => LIFE_CYCLE[status].busted === "ILLEGAL");
    expect(without).toEqual(["PENDING_NEW", "REJECTED"]);
  });

  it("works on as what is known of the order", () => {
    const resolved = (over: Partial<Standing>) => moveOf(aStanding({ status: "UNKNOWN", ...over }), "resolved");
    expect(resolved({ accepted: false })).toEqual({ type: "legal", status: "PENDING_NEW" });
    expect(resolved({})).toEqual({ type: "legal", status: "NEW" });
    expect(resolved({ cumQty: 40 })).toEqual({ type: "legal", status: "PARTIALLY_FILLED" });
    expect(resolved({ cumQty: 100 })).toEqual({ type: "legal", status: "FILLED" });
    expect(resolved({ cumQty: 100, pendingQty: 150 })).toEqual({ type: "legal", status: "PENDING_REPLACE" });
  });

  it("counts a fill by what was ordered, or is being asked for", () => {
    expect(fillStep({ orderQty: 100, cumQty: 99 })).toBe("part-filled");
    expect(fillStep({ orderQty: 100, cumQty: 100 })).toBe("filled");
    expect(fillStep({ orderQty: 100, cumQty: 100, pendingQty: 150 })).toBe("part-filled");
    expect(fillStep({ orderQty: 100, cumQty: 100, pendingQty: 50 })).toBe("filled");
    expect(fillStep({ orderQty: 100, cumQty: 101 })).toBe("over-filled");
  });

  it("does not move where it is walked twice by the same step, but for fills and changes", () => {
    const MAY_REPEAT = new Set(["part-filled", "filled", "over-filled", "corrected", "busted", "replaced", "accepted"]);
    fc.assert(
      fc.property(fc.constantFrom(...ORD_STATUSES), fc.constantFrom(...ORDER_STEPS), (status, step) => {
        const first = moveOf(aStanding({ status }), step);
        if (first.type !== "legal" || MAY_REPEAT.has(step) || step.endsWith("-rejected")) return;
        const again = moveOf(aStanding({ status: first.status }), step);
        expect(again.type === "legal" ? again.status : first.status).toBe(first.status);
      }),
    );
  });
});
