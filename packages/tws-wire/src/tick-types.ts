/** The tick types that this project uses. */
export const TICK_TYPE = {
  bidSize: 0,
  bid: 1,
  ask: 2,
  askSize: 3,
  last: 4,
  lastSize: 5,
  high: 6,
  low: 7,
  volume: 8,
  close: 9,
  open: 14,
  lastTimestamp: 45,
  halted: 49,
  delayedBid: 66,
  delayedAsk: 67,
  delayedLast: 68,
} as const;
