/** Market data lines that a TWS login has by default; IB grants more for commissions and equity. */
export const DEFAULT_LINES = 100;

/** What a symbol's data cost: one line for its quotes, one for its five-second bars. */
export const linesOf = ({ quotesOnly }: { readonly quotesOnly: boolean }): number => (quotesOnly ? 1 : 2);

export type LineWish = { readonly symbol: string; readonly quotesOnly: boolean };
export type LinePlan<Wish> = {
  readonly granted: readonly Wish[];
  readonly refused: readonly Wish[];
  readonly used: number;
};

/** Spends the lines on wishes in their order; what does not fit is refused, and the next is tried. */
export function spendLines<Wish extends LineWish>(wishes: readonly Wish[], lines: number): LinePlan<Wish> {
  const granted: Wish[] = [];
  const refused: Wish[] = [];
  let used = 0;
  for (const wish of wishes) {
    const cost = linesOf(wish);
    if (used + cost > lines) refused.push(wish);
    else {
      used += cost;
      granted.push(wish);
    }
  }
  return { granted, refused, used };
}
