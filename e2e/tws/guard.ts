/** Dollars: one share that costs more is not traded. */
const HIGHEST_VALUE = 2500;

/** Throws where an order is not one that a test may place: of more than one share, or of too high a value. */
export function guardOrder({ shares, price }: { readonly shares: number; readonly price: number }): void {
  if (shares > 1) throw new Error(`a test places one share at the most, not ${shares}`);
  if (!(price <= HIGHEST_VALUE))
    throw new Error(`a share of ${price} dollars is too dear: name a --symbol below ${HIGHEST_VALUE}`);
}
