import { shares } from "@bowline/kernel";
import { anOrder } from "@bowline/testkit";
import { expect, it } from "vitest";
import { holdsTo } from "../test-laws.ts";
import { aView, dollarsPx } from "../test-view.ts";
import { malformedOrder } from "./malformed-order.ts";

holdsTo(malformedOrder, {
  limits: {},
  passes: { "an order that fits together": { order: anOrder() } },
  denies: {
    "a limit order without its price": [
      { order: anOrder({ lmtPx: undefined }) },
      { field: "lmtPx", faults: "MISSING:lmtPx" },
    ],
    "an order for another account": [{ order: anOrder({ accountId: "DU9" }) }, { field: "account" }],
    "a quantity of nothing": [
      { order: anOrder({ orderQty: shares(0) }) },
      { field: "orderQty", faults: "NOT_POSITIVE:orderQty" },
    ],
  },
  exit: "is asked",
});

const judge = (order: Parameters<typeof anOrder>[0]) => malformedOrder.check(aView({ order: anOrder(order) }), {});
const bracket = (stop: string, target: string) => ({
  stopClOrdId: "S",
  stopPx: dollarsPx(stop),
  targetClOrdId: "T",
  targetLmtPx: dollarsPx(target),
});

it("passes each order type with exactly its prices", () => {
  expect(judge({})).toBeUndefined();
  expect(judge({ ordType: "MKT", lmtPx: undefined })).toBeUndefined();
  expect(judge({ ordType: "STP", lmtPx: undefined, stopPx: dollarsPx("99") })).toBeUndefined();
});
it("denies prices that are missing or do not belong", () => {
  expect(judge({ ordType: "MKT" })).toMatchObject({ field: "lmtPx" });
  expect(judge({ stopPx: dollarsPx("99") })).toMatchObject({ field: "stopPx" });
});
it("leaves the steps of prices to their own check", () =>
  expect(judge({ lmtPx: dollarsPx("100.005") })).toBeUndefined());
it("denies what is absurdly large, from the byte on", () => {
  const rest = JSON.stringify(anOrder({ triggerKey: "" })).length;
  expect(judge({ triggerKey: "x".repeat(8192 - rest) })).toBeUndefined();
  expect(judge({ triggerKey: "x".repeat(8193 - rest) })).toEqual({ field: "order", bytes: "8193", mostBytes: "8192" });
});
it("says everything that is wrong at once", () => {
  const order = { ordType: "STP", stopPx: dollarsPx("99"), timeInForce: "IOC", outsideRth: true } as const;
  expect(judge(order)?.["faults"]).toBe("NOT_TAKEN:lmtPx TIME_IN_FORCE:timeInForce");
});
it("denies a negative quantity", () => expect(judge({ orderQty: shares(-1) })).toMatchObject({ field: "orderQty" }));
it("denies a bracket that is the wrong way round", () => {
  expect(judge({ bracket: bracket("99", "101") })).toBeUndefined();
  expect(judge({ bracket: bracket("101", "99") })).toMatchObject({ field: "bracket" });
  expect(judge({ side: "SELL", bracket: bracket("101", "99") })).toBeUndefined();
  expect(judge({ side: "SELL_SHORT", bracket: bracket("99", "101") })).toMatchObject({ field: "bracket" });
});
