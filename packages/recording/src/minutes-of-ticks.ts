import {
  addQty,
  floorUs,
  type Px,
  px,
  type Qty,
  qty,
  subQty,
  type Us,
  us,
  US_PER_MINUTE,
  ZERO_QTY,
} from "@bowline/kernel";
import type { RecordedTick } from "./tick-columns.ts";

/** A minute as the recorded ticks tell it: prices of LAST, shares of the growth of VOLUME. */
export type RecordedMinute = {
  readonly closeUs: Us;
  openPx: Px;
  highPx: Px;
  lowPx: Px;
  closePx: Px;
  volume: Qty;
};

/** Makes minutes of the ticks of one symbol and day. */
export type MinutesOfTicks = {
  /** In the order of the stream. */
  add(tick: RecordedTick): void;
  /** The minutes that had a trade, oldest first. */
  minutes(): readonly RecordedMinute[];
};

/** A tick belongs to the minute in which, or at whose end, it came. */
const closeOf = (eventUs: Us): Us => us(floorUs(us(eventUs - 1), US_PER_MINUTE) + US_PER_MINUTE);

/**
 * IB tells the last trade a few times a second and the day's volume with it: the volume is whole, and a high or low between two
 * ticks is not told. Of the day's volume before the recording began nothing is known: it counts from the last trade's size on.
 */
export function makeMinutesOfTicks(): MinutesOfTicks {
  const byClose = new Map<Us, RecordedMinute>();
  let lastPx: Px | undefined;
  let lastSize: Qty = ZERO_QTY;
  let dayVolume: Qty | undefined;
  const minuteAt = (closeUs: Us, price: Px): RecordedMinute => {
    const known = byClose.get(closeUs);
    if (known !== undefined) return known;
    const made = { closeUs, openPx: price, highPx: price, lowPx: price, closePx: price, volume: ZERO_QTY };
    byClose.set(closeUs, made);
    return made;
  };
  const trade = (price: Px, eventUs: Us): void => {
    lastPx = price;
    const minute = minuteAt(closeOf(eventUs), price);
    minute.closePx = price;
    if (price > minute.highPx) minute.highPx = price;
    if (price < minute.lowPx) minute.lowPx = price;
  };
  const grow = (volume: Qty, eventUs: Us): void => {
    const before = dayVolume ?? qty(Math.max(0, volume - lastSize));
    dayVolume = volume;
    if (volume <= before || lastPx === undefined) return;
    const minute = minuteAt(closeOf(eventUs), lastPx);
    minute.volume = addQty(minute.volume, subQty(volume, before));
  };
  return {
    add({ field, value, eventUs }) {
      if (field === "LAST" && value > 0) trade(px(value), eventUs);
      else if (field === "LAST_SIZE") lastSize = qty(value);
      else if (field === "VOLUME") grow(qty(value), eventUs);
    },
    minutes: () => [...byClose.values()].filter(({ volume }) => volume > 0).toSorted((a, b) => a.closeUs - b.closeUs),
  };
}
