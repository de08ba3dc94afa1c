import { aQuote } from "@bowline/testkit";
import { holdsTo } from "../test-laws.ts";
import { later } from "../test-view.ts";
import { symbolHalted } from "./symbol-halted.ts";

holdsTo(symbolHalted, {
  limits: { haltCoolOffMs: 60_000 },
  passes: { "what was never halted": {}, "a minute after a halt": { haltedUs: later(-60_000_000) } },
  denies: {
    "a halt": [{ quote: aQuote({ halted: true }) }, { halted: "true" }],
    "less than a minute after one": [
      { haltedUs: later(-59_999_000) },
      { sinceHaltMs: "59999", haltCoolOffMs: "60000" },
    ],
  },
  needs: { quote: { quote: undefined } },
  exit: "is asked",
});
