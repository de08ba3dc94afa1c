import { aQuote } from "@bowline/testkit";
import { haltBreaker } from "./halt-breaker.ts";
import { breaksBy } from "../breaking/test-laws.ts";

breaksBy(haltBreaker, {
  limits: { breakerHalt: "enforced" },
  over: { "a halt": [{ quote: aQuote({ halted: true }) }, { halted: "yes" }] },
  missing: { quote: { quote: undefined } },
});
