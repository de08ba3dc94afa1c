import { addUs, floorUs, type Us, us, US_PER_MINUTE } from "@bowline/kernel";
import { type ClosedMinute, closeMinute, type MdBar, type Part, SLOTS, slotOf } from "./minute-of-parts.ts";
import { isSameBar } from "./same-bar.ts";

const NO_PARTS: readonly (Part | undefined)[] = Array.from({ length: SLOTS }, () => undefined);

/**
 * So many closed minutes are kept with their parts. What comes later than that changes nothing here: where a part of the minute
 * was missing, the broker's history puts it right.
 */
const KEPT_MINUTES = 3;

/** What became of a five-second bar. LATE: its minute is closed for so long that its parts are forgotten. */
export type PartArrival = "NEW" | "REVISED" | "REPEATED" | "LATE";

/** A minute that was closed and is another one now. */
export type ChangedMinute = ClosedMinute & { readonly reason: "LATE" | "REVISED" };

/** One symbol's one-minute bars out of five-second bars, in any order of arrival. */
export type MinuteBuilder = {
  /** Takes a five-second bar; one with the close time of another stands in for it. */
  add(bar: MdBar): PartArrival;
  /** Whether all twelve five-second bars of the minute that ends at `closeUs` came. */
  isComplete(closeUs: Us): boolean;
  /** The bar of the minute that ends at `closeUs`, from what came; this minute and earlier ones are closed from here on. */
  close(closeUs: Us): ClosedMinute;
  /** The closed minutes that late or revised parts made others since the last call, oldest first. */
  takeChanged(): readonly ChangedMinute[];
  /** The closed minute is known from elsewhere: no part changes it any more. */
  settle(closeUs: Us): void;
  /** Forgets minutes up to this time that have no bar: extended hours. */
  forgetUntil(time: Us): void;
  snapshot(): MinuteBuilderState;
};

type Minute = {
  readonly closeUs: Us;
  readonly slots: (Part | undefined)[];
  came: number;
  /** The bar that was told, once the minute is closed. */
  told?: MdBar;
  changed?: "LATE" | "REVISED";
};
/** The minutes that are open or kept, each with the parts that came. */
export type MinuteBuilderState = {
  readonly closedUs: Us;
  readonly minutes: readonly (Pick<Minute, "closeUs" | "told" | "changed"> & { readonly parts: readonly Part[] })[];
};

/** The end of the minute in which a bar that closes at this time lies. */
export const minuteCloseOf = (closeUs: Us): Us => addUs(floorUs(us(closeUs - 1), US_PER_MINUTE), US_PER_MINUTE);

export function makeMinuteBuilder(group: string, symbol: string, state?: MinuteBuilderState): MinuteBuilder {
  let closedUs: Us = state?.closedUs ?? us(0);
  let minutes: Minute[] = (state?.minutes ?? []).map(restored);
  let isChanged = minutes.some(({ changed }) => changed !== undefined);

  const minuteAt = (closeUs: Us): Minute | undefined => minutes.findLast((minute) => minute.closeUs === closeUs);
  const begin = (closeUs: Us): Minute => {
    const minute = { closeUs, slots: [...NO_PARTS], came: 0 };
    minutes.push(minute);
    return minute;
  };
  const forgetUntil = (time: Us): void => {
    if (time > closedUs) closedUs = time;
    const keptUs = time - KEPT_MINUTES * US_PER_MINUTE;
    minutes = minutes.filter(({ closeUs, told }) => closeUs > (told === undefined ? time : keptUs));
  };
  return {
    add(bar) {
      const closeUs = minuteCloseOf(bar.closeUs);
      const known = minuteAt(closeUs);
      if (known === undefined && closeUs <= closedUs) return "LATE";
      const minute = known ?? begin(closeUs);
      const arrival = take(minute, bar);
      if (minute.told === undefined || arrival === "REPEATED") return arrival;
      isChanged = true;
      if (minute.changed !== "REVISED") minute.changed = arrival === "REVISED" ? "REVISED" : "LATE";
      return arrival;
    },
    isComplete: (closeUs) => minuteAt(closeUs)?.came === SLOTS,
    close(closeUs) {
      const minute = minuteAt(closeUs) ?? begin(closeUs);
      const closed = closeMinute({ group, symbol, closeUs }, minute.slots);
      minute.told = closed.bar;
      forgetUntil(closeUs);
      return closed;
    },
    takeChanged() {
      if (!isChanged) return [];
      isChanged = false;
      return minutes.toSorted((a, b) => a.closeUs - b.closeUs).flatMap((minute) => changeOf(minute, { group, symbol }));
    },
    settle(closeUs) {
      minutes = minutes.filter((minute) => minute.closeUs !== closeUs);
    },
    forgetUntil,
    snapshot: () => ({ closedUs, minutes: minutes.map(saved) }),
  };
}

/** Puts a part into its place. */
function take(minute: Minute, bar: MdBar): Exclude<PartArrival, "LATE"> {
  const slot = slotOf(minute.closeUs, bar.closeUs);
  const before = minute.slots[slot];
  if (before !== undefined && isSameBar(before, bar)) return "REPEATED";
  minute.slots[slot] = bar;
  if (before !== undefined) return "REVISED";
  minute.came += 1;
  return "NEW";
}

/** The bar of a closed minute as it is now, where it is another one than was told. */
function changeOf(minute: Minute, about: { group: string; symbol: string }): readonly ChangedMinute[] {
  const { closeUs, slots, told, changed } = minute;
  if (told === undefined || changed === undefined) return [];
  delete minute.changed;
  const closed = closeMinute({ ...about, closeUs }, slots);
  if (closed.bar.status === told.status && isSameBar(closed.bar, told)) return [];
  minute.told = closed.bar;
  return [{ ...closed, reason: changed }];
}

const saved = ({ closeUs, slots, told, changed }: Minute): MinuteBuilderState["minutes"][number] => ({
  closeUs,
  parts: slots.flatMap((part) => (part === undefined ? [] : [partOf(part)])),
  ...(told === undefined ? {} : { told }),
  ...(changed === undefined ? {} : { changed }),
});

/** Without what all parts of a symbol share. */
const partOf = ({ closeUs, openPx, highPx, lowPx, closePx, volume, wapPx, tradeCount }: Part): Part => ({
  closeUs,
  ...(openPx === undefined ? {} : { openPx }),
  ...(highPx === undefined ? {} : { highPx }),
  ...(lowPx === undefined ? {} : { lowPx }),
  ...(closePx === undefined ? {} : { closePx }),
  volume,
  ...(wapPx === undefined ? {} : { wapPx }),
  tradeCount,
});

function restored({ closeUs, parts, told, changed }: MinuteBuilderState["minutes"][number]): Minute {
  const slots = [...NO_PARTS];
  for (const part of parts) slots[slotOf(closeUs, part.closeUs)] = part;
  return {
    closeUs,
    slots,
    came: parts.length,
    ...(told === undefined ? {} : { told }),
    ...(changed === undefined ? {} : { changed }),
  };
}
