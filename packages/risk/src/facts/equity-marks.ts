import { MICROS, type Money, money, mulDiv, type Us, US_PER_MINUTE, US_PER_SECOND } from "@bowline/kernel";
import { WAIVED, type Waived } from "../limits/limit.ts";

export type Span = "day" | "week" | "month";
type Mark = { readonly of: string; readonly equity: Money | undefined };

/** What losses are measured against: folds of the journal, so that a restart keeps them. */
export type EquityMarks = {
  day: Mark;
  week: Mark;
  month: Mark;
  peak: Money | undefined;
  /** What a halt by a loss counts from since a resume, where there was one in the span. */
  resumedFrom: { readonly [K in Span]?: Money | undefined };
  /** Of the last five minutes, oldest first. */
  path: { readonly atUs: Us; readonly equity: Money }[];
  /** Tier of the drawdown that holds, and the sessions that have begun since it was last as deep as that. */
  tier: { readonly depth: number; readonly sessions: number };
};

const NO_MARK: Mark = { of: "", equity: undefined };
export const makeEquityMarks = (): EquityMarks => ({
  day: NO_MARK,
  week: NO_MARK,
  month: NO_MARK,
  peak: undefined,
  resumedFrom: {},
  path: [],
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
  const begun = { day: sessionDate, week: mondayOf(sessionDate), month: sessionDate.slice(0, 7) };
  for (const span of ["day", "week", "month"] as const) {
    if (marks[span].of === begun[span]) continue;
    marks[span] = { of: begun[span], equity: undefined };
    marks.resumedFrom = { ...marks.resumedFrom, [span]: undefined };
  }
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

const PATH_US = 5 * US_PER_MINUTE;
const PATH_STEP_US = 5 * US_PER_SECOND;

/** Remembers equity at a clock for five minutes. */
export function keepEquityPath({ path }: EquityMarks, equity: Money | undefined, nowUs: Us): void {
  const last = path.at(-1);
  if (equity === undefined) return;
  if (last !== undefined && nowUs - last.atUs < PATH_STEP_US) return;
  path.push({ atUs: nowUs, equity });
  while (path[0] !== undefined && nowUs - path[0].atUs > PATH_US) path.shift();
}

/** Equity lost since the best of the last five minutes. */
export const recentLoss = ({ path }: EquityMarks, equity: Money | undefined): Money | undefined =>
  equity === undefined
    ? undefined
    : lossFrom(money(Math.max(equity, ...path.map((one) => Number(one.equity)))), equity);

const lossFrom = (from: Money | undefined, equity: Money | undefined): Money | undefined =>
  from === undefined || equity === undefined ? undefined : money(Math.max(0, from - equity));

/** Equity lost in the session, the week or the month; 0 where it has gained. */
export const lossOf = (marks: EquityMarks, span: Span, equity: Money | undefined): Money | undefined =>
  lossFrom(marks[span].equity, equity);

/** The same, counted from a resume where there was one: what a halt counts, for it must not latch for ever. */
export const haltLossOf = (marks: EquityMarks, span: Span, equity: Money | undefined): Money | undefined =>
  lossFrom(marks.resumedFrom[span] ?? marks[span].equity, equity);

/** A person lets trading go on after a loss: another such loss halts again. */
export function resumeLoss(marks: EquityMarks, span: Span, equity: Money | undefined): void {
  marks.resumedFrom = { ...marks.resumedFrom, [span]: equity };
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

/**
 * Down at once; up one tier at a time, after a full session, when the drawdown is less deep by the recovery. A tier that is not as deep
 * as the recovery ends at the peak, for no drawdown is less than none.
 */
function tierAfter(
  tier: EquityMarks["tier"],
  drawdown: number,
  { from, recovery }: DrawdownTiers,
): EquityMarks["tier"] {
  const depth = from.findLastIndex((begins) => reaches(drawdown, begins)) + 1;
  if (depth === 0 && tier.depth === 0) return tier;
  if (depth >= tier.depth) return { depth, sessions: 0 };
  const begins = from[tier.depth - 1] ?? WAIVED;
  if (tier.depth === HALTED_TIER)
    // Waived since, it makes no entry smaller any more: the tier before it does.
    return begins === WAIVED ? { depth: HALTED_TIER - 1, sessions: 0 } : tier;
  const hasEased = begins === WAIVED || drawdown <= Math.max(0, begins - (recovery === WAIVED ? 0 : recovery));
  if (!hasEased || tier.sessions < SESSIONS_TO_RECOVER) return tier;
  return { depth: tier.depth - 1, sessions: 0 };
}

/**
 * A person lets trading go on in the deepest tier. Where the drawdown is still as deep, the peak comes down so that it is what the tier
 * before begins with: a peak that is never reached again must not hold for ever, and what is lost from here on halts again.
 */
export function resumeDrawdown(marks: EquityMarks, equity: Money | undefined, { from }: DrawdownTiers): void {
  if (marks.tier.depth < HALTED_TIER || marks.peak === undefined || equity === undefined || equity <= 0) return;
  const before = from.slice(0, HALTED_TIER - 1);
  const depth = before.findLastIndex((begins) => begins !== WAIVED) + 1;
  const begins = before[depth - 1] ?? WAIVED;
  const kept = begins === WAIVED ? 0 : begins;
  if (drawdownOf(marks.peak, equity) > kept) marks.peak = money(mulDiv(equity, MICROS, MICROS - kept));
  marks.tier = { depth, sessions: 0 };
}
