import { shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted } from "../testing/protected.ts";

const naked = (direction: "LONG" | "SHORT" = "LONG"): Facts =>
  aProtectedPosition({ working: [], liveOrders: 0 }, direction);
const oco = (facts: Facts, spec = "stop: 98.0, target: 102.0") => wanted(aRule({ act: `{ oco: { ${spec} } }` }), facts);

test("two orders of which one cancels the other stand at prices of their own, away from the market by the part of a cent", () => {
  expect(oco(naked(), "stop: position.avg_price - 0.005, target: 101.001")).toMatchObject({
    stopPx: dollars("98.99"),
    targetLmtPx: dollars("101.01"),
  });
  expect(oco(naked("SHORT"), "stop: 101.001, target: 98.999")).toMatchObject({
    stopPx: dollars("101.01"),
    targetLmtPx: dollars("98.99"),
  });
});

test("neither price may trade at once", () => {
  expect(oco(naked(), "stop: 99.99, target: 101.0")).toBe("oco.prices");
  expect(oco(naked(), "stop: 98.0, target: 100.01")).toBe("oco.prices");
  expect(oco(naked("SHORT"), "stop: 100.01, target: 98.0")).toBe("oco.prices");
});

test.each<[string, Partial<{ [K in keyof Facts]: Facts[K] | undefined }>, string]>([
  ["with any order of ours under way", { liveOrders: 1 }, "orders"],
  ["with an exit under way", { exiting: true }, "running"],
  ["when flat", { position: { quantity: shares(0), enteredUs: undefined } }, "position"],
  ["with a position in doubt", { position: undefined }, "position"],
  ["without a quote", { quote: undefined }, "quote"],
])("is blocked %s", (_, changes, blocker) => {
  const facts = { ...naked(), ...changes } as Facts;
  expect(oco(facts)).toBe(`oco.${blocker}`);
});

test("an expression that is UNKNOWN places nothing", () => {
  expect(oco({ ...naked(), lastPx: undefined } as Facts, "stop: market.last, target: 102.0")).toBe("oco.stop");
});
