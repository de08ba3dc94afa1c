import type { AccountPosition } from "@bowline/matching";
import { type ClientMessageOf, encode } from "@bowline/tws-wire";
import { type Client, send, sendPlain } from "../../clients/client.ts";
import type { Desk } from "../../desk.ts";
import { accountOf, allAccounts, namedAccounts, refuseAccount } from "./which-accounts.ts";

/** What each account holds, then every change of it. */
export function subscribePositions(desk: Desk, client: Client): void {
  client.accounts.wantsPositions = true;
  for (const accountId of allAccounts(desk)) {
    for (const position of openPositions(desk, accountId)) sendPosition(desk, client, accountId, position);
  }
  sendPlain(client, encode.positionEnd);
}

/** The same of one account, or of all where none is named. There are no models: a named one holds nothing. */
export function subscribePositionsMulti(
  desk: Desk,
  client: Client,
  { reqId, accountId, modelCode }: ClientMessageOf<"reqPositionsMulti">,
): void {
  const named = namedAccounts(desk, accountId);
  if (named === undefined) return refuseAccount(client, reqId, accountId);
  const accountIds = modelCode === "" ? named : [];
  client.accounts.positionsMulti.set(reqId, accountIds);
  for (const one of accountIds) {
    for (const position of openPositions(desk, one))
      sendPositionMulti(desk, client, { reqId, accountId: one, position });
  }
  send(client, encode.positionMultiEnd, { reqId });
}

/** Tells who asked what an account holds of a symbol now. */
export function tellPosition(desk: Desk, accountId: string, symbol: string): void {
  const position = accountOf(desk, accountId)
    .account()
    .positions.find((one) => one.symbol === symbol);
  if (position === undefined) return;
  for (const client of desk.clients.values()) {
    if (client.accounts.wantsPositions) sendPosition(desk, client, accountId, position);
    for (const [reqId, accountIds] of client.accounts.positionsMulti) {
      if (accountIds.includes(accountId)) sendPositionMulti(desk, client, { reqId, accountId, position });
    }
  }
}

const openPositions = (desk: Desk, accountId: string): readonly AccountPosition[] =>
  accountOf(desk, accountId)
    .account()
    .positions.filter(({ positionQty }) => positionQty !== 0);

const wirePosition = (desk: Desk, { symbol, positionQty, avgCostPx }: AccountPosition) => ({
  contract: desk.instruments.contractOf(symbol),
  positionQty,
  avgCost: avgCostPx ?? 0,
});

const sendPosition = (desk: Desk, client: Client, accountId: string, position: AccountPosition): void =>
  send(client, encode.position, { accountId, ...wirePosition(desk, position) });

type Holding = { readonly reqId: number; readonly accountId: string; readonly position: AccountPosition };

const sendPositionMulti = (desk: Desk, client: Client, { reqId, accountId, position }: Holding): void =>
  send(client, encode.positionMulti, { reqId, accountId, ...wirePosition(desk, position), modelCode: "" });
