import type { Entry } from "@bowline/contracts";
import { anEntry, anOrder, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { isClosing } from "./is-closing.ts";

const approval = (more: { readonly flattens?: string }): Entry =>
  anEntry({ kind: "order.approved", order: anOrder(), refPx: dollars("100"), ...more });

it("is what the gate says of its own order, and of no other", () => {
  const approvalOf = new Map([
    ["OURS", approval({ flattens: "global" })],
    ["THEIRS", approval({})],
  ]);
  expect(["OURS", "THEIRS", "NONE"].map((clOrdId) => isClosing({ approvalOf }, clOrdId))).toEqual([true, false, false]);
});
