/** Lengths of bars that a rule, an indicator or a chart may ask for. All are made of one-minute bars. */
export const BAR_LENGTHS = ["1m", "2m", "5m", "15m", "30m", "1h", "1d", "1w"] as const;
export type BarLength = (typeof BAR_LENGTHS)[number];

/** Minutes of regular hours in a whole session, and sessions in a whole week. */
export const MINUTES_A_SESSION = 390;
export const SESSIONS_A_WEEK = 5;

const MINUTES: Readonly<Partial<Record<BarLength, number>>> = {
  "1m": 1,
  "2m": 2,
  "5m": 5,
  "15m": 15,
  "30m": 30,
  "1h": 60,
};

/** Minutes of a bar that is shorter than a session; `undefined` for days and weeks. */
export const barMinutes = (length: BarLength): number | undefined => MINUTES[length];

/** Bars of so many minutes that a whole session gives; the last may be shorter. */
export const barsASession = (minutes: number): number => Math.ceil(MINUTES_A_SESSION / minutes);
