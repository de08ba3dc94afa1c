import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import { sendError } from "../../clients/errors.ts";
import type { Desk } from "../../desk.ts";
import { isNews, type PnlLine } from "./account-subscriptions.ts";
import { accountOf, namedAccount, refuseAccount } from "./which-accounts.ts";

const DUPLICATE = 102;

/** P&L of an account: at once, then on every change. */
export const subscribePnl = (desk: Desk, client: Client, request: ClientMessageOf<"reqPnl">): void =>
  subscribe(desk, client, request);

/** P&L of one instrument in an account. */
export const subscribePnlSingle = (desk: Desk, client: Client, request: ClientMessageOf<"reqPnlSingle">): void =>
  subscribe(desk, client, request);

type Request = { readonly reqId: number; readonly accountId: string; readonly conId?: number };

function subscribe(desk: Desk, client: Client, { reqId, accountId: name, conId }: Request): void {
  const accountId = namedAccount(desk, name);
  if (accountId === undefined) return refuseAccount(client, reqId, name);
  if (client.accounts.pnls.has(reqId)) return sendError(client, reqId, DUPLICATE);
  const line: PnlLine = { accountId, told: new Map(), ...(conId === undefined ? {} : { conId }) };
  client.accounts.pnls.set(reqId, line);
  sendPnl(desk, client, reqId, line);
}

export const cancelPnl = (client: Client, reqId: number): void => void client.accounts.pnls.delete(reqId);

/** Tells everybody who asked what has changed. */
export function sendPnls(desk: Desk): void {
  for (const client of desk.clients.values()) {
    for (const [reqId, line] of client.accounts.pnls) sendPnl(desk, client, reqId, line);
  }
}

function sendPnl(desk: Desk, client: Client, reqId: number, line: PnlLine): void {
  const { conId, accountId, told } = line;
  if (conId === undefined) {
    const pnl = accountPnl(desk, accountId);
    if (isNews(told, "pnl", JSON.stringify(pnl))) send(client, encode.pnl, { reqId, ...pnl });
    return;
  }
  const pnl = positionPnl(desk, accountId, conId);
  if (isNews(told, "pnl", JSON.stringify(pnl))) send(client, encode.pnlSingle, { reqId, ...pnl });
}

function accountPnl(desk: Desk, accountId: string) {
  const { dailyPnl, dailyRealizedPnl, account } = accountOf(desk, accountId).standing();
  return {
    dailyPnl: desk.faults.misstatedPnl.told(dailyPnl),
    unrealizedPnl: account.unrealizedPnl,
    realizedPnl: dailyRealizedPnl,
  };
}

/** What was never held has a position of 0 and no P&L. */
function positionPnl(desk: Desk, accountId: string, conId: number) {
  const held = accountOf(desk, accountId)
    .pnls()
    .find(({ symbol }) => desk.instruments.contractOf(symbol).conId === conId);
  if (held === undefined) return { positionQty: 0 };
  const { positionQty, dailyPnl, unrealizedPnl, dailyRealizedPnl, marketValue } = held;
  return { positionQty, dailyPnl, unrealizedPnl, realizedPnl: dailyRealizedPnl, value: marketValue };
}
