import { holdsTo } from "../test-laws.ts";
import { sourceQuarantined } from "./source-quarantined.ts";

holdsTo(sourceQuarantined, {
  limits: { maxRefusalsPerMinute: 30 },
  passes: { "the limit itself": { refusals: 30 } },
  denies: { "one more": [{ refusals: 31 }, { refusals: "31", maxRefusalsPerMinute: "30" }] },
  exit: "passes",
  waived: { maxRefusalsPerMinute: "waived" },
});
