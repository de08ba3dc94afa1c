import { CHANGE_NAMES, type ChangeTerms } from "@bowline/contracts";
import type { CallbackOf, Translation } from "./book-state.ts";
import type { KnownOrder, WorkingTerms } from "./known-order.ts";
import { rejectReplace, replaced } from "./order-steps.ts";

type Shown = ChangeTerms & Pick<CallbackOf<"openOrder">, "status">;

/** What the change left alone says nothing of it: a broker moves the one or other price by itself, or does not tell it. */
const isShown = (before: WorkingTerms, wanted: WorkingTerms, shown: Shown): boolean =>
  CHANGE_NAMES.every((name) => wanted[name] === before[name] || wanted[name] === shown[name]);

/** The broker works the order, or holds it for its trigger: what it shows then are the terms that it has taken. */
const TAKEN: ReadonlySet<string> = new Set(["PreSubmitted", "Submitted", "Filled"]);

/** The broker shows the terms of an order: evidence of a change where they are what was asked for; the old ones prove nothing yet. */
export function showTerms(to: Translation, order: KnownOrder, shown: Shown): void {
  if (order.replacing !== undefined && TAKEN.has(shown.status) && isShown(order.terms, order.replacing.terms, shown))
    replaced(to, order);
}

/** Nothing of the change can be on its way any more: it was never sent, or the broker's list does not show it. */
export function giveUpReplace(to: Translation, order: KnownOrder, reason: string): void {
  rejectReplace(to, order, 0, reason);
}
