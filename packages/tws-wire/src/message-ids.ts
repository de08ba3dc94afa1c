/** Ids of the messages that the server sends, by name. */
const SERVER_MESSAGE_ID = {
  tickPrice: 1,
  tickSize: 2,
  orderStatus: 3,
  error: 4,
  openOrder: 5,
  updateAccountValue: 6,
  updatePortfolio: 7,
  updateAccountTime: 8,
  nextValidId: 9,
  contractDetails: 10,
  execDetails: 11,
  managedAccounts: 15,
  historicalData: 17,
  tickGeneric: 45,
  tickString: 46,
  currentTime: 49,
  realtimeBar: 50,
  contractDetailsEnd: 52,
  openOrderEnd: 53,
  accountDownloadEnd: 54,
  execDetailsEnd: 55,
  tickSnapshotEnd: 57,
  marketDataType: 58,
  commissionReport: 59,
  position: 61,
  positionEnd: 62,
  accountSummary: 63,
  accountSummaryEnd: 64,
  positionMulti: 71,
  positionMultiEnd: 72,
  accountUpdateMulti: 73,
  accountUpdateMultiEnd: 74,
  tickReqParams: 81,
  completedOrder: 101,
  completedOrdersEnd: 102,
} as const;

/** Ids of the messages that the client sends and this package decodes, by name. */
export const CLIENT_MESSAGE_ID = {
  reqMktData: 1,
  cancelMktData: 2,
  placeOrder: 3,
  cancelOrder: 4,
  reqOpenOrders: 5,
  reqAccountUpdates: 6,
  reqExecutions: 7,
  reqIds: 8,
  reqContractDetails: 9,
  setServerLogLevel: 14,
  reqAutoOpenOrders: 15,
  reqAllOpenOrders: 16,
  reqManagedAccts: 17,
  reqHistoricalData: 20,
  cancelHistoricalData: 25,
  reqCurrentTime: 49,
  reqRealTimeBars: 50,
  cancelRealTimeBars: 51,
  globalCancel: 58,
  reqMarketDataType: 59,
  reqPositions: 61,
  reqAccountSummary: 62,
  cancelAccountSummary: 63,
  cancelPositions: 64,
  startApi: 71,
  reqPositionsMulti: 74,
  cancelPositionsMulti: 75,
  reqAccountUpdatesMulti: 76,
  cancelAccountUpdatesMulti: 77,
  reqCompletedOrders: 99,
} as const;

export type ClientMessageName = keyof typeof CLIENT_MESSAGE_ID;

const namesOf = (ids: Readonly<Record<string, number>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(ids).map(([name, id]) => [String(id), name]));

const serverNames = namesOf(SERVER_MESSAGE_ID);
const clientNames = namesOf(CLIENT_MESSAGE_ID);

/** The name of a message by its first field, for logs: "unknown" where this package has none. */
export function messageNameOf(direction: "in" | "out", messageId: string | undefined): string {
  const names = direction === "in" ? clientNames : serverNames;
  return names.get(messageId ?? "") ?? "unknown";
}
