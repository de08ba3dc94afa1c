import { expect, test } from "vitest";
import { aRule, someFacts } from "../testing/facts.ts";

test("is always done, beside whatever else the rule does", () => {
  const rule = aRule({ act: "[{ tag: { text: breakout } }, { tag: { text: early } }]" });
  expect(rule.evaluate(someFacts())).toMatchObject({
    outcome: "FIRED",
    plans: [
      { type: "tag", text: "breakout" },
      { type: "tag", text: "early" },
    ],
  });
});

test.each(["{}", '{ text: "" }', '{ text: "a, b" }', "{ text: 7 }"])("is no text in one line: %s", (params) =>
  expect(() => aRule({ act: `{ tag: ${params} }` })).toThrow(/tag/),
);
