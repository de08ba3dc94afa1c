import { MICROS, type Money, money, mulDiv, type Px, type Qty } from "@bowline/kernel";
import type { MarginTerms } from "./margin-terms.ts";

/** What margin is asked for: a position at its market price. */
export type MarginPosition = { readonly symbol: string; readonly positionQty: Qty; readonly markPx: Px };

/** The margin of positions. Never negative. */
export type Margin = {
  /** Asked for at the time of trade. */
  readonly initial: Money;
  readonly maintenance: Money;
  /** Regulation T's, at the end of the day. */
  readonly regT: Money;
};

const ratioOf = (value: number, ratioMicros: number): number => mulDiv(value, ratioMicros, MICROS);

/** Maintenance and Regulation T of one position, in micros of a dollar. */
function ofPosition(
  position: MarginPosition,
  equity: number,
  terms: MarginTerms,
): { maintenance: number; regT: number } {
  const { markPx } = position;
  const size = Math.abs(Number(position.positionQty));
  const value = mulDiv(size, Number(markPx), MICROS);
  if (terms.kind === "CASH") return { maintenance: value, regT: value };
  const isLow = markPx < terms.lowPx.micros;
  const concentrated = isConcentrated(value, equity, terms) ? ratioOf(value, concentratedRatio(terms)) : 0;
  if (position.positionQty < 0) {
    const perShare = mulDiv(size, (isLow ? terms.lowShortPerShare : terms.shortPerShare).micros, MICROS);
    const maintenance = Math.max(perShare, isLow ? value : ratioOf(value, terms.shortMaintenance.micros), concentrated);
    return { maintenance, regT: Math.max(maintenance, ratioOf(value, terms.regTInitial.micros)) };
  }
  if (markPx < terms.unmarginableBelowPx.micros) return { maintenance: value, regT: value };
  const maintenance = Math.max(ratioOf(value, terms.longMaintenance.micros), concentrated);
  return { maintenance, regT: Math.max(maintenance, ratioOf(value, terms.regTInitial.micros)) };
}

const isConcentrated = (value: number, equity: number, { concentration }: MarginTerms): boolean =>
  concentration !== undefined && value > ratioOf(Math.max(0, equity), concentration.overEquity.micros);

const concentratedRatio = ({ concentration }: MarginTerms): number => concentration?.maintenance.micros ?? 0;

/**
 * The margin of all positions of an account. A margin account whose equity is below the minimum borrows nothing: its positions are
 * margined whole.
 */
export function marginOf(positions: readonly MarginPosition[], equity: Money, terms: MarginTerms): Margin {
  let [maintenance, regT, whole] = [0, 0, 0];
  for (const position of positions) {
    const one = ofPosition(position, Number(equity), terms);
    maintenance += one.maintenance;
    regT += one.regT;
    whole += mulDiv(Math.abs(Number(position.positionQty)), Number(position.markPx), MICROS);
  }
  const isSmall = equity < terms.minEquity.micros;
  const initial = isSmall ? Math.max(whole, regT) : terms.initialRule === "REG_T" ? regT : maintenance;
  return { initial: money(initial), maintenance: money(maintenance), regT: money(regT) };
}
