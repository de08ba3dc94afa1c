import type { Entry, EventByKind } from "@bowline/contracts";
import { addSeconds, makePrng, mulDiv, type Prng, px, qty } from "@bowline/kernel";

type Submitted = EventByKind<"order.submitted">;
type ReplaceIntent = EventByKind<"order.replace-intent">;

/**
 * A person who changes orders as soon as they work, and some of them again: which ones, and how, follows from the seed and the order's
 * name alone.
 */
export type Changer = {
  /** The change that the entry makes somebody ask for. */
  onEntry(entry: Entry): ReplaceIntent | undefined;
};

/** How often an order is changed at most, and each time one in so many is. */
const MOST_CHANGES = 2;
const ONE_IN = 2;
/** In simulated time, of which a minute is over in a second or two. */
const SENT_WITHIN_SECONDS = 60;
const CENT = 10_000;
const MOST_CENTS = 5;
const SHARE = 1_000_000;
const MILLION = 1_000_000;

export function makeChanger(seed: string): Changer {
  const orders = new Map<string, Submitted>();
  const asked = new Map<string, number>();
  return {
    onEntry({ event, header }) {
      if (event.kind === "order.submitted") orders.set(event.clOrdId, event);
      if (event.kind !== "order.accepted" && event.kind !== "order.replaced") return undefined;
      const { clOrdId } = event;
      const order = orders.get(clOrdId);
      const nth = asked.get(clOrdId) ?? 0;
      if (order === undefined || nth === MOST_CHANGES) return undefined;
      const now = event.kind === "order.accepted" ? order : { ...order, ...pricesAndQtyOf(event) };
      orders.set(clOrdId, now);
      const prng = makePrng(`chaos-change|${seed}|${clOrdId}|${nth}`);
      const terms = prng.unit() * ONE_IN < 1 ? changeOf(prng, now) : undefined;
      if (terms === undefined) return undefined;
      asked.set(clOrdId, nth + 1);
      const { group, symbol, strategy, rule } = order;
      const about = { clOrdId, group, symbol, strategy, rule };
      return {
        kind: "order.replace-intent",
        ...about,
        replaceId: `${clOrdId}:chaos:${nth}`,
        ...terms,
        expiresUs: addSeconds(header.seenUs, SENT_WITHIN_SECONDS),
        reason: "chaos",
      };
    },
  };
}

const pricesAndQtyOf = ({ orderQty, lmtPx, stopPx }: EventByKind<"order.replaced">) => ({ orderQty, lmtPx, stopPx });

/**
 * A price goes away from the market, by some cents. Only an entry becomes smaller, upon which the strategy makes its legs smaller: a
 * smaller stop would leave a part of a position without one.
 */
function changeOf(prng: Prng, order: Submitted): Pick<ReplaceIntent, "orderQty" | "lmtPx" | "stopPx"> | undefined {
  const { leg, side, orderQty, lmtPx, stopPx } = order;
  const away = (1 + Math.floor(prng.unit() * MOST_CENTS)) * CENT * (side === "BUY" ? -1 : 1);
  if (leg === "STOP") return stopPx === undefined ? undefined : { stopPx: px(stopPx - away) };
  if (lmtPx === undefined) return undefined;
  const part = MILLION / 2 + Math.floor((prng.unit() * MILLION) / 2);
  const smaller = Math.floor(mulDiv(orderQty, part, MILLION) / SHARE) * SHARE;
  const isSmaller = leg === "ENTRY" && smaller > 0 && smaller < orderQty && prng.unit() < 0.5;
  return isSmaller ? { orderQty: qty(smaller) } : { lmtPx: px(lmtPx + away) };
}
