import { expect, test } from "vitest";
import { NOTHING_KNOWN, aRule } from "../testing/facts.ts";

test("needs nothing, and has its own cooldown", () => {
  const rule = aRule({ act: "{ notify: { text: look } }" });
  expect(rule.evaluate(NOTHING_KNOWN)).toMatchObject({
    outcome: "FIRED",
    plans: [{ type: "notify", severity: "INFO", text: "look", cooldownMinutes: 1 }],
  });
});

test.each(["{}", '{ text: "" }', "{ text: a, severity: LOUD }", "{ text: a, cooldownMinutes: 0 }"])(
  "is refused where it stands wrong: %s",
  (params) => expect(() => aRule({ act: `{ notify: ${params} }` })).toThrow(/notify/),
);
