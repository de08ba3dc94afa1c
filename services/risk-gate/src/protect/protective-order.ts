import { makeClOrdId, type Order } from "@bowline/contracts";
import { addSeconds, MICROS, type Px, type Qty, qty } from "@bowline/kernel";
import { type Group, nakedQty, stopPxOf } from "@bowline/orders";
import { heldBy, middleOf, positionOf } from "@bowline/risk";
import { closableQty } from "../flatten/flatten-scope.ts";
import type { Gate } from "../gate.ts";
import type { Protection } from "./protection-state.ts";

/**
 * Why there is no stop now. NO_STOP_PRICE: nobody knows where it was. OTHERS_HOLD: the account's position is not the strategy's.
 * OTHERS_CLOSE: orders that may still fill could take all of it. MARKET_DATA_STALE: there is no price.
 */
export type ProtectionWait = "NO_STOP_PRICE" | "OTHERS_HOLD" | "OTHERS_CLOSE" | "MARKET_DATA_STALE";
export type ProtectiveOrder = { readonly order: Order; readonly refPx: Px };

/**
 * The stop as it was, for what of the position nothing protects and no other order may take. `ending`: orders that are out of the way before
 * it is sent. Nothing changes.
 */
export function protectiveOrder(
  gate: Gate,
  group: Group,
  { sinceUs, orders, ending }: Pick<Protection, "sinceUs" | "orders"> & { readonly ending: ReadonlySet<string> },
): ProtectiveOrder | ProtectionWait {
  const { state, groups, limits, accountId } = gate;
  const { id, symbol, strategy } = group;
  const stopPx = stopPxOf(group);
  if (stopPx === undefined) return "NO_STOP_PRICE";
  const held = heldBy(state.trips, strategy).get(symbol) ?? 0;
  const position = positionOf(state.holdings, symbol);
  if (Math.sign(held) !== Math.sign(position) || held === 0) return "OTHERS_HOLD";
  const orderQty = whole(Math.min(nakedQty(group), Math.abs(held), closableQty(gate, symbol, ending)));
  if (orderQty === 0) return "OTHERS_CLOSE";
  const refPx = middleOf(state.prices.quotes.get(symbol));
  if (refPx === undefined) return "MARKET_DATA_STALE";
  const number = orders + 1;
  const triggerKey = `protect:${id}:${sinceUs}:${number}`;
  const about = { accountId, strategy, symbol, rule: "protect", triggerKey } as const;
  return {
    refPx,
    order: {
      ...about,
      clOrdId: makeClOrdId({ ...about, leg: "STOP", attempt: number }),
      group: groups.groupOf(symbol) ?? "none",
      side: position > 0 ? "SELL" : "BUY",
      orderQty,
      ordType: "STP",
      stopPx,
      timeInForce: "GTC",
      purpose: "EXIT",
      expiresUs: addSeconds(state.nowUs, limits.flatten.repriceSeconds),
      decisionPx: refPx,
      reduceOnly: true,
    },
  };
}

const whole = (quantity: number): Qty => qty(quantity - (quantity % MICROS));
