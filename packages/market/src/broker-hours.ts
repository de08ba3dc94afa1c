import { type BrokerDay, EXCHANGE_TIME_ZONE, parseLiquidHours } from "@bowline/calendar";
import type { EventByKind } from "@bowline/contracts";

/** Days whose hours the broker told, by any instrument: US stocks share one calendar. What was told last holds. */
export type BrokerHours = {
  /** Takes over the hours that an instrument tells, if any. */
  learn(instrument: EventByKind<"md.instrument">): void;
  /** What the broker says of a date; `undefined` where it said nothing. */
  dayOf(date: string): BrokerDay | undefined;
};

export function makeBrokerHours(): BrokerHours {
  const days = new Map<string, BrokerDay>();
  return {
    learn({ liquidHours }) {
      const told = liquidHours === undefined ? undefined : parseLiquidHours(liquidHours, EXCHANGE_TIME_ZONE);
      if (told?.ok !== true) return;
      const [first = ""] = told.value.map(({ date }) => date).sort();
      for (const date of days.keys()) if (date < first) days.delete(date);
      for (const day of told.value) days.set(day.date, day);
    },
    dayOf: (date) => days.get(date),
  };
}
