import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";

/** Denies a symbol outside the universe, under a group that is not its own, or unknown to the broker. */
export const instrumentUnknown = defineCheck({
  code: "INSTRUMENT_UNKNOWN",
  doc: "The symbol is in the groups and the broker knows the instrument.",
  remedy: "Put the symbol into groups.yaml; if it is there, the broker does not know it: look at the alerts.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, group, instrumentResolved }) => {
    if (group === undefined || group !== order.group) return deny({ symbol: order.symbol, group: group ?? "none" });
    return instrumentResolved ? pass : denyMissing("instrument");
  },
});
