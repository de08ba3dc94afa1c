import { holdsTo } from "../test-laws.ts";
import { cash, ratio } from "../test-view.ts";
import { varLimit } from "./var-limit.ts";

holdsTo(varLimit, {
  limits: { maxValueAtRisk: ratio("0.02") },
  passes: { "two parts in a hundred": { valueAtRisk: () => cash("500") } },
  denies: { "a cent more": [{ valueAtRisk: () => cash("500.01") }, { valueAtRisk: "500.01", maxValueAtRisk: "500" }] },
  needs: { valueAtRisk: { valueAtRisk: () => undefined }, equity: { equity: undefined } },
  exit: "passes",
  waived: { maxValueAtRisk: "waived" },
});
