import type { FlattenAllPlan } from "@bowline/rules";
import type { Firing } from "./enter.ts";
import { startExit } from "./exit.ts";
import { dropReversal } from "./reverse.ts";
import type { Desk } from "./state.ts";
import { isUnflattened } from "./unflattened.ts";

/**
 * Begins an exit of every symbol that needs one, each under an id of its own; nothing follows one that is under way. One whose
 * position is in doubt begins too, and waits until the ledger agrees. Returns the clOrdId of the first closing order.
 */
export function flattenAll(desk: Desk, { expiresMs }: FlattenAllPlan, firing: Firing): string | undefined {
  const unflattened = desk.state.symbols.filter(isUnflattened);
  for (const symbol of unflattened) dropReversal(symbol);
  return unflattened.filter(isUnflattened).map((symbol) => startExit(desk, symbol, firing, expiresMs))[0];
}
