import { describe, expect, it } from "vitest";
import { neverApproved, placedAgain, type PlacedFact, splitPlaced } from "./placed.ts";
import { entriesOf } from "./test-world.ts";

const line = (over: Partial<PlacedFact> = {}): PlacedFact => ({
  clOrdId: "A",
  wallMs: 0,
  ibOrderId: 1,
  orderQty: 100,
  lmtPx: 50,
  ...over,
});
const SUBMITTED = { kind: "order.submitted", clOrdId: "A", orderQty: 100, lmtPx: 50 };
const asks = (terms: object, replaceId = "r1") => ({
  kind: "order.replace-approved",
  clOrdId: "A",
  replaceId,
  ...terms,
});
const shows = (terms: object, replaceId = "r1") => ({ kind: "order.replaced", clOrdId: "A", replaceId, ...terms });

describe("what was placed", () => {
  it("is an order, or a change of one that has the id already", () => {
    const [order, change, other] = [line(), line({ orderQty: 60 }), line({ ibOrderId: 2 })];
    expect(splitPlaced([order, change, other])).toEqual({ orders: [order, other], changes: [change] });
  });

  it("is an order once, and as often a change as changes were approved", () => {
    const entries = entriesOf([SUBMITTED, asks({ orderQty: 60 })]);
    const change = line({ orderQty: 60 });
    expect(placedAgain([line(), change], entries)).toBeUndefined();
    expect(placedAgain([line(), change, change], entries)).toBe(change);
    const doubled = line({ ibOrderId: 2, orderQty: 60 });
    expect(placedAgain([line(), doubled], entries)).toBe(doubled);
  });

  it("has the terms that were submitted, then those that a change makes of them", () => {
    const entries = entriesOf([
      SUBMITTED,
      asks({ orderQty: 60 }),
      shows({ orderQty: 60, lmtPx: 50 }),
      asks({ lmtPx: 49 }, "r2"),
    ]);
    const lines = [line(), line({ orderQty: 60 }), line({ orderQty: 60, lmtPx: 49 })];
    expect(neverApproved(lines, entries)).toBeUndefined();
    expect(neverApproved([lines[0]!, lines[2]!], entries)).toBeUndefined();
    expect(neverApproved([line({ orderQty: 101 })], entries)).toEqual(line({ orderQty: 101 }));
    // A new price that brings the old quantity back.
    const grown = line({ lmtPx: 49 });
    expect(neverApproved([lines[0]!, lines[1]!, grown], entries)).toBe(grown);
    expect(neverApproved([...lines, lines[1]!], entries)).toBe(lines[1]);
  });

  it("stays as it was where the broker refused a change", () => {
    const refused = { kind: "order.replace-rejected", clOrdId: "A", replaceId: "r1", code: 110 };
    const entries = entriesOf([SUBMITTED, asks({ lmtPx: 49 }), refused, asks({ orderQty: 60 }, "r2")]);
    const sent = [line(), line({ lmtPx: 49 })];
    expect(neverApproved([...sent, line({ orderQty: 60 })], entries)).toBeUndefined();
    const refusedPx = line({ orderQty: 60, lmtPx: 49 });
    expect(neverApproved([...sent, refusedPx], entries)).toBe(refusedPx);
  });
});
