import { choiceLimit } from "./list-limits.ts";

/** Which rule for day trades binds the account; two checks read it. */
export const dayTradeRegime = choiceLimit(
  "Rule for day trades: off, intraday_margin (FINRA from 2026-06-04 on), or legacy_pdt (before; brokers may phase in until 2027-10-20).",
  ["off", "intraday_margin", "legacy_pdt"],
  { careful: "legacy_pdt", normal: "legacy_pdt" },
);
