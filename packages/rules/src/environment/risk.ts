import { TRADING_STATES } from "@bowline/contracts";
import { defineFact } from "./define-fact.ts";

/** What the risk gate lets through. */
export const RISK_FACTS = [
  defineFact({
    name: "risk.state",
    type: "string",
    values: TRADING_STATES,
    doc: "The stricter of the trading states of everything and of the symbol.",
    unknown: "the gate was not heard yet",
    read: (facts) => facts.tradingState,
  }),
];
