import { exchangeTimeAt } from "@bowline/calendar";
import { type Us, US_PER_MINUTE } from "@bowline/kernel";
import type { AccountPosition } from "@bowline/matching";
import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import type { Desk } from "../../desk.ts";
import { valuesOf } from "./account-rows.ts";
import { type AccountUpdates, isNews, type Told } from "./account-subscriptions.ts";
import { accountOf, allAccounts, namedAccount, refuseAccount } from "./which-accounts.ts";

const SYSTEM = -1;

/** Begins or ends updates of one account. No name stands for the first account; a second request replaces the first. */
export function subscribeAccount(desk: Desk, client: Client, request: ClientMessageOf<"reqAccountUpdates">): void {
  const name = request.accountId;
  const accountId = name === "" ? allAccounts(desk)[0] : namedAccount(desk, name);
  if (accountId === undefined) return refuseAccount(client, SYSTEM, name);
  if (!request.subscribe) {
    if (name === "" || client.accounts.updates?.accountId === accountId) client.accounts.updates = undefined;
    return;
  }
  client.accounts.updates = { accountId, told: new Map() };
  sendAccount(desk, client, client.accounts.updates);
}

/** What is new of an account's values and positions (also those that were closed, at 0), the time, and the end mark. */
export function sendAccount(desk: Desk, client: Client, { accountId, told }: AccountUpdates): void {
  for (const row of valuesOf(desk, accountId)) {
    if (isNews(told, `${row.key} ${row.currency}`, row.value))
      send(client, encode.updateAccountValue, { ...row, accountId });
  }
  const account = accountOf(desk, accountId);
  const { positions, asOfUs } = account.account();
  const realized = new Map(account.pnls().map(({ symbol, dailyRealizedPnl }) => [symbol, dailyRealizedPnl]));
  for (const position of positions) {
    const holding = { ...position, realizedPnl: realized.get(position.symbol) ?? position.realizedPnl };
    sendPortfolio(desk, client, { accountId, position: holding, told });
  }
  send(client, encode.updateAccountTime, { time: clockTextOf(asOfUs) });
  send(client, encode.accountDownloadEnd, { accountId });
}

type Holding = { readonly accountId: string; readonly position: AccountPosition; readonly told: Told };

function sendPortfolio(desk: Desk, client: Client, { accountId, position, told }: Holding): void {
  const { symbol, positionQty, marketValue, unrealizedPnl, realizedPnl, avgCostPx } = position;
  if (!isNews(told, `portfolio ${symbol}`, JSON.stringify(position))) return;
  send(client, encode.updatePortfolio, {
    contract: desk.instruments.contractOf(symbol),
    positionQty,
    marketPx: position.markPx,
    marketValue,
    avgCost: avgCostPx ?? 0,
    unrealizedPnl,
    realizedPnl,
    accountId,
  });
}

/** HH:mm in New York. */
function clockTextOf(asOfUs: Us): string {
  const minutes = Math.floor(exchangeTimeAt(asOfUs).timeOfDayUs / US_PER_MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
