import type { Order, ParentState, Style as StyleName, StyleParams } from "@bowline/contracts";
import { type Px, type Qty, qty, type Us } from "@bowline/kernel";

/** How an order of a parent ended. */
export type ChildEnd = "FILLED" | "CANCELED" | "DENIED" | "LAPSED" | "REJECTED" | "EXPIRED" | "LOST";

/** An order that the desk made for a parent, as the journal told of it so far. */
export type Child = {
  readonly clOrdId: string;
  /** What it is for, such as `slice:3`: once for each parent. */
  readonly key: string;
  readonly orderQty: Qty;
  readonly cumQty: Qty;
  readonly status: "INTENDED" | "WORKING" | "UNKNOWN" | "ENDED";
  readonly end?: ChildEnd;
  readonly stopPx?: Px;
  /** Orders that the broker does not let fill beside one another. */
  readonly ocaGroup?: string;
  /** A change is under way. */
  readonly replacing?: boolean;
};

/** What a style remembers between two looks: plain numbers by name. */
export type Memory = Readonly<Record<string, number>>;

/** All that a style may look at. Missing prices are `undefined`: then it waits. */
export type StyleView = {
  readonly order: Order;
  readonly params: StyleParams;
  readonly children: readonly Child[];
  readonly filledQty: Qty;
  readonly memory: Memory;
  readonly startUs: Us;
  readonly nowUs: Us;
  /** Middle of a sane quote. */
  readonly midPx: Px | undefined;
  /** Regular hours. */
  readonly isOpen: boolean;
};

export type Terms = Partial<Order> & Pick<Order, "orderQty" | "ordType">;
export type Command =
  | { readonly type: "PLACE"; readonly key: string; readonly terms: Terms }
  | { readonly type: "CANCEL"; readonly clOrdId: string; readonly reason: string }
  | { readonly type: "REPLACE"; readonly clOrdId: string; readonly key: string; readonly stopPx: Px };

export type Done = { readonly state: Exclude<ParentState, "WORKING">; readonly reason: string };
export type StyleStep = { readonly memory?: Memory; readonly commands: readonly Command[]; readonly done?: Done };

/** One way of working a quantity: pure, from what was seen alone. */
export type Style = {
  readonly name: StyleName;
  /** One sentence for the documentation. */
  readonly doc: string;
  /** What is wrong with a wish for this style; `undefined` where nothing is. */
  fault(order: Order, params: StyleParams): string | undefined;
  /** What to do now. Asked again after everything that may change the answer; the same view gives the same answer. */
  next(view: StyleView): StyleStep;
};

export const isOpenChild = ({ status }: Child): boolean => status !== "ENDED";
export const leavesOf = ({ orderQty, cumQty, status }: Child): Qty =>
  qty(status === "ENDED" ? 0 : Math.max(0, orderQty - cumQty));

/** What open orders may still fill, a family as the largest of it. */
export function openQtyOf(children: readonly Child[]): Qty {
  const families = new Map<string, number>();
  for (const child of children) {
    const family = child.ocaGroup ?? child.clOrdId;
    families.set(family, Math.max(families.get(family) ?? 0, leavesOf(child)));
  }
  return qty([...families.values()].reduce((sum, quantity) => sum + quantity, 0));
}

export const remainingOf = ({ order, filledQty, children }: StyleView): Qty =>
  qty(Math.max(0, order.orderQty - filledQty - openQtyOf(children)));

export const WAITING: StyleStep = { commands: [] };
export const done = (state: Done["state"], reason: string): StyleStep => ({ commands: [], done: { state, reason } });
const filled = done("DONE", "filled");

/**
 * What every style does: it is done when all is filled and nothing works any more, and an order that is lost or in doubt is not
 * followed by another. `undefined`: the style goes on.
 */
export function haltedBy({ children, filledQty, order }: StyleView): StyleStep | undefined {
  if (filledQty >= order.orderQty) return children.some(isOpenChild) ? WAITING : filled;
  if (children.some(({ status }) => status === "UNKNOWN")) return WAITING;
  const lost = children.find(({ end }) => end === "LOST");
  if (lost === undefined) return undefined;
  return children.some(isOpenChild) ? WAITING : done("STOPPED", `${lost.key} was lost: nothing is sent after it`);
}
