import { type OrderTerms, TERM_NAMES } from "@bowline/contracts";

/** The terms of something that may say more, and only those that it has. */
export const termsOf = (of: OrderTerms): OrderTerms =>
  Object.fromEntries(TERM_NAMES.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]])));
