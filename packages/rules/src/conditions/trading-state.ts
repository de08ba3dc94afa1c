import { choice, strict } from "@bowline/config";
import { TRADING_STATES } from "@bowline/contracts";
import { defineCondition, isOneOf } from "../define-condition.ts";
import { oneOrMore } from "../schema-parts.ts";

export const tradingState = defineCondition({
  name: "tradingState",
  group: "position",
  doc: "The stricter of the trading states of everything and of the symbol, as the risk gate told it, is one of these.",
  schema: strict({ is: oneOrMore(choice(TRADING_STATES)) }),
  leaves: ({ is }) => [{ name: "tradingState", threshold: is.join(" or "), test: isOneOf("risk.state", is) }],
});
