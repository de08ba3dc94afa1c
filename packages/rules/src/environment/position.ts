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
];

const sideOf = (quantity: number): string => (quantity === 0 ? "flat" : quantity > 0 ? "long" : "short");

function returnOf({ position, quote }: Facts): number | undefined {
  if (position?.avgPx === undefined || quote === undefined) return undefined;
  const { quantity, avgPx } = position;
  const moved = Number(midOf(quote)) - Number(avgPx);
  return mulDiv(Number(quantity) > 0 ? moved : -moved, MICROS, avgPx);
}
