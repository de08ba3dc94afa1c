import { formatCents, formatMicros } from "@bowline/kernel";
import { type Leaf, makeLeaf } from "./leaf.ts";

/** What an entry in the direction of the prediction needs besides. */
export const directionNeed: Leaf = makeLeaf({
  name: "enter.direction",
  threshold: "LONG or SHORT",
  read: (facts) => facts.prediction?.direction,
  holds: (direction) => direction !== "FLAT",
  show: (direction) => direction,
});

/** What an entry needs, whatever a rule asks: a live feed, no position, no order under way, a quote, an equity; a warm ATR where it rests on one. */
export const enterNeeds = (restsOn: { readonly atr: boolean }): readonly Leaf[] => [
  ...calmNeeds,
  ...(restsOn.atr ? [atrNeed] : []),
  equityNeed,
];

/** What an order needs that adds to a position: all of this but to be flat. */
export const addNeeds = (restsOn: { readonly atr: boolean }): readonly Leaf[] =>
  enterNeeds(restsOn).filter(({ name }) => name !== "enter.position" && name !== "enter.orders");

const calmNeeds: readonly Leaf[] = [
  makeLeaf({
    name: "enter.feed",
    threshold: "alive",
    read: (facts) => facts.feedAlive,
    holds: (alive) => alive,
    show: (alive) => (alive ? "alive" : "NO_DATA"),
  }),
  makeLeaf<number>({
    name: "enter.position",
    threshold: "flat",
    read: (facts) => facts.position?.quantity,
    holds: (quantity) => quantity === 0,
    show: formatMicros,
  }),
  makeLeaf({
    name: "enter.orders",
    threshold: "none",
    read: (facts) => facts.liveOrders,
    holds: (count) => count === 0,
    show: String,
  }),
  makeLeaf({
    name: "enter.exit",
    threshold: "none under way",
    read: (facts) => facts.exiting,
    holds: (exiting) => !exiting,
    show: (exiting) => (exiting ? "under way" : "none"),
  }),
  makeLeaf({
    name: "enter.quote",
    threshold: "both sides, live, not halted, no doubt",
    read: (facts) => facts.quote,
    holds: ({ halted, doubt }) => !halted && doubt === undefined,
    show: ({ halted, doubt, bidPx, askPx }) =>
      halted ? "halted" : (doubt ?? `${formatMicros(bidPx)} / ${formatMicros(askPx)}`),
  }),
];

const atrNeed = makeLeaf({
  name: "enter.atr",
  threshold: "warm",
  read: (facts) => facts.atr,
  holds: (atr) => atr > 0,
  show: (atr) => formatMicros(Math.round(atr)),
});

const equityNeed = makeLeaf<number>({
  name: "enter.equity",
  threshold: "> 0",
  read: (facts) => facts.equity,
  holds: (equity) => equity > 0,
  show: formatCents,
});
