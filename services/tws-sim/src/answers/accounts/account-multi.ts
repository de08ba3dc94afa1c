import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send } from "../../clients/client.ts";
import type { Desk } from "../../desk.ts";
import { ledgerAndNlvOf, valuesOf } from "./account-rows.ts";
import { type AccountMulti, isNews } from "./account-subscriptions.ts";
import { namedAccounts, refuseAccount } from "./which-accounts.ts";

/** Values of one account, or of all where none is named; then what changes of them. There are no models: a named one holds nothing. */
export function subscribeAccountMulti(
  desk: Desk,
  client: Client,
  { reqId, accountId, modelCode, ledgerAndNlv }: ClientMessageOf<"reqAccountUpdatesMulti">,
): void {
  const named = namedAccounts(desk, accountId);
  if (named === undefined) return refuseAccount(client, reqId, accountId);
  const accountIds = modelCode === "" ? named : [];
  const request: AccountMulti = { accountIds, ledgerAndNlv, told: new Map() };
  client.accounts.multi.set(reqId, request);
  for (const one of accountIds) sendAccountMulti(desk, client, reqId, one);
  send(client, encode.accountUpdateMultiEnd, { reqId });
}

/** What is new of one account. */
export function sendAccountMulti(desk: Desk, client: Client, reqId: number, accountId: string): void {
  const request = client.accounts.multi.get(reqId);
  if (request?.accountIds.includes(accountId) !== true) return;
  const rows = request.ledgerAndNlv ? ledgerAndNlvOf(desk, accountId) : valuesOf(desk, accountId);
  for (const row of rows) {
    if (isNews(request.told, `${accountId} ${row.key} ${row.currency}`, row.value))
      send(client, encode.accountUpdateMulti, { reqId, accountId, modelCode: "", ...row });
  }
}
