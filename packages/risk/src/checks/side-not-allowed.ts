import { SIDES } from "@bowline/contracts";
import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { permittedLimit } from "../limits/list-limits.ts";

/** Denies a side that is not on the list. */
export const sideNotAllowed = defineCheck({
  code: "SIDE_NOT_ALLOWED",
  doc: "The side is permitted.",
  remedy: "Permit the side; without SELL_SHORT nothing is ever sold short.",
  exemptsReducing: false,
  limits: {
    allowedSides: permittedLimit("Sides that may be sent.", SIDES, { careful: SIDES, normal: SIDES }),
  },
  check: ({ order: { side }, shortQty }, { allowedSides }) => {
    if (allowedSides === WAIVED) return pass;
    const sells = shortQty > 0 ? "SELL_SHORT" : side;
    return allowedSides.includes(side) && allowedSides.includes(sells) ? pass : deny({ side: sells });
  },
});
