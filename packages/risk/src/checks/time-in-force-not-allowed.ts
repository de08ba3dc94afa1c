import { TIMES_IN_FORCE } from "@bowline/contracts";
import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { permittedLimit } from "../limits/list-limits.ts";

/** Denies a time in force that is not on the list. */
export const timeInForceNotAllowed = defineCheck({
  code: "TIME_IN_FORCE_NOT_ALLOWED",
  doc: "The time in force is permitted.",
  remedy: "Use a permitted time in force, or permit this one.",
  exemptsReducing: false,
  limits: {
    allowedTimesInForce: permittedLimit("Times in force that may be sent.", TIMES_IN_FORCE, {
      careful: ["DAY", "GTC", "IOC", "GTD"],
      normal: TIMES_IN_FORCE,
    }),
  },
  check: ({ order: { timeInForce } }, { allowedTimesInForce }) =>
    allowedTimesInForce === WAIVED || allowedTimesInForce.includes(timeInForce) ? pass : deny({ timeInForce }),
});
