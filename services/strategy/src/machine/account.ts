import type { EventByKind } from "@bowline/contracts";
import type { Desk } from "./state.ts";

/** What the portfolio tells of the account, each minute and after each fill. */
export function learnAccount({ state, accountId }: Desk, event: EventByKind<"account">): void {
  if (event.accountId !== accountId) return;
  const { equity, cash, grossExposure, netExposure, unrealizedPnl, sessionDate } = event;
  state.equity = equity;
  state.account = { cash, grossExposure, netExposure, unrealizedPnl };
  if (state.dayStart?.date !== sessionDate) state.dayStart = { date: sessionDate, equity };
}
