import { MICROS, US_PER_MINUTE, mulDiv } from "@bowline/kernel";
import { midOf } from "../mid.ts";
import type { Facts } from "../facts.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "the ledger disagrees with our fills";

/** The strategy's own position in the symbol. */
export const POSITION_FACTS = [
  defineFact({
    name: "position.side",
    type: "string",
    values: ["flat", "long", "short"],
    doc: "Which side it is on.",
    unknown,
    read: ({ position }) => (position === undefined ? undefined : sideOf(Number(position.quantity))),
  }),
  defineFact({
    name: "position.open",
    type: "bool",
    doc: "Whether there is one.",
    unknown,
    read: ({ position }) => (position === undefined ? undefined : Number(position.quantity) !== 0),
  }),
  defineFact({
    name: "position.quantity",
    type: "shares",
    doc: "Shares, negative when short, 0 when flat.",
    unknown,
    read: (facts) => facts.position?.quantity,
  }),
  defineFact({
    name: "position.age_minutes",
    type: "minutes",
    doc: "Whole minutes since it was entered.",
    unknown: `flat, or ${unknown}`,
    read: ({ position, nowUs }) =>
      position?.enteredUs === undefined
        ? undefined
        : Math.floor((Number(nowUs) - Number(position.enteredUs)) / US_PER_MINUTE),
  }),
  defineFact({
    name: "position.avg_price",
    type: "price",
    doc: "What a share of it cost on average.",
    unknown: `flat, the ledger has not told yet, or ${unknown}`,
    read: (facts) => facts.position?.avgPx,
  }),
  defineFact({
    name: "position.return",
    type: "ratio",
    doc: "How far the mid has moved in its favour since the average price: 0.01 is one percent up.",
    unknown: `as position.avg_price, or without a quote`,
    read: returnOf,
  }),
  defineFact({
    name: "position.highest",
    type: "price",
    doc: "The highest price since it was entered: of the fill that opened it, and of the one-minute bars that began after. A bar that is put right raises it and never lowers it: what it led to stands at the broker already.",
    unknown: `flat, or ${unknown}`,
    read: (facts) => facts.position?.highPx,
  }),
  defineFact({
    name: "position.lowest",
    type: "price",
    doc: "The lowest price since it was entered, as position.highest.",
    unknown: `flat, or ${unknown}`,
    read: (facts) => facts.position?.lowPx,
  }),
  defineFact({
    name: "position.peak_quantity",
    type: "shares",
    doc: "How many shares it had at most since it was entered, also when short.",
    unknown: `flat, or ${unknown}`,
    read: (facts) => facts.position?.peakQty,
  }),
  defineFact({
    name: "position.entry_stop",
    type: "price",
    doc: "Where the stop of its entry stood at first.",
    unknown: `flat, entered without a stop, or ${unknown}`,
    read: (facts) => facts.position?.entryStopPx,
  }),
  defineFact({
    name: "position.r_multiple",
    type: "ratio",
    doc: "How far the mid has moved in its favour since the average price, in distances to position.entry_stop: 2 is twice what was risked.",
    unknown: "as position.return and position.entry_stop, or where that stop risked nothing",
    read: multipleOfRisk,
  }),
];

const sideOf = (quantity: number): string => (quantity === 0 ? "flat" : quantity > 0 ? "long" : "short");

function returnOf(facts: Facts): number | undefined {
  const moved = movedInFavour(facts);
  const avgPx = facts.position?.avgPx;
  return moved === undefined || avgPx === undefined ? undefined : mulDiv(moved, MICROS, avgPx);
}

function multipleOfRisk(facts: Facts): number | undefined {
  const { avgPx, entryStopPx, quantity } = facts.position ?? {};
  const moved = movedInFavour(facts);
  if (moved === undefined || avgPx === undefined || entryStopPx === undefined) return undefined;
  const risk = Number(quantity) > 0 ? avgPx - entryStopPx : entryStopPx - avgPx;
  return risk > 0 ? mulDiv(moved, MICROS, risk) : undefined;
}

function movedInFavour({ position, quote }: Facts): number | undefined {
  if (position?.avgPx === undefined || quote === undefined) return undefined;
  const moved = Number(midOf(quote)) - Number(position.avgPx);
  return Number(position.quantity) > 0 ? moved : -moved;
}
