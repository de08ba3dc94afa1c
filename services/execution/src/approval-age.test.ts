import { anEntry, anOrder, at, dollars } from "@bowline/testkit";
import { expect, it } from "vitest";
import { tooOld } from "./approval-age.ts";

it("[fault 5] lets an approval go for ten seconds after what it was decided by, and never later", () => {
  const approval = anEntry({ kind: "order.approved", order: anOrder(), refPx: dollars("100") }, { seenUs: at(100) });
  expect([100, 110].map((seconds) => tooOld(approval, at(seconds)))).toEqual([undefined, undefined]);
  expect(tooOld(approval, at(110.001))).toContain("more than 10 s ago");
});
