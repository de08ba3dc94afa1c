import { at } from "@bowline/testkit";
import { expect, it } from "vitest";
import { type ApprovalTimes, approvalRate, countApproval } from "./approval-rate.ts";

it("counts the last second and the last minute, and forgets what is older", () => {
  const times: ApprovalTimes = [];
  for (const second of [0, 30, 59, 59.5]) countApproval(times, at(second));
  expect(approvalRate(times, at(59.5))).toEqual({ lastSecond: 2, lastMinute: 4 });
  expect(approvalRate(times, at(60))).toEqual({ lastSecond: 1, lastMinute: 3 });
  countApproval(times, at(90));
  expect(times).toEqual([at(59), at(59.5), at(90)]);
});
