import { shares } from "@bowline/kernel";
import { aFill, anOrder } from "@bowline/testkit";
import { openQty, reserve, type Reservations } from "./reservations.ts";
import { dollarsPx } from "./test-view.ts";

export const bracket = {
  stopClOrdId: "STOP",
  stopPx: dollarsPx("99"),
  targetClOrdId: "TARGET",
  targetLmtPx: dollarsPx("102"),
};
export const reserved = (...orders: ReturnType<typeof anOrder>[]): Reservations => {
  const reservations: Reservations = new Map();
  for (const order of orders) reserve(reservations, order);
  return reservations;
};
export const about = { clOrdId: "ENTRY", group: "tech", symbol: "AAPL" };
export const open = (reservations: Reservations) => ({
  buys: openQty(reservations, "AAPL", { buys: true }) / 1e6,
  sells: openQty(reservations, "AAPL", { buys: false }) / 1e6,
});
export const entry = anOrder({ clOrdId: "ENTRY", bracket });
export const fill = (clOrdId: string, lastQty: number, leavesQty: number) =>
  aFill({ clOrdId, lastQty: shares(lastQty), leavesQty: shares(leavesQty) });
