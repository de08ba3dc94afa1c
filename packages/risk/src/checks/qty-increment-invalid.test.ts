import { qty, shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { qtyIncrementInvalid } from "./qty-increment-invalid.ts";

holdsTo(qtyIncrementInvalid, {
  limits: { lotSize: 10 },
  passes: { "a multiple of the lot": { order: anOrder({ orderQty: shares(30) }) } },
  denies: {
    "any other": [{ order: anOrder({ orderQty: shares(31) }) }, { orderQty: "31", lotSize: "10" }],
    "a part of a share": [{ order: anOrder({ orderQty: qty(10_500_000) }) }, { orderQty: "10.5", lotSize: "10" }],
  },
  exit: "is asked",
  waived: { lotSize: "waived" },
});

it("of two lots takes what is a multiple of both", () => {
  const { stricter } = qtyIncrementInvalid.limits.lotSize;
  expect([stricter(4, 6), stricter(1, 5), stricter(0, 7), stricter(7, 0)]).toEqual([12, 5, 7, 7]);
});
