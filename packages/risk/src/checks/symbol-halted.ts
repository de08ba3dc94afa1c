import { US_PER_MS } from "@bowline/kernel";
import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { atLeast } from "../at-most.ts";
import { countLimit } from "../limits/limit.ts";

/** Denies while the exchange halts the symbol, and a while after. */
export const symbolHalted = defineCheck({
  code: "SYMBOL_HALTED",
  doc: "The symbol is not halted at the exchange, nor was it a moment ago.",
  remedy: "Wait until it trades again.",
  exemptsReducing: false,
  limits: {
    haltCoolOffMs: countLimit("Milliseconds after a halt.", { careful: 60_000, normal: 60_000 }, "least"),
  },
  check: ({ quote, haltedUs, nowUs }, { haltCoolOffMs }) => {
    if (quote === undefined) return denyMissing("quote");
    if (quote.halted) return deny({ halted: "true" });
    if (haltedUs === undefined) return pass;
    const value = (nowUs - haltedUs) / US_PER_MS;
    return atLeast({ what: "sinceHaltMs", value, limit: haltCoolOffMs, named: "haltCoolOffMs", show: String });
  },
});
