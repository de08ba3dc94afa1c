import { permittedLimit } from "./list-limits.ts";

/** Limits of how much: an order that is over one of them may be made smaller until it is not. */
const CUTTABLE = [
  "QTY_EXCEEDS_MAX",
  "NOTIONAL_EXCEEDS_MAX",
  "LIQUIDITY_LIMIT",
  "POSITION_LIMIT",
  "GROSS_EXPOSURE_LIMIT",
  "NET_EXPOSURE_LIMIT",
  "SECTOR_LIMIT",
  "GROUP_LIMIT",
  "STRATEGY_LIMIT",
  "CORRELATION_LIMIT",
  "BETA_LIMIT",
  "VAR_LIMIT",
  "STRESS_LIMIT",
  "CONCENTRATION_LIMIT",
] as const;

/** What the gate does with an order that is too large: what is listed cuts it, all else denies it. */
export const cutToFit = {
  code: "CUT_TO_FIT",
  doc: "An order over these limits alone is cut to the largest whole quantity that passes every check, in place of a denial.",
  limits: {
    cutToFit: permittedLimit(`Codes of limits that cut and do not deny, out of ${CUTTABLE.join(", ")}.`, CUTTABLE, {
      careful: [],
      normal: [],
    }),
  },
} as const;
