import { defineEvent, oneOf, string } from "../schema/index.ts";
import { reason } from "./shared.ts";

export const TRADING_STATES = ["ACTIVE", "REDUCING", "HALTED"] as const;
export type TradingState = (typeof TRADING_STATES)[number];

export const riskTradingState = defineEvent({
  kind: "risk.trading-state",
  domain: "risk",
  name: "TradingStateChanged",
  subject: "risk.trading-state.{scope}",
  writers: ["risk-gate"],
  doc: "The trading state of a scope changed. Down by anything, up by an operator.",
  fields: {
    scope: string("`global`, or a symbol."),
    state: oneOf("TradingState", TRADING_STATES, "New state."),
    reason,
  },
});
