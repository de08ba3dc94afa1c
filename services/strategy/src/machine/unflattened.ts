import type { SymbolState } from "./state.ts";

/** A position, or an entry that may still bring one, that no exit closes yet; or one that is closed to be turned. */
export const isUnflattened = ({ quantity, orders, exit, reversal }: SymbolState): boolean =>
  reversal !== undefined || (exit === undefined && (quantity !== 0 || orders.some(({ leg }) => leg === "ENTRY")));
