import type { FlattenAllPlan } from "@bowline/rules";
import type { Firing } from "./enter.ts";
import { startExit } from "./exit.ts";
import type { Desk, SymbolState } from "./state.ts";

/** A position, or an entry that may still bring one, that no exit closes yet. */
export const isUnflattened = ({ quantity, orders, exit }: SymbolState): boolean =>
  exit === undefined && (quantity !== 0 || orders.some(({ leg }) => leg === "ENTRY"));

/**
 * Begins an exit of every symbol that needs one, each under an id of its own. One whose position is in doubt begins too, and waits
 * until the ledger agrees. Returns the clOrdId of the first closing order.
 */
export const flattenAll = (desk: Desk, { expiresMs }: FlattenAllPlan, firing: Firing): string | undefined =>
  desk.state.symbols.filter(isUnflattened).map((symbol) => startExit(desk, symbol, firing, expiresMs))[0];
