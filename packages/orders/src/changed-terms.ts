import { CHANGE_NAMES, type ChangeTerms } from "@bowline/contracts";
import type { Qty } from "@bowline/kernel";

type SizedTerms = ChangeTerms & { readonly orderQty: Qty };

/** What a change makes of terms: what it does not name stays, what neither has is absent. */
export const changedTerms = (terms: SizedTerms, change: ChangeTerms): SizedTerms => ({
  ...namedTerms(terms),
  ...namedTerms(change),
  orderQty: change.orderQty ?? terms.orderQty,
});

/** Of something that may say more, what can be changed of an order, and only what is there. */
export const namedTerms = (of: ChangeTerms): ChangeTerms =>
  Object.fromEntries(CHANGE_NAMES.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));

/** Whether a change, where it was made, would leave all but the quantity as it is. */
export const keepsAllButQty = (terms: ChangeTerms, change: ChangeTerms): boolean =>
  CHANGE_NAMES.every((name) => name === "orderQty" || change[name] === undefined || change[name] === terms[name]);
