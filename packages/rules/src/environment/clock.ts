import { US_PER_DAY } from "@bowline/kernel";
import { sessionMinute } from "../exchange-time.ts";
import type { Facts } from "../facts.ts";
import { defineFact } from "./define-fact.ts";

const unknown = "there is no session today, or no clock came yet";
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

/** Time of day and day of the week at the exchange. */
export const CLOCK_FACTS = [
  defineFact({
    name: "clock.time",
    type: "minutes",
    doc: 'Time of day at the exchange in minutes since midnight; compare it with `time("09:45")`.',
    unknown,
    read: (facts) => sessionMinute(facts)?.ofDay,
  }),
  defineFact({
    name: "clock.weekday",
    type: "string",
    values: WEEKDAYS,
    doc: "Day of the week of the session.",
    unknown,
    read: weekday,
  }),
];

/** The session's open lies on the same day in UTC as at the exchange. */
function weekday({ session }: Facts): string | undefined {
  return session === undefined ? undefined : WEEKDAYS[(Math.floor(Number(session.openUs) / US_PER_DAY) + 4) % 7];
}
