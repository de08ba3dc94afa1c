import { MICROS, type Money, money, mulDiv } from "@bowline/kernel";
import { WAIVED, type Waived } from "../limits/limit.ts";

type Mark = { readonly of: string; readonly equity: Money | undefined };

/** What losses are measured against: folds of the journal, so that a restart keeps them. */
export type EquityMarks = {
  day: Mark;
  week: Mark;
  month: Mark;
  peak: Money | undefined;
  /** Tier of the drawdown that holds, and the sessions that have begun since it was last as deep as that. */
  tier: { readonly depth: number; readonly sessions: number };
};

const NO_MARK: Mark = { of: "", equity: undefined };
export const makeEquityMarks = (): EquityMarks => ({
  day: NO_MARK,
  week: NO_MARK,
  month: NO_MARK,
  peak: undefined,
  tier: { depth: 0, sessions: 0 },
});

/** How deep each tier begins, and how much less deep it must be to end, in micros of 1. */
export type DrawdownTiers = {
  readonly from: readonly (number | Waived)[];
  readonly recovery: number | Waived;
};

const mondayOf = (date: string): string => {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
};

/** Begins a session, and with it a week or a month where it is the first of one. */
export function beginEquitySession(marks: EquityMarks, sessionDate: string): void {
  marks.day = { of: sessionDate, equity: undefined };
  const [week, month] = [mondayOf(sessionDate), sessionDate.slice(0, 7)];
  if (marks.week.of !== week) marks.week = { of: week, equity: undefined };
  if (marks.month.of !== month) marks.month = { of: month, equity: undefined };
  marks.tier = { ...marks.tier, sessions: marks.tier.sessions + 1 };
}

/** Takes in equity at a clock. */
export function markEquity(marks: EquityMarks, equity: Money | undefined, tiers: DrawdownTiers): void {
  if (equity === undefined) return;
  for (const span of ["day", "week", "month"] as const)
    if (marks[span].equity === undefined && marks[span].of !== "") marks[span] = { ...marks[span], equity };
  if (marks.peak === undefined || equity > marks.peak) marks.peak = equity;
  marks.tier = tierAfter(marks.tier, drawdownOf(marks.peak, equity), tiers);
}

/** Part of the peak that is gone, in micros of 1. */
export const drawdownOf = (peak: Money, equity: Money): number =>
  peak <= 0 ? MICROS : mulDiv(Math.max(0, peak - equity), MICROS, peak);

/** A full session must have passed since: the one in which it was entered, and one more. */
const SESSIONS_TO_RECOVER = 2;
/** The deepest tier, which only a person ends. */
const HALTED_TIER = 3;

const reaches = (drawdown: number, from: number | Waived | undefined): boolean =>
  from !== undefined && from !== WAIVED && drawdown >= from;

/** Down at once; up one tier at a time, after a full session, when the drawdown is less deep by the recovery. */
function tierAfter(
  tier: EquityMarks["tier"],
  drawdown: number,
  { from, recovery }: DrawdownTiers,
): EquityMarks["tier"] {
  const depth = from.findLastIndex((begins) => reaches(drawdown, begins)) + 1;
  if (depth === 0 && tier.depth === 0) return tier;
  if (depth >= tier.depth) return { depth, sessions: 0 };
  const begins = from[tier.depth - 1] ?? WAIVED;
  const hasEased = begins === WAIVED || drawdown <= begins - (recovery === WAIVED ? 0 : recovery);
  if (tier.depth === HALTED_TIER || !hasEased || tier.sessions < SESSIONS_TO_RECOVER) return tier;
  return { depth: tier.depth - 1, sessions: 0 };
}

/**
 * A person lets trading go on in the deepest tier. The peak comes down so that the drawdown is what the tier before begins with: a
 * peak that is never reached again must not hold for ever, and what is lost from here on halts again.
 */
export function resumeDrawdown(marks: EquityMarks, equity: Money | undefined, tiers: DrawdownTiers): void {
  if (marks.tier.depth < HALTED_TIER || equity === undefined || equity <= 0) return;
  const begins = tiers.from[HALTED_TIER - 2];
  const kept = begins === undefined || begins === WAIVED ? 0 : begins;
  marks.peak = money(mulDiv(equity, MICROS, MICROS - kept));
  marks.tier = { depth: kept === 0 ? 0 : HALTED_TIER - 1, sessions: 0 };
}
