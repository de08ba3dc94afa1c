import type { Header, Order, Reason } from "@bowline/contracts";
import { cutOrderTo, evaluateChecks, largestFit, type RiskLimits, type RiskView, WAIVED } from "@bowline/risk";
import type { Gate } from "./gate.ts";
import { viewOf } from "./machine-view.ts";

/** An order as the checks saw it, with what they have against it. */
export type Asked = { readonly order: Order; readonly view: RiskView; readonly reasons: readonly Reason[] };

/** Whether a reason cuts by policy: its limit is listed, and what it bounds is known. */
const cuts = ({ code, detail }: Reason, { cutToFit }: RiskLimits): boolean =>
  cutToFit !== WAIVED && cutToFit.some((listed) => listed === code) && !detail.some(({ key }) => key === "missing");

/**
 * What may be approved of an order that is only too large: the most of it that every check lets pass, asked as a new order each time.
 * `undefined` where something else speaks against it as well, a limit denies by policy, or nothing of it passes (the least notional
 * among what is asked).
 */
export function fitOf(gate: Gate, asked: Asked, limits: RiskLimits, header: Header): Asked | undefined {
  if (asked.reasons.length === 0 || !asked.reasons.every((reason) => cuts(reason, limits))) return undefined;
  const askFor = (quantity: Order["orderQty"]): Asked | undefined => {
    const order = cutOrderTo(asked.order, quantity);
    if (order === undefined) return undefined;
    // A repeat is told by what the strategy asked for, not by what would be left of it.
    const view = { ...viewOf(gate, gate.state, order, header), sameContentUs: asked.view.sameContentUs };
    return { order, view, reasons: evaluateChecks(view, limits) };
  };
  const most = largestFit(asked.order.orderQty, (quantity) => {
    const reasons = askFor(quantity)?.reasons;
    if (reasons?.length === 0) return "FITS";
    return reasons?.some((reason) => cuts(reason, limits)) === true ? "TOO_LARGE" : "DENIED";
  });
  return most === undefined ? undefined : askFor(most);
}
