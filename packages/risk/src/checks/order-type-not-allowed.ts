import { ORD_TYPES } from "@bowline/contracts";
import { defineCheck, deny, pass } from "../define-check.ts";
import { WAIVED } from "../limits/limit.ts";
import { permittedLimit } from "../limits/list-limits.ts";

/** Denies an order type that is not on the list. */
export const orderTypeNotAllowed = defineCheck({
  code: "ORDER_TYPE_NOT_ALLOWED",
  doc: "The order type is permitted.",
  remedy: "Use a permitted type, or permit this one.",
  exemptsReducing: false,
  limits: {
    allowedOrderTypes: permittedLimit("Order types that may be sent.", ORD_TYPES, {
      careful: ["MKT", "LMT", "STP", "STP_LMT", "TRAIL", "TRAIL_LIMIT", "MOC", "LOC"],
      normal: ORD_TYPES,
    }),
  },
  check: ({ order: { ordType } }, { allowedOrderTypes }) =>
    allowedOrderTypes === WAIVED || allowedOrderTypes.includes(ordType) ? pass : deny({ ordType }),
});
