import { US_PER_MINUTE } from "@bowline/kernel";
import type { Session } from "./state.ts";

const OPEN_MINUTE_OF_DAY = 570;

/** A clock that skipped so many minutes at most makes up for the times of day that it skipped. */
const MOST_SKIPPED = 390;

type Clock = {
  readonly before: Session | undefined;
  readonly beforeMinute: number;
  readonly now: Session;
  readonly minute: number;
};

/** What a new minute triggers: every minute, times of day, every so many minutes since the open, the session's open and close. */
export function clockKeys({ before, beforeMinute, now, minute }: Clock): readonly string[] {
  const isSame = before !== undefined && before.date === now.date;
  const keys = ["clock", ...sessionKeys(isSame && before.regular, now.regular)];
  if (now.openUs === undefined) return keys;
  const sinceOpen = minute - Math.floor(Number(now.openUs) / US_PER_MINUTE);
  const skipped = isSame ? Math.min(MOST_SKIPPED, minute - beforeMinute - 1) : 0;
  for (let each = sinceOpen - skipped; each <= sinceOpen; each++) {
    keys.push(`clock:${OPEN_MINUTE_OF_DAY + each}`);
    if (now.regular) keys.push(...everyKeys(each));
  }
  return keys;
}

function sessionKeys(wasRegular: boolean, isRegular: boolean): readonly string[] {
  if (wasRegular === isRegular) return [];
  return [isRegular ? "session:open" : "session:close"];
}

/** Every number of minutes that the minute is a multiple of. */
function everyKeys(sinceOpen: number): readonly string[] {
  const keys: string[] = [];
  for (let every = 1; every <= sinceOpen; every++) if (sinceOpen % every === 0) keys.push(`every:${every}`);
  return keys;
}
