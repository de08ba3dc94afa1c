import {
  BarSizeSetting,
  type Contract,
  DurationUnit,
  FADataType,
  type IBApi,
  Instrument,
  LocationCode,
  LogLevel,
  MarketDataType,
  OptionExerciseAction,
  OptionType,
  type Order,
  OrderAction,
  OrderType,
  ScanCode,
  SecType,
  TickByTickDataType,
  TimeInForce,
  WhatToShow,
} from "@stoqey/ib";

/** Every request of the real client, in an order of no meaning; each argument has a value of its own where it may. */

const aapl: Contract = {
  ...{ conId: 265_598, symbol: "AAPL", secType: SecType.STK, exchange: "SMART", primaryExch: "NASDAQ" },
  ...{ currency: "USD", localSymbol: "AAPL", tradingClass: "NMS" },
};
const call: Contract = {
  ...{ conId: 653_400_000, symbol: "AAPL", secType: SecType.OPT, lastTradeDateOrContractMonth: "20240119" },
  ...{ strike: 190, right: OptionType.Call, multiplier: 100, exchange: "SMART", currency: "USD" },
};
const bag: Contract = {
  ...{ symbol: "SPY,IBM", secType: SecType.BAG, exchange: "SMART", currency: "USD" },
  comboLegs: [
    { conId: 1, ratio: 1, action: OrderAction.BUY, exchange: "SMART" },
    { conId: 2, ratio: 2, action: OrderAction.SELL, exchange: "CBOE" },
  ],
};
const limit: Order = {
  ...{ action: OrderAction.BUY, orderType: OrderType.LMT, totalQuantity: 100, lmtPrice: 187.25 },
  ...{ tif: TimeInForce.GTC, account: "DU1", orderRef: "ref-1", transmit: true },
};
const NOW = "20240102-21:00:00";
const THEN = "20240102-14:30:00";

const session = (ib: IBApi): void => {
  ib.reqIds(1).reqManagedAccts().reqCurrentTime().setServerLogLevel(LogLevel.DETAIL).reqUserInfo(6);
  ib.queryDisplayGroups(6).subscribeToGroupEvents(6, 3).updateDisplayGroup(6, "265598@SMART");
  ib.unsubscribeFromGroupEvents(6);
};

const account = (ib: IBApi): void => {
  ib.reqAccountUpdates(true, "DU1")
    .reqPositions()
    .cancelPositions()
    .reqAccountSummary(6, "All", "NetLiquidation,Cushion");
  ib.cancelAccountSummary(6).reqPositionsMulti(7, "DU1", "core").cancelPositionsMulti(7);
  ib.reqAccountUpdatesMulti(8, "DU1", "core", true).cancelAccountUpdatesMulti(8);
  ib.reqPnL(9, "DU1", "core").cancelPnL(9).reqPnLSingle(9, "DU1", "core", 265_598).cancelPnLSingle(9);
  ib.reqSoftDollarTiers(6).reqFamilyCodes().requestFA(FADataType.GROUPS).replaceFA(6, FADataType.ALIASES, "<xml/>");
};

const instruments = (ib: IBApi): void => {
  ib.reqContractDetails(2, { ...aapl, includeExpired: true, secIdType: "ISIN", secId: "US0378331005" });
  ib.reqMarketRule(26).reqMatchingSymbols(2, "AAP").reqSmartComponents(2, "9c0001");
  ib.reqSecDefOptParams(2, "AAPL", "CBOE", "STK", 265_598);
  ib.calculateImpliedVolatility(2, call, 4.35, 187.25).cancelCalculateImpliedVolatility(2);
  ib.calculateOptionPrice(2, call, 0.2525, 187.25).cancelCalculateOptionPrice(2);
};

const quotes = (ib: IBApi): void => {
  ib.reqMktData(3, aapl, "233,236", false, true).cancelMktData(3).reqMktData(3, bag, "", true, false);
  ib.reqMarketDataType(MarketDataType.DELAYED).reqRealTimeBars(4, aapl, 5, WhatToShow.MIDPOINT, true);
  ib.cancelRealTimeBars(4).reqTickByTickData(11, aapl, TickByTickDataType.BidAsk, 10, true).cancelTickByTickData(11);
  ib.reqMktDepth(8, aapl, 5, true).cancelMktDepth(8, true).reqMktDepthExchanges();
};

const history = (ib: IBApi): void => {
  const show = WhatToShow.TRADES;
  ib.reqHistoricalData(5, aapl, NOW, "2 D", BarSizeSetting.MINUTES_ONE, show, true, 2, false).cancelHistoricalData(5);
  ib.reqHistoricalData(5, bag, "", "1800 S", BarSizeSetting.SECONDS_FIVE, WhatToShow.MIDPOINT, false, 1, true);
  ib.reqHeadTimestamp(9, aapl, show, true, 2).cancelHeadTimestamp(9);
  ib.reqHistogramData(9, aapl, true, 3, DurationUnit.DAY).cancelHistogramData(9);
  ib.reqHistoricalTicks(10, aapl, THEN, "", 1000, WhatToShow.BID_ASK, true, true);
};

const documents = (ib: IBApi): void => {
  ib.reqFundamentalData(6, aapl, "ReportSnapshot").cancelFundamentalData(6).reqScannerParameters();
  ib.reqScannerSubscription(9, {
    ...{ numberOfRows: 10, instrument: Instrument.STK, locationCode: LocationCode.STK_US_MAJOR },
    ...{ scanCode: ScanCode.TOP_PERC_GAIN, abovePrice: 5.5, belowPrice: 500, aboveVolume: 100_000 },
    ...{ averageOptionVolumeAbove: 7, marketCapAbove: 1e6, stockTypeFilter: "ALL", excludeConvertible: true },
  });
  ib.cancelScannerSubscription(9).reqNewsBulletins(true).cancelNewsBulletins().reqNewsProviders();
  ib.reqNewsArticle(6, "BRFG", "BRFG$1").reqHistoricalNews(6, 265_598, "BRFG+DJNL", THEN, NOW, 10);
  ib.reqWshMetaData(6).reqCancelWshMetaData(6).reqWshEventData(6, 265_598).reqCancelWshEventData(6);
};

const orders = (ib: IBApi): void => {
  ib.reqOpenOrders().reqAllOpenOrders().reqAutoOpenOrders(true).reqCompletedOrders(true);
  ib.reqExecutions(9, {
    clientId: "5",
    acctCode: "DU1",
    time: THEN,
    symbol: "AAPL",
    secType: SecType.STK,
    side: "BUY",
  });
  ib.exerciseOptions(9, call, OptionExerciseAction.EXERCISE, 2, "DU1", 1);
  ib.placeOrder(21, aapl, limit).cancelOrder(21).reqGlobalCancel();
  ib.placeOrder(22, bag, {
    ...limit,
    ...{ orderComboLegs: [{ price: 1.5 }, {}], smartComboRoutingParams: [{ tag: "NonGuaranteed", value: "1" }] },
    ...{ algoStrategy: "Adaptive", algoParams: [{ tag: "adaptivePriority", value: "Normal" }] },
  });
};

export const STOQEY_REQUESTS = [session, account, instruments, quotes, history, documents, orders];
