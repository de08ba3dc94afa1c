import { addUs, px, qty, type Us, US_PER_MINUTE, us } from "@bowline/kernel";
import { describe, expect, it } from "vitest";
import { makeDailyHistory } from "./daily-history.ts";
import type { HistoryBar } from "./market.ts";

/** A Wednesday before a holiday, half a day, and a Monday. */
const [WEDNESDAY, FRIDAY, MONDAY] = ["2024-11-27T14:30Z", "2024-11-29T14:30Z", "2024-12-02T14:30Z"].map((text) =>
  us(Date.parse(text) * 1000),
) as [Us, Us, Us];
const minute = (openUs: Us, number: number, price: number): HistoryBar => ({
  closeUs: addUs(openUs, number * US_PER_MINUTE),
  openPx: px(price * 1_000_000),
  highPx: px((price + 1) * 1_000_000),
  lowPx: px((price - 1) * 1_000_000),
  closePx: px((price + 0.5) * 1_000_000),
  volume: qty(10_000_000),
});
const bars = [
  minute(WEDNESDAY, 1, 10),
  minute(WEDNESDAY, 390, 14),
  minute(WEDNESDAY, 391, 99),
  minute(FRIDAY, -5, 99),
  minute(FRIDAY, 2, 12),
  minute(FRIDAY, 210, 11),
  minute(MONDAY, 1, 20),
];
let asked = 0;
const days = makeDailyHistory({
  history: (symbol, endUs, count) => {
    asked += 1;
    return symbol === "A" ? bars.filter(({ closeUs }) => closeUs <= endUs).slice(-count) : [];
  },
});
const inMicros = (...dollars: number[]) => dollars.map((one) => one * 1_000_000);

describe("bars of days", () => {
  it("are of regular hours, stamped with the close of their session, oldest first", () => {
    const found = days.days("A", MONDAY, 60);
    expect(found.map((b) => [b.closeUs, b.openPx, b.highPx, b.lowPx, b.closePx, b.volume])).toEqual([
      [addUs(WEDNESDAY, 390 * US_PER_MINUTE), ...inMicros(10, 15, 9, 14.5, 20)],
      [addUs(FRIDAY, 210 * US_PER_MINUTE), ...inMicros(12, 13, 10, 11.5, 20)],
    ]);
  });
  it("are no more than asked for, and never of a session that runs", () => {
    expect(days.days("A", addUs(MONDAY, US_PER_MINUTE), 1).map((b) => b.openPx)).toEqual(inMicros(12));
    expect(days.days("A", addUs(MONDAY, 390 * US_PER_MINUTE), 1).map((b) => b.openPx)).toEqual(inMicros(20));
    expect(days.days("NONE", MONDAY, 5)).toEqual([]);
  });
  it("are made once", () => {
    const before = asked;
    days.days("A", MONDAY, 2);
    expect(asked).toBe(before);
  });
});
