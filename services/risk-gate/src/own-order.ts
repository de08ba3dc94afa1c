import { type EventByKind, type Order, SCHEMA_VERSION } from "@bowline/contracts";
import { assert, type Px } from "@bowline/kernel";
import { watchGroups } from "@bowline/orders";
import { countApproval, type DenialCode, evaluateChecks, reserve, unknownOrdersIn } from "@bowline/risk";
import { scopeOf } from "./decide.ts";
import type { Gate } from "./gate.ts";
import { viewOf } from "./machine-view.ts";

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Codes of the checks that speak against an order by which the gate itself closes or protects a position. It is the gate's own, so no
 * lease, build or intent of a strategy counts; it follows orders of the same content; and refusals that its strategy met do not keep its
 * position open. `ending`: orders that are out of the way before it is sent. `closes`: it is sent while FLATTENING.
 */
export function againstOwn(
  gate: Gate,
  order: Order,
  { ending = NOTHING, closes = false }: { readonly ending?: ReadonlySet<string>; readonly closes?: boolean } = {},
): readonly DenialCode[] {
  const { state, entry } = gate;
  assert(entry !== undefined, "an order of the gate's without an entry");
  const reservations = new Map([...state.reservations].filter(([clOrdId]) => !ending.has(clOrdId)));
  const view = viewOf(gate, { ...state, reservations }, order, entry.header);
  const reasons = evaluateChecks(
    {
      ...view,
      machine: `desk.${order.group}`,
      leaseEpoch: view.epoch,
      build: view.ownBuild ?? view.build,
      schemaVersion: SCHEMA_VERSION,
      intentUs: state.nowUs,
      sameContentUs: undefined,
      tradingState: closes && view.tradingState === "FLATTENING" ? "REDUCING" : view.tradingState,
      reducing: view.cannotFlip,
      refusals: 0,
    },
    gate.limits.limitsFor(scopeOf(gate, order)),
  );
  return reasons.map(({ code }) => code as DenialCode);
}

/** What must be known of a symbol before the gate sends anything of its own. */
export function unknownIn({ state }: Gate, symbol: string): "ORDER_IN_DOUBT" | "FILLS_OWED" | undefined {
  if (unknownOrdersIn(state.reservations, symbol) > 0) return "ORDER_IN_DOUBT";
  return [...state.owed.values()].some((owed) => owed.symbol === symbol) ? "FILLS_OWED" : undefined;
}

type Why = Pick<EventByKind<"order.approved">, "flattens" | "protects">;

/** Approves an order of the gate's own, and holds what it may come to. */
export function approveOwn({ state, emit }: Gate, order: Order, refPx: Px, why: Why): void {
  state.decided.set(order.clOrdId, state.nowUs);
  reserve(state.reservations, order, refPx);
  countApproval(state.activity, order, state.nowUs);
  const approved = { kind: "order.approved", order, refPx, ...why } as const;
  watchGroups(state.groups, approved);
  emit(approved);
}
