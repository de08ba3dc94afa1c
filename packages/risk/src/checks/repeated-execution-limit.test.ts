import { holdsTo } from "../test-laws.ts";
import { repeatedExecutionLimit } from "./repeated-execution-limit.ts";

holdsTo(repeatedExecutionLimit, {
  limits: { maxRepeatedExecutions: 5 },
  passes: { "the fifth": { repeats: 4 } },
  denies: { "the sixth": [{ repeats: 5 }, { repeats: "6", maxRepeatedExecutions: "5" }] },
  exit: "passes",
  waived: { maxRepeatedExecutions: "waived" },
});
