import type { EventByKind } from "@bowline/contracts";
import type { Desk, State } from "./state.ts";

/** The portfolio answers each minute of the clock: after so many without its word nothing is known of the account. */
const MOST_MINUTES = 3;

/** Counted in minutes of the clock and not in time: between two simulated sessions there is no clock. */
export const isAccountKnown = ({ minutesSinceAccount = MOST_MINUTES }: State): boolean =>
  minutesSinceAccount < MOST_MINUTES;

/** What the portfolio tells of the account, each minute and after each fill. */
export function learnAccount({ state, accountId }: Desk, event: EventByKind<"account">): void {
  if (event.accountId !== accountId) return;
  const { equity, cash, grossExposure, netExposure, unrealizedPnl, sessionDate } = event;
  state.equity = equity;
  state.minutesSinceAccount = 0;
  state.account = { cash, grossExposure, netExposure, unrealizedPnl };
  if (state.dayStart?.date !== sessionDate) state.dayStart = { date: sessionDate, equity };
}
