import { MINUTES_A_SESSION, US_PER_MINUTE } from "@bowline/kernel";
import type { Facts } from "./facts.ts";

/** US equities open at 09:30 exchange time on every trading day; early closes move only the close. */
const OPEN_MINUTE_OF_DAY = 9 * 60 + 30;

/** Where a moment lies in the regular session; all in whole minutes, rounded down. */
export type SessionMinute = {
  readonly regular: boolean;
  readonly ofDay: number;
  readonly sinceOpen: number;
  readonly toClose: number;
  /** Whether the session is shorter than a whole one. */
  readonly early: boolean;
};

/** `undefined` outside a trading day, or before the first clock. */
export function sessionMinute({ session, nowUs }: Facts): SessionMinute | undefined {
  if (session === undefined) return undefined;
  const sinceOpen = Math.floor((nowUs - session.openUs) / US_PER_MINUTE);
  return {
    regular: session.regular,
    ofDay: OPEN_MINUTE_OF_DAY + sinceOpen,
    sinceOpen,
    toClose: Math.floor((session.closeUs - nowUs) / US_PER_MINUTE),
    early: session.closeUs - session.openUs < MINUTES_A_SESSION * US_PER_MINUTE,
  };
}

/** 570 → 09:30. */
export const showMinuteOfDay = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** "09:30" → 570; `undefined` where the text is no time of day. */
export function parseMinuteOfDay(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? undefined : Number(match[1]) * 60 + Number(match[2]);
}
