import type { Order } from "@bowline/contracts";
import { MICROS, mulDiv, type Qty, qty, subQty, ZERO_QTY } from "@bowline/kernel";

/** Whole shares of a part of a quantity. */
const shareOf = (quantity: Qty, size: number): Qty => qty(Math.floor(mulDiv(quantity, size, MICROS) / MICROS) * MICROS);

const atMost = (quantity: Qty | undefined, most: Qty): Qty | undefined =>
  quantity === undefined ? undefined : qty(Math.min(quantity, most));

/**
 * An order of a part of its quantity, in whole shares, each part of its bracket alike; `size` in micros of 1. `undefined` where nothing
 * is left of it, or of a part of its bracket.
 */
export const cutOrder = (order: Order, size: number): Order | undefined =>
  withParts(order, (quantity) => shareOf(quantity, size));

/** The same of so many shares at the most; of an order in parts it may be fewer, as each part is whole shares. */
export const cutOrderTo = (order: Order, most: Qty): Order | undefined =>
  withParts(order, (quantity) => qty(Math.floor(mulDiv(quantity, most, order.orderQty) / MICROS) * MICROS));

function withParts(order: Order, cut: (quantity: Qty) => Qty): Order | undefined {
  const units = order.bracket?.more?.units ?? [];
  const first = cut(units.reduce((left, unit) => subQty(left, unit.orderQty), order.orderQty));
  const cutUnits = units.map((unit) => ({ ...unit, orderQty: cut(unit.orderQty) }));
  const parts = [first, ...cutUnits.map(({ orderQty }) => orderQty)];
  if (parts.some((part) => part <= ZERO_QTY)) return undefined;
  const orderQty = qty(parts.reduce((sum, part) => sum + Number(part), 0));
  const { bracket, displayQty, minQty } = order;
  return {
    ...order,
    orderQty,
    ...(displayQty === undefined ? {} : { displayQty: atMost(displayQty, orderQty) }),
    ...(minQty === undefined ? {} : { minQty: atMost(minQty, orderQty) }),
    ...(bracket?.more === undefined ? {} : { bracket: { ...bracket, more: { ...bracket.more, units: cutUnits } } }),
  };
}
