import { NYSE_CLOSINGS, type WallTime } from "./rules.ts";

export const EXCHANGES = ["NYSE", "NASDAQ"] as const;
export type Exchange = (typeof EXCHANGES)[number];

/** A day whose hours no rule gives. */
export type SpecialDay = {
  /** YYYY-MM-DD, the exchange's. */
  readonly date: string;
  /** Neither `open` nor `close`: there was no session. */
  readonly open?: WallTime;
  readonly close?: WallTime;
  readonly reason: string;
  /** Where it stands, with its year. */
  readonly notice: string;
  /** Whose hours it changed. NYSE alone where the notice is of NYSE's own hours and none is known of Nasdaq's. */
  readonly exchanges: readonly Exchange[];
};

const BOTH = EXCHANGES;
const NYSE_ONLY: readonly Exchange[] = ["NYSE"];
const ATTACKS = { reason: "attacks of 11 September", notice: NYSE_CLOSINGS, exchanges: BOTH } as const;

/** In order of time. A halt within a session (NYSE on 8 July 2015, Nasdaq on 22 August 2013) is no change of hours. */
export const SPECIAL_DAYS: readonly SpecialDay[] = [
  {
    date: "1990-12-27",
    open: "09:31",
    reason: "explosion of a Con Edison transformer",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "1991-01-17",
    open: "09:31",
    reason: "moment of silence for the troops in the Gulf",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "1991-02-25",
    open: "09:31",
    reason: "moment of silence for the troops in the Gulf",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  { date: "1994-02-11", close: "14:30", reason: "snowstorm", notice: NYSE_CLOSINGS, exchanges: NYSE_ONLY },
  {
    date: "1994-04-27",
    reason: "day of mourning for President Nixon",
    notice: `Executive order of 23 April 1994 (59 FR 21915); ${NYSE_CLOSINGS}`,
    exchanges: BOTH,
  },
  { date: "1995-12-18", open: "10:30", reason: "computer trouble", notice: NYSE_CLOSINGS, exchanges: NYSE_ONLY },
  {
    date: "1996-01-08",
    open: "11:00",
    close: "14:00",
    reason: "blizzard",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "1997-10-27",
    close: "15:30",
    reason: "market-wide circuit breaker",
    notice: NYSE_CLOSINGS,
    exchanges: BOTH,
  },
  { date: "1997-12-26", close: "13:00", reason: "the day after Christmas", notice: NYSE_CLOSINGS, exchanges: BOTH },
  {
    date: "1999-12-31",
    close: "13:00",
    reason: "change of the year to 2000",
    notice: "NYSE, board meeting, press release of 4 June 1999",
    exchanges: BOTH,
  },
  { date: "2001-09-11", ...ATTACKS },
  { date: "2001-09-12", ...ATTACKS },
  { date: "2001-09-13", ...ATTACKS },
  { date: "2001-09-14", ...ATTACKS },
  {
    date: "2001-09-17",
    open: "09:33",
    reason: "moment of silence after the attacks",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "2001-10-08",
    open: "09:31",
    reason: "moment of silence for the troops in Afghanistan",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "2002-09-11",
    open: "12:00",
    reason: "first anniversary of the attacks",
    notice: NYSE_CLOSINGS,
    exchanges: BOTH,
  },
  {
    date: "2003-03-20",
    open: "09:32",
    reason: "moment of silence for the troops in Iraq",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  { date: "2003-12-26", close: "13:00", reason: "the day after Christmas", notice: NYSE_CLOSINGS, exchanges: BOTH },
  {
    date: "2004-06-07",
    open: "09:32",
    reason: "moment of silence for President Reagan",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "2004-06-11",
    reason: "day of mourning for President Reagan",
    notice: `Executive order of 6 June 2004; ${NYSE_CLOSINGS}`,
    exchanges: BOTH,
  },
  {
    date: "2005-06-01",
    close: "15:56",
    reason: "trouble of the communication systems",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  {
    date: "2006-12-27",
    open: "09:32",
    reason: "moment of silence for President Ford",
    notice: NYSE_CLOSINGS,
    exchanges: NYSE_ONLY,
  },
  { date: "2007-01-02", reason: "day of mourning for President Ford", notice: NYSE_CLOSINGS, exchanges: BOTH },
  {
    date: "2012-10-29",
    reason: "hurricane Sandy",
    notice: "NYSE Euronext and NASDAQ OMX, statements of 28 October 2012",
    exchanges: BOTH,
  },
  {
    date: "2012-10-30",
    reason: "hurricane Sandy",
    notice: "NYSE Euronext and NASDAQ OMX, statements of 29 October 2012",
    exchanges: BOTH,
  },
  {
    date: "2018-12-05",
    reason: "day of mourning for President G. H. W. Bush",
    notice: "Executive Order 13852 of 1 December 2018 (83 FR 62687); NYSE and Nasdaq, announcements of December 2018",
    exchanges: BOTH,
  },
  {
    date: "2025-01-09",
    reason: "day of mourning for President Carter",
    notice: "NYSE Group and Nasdaq, announcements of 30 December 2024",
    exchanges: BOTH,
  },
];
