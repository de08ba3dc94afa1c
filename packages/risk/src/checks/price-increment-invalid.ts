import { defineCheck, deny, denyMissing, pass } from "../define-check.ts";
import { shown } from "../limits/limit.ts";
import { orderFaults } from "@bowline/orders";

/** Denies a price between two steps of the instrument's prices: the broker would reject it. */
export const priceIncrementInvalid = defineCheck({
  code: "PRICE_INCREMENT_INVALID",
  doc: "Prices stand on the instrument's steps.",
  remedy: "Round the price in the rule or the request.",
  exemptsReducing: false,
  limits: {},
  check: ({ order, minTick }) => {
    if (minTick === undefined) return denyMissing("minTick");
    const off = orderFaults(order, minTick).filter(({ code }) => code === "OFF_INCREMENT");
    return off.length === 0 ? pass : deny({ fields: off.map(({ field }) => field).join(" "), minTick: shown(minTick) });
  },
});
