import { qty, shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView, tightens } from "../test-view.ts";
import { qtyExceedsMax } from "./qty-exceeds-max.ts";

const limits = { maxOrderQty: shares(100) };

it("passes at the limit", () => expect(qtyExceedsMax.check(aView(), limits)).toBeUndefined());
it("denies a millionth of a share more", () =>
  expect(qtyExceedsMax.check(aView({ order: anOrder({ orderQty: qty(100_000_001) }) }), limits)).toEqual({
    orderQty: "100.000001",
    maxOrderQty: "100",
  }));
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      qtyExceedsMax,
      aView(),
      [0, 99, 100, 101].map((n) => ({ maxOrderQty: shares(n) })),
    ),
  ).toBe(true));
