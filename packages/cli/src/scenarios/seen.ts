import type { Event, EventByKind, Order } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";

type About = { readonly atUs: Us; readonly symbol: string; readonly rule: string };

export type SeenFiring = About & { readonly is: "firing"; readonly triggerKey: string; readonly orders: Order[] };
/** An order that no rule's firing led to, such as the exit of a position without protection. */
export type SeenOrder = About & { readonly is: "order"; readonly triggerKey: string; readonly orders: Order[] };
export type SeenDenial = About & { readonly is: "denial"; readonly codes: readonly string[] };
export type Seen = SeenFiring | SeenOrder | SeenDenial;

type Filled = EventByKind<"order.filled">;
export type SeenFill = { readonly atUs: Us; readonly fill: Filled; readonly leg: string };
type Replaced = EventByKind<"order.replaced">;
export type SeenChange = { readonly atUs: Us; readonly replaced: Replaced; readonly leg: string };
export type SeenVerdict = { readonly atUs: Us; readonly decision: EventByKind<"decision"> };
export type SeenPosition = { readonly atUs: Us; readonly symbol: string; readonly quantity: number };

/** What came of a scenario, in the order of time. */
export type SeenAll = {
  readonly acts: Seen[];
  readonly fills: SeenFill[];
  readonly changes: SeenChange[];
  readonly verdicts: SeenVerdict[];
  readonly positions: SeenPosition[];
};

/** Collects what the machines say. */
export function makeWitness(): { readonly all: SeenAll; hear(event: Event, atUs: Us): void } {
  const all: SeenAll = { acts: [], fills: [], changes: [], verdicts: [], positions: [] };
  const legs = new Map<string, string>();
  const hear = (event: Event, atUs: Us): void => {
    switch (event.kind) {
      case "decision":
        return hearDecision(all, event, atUs);
      case "order.intent":
        return hearIntent(all, event.order, atUs);
      case "order.denied":
        all.acts.push({
          is: "denial",
          atUs,
          symbol: event.symbol,
          rule: event.rule,
          codes: event.reasons.map(({ code }) => code),
        });
        return;
      case "order.submitted":
        legs.set(event.clOrdId, event.leg);
        return;
      case "order.filled":
        all.fills.push({ atUs, fill: event, leg: legs.get(event.clOrdId) ?? "" });
        return;
      case "order.replaced":
        all.changes.push({ atUs, replaced: event, leg: legs.get(event.clOrdId) ?? "" });
        return;
      default:
        if (event.kind.startsWith("position.") && "quantity" in event && "symbol" in event)
          all.positions.push({ atUs, symbol: event.symbol, quantity: Number(event.quantity) });
    }
  };
  return { all, hear };
}

/** The record of a firing comes after its orders or before them, as the machine pleases: both find each other. */
function hearDecision({ acts, verdicts }: SeenAll, decision: EventByKind<"decision">, atUs: Us): void {
  // The gate's answer comes as the same record once more.
  if (decision.verdict !== undefined) return;
  verdicts.push({ atUs, decision });
  if (decision.outcome !== "FIRED") return;
  const { symbol, rule, triggerKey } = decision;
  const index = acts.findIndex((act) => act.is === "order" && isOf(act, decision));
  const early = acts[index];
  const orders = early?.is === "order" ? early.orders : [];
  if (index !== -1) acts.splice(index, 1);
  acts.push({ is: "firing", atUs, symbol, rule, triggerKey, orders });
}

function hearIntent({ acts }: SeenAll, order: Order, atUs: Us): void {
  const known = acts.find((act) => act.is !== "denial" && isOf(act, order));
  if (known?.is === "firing" || known?.is === "order") known.orders.push(order);
  else {
    const { symbol, rule, triggerKey } = order;
    acts.push({ is: "order", atUs, symbol, rule, triggerKey, orders: [order] });
  }
}

type Key = { readonly symbol: string; readonly rule: string; readonly triggerKey: string };

const isOf = (one: Key, other: Key): boolean =>
  one.symbol === other.symbol && one.rule === other.rule && one.triggerKey === other.triggerKey;
