import { anOrder, at } from "@bowline/testkit";
import { expect, it } from "vitest";
import {
  approvalRates,
  contentOf,
  countApproval,
  countFill,
  countRefusal,
  endRuns,
  makeActivity,
  refusalsOf,
  repeatsOf,
} from "./activity.ts";
import { later } from "../test-view.ts";

const order = anOrder();

it("counts approvals by age, symbol, strategy and session", () => {
  const activity = makeActivity();
  for (const [clock, changes] of [
    [-60_000_000, {}],
    [-59_999_999, { symbol: "MSFT" }],
    [-1_000_000, { strategy: "other" }],
    [-999_999, {}],
  ] as const)
    countApproval(activity, anOrder(changes), later(clock));
  expect(approvalRates(activity, order, later(0))).toEqual({
    lastSecond: 1,
    lastMinute: 3,
    ofSymbol: 2,
    ofStrategy: 2,
    ofSession: 4,
  });
  expect(activity.approvals).toHaveLength(4);
  countApproval(activity, order, later(1));
  expect(activity.approvals).toHaveLength(3);
});

it("remembers a content for a minute", () => {
  const activity = makeActivity();
  countApproval(activity, order, later(0));
  expect(activity.contents.get(contentOf({ ...order, clOrdId: "OTHER" }))).toBe(later(0));
  for (const change of [
    { symbol: "MSFT" },
    { lmtPx: undefined },
    { strategy: "x" },
    { side: "SELL" } as const,
    { purpose: "EXIT" } as const,
  ])
    expect(activity.contents.has(contentOf(anOrder(change)))).toBe(false);
  countApproval(activity, anOrder({ symbol: "MSFT" }), later(60_000_000));
  expect(activity.contents.has(contentOf(order))).toBe(false);
});

it("counts refusals of a strategy for a minute", () => {
  const activity = makeActivity();
  countRefusal(activity, "demo", later(0));
  countRefusal(activity, "demo", later(30_000_000));
  countRefusal(activity, "other", later(30_000_000));
  expect(refusalsOf(activity, "demo", later(59_999_999))).toBe(2);
  expect(refusalsOf(activity, "demo", later(60_000_000))).toBe(1);
  expect(refusalsOf(activity, "none", at(0))).toBe(0);
});

it("counts orders filled on one side, each once, until the other side, a prediction or a person", () => {
  const activity = makeActivity();
  const fill = (name: string, buys = true) =>
    countFill(activity, { strategy: "demo", symbol: "AAPL", buys, order: name });
  for (const name of ["A", "A", "B"]) fill(name);
  expect([repeatsOf(activity, order), activity.ofSession.fills]).toEqual([2, 3]);
  expect(repeatsOf(activity, anOrder({ side: "SELL" }))).toBe(0);
  fill("C", false);
  expect([repeatsOf(activity, order), repeatsOf(activity, anOrder({ side: "SELL" }))]).toEqual([0, 1]);
  endRuns(activity, "MSFT");
  expect(activity.runs.size).toBe(1);
  endRuns(activity, "AAPL");
  expect(activity.runs.size).toBe(0);
  fill("D");
  endRuns(activity);
  expect(repeatsOf(activity, order)).toBe(0);
});
