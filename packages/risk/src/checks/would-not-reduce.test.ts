import { anOrder } from "@bowline/testkit";
import { expect, it } from "vitest";
import { aView } from "../test-view.ts";
import { wouldNotReduce } from "./would-not-reduce.ts";

const judge = (order: Parameters<typeof anOrder>[0], cannotFlip: boolean) =>
  wouldNotReduce.check(aView({ order: anOrder(order), cannotFlip }), {});

it("[pitfall 12] denies an exit that could turn the position, said or meant", () => {
  expect(judge({ purpose: "EXIT", side: "SELL" }, false)).toEqual({ purpose: "EXIT", side: "SELL" });
  expect(judge({ purpose: "ENTRY", side: "SELL", reduceOnly: true }, false)).toBeDefined();
});
it("passes an exit within the position, and every entry", () => {
  expect(judge({ purpose: "EXIT", side: "SELL" }, true)).toBeUndefined();
  expect(judge({ purpose: "ENTRY" }, false)).toBeUndefined();
});
