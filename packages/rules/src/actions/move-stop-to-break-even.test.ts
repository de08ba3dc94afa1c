import { dollars } from "@bowline/testkit";
import { describe, expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted, withOrder } from "../testing/protected.ts";

const asks = (params: string, facts: Facts = aProtectedPosition()) =>
  wanted(aRule({ act: `{ moveStopToBreakEven: { ${params} } }` }), facts);
const short = aProtectedPosition({}, "SHORT");
const stopPx = (price: string) => ({ type: "change", changes: [{ clOrdId: "STOP", stopPx: dollars(price) }] });

test("moves the stop to what the position cost, or beyond it on the winning side", () => {
  expect(asks("")).toMatchObject(stopPx("99"));
  expect(asks("", short)).toMatchObject(stopPx("101"));
  expect(asks("offsetCents: 5")).toMatchObject(stopPx("99.05"));
  expect(asks("offsetCents: 5", short)).toMatchObject(stopPx("100.95"));
  expect(asks("offsetBps: 10")).toMatchObject(stopPx("99.1"));
});

test("rounds to the cent that does not lose", () => {
  const position = { ...aProtectedPosition().position, avgPx: dollars("99.003") };
  expect(asks("", aProtectedPosition({ position: position as Facts["position"] }))).toMatchObject(stopPx("99.01"));
});

describe("is blocked", () => {
  test("until the market is beyond it", () => {
    const low = { bidPx: dollars("99"), askPx: dollars("99.02"), halted: false };
    expect(asks("", aProtectedPosition({ quote: low }))).toBe("moveStopToBreakEven.market");
    expect(asks("offsetCents: 99")).toBe("moveStopToBreakEven.market");
  });

  test("where the stop stands there, or nearer to the market", () => {
    expect(asks("", withOrder(aProtectedPosition(), "STOP", { stopPx: dollars("99") }))).toBe(
      "moveStopToBreakEven.nearer",
    );
    expect(asks("", withOrder(short, "STOP", { stopPx: dollars("100.5") }))).toBe("moveStopToBreakEven.nearer");
  });

  test("without a stop that works, and before the ledger told the price", () => {
    expect(asks("", aProtectedPosition({ working: [] }))).toBe("moveStopToBreakEven.stop");
    const { quantity, enteredUs } = aProtectedPosition().position as NonNullable<Facts["position"]>;
    expect(asks("", aProtectedPosition({ position: { quantity, enteredUs } }))).toBe("moveStopToBreakEven.entry");
  });
});

test("says one offset", () => {
  expect(() => asks("offsetBps: 1, offsetCents: 1")).toThrow("one of offsetBps, offsetCents, or none");
});
