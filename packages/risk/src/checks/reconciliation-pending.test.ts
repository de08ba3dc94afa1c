import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { reconciliationPending } from "./reconciliation-pending.ts";

it("passes when all orders are known and the broker agrees", () =>
  expect(reconciliationPending.check(aView(), {})).toBeUndefined());
it("denies in doubt, in disagreement, and before the broker's first account", () => {
  expect(reconciliationPending.check(aView({ unknownOrders: 1 }), {})).toEqual({ unknownOrders: "1" });
  expect(reconciliationPending.check(aView({ brokerAgrees: false }), {})).toEqual({ position: "differs" });
  expect(reconciliationPending.check(aView({ brokerAgrees: undefined }), {})).toEqual({ missing: "account" });
});
