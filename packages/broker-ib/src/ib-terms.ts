import type { AlgoName, OcaType, TriggerMethod } from "@bowline/contracts";
import { MICROS, assert } from "@bowline/kernel";
import { ORDER_TYPES, type OrderLeg } from "@bowline/orders";
import type { Order } from "@stoqey/ib";
import { formatIbUtc } from "./ib-time.ts";

/** IB's numbers. */
const TRIGGER_METHODS: Readonly<Record<TriggerMethod, number>> = {
  DEFAULT: 0,
  DOUBLE_BID_ASK: 1,
  LAST: 2,
  DOUBLE_LAST: 3,
  BID_ASK: 4,
  LAST_OR_BID_ASK: 7,
  MIDPOINT: 8,
};
const OCA_TYPES: Readonly<Record<OcaType, number>> = { CANCEL_WITH_BLOCK: 1, REDUCE_WITH_BLOCK: 2, REDUCE: 3 };
const ALGO_STRATEGIES: Readonly<Record<AlgoName, string>> = { ADAPTIVE: "Adaptive", TWAP: "Twap", VWAP: "Vwap" };
/** A percent is 10,000 micros of 1. */
const MICROS_OF_PERCENT = MICROS / 100;

/** Micros as a double with the shortest decimal text that is that number: what the library writes to the wire. */
export const decimalOf = (value: number): number => {
  const decimal = value / MICROS;
  assert(Math.round(decimal * MICROS) === value, `no double for ${value} micros`);
  return decimal;
};

/** `auxPrice` is a trigger, a distance or an offset: that depends on the type. */
export function ibPrices(leg: OrderLeg): Partial<Order> {
  const { ordType, lmtPx, stopPx, trailAmt, trailPercent, lmtOffset, pegOffset } = leg;
  const limit = lmtPx === undefined ? {} : { lmtPrice: decimalOf(lmtPx) };
  if (ORDER_TYPES[ordType].trails !== true) {
    const aux = stopPx ?? pegOffset;
    return { ...limit, ...(aux === undefined ? {} : { auxPrice: decimalOf(aux) }) };
  }
  return {
    ...limit,
    ...(trailAmt === undefined ? {} : { auxPrice: decimalOf(trailAmt) }),
    ...(trailPercent === undefined ? {} : { trailingPercent: trailPercent / MICROS_OF_PERCENT }),
    ...(stopPx === undefined ? {} : { trailStopPrice: decimalOf(stopPx) }),
    ...(lmtOffset === undefined ? {} : { lmtPriceOffset: decimalOf(lmtOffset) }),
  };
}

/** Everything else that an order may say; what it does not say stays as empty as it was. */
export function ibTerms(leg: OrderLeg): Partial<Order> {
  const { goodAfterUs, goodTillUs, allOrNone, hidden, displayQty, minQty, triggerMethod, ocaGroup, ocaType, algo } =
    leg;
  return {
    ...(goodAfterUs === undefined ? {} : { goodAfterTime: formatIbUtc(goodAfterUs) }),
    ...(goodTillUs === undefined ? {} : { goodTillDate: formatIbUtc(goodTillUs) }),
    ...(allOrNone === undefined ? {} : { allOrNone }),
    ...(hidden === undefined ? {} : { hidden }),
    ...(displayQty === undefined ? {} : { displaySize: decimalOf(displayQty) }),
    ...(minQty === undefined ? {} : { minQty: decimalOf(minQty) }),
    ...(triggerMethod === undefined ? {} : { triggerMethod: TRIGGER_METHODS[triggerMethod] }),
    ...(ocaGroup === undefined ? {} : { ocaGroup }),
    ...(ocaType === undefined ? {} : { ocaType: OCA_TYPES[ocaType] }),
    ...(algo === undefined
      ? {}
      : { algoStrategy: ALGO_STRATEGIES[algo.name], algoParams: algo.params.map((p) => ({ ...p })) }),
  };
}
