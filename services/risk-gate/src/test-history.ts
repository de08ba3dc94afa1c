import type { Event } from "@bowline/contracts";
import { px, shares, us, US_PER_DAY } from "@bowline/kernel";
import { at } from "@bowline/testkit";

const DAYS = 60;
/** Closes whose returns go with those of the first symbol by so much: 1 is a twin. */
export const history = (symbol: string, rho: number): Event => {
  let price = 100;
  const bars = Array.from({ length: DAYS }, (_, day) => {
    price *= 1 + (rho * Math.sin(day * 1.7) + Math.sqrt(1 - rho ** 2) * Math.cos(day * 1.7)) / 100;
    const closeUs = us(at(0) - (DAYS - day) * US_PER_DAY);
    const bar = { closeUs, volume: shares(1_000_000) };
    return { ...bar, openPx: px(1), highPx: px(1), lowPx: px(1), closePx: px(Math.round(price * 1e6)) };
  });
  return { kind: "md.history", group: "tech", symbol, requestId: "", failure: "", timeframe: "1d", bars } as Event;
};
