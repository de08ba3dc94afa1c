/**
 * What a code of the broker means for the order that it names.
 * REJECTED: the order is refused, whatever was heard before. REJECTED_IF_NEW: a new order is refused; on one that is
 * known already it answers something else (a modify), and the order lives on. CANCELED: a cancel succeeded.
 * CANCEL_REFUSED: a cancel did not; what the order is, its status tells. WARNING: the order lives on. UNCERTAIN: the
 * outcome is not known, only evidence decides.
 */
export type OrderCodeMeaning = "REJECTED" | "REJECTED_IF_NEW" | "CANCELED" | "CANCEL_REFUSED" | "WARNING" | "UNCERTAIN";

const codes = (meaning: OrderCodeMeaning, ...list: number[]): [number, OrderCodeMeaning][] =>
  list.map((code) => [code, meaning]);

const MEANINGS: ReadonlyMap<number, OrderCodeMeaning> = new Map([
  ...codes("REJECTED", 201),
  ...codes("REJECTED_IF_NEW", 103, 106, 107, 110, 111, 135, 200, 203, 434, 460, 10289, 10293),
  ...codes("CANCELED", 202),
  ...codes("CANCEL_REFUSED", 161, 10147, 10148),
  ...codes("WARNING", 105, 399, 404, 2102, 2109, 2137, 2148, 10349),
  ...codes("UNCERTAIN", 104, 321, 322, 329, 504),
]);

/** `undefined` for a code that is not in the table: it changes nothing. */
export const meaningOfOrderCode = (code: number): OrderCodeMeaning | undefined => MEANINGS.get(code);
