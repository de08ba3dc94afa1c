import { expect, it } from "vitest";
import { aView, tightens } from "../test-view.ts";
import { rateLimit } from "./rate-limit.ts";

const limits = { maxOrdersPerSecond: 2, maxOrdersPerMinute: 5 };
const judge = (lastSecond: number, lastMinute: number) =>
  rateLimit.check(aView({ approvals: { lastSecond, lastMinute } }), limits);

it("counts this order in", () => {
  expect(judge(1, 4)).toBeUndefined();
  expect(judge(2, 2)).toEqual({ lastSecond: "2", lastMinute: "2" });
  expect(judge(0, 5)).toEqual({ lastSecond: "0", lastMinute: "5" });
});
it("holds for exits too: a loop that sends exits is a loop", () => expect(rateLimit.exemptsReducing).toBe(false));
it("never approves by a tighter limit", () =>
  expect(
    tightens(
      rateLimit,
      aView({ approvals: { lastSecond: 1, lastMinute: 1 } }),
      [0, 1, 2, 9].map((maxOrdersPerSecond) => ({ ...limits, maxOrdersPerSecond })),
    ),
  ).toBe(true));
