import { defineCheck, pass } from "../define-check.ts";
import { atMost, together } from "../at-most.ts";
import { countLimit, moneyLimit } from "../limits/limit.ts";

/** Denies another order where too many are open, on one side of a symbol or in all, or worth too much. An exit counts, and its worth does not. */
export const openOrdersLimit = defineCheck({
  code: "OPEN_ORDERS_LIMIT",
  doc: "How many orders are open, and what they are worth.",
  remedy: "Cancel what is not needed: `./bowline orders`.",
  exemptsReducing: false,
  limits: {
    maxOpenOrdersPerSide: countLimit("Open orders on one side of a symbol, this one included. IB takes 20.", {
      careful: 15,
      normal: 15,
    }),
    maxOpenOrders: countLimit("Open orders in the account, this one included.", { careful: 60, normal: 500 }),
    maxOpenNotional: moneyLimit("What all open orders are worth, this one included.", { careful: 1, normal: 2 }),
  },
  check: (view, { maxOpenOrdersPerSide, maxOpenOrders, maxOpenNotional }) =>
    together(
      atMost({
        what: "openOnSide",
        value: view.openOnSide,
        limit: maxOpenOrdersPerSide,
        named: "maxOpenOrdersPerSide",
        show: String,
      }),
      atMost({
        what: "openOrders",
        value: view.openInAccount,
        limit: maxOpenOrders,
        named: "maxOpenOrders",
        show: String,
      }),
      view.reducing
        ? pass
        : atMost({ what: "openNotional", value: view.openNotional, limit: maxOpenNotional, named: "maxOpenNotional" }),
    ),
});
