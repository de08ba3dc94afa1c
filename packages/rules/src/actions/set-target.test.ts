import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted, withOrder } from "../testing/protected.ts";

const asks = (params: string, facts: Facts = aProtectedPosition()) =>
  wanted(aRule({ act: `{ setTarget: { ${params} } }` }), facts);
const short = aProtectedPosition({}, "SHORT");
const lmtPx = (price: string) => ({ type: "change", changes: [{ clOrdId: "TARGET", lmtPx: dollars(price) }] });

test("moves the target nearer or farther, to the cent that asks for more", () => {
  expect(asks("price: 101.005")).toMatchObject(lmtPx("101.01"));
  expect(asks("price: position.avg_price * 1.05")).toMatchObject(lmtPx("103.95"));
  expect(asks("atr: 10")).toMatchObject(lmtPx("101"));
  expect(asks("atr: 10", short)).toMatchObject(lmtPx("99"));
  expect(asks("percent: 2, from: market", short)).toMatchObject(lmtPx("98"));
});

test("never to where it would trade at once", () => {
  expect(asks("price: 99.99")).toBe("setTarget.market");
  expect(asks("price: 100.01", short)).toBe("setTarget.market");
});

test("is blocked without a target that works, while a change is under way, and where it stands there", () => {
  expect(asks("price: 101", aProtectedPosition({ working: [] }))).toBe("setTarget.target");
  expect(asks("price: 101", withOrder(aProtectedPosition(), "TARGET", { changing: true }))).toBe("setTarget.change");
  expect(asks("price: 103")).toBe("setTarget.moves");
  expect(asks("price: 101", aProtectedPosition({ quote: undefined }))).toBe("setTarget.quote");
});
