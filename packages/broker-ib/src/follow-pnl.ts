import { microsOfDouble, money, type Money } from "@bowline/kernel";
import type { BrokerPnl } from "./broker-data.ts";
import type { SessionState } from "./session-state.ts";

/** Asks for the account's P&L, once in a session: TWS tells it now and whenever it changes, about once a second. */
export function followPnl(state: SessionState): void {
  const { api, pacer, requests } = state;
  if (state.pnlReqId !== undefined || requests.isClosed()) return;
  const reqId = requests.nextId();
  state.pnlReqId = reqId;
  pacer.send("request", () => void api.reqPnL(reqId, state.accountId, ""));
}

/** After a data loss: asks anew, then cancels what TWS may still hold of it. */
export function followPnlAgain(state: SessionState): void {
  const { pnlReqId: before, api, pacer } = state;
  if (before === undefined) return;
  state.pnlReqId = undefined;
  followPnl(state);
  pacer.send("history", () => void api.cancelPnL(before));
}

const moneyOf = (value: number | undefined): Money | undefined => {
  const amount = value === undefined ? undefined : microsOfDouble(value);
  return amount === undefined ? undefined : money(amount);
};

/** DBL_MAX is what TWS has no value for; it and what is no number are absent. */
export function brokerPnl(...values: readonly (number | undefined)[]): BrokerPnl {
  const [dailyPnl, unrealizedPnl, realizedPnl] = values.map(moneyOf);
  return {
    ...(dailyPnl === undefined ? {} : { dailyPnl }),
    ...(unrealizedPnl === undefined ? {} : { unrealizedPnl }),
    ...(realizedPnl === undefined ? {} : { realizedPnl }),
  };
}
