import { type OrderTree, makeOrderTree, putInto, takeFrom } from "./order-tree.ts";
import { type Window, isFull, makeWindow, push } from "./window.ts";

/** The last numbers, by age and by size. */
export type OrderWindow = { window: Window; tree: OrderTree };

export const makeOrderWindow = (length: number): OrderWindow => ({
  window: makeWindow(length),
  tree: makeOrderTree(length),
});

export function pushOrder({ window, tree }: OrderWindow, x: number): void {
  const slot = window.at;
  if (isFull(window)) takeFrom(tree, slot);
  push(window, x);
  putInto(tree, slot, x);
}
