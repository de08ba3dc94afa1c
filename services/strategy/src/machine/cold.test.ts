import { checkRules } from "@bowline/rules";
import { expect, test } from "vitest";
import { countDays, countMinute } from "./cold.ts";

const checked = checkRules(
  "strategy: test\ndescription: For tests.\ngroups: all\nindicators: { day: { sma: { period: 3 }, timeframe: 1d }, minute: { sma: { period: 3 } } }\nrules: [{ id: rule, on: bar, do: { exit: {} } }]\n",
  "s.yaml",
);
if (!checked.ok) throw new Error("the strategy of this test is wrong");
const strategy = checked.value;

test("minutes count for all, and days for those over days alone", () => {
  const cold = { day: { needs: 780, seen: 0 }, minute: { needs: 2, seen: 0 } };
  countDays(strategy, cold, 1);
  expect(cold).toEqual({ day: { needs: 780, seen: 390 }, minute: { needs: 2, seen: 0 } });
  countMinute(cold);
  expect(cold).toEqual({ day: { needs: 780, seen: 391 }, minute: { needs: 2, seen: 1 } });
  countMinute(cold);
  expect(Object.keys(cold)).toEqual(["day"]);
  countDays(strategy, cold, 2);
  expect(cold).toEqual({});
});
