import { shares } from "@bowline/kernel";
import { dollars } from "@bowline/testkit";
import { expect, test } from "vitest";
import type { Facts } from "../facts.ts";
import { aRule } from "../testing/facts.ts";
import { aProtectedPosition, wanted } from "../testing/protected.ts";

const naked = (direction: "LONG" | "SHORT" = "LONG"): Facts =>
  aProtectedPosition({ working: [], liveOrders: 0 }, direction);
const bracket = (facts: Facts, spec = "stopAtr: 2, targetR: 2") =>
  wanted(aRule({ act: `{ bracket: { ${spec} } }` }), facts);

test("stands around the quote, over the whole position", () => {
  expect(bracket(naked())).toMatchObject({
    type: "protect",
    orderQty: shares(100),
    stopPx: dollars("99.59"),
    targetLmtPx: dollars("100.79"),
  });
  expect(bracket(naked("SHORT"))).toMatchObject({ stopPx: dollars("100.41"), targetLmtPx: dollars("99.21") });
});

test("rests on what its prices rest on", () => {
  expect(bracket({ ...naked(), atr: undefined } as Facts)).toBe("bracket.atr");
  expect(bracket({ ...naked(), atr: undefined } as Facts, "stopPercent: 1, targetPercent: 2")).toMatchObject({
    stopPx: dollars("98.99"),
  });
  expect(bracket({ ...naked(), prediction: undefined } as Facts, "stop: prediction, targetR: 2")).toBe("bracket.stop");
});

test.each<[string, Partial<{ [K in keyof Facts]: Facts[K] | undefined }>, string]>([
  ["with any order of ours under way", { liveOrders: 1 }, "orders"],
  ["with an exit under way", { exiting: true }, "running"],
  ["when flat", { position: { quantity: shares(0), enteredUs: undefined } }, "position"],
  ["with a position in doubt", { position: undefined }, "position"],
  ["without a quote", { quote: undefined }, "quote"],
])("is blocked %s", (_, changes, blocker) => {
  const facts = { ...naked(), ...changes } as Facts;
  expect(bracket(facts)).toBe(`bracket.${blocker}`);
});
