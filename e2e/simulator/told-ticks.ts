import { barOf, dollars, OPEN, stepOf, stepsOf } from "./market.ts";
import type { Told } from "./recorder.ts";

export const clockOf = (index: number): string => String(OPEN + (index + 1) * 5);

/** Bid, ask, last and volume of a step of AAPL, as it is told live. */
export function quoteTicks(id: number, index: number): readonly Told[] {
  const { bidPx, bidQty, askPx, askQty, closePx, volume } = stepOf("AAPL", index);
  const quote: Told[] = [
    ["tickPrice", id, 1, dollars(bidPx), true],
    ["tickSize", id, 0, dollars(bidQty)],
    ["tickPrice", id, 2, dollars(askPx), true],
    ["tickSize", id, 3, dollars(askQty)],
  ];
  if (volume === 0) return quote;
  const day = barOf(stepsOf("AAPL", 0, index + 1));
  const [step] = [barOf(stepsOf("AAPL", index, 1))];
  return [
    ...quote,
    ["tickPrice", id, 4, dollars(closePx), false],
    ["tickSize", id, 5, dollars(volume)],
    ["tickSize", id, 8, day.volume],
    ["tickString", id, 45, clockOf(index)],
    ...(day.high === step.high ? [["tickPrice", id, 6, day.high, false] as const] : []),
    ...(day.low === step.low ? [["tickPrice", id, 7, day.low, false] as const] : []),
  ];
}

/** What a new subscription is told of the day. */
export function dayTicks(id: number, index: number, previousClose: number): readonly Told[] {
  const day = barOf(stepsOf("AAPL", 0, index + 1));
  return [
    ["tickPrice", id, 6, day.high, false],
    ["tickPrice", id, 7, day.low, false],
    ["tickPrice", id, 14, day.open, false],
    ["tickPrice", id, 9, previousClose, false],
  ];
}

/** What a subscription begins with. */
export const opening = (id: number): readonly Told[] => [
  ["marketDataType", id, 1],
  // The client reads the smallest tick as a whole number: 0.01 becomes 0.
  ["tickReqParams", id, 0, "9c0001", 3],
  ["tickGeneric", id, 49, 0],
];
