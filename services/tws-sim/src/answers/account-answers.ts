import { exchangeTimeAt } from "@bowline/calendar";
import { formatMicros, type Money, US_PER_MINUTE } from "@bowline/kernel";
import type { AccountPosition, AccountView } from "@bowline/matching";
import { encode } from "@bowline/tws-wire";
import { type Client, send, sendPlain } from "../clients/client.ts";
import type { Desk } from "../desk.ts";
import { sendError } from "../clients/errors.ts";

type AccountRow = { readonly key: string; readonly value: string; readonly currency: string };

const money = (key: string, value: Money, currency = "USD"): AccountRow => ({
  key,
  value: formatMicros(value),
  currency,
});

/** The account as TWS's rows. One currency, so its total (BASE) is the same. */
const rowsOf = (account: AccountView): readonly AccountRow[] => [
  { key: "AccountCode", value: account.accountId, currency: "" },
  { key: "AccountReady", value: "true", currency: "" },
  { key: "AccountType", value: "INDIVIDUAL", currency: "" },
  money("TotalCashBalance", account.cash),
  money("TotalCashBalance", account.cash, "BASE"),
  money("CashBalance", account.cash),
  money("TotalCashValue", account.cash),
  money("SettledCash", account.cash),
  money("NetLiquidation", account.equity),
  money("EquityWithLoanValue", account.equity),
  money("GrossPositionValue", account.grossPositionValue),
  money("BuyingPower", account.buyingPower),
  money("AvailableFunds", account.buyingPower),
  money("RealizedPnL", account.realizedPnl),
  money("UnrealizedPnL", account.unrealizedPnl),
];

/** All values, all positions (also those that were closed, at 0), the time, and the end mark. */
export function sendAccount(desk: Desk, client: Client, account: AccountView): void {
  const { accountId } = account;
  for (const row of rowsOf(account)) send(client, encode.updateAccountValue, { ...row, accountId });
  for (const position of account.positions) {
    const { positionQty, marketValue, unrealizedPnl, realizedPnl, avgCostPx } = position;
    send(client, encode.updatePortfolio, {
      contract: desk.instruments.contractOf(position.symbol),
      positionQty,
      marketPx: position.markPx,
      marketValue,
      avgCost: avgCostPx ?? 0,
      unrealizedPnl,
      realizedPnl,
      accountId,
    });
  }
  send(client, encode.updateAccountTime, { time: clockTextOf(account) });
  send(client, encode.accountDownloadEnd, { accountId });
}

/** HH:mm in New York. */
function clockTextOf({ asOfUs }: AccountView): string {
  const minutes = Math.floor(exchangeTimeAt(asOfUs).timeOfDayUs / US_PER_MINUTE);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

export function subscribeAccount(desk: Desk, client: Client, isWanted: boolean): void {
  client.wantsAccount = isWanted;
  if (isWanted) sendAccount(desk, client, desk.exchange.broker.account());
}

export function sendPosition(desk: Desk, client: Client, { symbol, positionQty, avgCostPx }: AccountPosition): void {
  const contract = desk.instruments.contractOf(symbol);
  send(client, encode.position, { accountId: desk.accountId, contract, positionQty, avgCost: avgCostPx ?? 0 });
}

export function subscribePositions(desk: Desk, client: Client): void {
  client.wantsPositions = true;
  for (const position of openPositions(desk)) sendPosition(desk, client, position);
  sendPlain(client, encode.positionEnd);
}

const openPositions = (desk: Desk): readonly AccountPosition[] =>
  desk.exchange.broker.account().positions.filter(({ positionQty }) => positionQty !== 0);

export function answerPositionsMulti(desk: Desk, client: Client, reqId: number): void {
  for (const { symbol, positionQty, avgCostPx } of openPositions(desk)) {
    const contract = desk.instruments.contractOf(symbol);
    send(client, encode.positionMulti, {
      reqId,
      accountId: desk.accountId,
      contract,
      positionQty,
      avgCost: avgCostPx ?? 0,
      modelCode: "",
    });
  }
  send(client, encode.positionMultiEnd, { reqId });
}

export function answerAccountMulti(desk: Desk, client: Client, reqId: number): void {
  for (const row of rowsOf(desk.exchange.broker.account())) {
    send(client, encode.accountUpdateMulti, { reqId, accountId: desk.accountId, modelCode: "", ...row });
  }
  send(client, encode.accountUpdateMultiEnd, { reqId });
}

const MAX_SUMMARIES = 2;

export function subscribeSummary(desk: Desk, client: Client, reqId: number, tags: readonly string[]): void {
  if (client.summaries.size >= MAX_SUMMARIES) return sendError(client, reqId, 322);
  client.summaries.set(reqId, tags);
  sendSummary(client, reqId, { tags, account: desk.exchange.broker.account() });
}

/** "All" or "$LEDGER" stand for every row. */
export function sendSummary(
  client: Client,
  reqId: number,
  summary: { tags: readonly string[]; account: AccountView },
): void {
  const { tags, account } = summary;
  const isWanted = (key: string): boolean =>
    tags.includes(key) || tags.some((tag) => tag === "All" || tag.startsWith("$LEDGER"));
  for (const { key, value, currency } of rowsOf(account)) {
    if (currency === "BASE" || !isWanted(key)) continue;
    send(client, encode.accountSummary, { reqId, accountId: account.accountId, tag: key, value, currency });
  }
  send(client, encode.accountSummaryEnd, { reqId });
}
