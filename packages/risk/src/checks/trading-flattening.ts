import { defineCheck, deny, pass } from "../define-check.ts";

/** Denies every order while positions are being closed. */
export const tradingFlattening = defineCheck({
  code: "TRADING_FLATTENING",
  doc: "No scope of the order is being flattened.",
  remedy: "Wait until the positions are closed; then look why, and `./bowline resume`.",
  exemptsReducing: false,
  limits: {},
  check: ({ tradingState }) => (tradingState === "FLATTENING" ? deny({ state: tradingState }) : pass),
});
