import { type ClientMessage, encode } from "@bowline/tws-wire";
import { subscribeAccountMulti } from "../answers/accounts/account-multi.ts";
import { subscribeAccount } from "../answers/accounts/account-updates.ts";
import { cancelPnl, subscribePnl, subscribePnlSingle } from "../answers/accounts/pnl-answers.ts";
import { subscribePositions, subscribePositionsMulti } from "../answers/accounts/position-answers.ts";
import { subscribeSummary } from "../answers/accounts/summary-answers.ts";
import { allAccounts } from "../answers/accounts/which-accounts.ts";
import { type Client, send } from "./client.ts";
import type { Desk } from "../desk.ts";
import { sendError } from "./errors.ts";
import { answerDisplayGroups, showInGroup, subscribeToGroup } from "../answers/reference/display-groups.ts";
import { NO_DEFINITION } from "../answers/orders/order-refusal.ts";
import {
  answerNewsHistory,
  answerNewsProviders,
  refuseArticle,
  refuseCalendar,
  refuseFundamentals,
} from "../answers/reference/news-answers.ts";
import { answerScanner, answerScannerParameters, endScanner } from "../answers/reference/scanner-answers.ts";
import {
  answerFamilyCodes,
  answerSoftDollarTiers,
  answerUserInfo,
  refuseAdvisorChange,
  refuseAdvisorData,
} from "../answers/reference/user-answers.ts";
import { answerHistory } from "../answers/data/history-answers.ts";
import { answerHeadTimestamp, answerHistogram } from "../answers/data/history-facts-answers.ts";
import { answerHistoricalTicks } from "../answers/data/history-tick-answers.ts";
import { cancelHistory } from "../answers/data/history-updates.ts";
import { answerDepthExchanges, cancelDepth, refuseDepth } from "../answers/data/depth-answers.ts";
import {
  answerContractDetails,
  answerMarketRule,
  answerMatchingSymbols,
  answerOptionParams,
  answerSmartComponents,
} from "../answers/reference/reference-answers.ts";
import { cancelTickByTick, subscribeTickByTick } from "../answers/data/tick-by-tick-answers.ts";
import { subscribeTicks } from "../answers/data/market-data-answers.ts";
import { subscribeBars } from "../answers/data/real-time-bars.ts";
import {
  answerCompletedOrders,
  answerExecutions,
  answerOpenOrders,
  bindOrders,
} from "../answers/orders/order-answers.ts";
import { cancelEverything, cancelOrder, placeOrder } from "../answers/orders/order-requests.ts";

type Named<Message, Name> = Message extends { readonly type: infer T } ? (Name extends T ? Message : never) : never;
type Handlers = {
  readonly [Name in ClientMessage["type"]]?: (desk: Desk, client: Client, message: Named<ClientMessage, Name>) => void;
};

const ignore = (): void => undefined;

/** One line per request. TWS does not answer what it does not know, either. */
const handlers: Handlers = {
  startApi: ignore,
  setServerLogLevel: ignore,
  reqMarketDataType: (_desk, client, { marketDataType }) => void (client.marketDataType = marketDataType),
  reqIds: sendNextId,
  reqManagedAccts: sendAccounts,
  reqCurrentTime: (desk, client) =>
    send(client, encode.currentTime, { epochSeconds: Math.floor(desk.nowUs() / 1_000_000) }),
  reqContractDetails: answerContractDetails,
  reqMktData: subscribeTicks,
  cancelMktData: (_desk, client, { reqId }) => cancelSubscription(client, client.ticks, reqId),
  reqRealTimeBars: subscribeBars,
  cancelRealTimeBars: (_desk, client, { reqId }) => cancelSubscription(client, client.bars, reqId),
  reqHistoricalData: answerHistory,
  cancelHistoricalData: (desk, client, { reqId }) => cancelHistory(desk, client, reqId),
  reqHeadTimestamp: answerHeadTimestamp,
  cancelHeadTimestamp: ignore,
  reqHistogramData: answerHistogram,
  cancelHistogramData: ignore,
  reqHistoricalTicks: answerHistoricalTicks,
  reqTickByTickData: subscribeTickByTick,
  cancelTickByTickData: (_desk, client, { reqId }) => cancelTickByTick(client, reqId),
  reqMktDepthExchanges: (_desk, client) => answerDepthExchanges(client),
  reqMktDepth: (_desk, client, { reqId }) => refuseDepth(client, reqId),
  cancelMktDepth: (_desk, client, { reqId }) => cancelDepth(client, reqId),
  reqMarketRule: (_desk, client, { marketRuleId }) => answerMarketRule(client, marketRuleId),
  reqMatchingSymbols: answerMatchingSymbols,
  reqSmartComponents: (_desk, client, { reqId }) => answerSmartComponents(client, reqId),
  reqSecDefOptParams: (_desk, client, { reqId }) => answerOptionParams(client, reqId),
  calculateImpliedVolatility: (_desk, client, { reqId }) => sendError(client, reqId, NO_DEFINITION.code),
  calculateOptionPrice: (_desk, client, { reqId }) => sendError(client, reqId, NO_DEFINITION.code),
  exerciseOptions: (_desk, client, { reqId }) => sendError(client, reqId, NO_DEFINITION.code),
  queryDisplayGroups: (_desk, client, { reqId }) => answerDisplayGroups(client, reqId),
  subscribeToGroupEvents: subscribeToGroup,
  updateDisplayGroup: showInGroup,
  unsubscribeFromGroupEvents: (_desk, client, { reqId }) => void client.displayGroups.delete(reqId),
  placeOrder,
  cancelOrder: (desk, client, { orderId }) => cancelOrder(desk, client, orderId),
  globalCancel: cancelEverything,
  reqOpenOrders: (desk, client) => answerOpenOrders(desk, client, false),
  reqAutoOpenOrders: bindOrders,
  reqAllOpenOrders: (desk, client) => answerOpenOrders(desk, client, true),
  reqCompletedOrders: answerCompletedOrders,
  reqExecutions: answerExecutions,
  reqPositions: subscribePositions,
  cancelPositions: (_desk, client) => void (client.accounts.wantsPositions = false),
  reqPositionsMulti: subscribePositionsMulti,
  cancelPositionsMulti: (_desk, client, { reqId }) => void client.accounts.positionsMulti.delete(reqId),
  reqAccountUpdates: subscribeAccount,
  reqAccountUpdatesMulti: subscribeAccountMulti,
  cancelAccountUpdatesMulti: (_desk, client, { reqId }) => void client.accounts.multi.delete(reqId),
  reqAccountSummary: subscribeSummary,
  cancelAccountSummary: (_desk, client, { reqId }) => void client.accounts.summaries.delete(reqId),
  reqPnl: subscribePnl,
  cancelPnl: (_desk, client, { reqId }) => cancelPnl(client, reqId),
  reqPnlSingle: subscribePnlSingle,
  cancelPnlSingle: (_desk, client, { reqId }) => cancelPnl(client, reqId),
  reqUserInfo: (_desk, client, { reqId }) => answerUserInfo(client, reqId),
  reqFamilyCodes: (_desk, client) => answerFamilyCodes(client),
  reqSoftDollarTiers: (_desk, client, { reqId }) => answerSoftDollarTiers(client, reqId),
  requestFa: (_desk, client) => refuseAdvisorData(client),
  replaceFa: (_desk, client, { reqId }) => refuseAdvisorChange(client, reqId),
  reqNewsProviders: (_desk, client) => answerNewsProviders(client),
  reqHistoricalNews: (_desk, client, { reqId }) => answerNewsHistory(client, reqId),
  reqNewsArticle: (_desk, client, { reqId }) => refuseArticle(client, reqId),
  reqWshMetaData: (_desk, client, { reqId }) => refuseCalendar(client, reqId),
  reqWshEventData: (_desk, client, { reqId }) => refuseCalendar(client, reqId),
  reqFundamentalData: (_desk, client, { reqId }) => refuseFundamentals(client, reqId),
  reqScannerParameters: (_desk, client) => answerScannerParameters(client),
  reqScannerSubscription: answerScanner,
  cancelScannerSubscription: (_desk, client, { reqId }) => endScanner(client, reqId),
};

export function answer(desk: Desk, client: Client, message: ClientMessage): void {
  const handle = handlers[message.type] as ((desk: Desk, client: Client, message: ClientMessage) => void) | undefined;
  handle?.(desk, client, message);
}

/** What TWS says right after startApi, and again when asked. */
export function sendAccounts(desk: Desk, client: Client): void {
  const accounts = allAccounts(desk);
  const hasComma = accounts.length > 1 && desk.data.switches().accountListComma;
  send(client, encode.managedAccounts, { accounts: hasComma ? [...accounts, ""] : accounts });
}

export function sendNextId(desk: Desk, client: Client): void {
  send(client, encode.nextValidId, { orderId: desk.exchange.broker.nextIbOrderId(client.clientId) });
}

function cancelSubscription(client: Client, subscriptions: { delete(reqId: number): boolean }, reqId: number): void {
  if (!subscriptions.delete(reqId)) sendError(client, reqId, 300, `Can't find EId with tickerId:${reqId}`);
}
