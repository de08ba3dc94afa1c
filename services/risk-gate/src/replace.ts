import type { Entry, EventByKind, Reason } from "@bowline/contracts";
import { assert, ZERO_QTY } from "@bowline/kernel";
import {
  countApproval,
  evaluateChecks,
  holdReplacement,
  reasonOf,
  type Replacement,
  replacementOf,
} from "@bowline/risk";
import { scopeOf } from "./decide.ts";
import type { Gate } from "./gate.ts";
import { viewOf } from "./machine-view.ts";
import { tierSizeOf } from "./tier-size.ts";

type ReplaceIntent = EventByKind<"order.replace-intent">;

/**
 * Approves a change where the order as it would then be passes every check, its own reservation left out. What only takes away from
 * an order always passes: it can do no harm, whatever else is wrong.
 */
export function decideReplace(gate: Gate, change: ReplaceIntent): void {
  const { state, emit } = gate;
  const held = state.reservations.get(change.clOrdId);
  const found = replacementOf(state.reservations, change);
  const reasons = typeof found === "string" ? [{ code: found, detail: [] }] : reasonsAgainst(gate, change, found);
  state.decided.set(change.replaceId, state.nowUs);
  const { kind: _kind, reason: _reason, ...approved } = change;
  if (reasons.length > 0 || typeof found === "string" || held === undefined) {
    const { clOrdId, group, symbol, replaceId, strategy, rule } = change;
    return emit({ kind: "order.replace-denied", clOrdId, group, symbol, replaceId, strategy, rule, reasons });
  }
  holdReplacement(held, change.replaceId, found.orderQty);
  countApproval(state.activity, found.order, state.nowUs);
  emit({ kind: "order.replace-approved", ...approved });
}

/** A person holds no lease that another could have won, and is of no build. */
const isByHand = ({ header }: Entry): boolean => header.machine === "operator";

function reasonsAgainst(
  gate: Gate,
  change: ReplaceIntent,
  { order, reduces, followsEntry, movedFromPx }: Replacement,
): readonly Reason[] {
  const { state, limits, entry } = gate;
  if (state.decided.has(change.replaceId)) return [{ code: "DUPLICATE_INTENT_ID", detail: [] }];
  if (reduces) return [];
  assert(entry !== undefined, "a change without its entry");
  const reservations = new Map(state.reservations);
  reservations.delete(change.clOrdId);
  const without = { ...state, reservations, decided: new Map() };
  const view = viewOf(gate, without, order, entry.header);
  const byHand = isByHand(entry)
    ? { leaseEpoch: view.epoch, machine: `desk.${order.group}`, build: view.ownBuild ?? view.build }
    : {};
  const ofOrder = limits.limitsFor(scopeOf(gate, order));
  const reasons = evaluateChecks(
    {
      ...view,
      movedFromPx,
      ...byHand,
      // What an order is changed to may be what it was a moment ago: its own approval is no repeat.
      sameContentUs: undefined,
      reducing: view.reducing || followsEntry,
      cannotFlip: view.cannotFlip || followsEntry,
    },
    ofOrder,
  );
  const tier = followsEntry ? undefined : tierSizeOf({ ...gate, state: without }, order, ofOrder);
  return tier !== undefined && grows(gate, change) ? [...reasons, reasonOf(tier.code, { change: "grows" })] : reasons;
}

const grows = ({ state }: Gate, { clOrdId, orderQty = ZERO_QTY }: ReplaceIntent): boolean =>
  orderQty > (state.reservations.get(clOrdId)?.working?.orderQty ?? ZERO_QTY);
