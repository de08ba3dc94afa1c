import type { CallbackOf, Translation } from "./book-state.ts";
import type { KnownOrder, WorkingTerms } from "./known-order.ts";
import { rejectReplace, replaced } from "./order-steps.ts";

/** What a change makes of an order's terms: what it does not name stays. */
export const changedTerms = (terms: WorkingTerms, change: Partial<WorkingTerms>): WorkingTerms => ({
  orderQty: change.orderQty ?? terms.orderQty,
  lmtPx: change.lmtPx ?? terms.lmtPx,
  stopPx: change.stopPx ?? terms.stopPx,
});

type Shown = Pick<CallbackOf<"openOrder">, "orderQty" | "lmtPx" | "stopPx" | "status">;

/** A price that an order has none of says nothing. */
const isSamePx = (wanted: number | undefined, shown: number | undefined): boolean =>
  wanted === undefined || wanted === shown;

const isShown = (terms: WorkingTerms, shown: Shown): boolean =>
  terms.orderQty === shown.orderQty && isSamePx(terms.lmtPx, shown.lmtPx) && isSamePx(terms.stopPx, shown.stopPx);

/** The broker works the order, or holds it for its trigger: what it shows then are the terms that it has taken. */
const TAKEN: ReadonlySet<string> = new Set(["PreSubmitted", "Submitted", "Filled"]);

/** The broker shows the terms of an order: evidence of a change where they are what was asked for; the old ones prove nothing yet. */
export function showTerms(to: Translation, order: KnownOrder, shown: Shown): void {
  if (order.replacing !== undefined && TAKEN.has(shown.status) && isShown(order.replacing.terms, shown))
    replaced(to, order);
}

/** Nothing of the change can be on its way any more, and the broker's list does not show it. */
export function giveUpReplace(to: Translation, order: KnownOrder): void {
  rejectReplace(to, order, 0, "the broker shows the order as it was");
}
