import type { Emit, EventByKind, Order, StyleParams, TradingState } from "@bowline/contracts";
import type { Px, Qty, Us } from "@bowline/kernel";
import type { Child, Group, Groups, Memory } from "@bowline/orders";

/** A parent intent that is being worked. Plain JSON. */
export type Parent = {
  readonly order: Order;
  readonly style: StyleParams;
  readonly startUs: Us;
  children: Child[];
  filledQty: Qty;
  memory: Memory;
  /** Its end was asked for: nothing more is placed, what works is canceled. */
  stopping?: { readonly state: "CANCELED" | "STOPPED"; readonly reason: string };
};

/** A scope that was killed, and how strictly. */
export type Killed = { readonly scope: string; readonly state: TradingState };

export type Market = {
  bidPx?: Px;
  askPx?: Px;
  halted: boolean;
  /** Something is wrong with the quote, or it is not of live data. */
  doubtful?: boolean;
};

/** Everything that the desk remembers: a fold of the journal. */
export type DeskState = {
  nowUs: Us;
  isOpen: boolean;
  /** In the order in which they came. */
  parents: Parent[];
  /** Every parent's id ever taken, with the moment: a repeat is not worked twice. */
  taken: [clOrdId: string, us: Us][];
  /** What was killed. */
  killed: Killed[];
  groups: Group[];
  markets: [symbol: string, market: Market][];
};

/** The state with what is looked up often at hand. */
export type Desk = {
  readonly group: string;
  readonly symbols: ReadonlySet<string>;
  state: DeskState;
  groups: Groups;
  markets: Map<string, Market>;
  emit: Emit;
};

export type ParentIntent = EventByKind<"order.parent-intent">;

/** Middle of a sane quote, to the micro below. */
export function midOf({ markets }: Desk, symbol: string): Px | undefined {
  const { bidPx, askPx, halted = false, doubtful = false } = markets.get(symbol) ?? {};
  if (halted || doubtful || bidPx === undefined || askPx === undefined || bidPx >= askPx) return undefined;
  return Math.floor((Number(bidPx) + Number(askPx)) / 2) as Px;
}
