import { addMoney, type Money, money, px, qty, subMoney, us, US_PER_DAY, ZERO_MONEY } from "@bowline/kernel";
import { applyFill, type Position, type PositionFill } from "./position.ts";

export type BookedFill = PositionFill & { readonly execId: string };

/** What a position was made of, as far as a correction may still reach back: a position at the start, and every fill since. */
export type History = { base: Position | undefined; fills: BookedFill[] };
export type Histories = Map<string, History>;

/** Brokers correct executions of the day, or of the day before; what is older is part of the start. */
const REACH_US = 3 * US_PER_DAY;
const REACH_FILLS = 2000;

/** Adds a fill; what no correction reaches any more becomes part of the start. */
export function remember(histories: Histories, symbol: string, fill: BookedFill): void {
  const history = histories.get(symbol) ?? { base: undefined, fills: [] };
  histories.set(symbol, history);
  history.fills.push(fill);
  for (;;) {
    const [oldest] = history.fills;
    const isNear = oldest === undefined || oldest.transactUs > fill.transactUs - REACH_US;
    if (oldest === undefined || (isNear && history.fills.length <= REACH_FILLS)) return;
    history.fills.shift();
    if (oldest.lastQty > 0) history.base = applyFill(history.base, oldest).position;
  }
}

type Replayed = { readonly position: Position | undefined; readonly realizedPnl: Money };

function replay({ base, fills }: History): Replayed {
  let position = base;
  let realizedPnl = ZERO_MONEY;
  for (const fill of fills) {
    const update = applyFill(position, fill);
    position = update.position;
    realizedPnl = addMoney(realizedPnl, update.realizedPnl);
  }
  return { position, realizedPnl };
}

/** What a correction says: what was told before, and what stands in for it; a quantity of 0 takes it back. */
export type Restatement = BookedFill & {
  readonly symbol: string;
  readonly correctsExecId: string;
  readonly correctedQty: BookedFill["lastQty"];
  readonly correctedPx: BookedFill["lastPx"];
};

/**
 * The position as if the execution had been so from the start, and what that changes of the realised P&L. One that the history
 * does not reach is undone against the position as it is now: exact in quantity and cash, its P&L then falls to the present.
 */
export function restateHistory(histories: Histories, held: Position | undefined, event: Restatement): Replayed {
  const history = histories.get(event.symbol) ?? { base: held, fills: [] };
  histories.set(event.symbol, history);
  const at = history.fills.findIndex(({ execId }) => execId === event.correctsExecId);
  const told = history.fills[at];
  if (told === undefined) return undoNow(history, held, event);
  const before = replay(counted(history));
  const { execId, lastQty, lastPx } = event;
  // Taken back it stays, with nothing in it: it may be corrected once more.
  history.fills[at] = { ...told, execId, lastQty, lastPx };
  const after = replay(counted(history));
  return { position: after.position, realizedPnl: subMoney(after.realizedPnl, before.realizedPnl) };
}

/** Without what was taken back. */
const counted = ({ base, fills }: History): History => ({ base, fills: fills.filter((fill) => fill.lastQty > 0) });

function undoNow(history: History, held: Position | undefined, event: Restatement): Replayed {
  const { side, correctedQty, correctedPx, transactUs, lastQty, lastPx } = event;
  const opposite = side === "BUY" ? "SELL" : "BUY";
  const steps = [
    { side: opposite, lastQty: correctedQty, lastPx: correctedPx, transactUs },
    { side, lastQty, lastPx, transactUs },
  ] as const;
  const fills = steps.filter((fill) => fill.lastQty > 0).map((fill) => ({ ...fill, execId: event.execId }));
  const after = replay({ base: held, fills });
  history.base = after.position;
  history.fills = [];
  return after;
}

type PlainFill = Omit<BookedFill, "lastQty" | "lastPx" | "transactUs"> & {
  readonly lastQty: number;
  readonly lastPx: number;
  readonly transactUs: number;
};

/** A history as plain JSON. */
export type HistorySnapshot = {
  readonly base?: { readonly quantity: number; readonly cost: number; readonly entryUs: number } | undefined;
  readonly fills: readonly PlainFill[];
};

export const snapshotHistory = ({ base, fills }: History): HistorySnapshot => ({
  ...(base === undefined ? {} : { base: { ...base } }),
  fills: fills.map((fill) => ({ ...fill })),
});

export const restoreHistory = ({ base, fills }: HistorySnapshot): History => ({
  base:
    base === undefined
      ? undefined
      : { quantity: qty(base.quantity), cost: money(base.cost), entryUs: us(base.entryUs) },
  fills: fills.map((fill) => ({
    ...fill,
    lastQty: qty(fill.lastQty),
    lastPx: px(fill.lastPx),
    transactUs: us(fill.transactUs),
  })),
});
