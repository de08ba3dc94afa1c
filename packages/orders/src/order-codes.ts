import { type OrderContext, type OrderEffect, orderEffect } from "@bowline/ib-codes";
import type { KnownOrder } from "./known-order.ts";

/**
 * What a code can be about: a change that is under way, then a cancel that a strategy asked for, once the broker had the order;
 * before that its placing.
 */
function contextOf({ accepted, cancelRequested, replacing }: KnownOrder): OrderContext {
  if (replacing !== undefined) return "modify";
  return accepted && cancelRequested ? "cancel" : "place";
}

/** What IB's code means for an order as it stands; `undefined` for a code that the table of codes lacks: it changes nothing. */
export const effectOnOrder = (order: KnownOrder, code: number): OrderEffect | undefined =>
  orderEffect(contextOf(order), code);
