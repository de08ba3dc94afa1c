import {
  bool,
  clientMessage,
  group,
  int,
  intOr,
  literal,
  notCarried,
  requestId,
  roundedMicros,
  roundedMicrosOr,
  since,
  text,
  textOr,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import { contract, dataLegs, deltaNeutralContract } from "./contract-fields.ts";

export const reqContractDetails = clientMessage(9, {
  version: literal("8"),
  reqId: requestId,
  contract,
  includeExpired: bool,
  secIdType: text,
  secId: text,
  issuerId: since(SINCE.issuerId, textOr()),
});

export const reqMktData = clientMessage(1, {
  version: literal("11"),
  reqId: requestId,
  contract,
  legs: dataLegs,
  deltaNeutralContract,
  /** Comma separated generic tick numbers. */
  genericTicks: text,
  snapshot: bool,
  regulatorySnapshot: bool,
  options: textOr(),
});
export const cancelMktData = clientMessage(2, { version: literal("1"), reqId: requestId });

/** 1 live, 2 frozen, 3 delayed, 4 delayed and frozen: for all later requests of the session. */
export const reqMarketDataType = clientMessage(59, { version: literal("1"), marketDataType: int });

export const reqRealTimeBars = clientMessage(50, {
  version: literal("3"),
  reqId: requestId,
  contract,
  /** Seconds; TWS knows 5 only and ignores the field. */
  barSizeSeconds: int,
  /** TRADES, MIDPOINT, BID or ASK. */
  whatToShow: text,
  useRth: bool,
  options: textOr(),
});
export const cancelRealTimeBars = clientMessage(51, { version: literal("1"), reqId: requestId });

export const reqHistoricalData = clientMessage(20, {
  reqId: requestId,
  contract,
  includeExpired: bool,
  /** "" is now; else what `parseWireTime` reads. */
  endDateTime: text,
  /** "1 min", "5 secs", "1 day". */
  barSize: text,
  /** "1800 S", "2 D". */
  duration: text,
  useRth: bool,
  whatToShow: text,
  /** 1 text, 2 unix seconds. */
  formatDate: int,
  legs: dataLegs,
  keepUpToDate: bool,
  options: textOr(),
});
export const cancelHistoricalData = clientMessage(25, { version: literal("1"), reqId: requestId });

export const reqHeadTimestamp = clientMessage(87, {
  reqId: requestId,
  contract,
  includeExpired: bool,
  useRth: bool,
  whatToShow: text,
  formatDate: int,
});
export const cancelHeadTimestamp = clientMessage(90, { reqId: requestId });

export const reqHistogramData = clientMessage(88, {
  reqId: requestId,
  contract,
  includeExpired: bool,
  useRth: bool,
  /** "3 days". */
  timePeriod: text,
});
export const cancelHistogramData = clientMessage(89, { reqId: requestId });

/** One of the two ends is empty. */
export const reqHistoricalTicks = clientMessage(96, {
  reqId: requestId,
  contract,
  includeExpired: bool,
  startDateTime: text,
  endDateTime: text,
  count: int,
  /** TRADES, BID_ASK or MIDPOINT. */
  whatToShow: text,
  useRth: bool,
  ignoreSize: bool,
  options: textOr(),
});

export const reqTickByTickData = clientMessage(97, {
  reqId: requestId,
  contract,
  /** Last, AllLast, BidAsk or MidPoint. */
  tickType: text,
  /** How many past ticks come first; 0 is none. */
  count: int,
  ignoreSize: bool,
});
export const cancelTickByTickData = clientMessage(98, { reqId: requestId });

export const reqMktDepth = clientMessage(10, {
  version: literal("5"),
  reqId: requestId,
  contract,
  rows: int,
  isSmartDepth: bool,
  options: textOr(),
});
export const cancelMktDepth = clientMessage(11, { version: literal("1"), reqId: requestId, isSmartDepth: bool });
export const reqMktDepthExchanges = clientMessage(82, {});

export const reqMarketRule = clientMessage(91, { marketRuleId: int });
export const reqMatchingSymbols = clientMessage(81, { reqId: requestId, pattern: text });
export const reqSmartComponents = clientMessage(83, { reqId: requestId, bboExchange: text });

export const reqSecDefOptParams = clientMessage(78, {
  reqId: requestId,
  symbol: text,
  /** "" asks for all. */
  exchange: text,
  secType: text,
  conId: int,
});

/** Prices and the volatility in micros. */
export const calculateImpliedVolatility = clientMessage(54, {
  version: literal("2"),
  reqId: requestId,
  contract,
  optionPx: roundedMicros,
  underlyingPx: roundedMicros,
  options: textOr(),
});
export const cancelCalculateImpliedVolatility = clientMessage(56, { version: literal("1"), reqId: requestId });

export const calculateOptionPrice = clientMessage(55, {
  version: literal("2"),
  reqId: requestId,
  contract,
  volatility: roundedMicros,
  underlyingPx: roundedMicros,
  options: textOr(),
});
export const cancelCalculateOptionPrice = clientMessage(57, { version: literal("1"), reqId: requestId });

export const reqFundamentalData = clientMessage(52, {
  version: literal("2"),
  reqId: requestId,
  contract: group({
    conId: int,
    symbol: text,
    secType: text,
    lastTradeDate: notCarried(""),
    strike: notCarried(0),
    right: notCarried(""),
    multiplier: notCarried(""),
    exchange: text,
    primaryExch: text,
    currency: text,
    localSymbol: text,
    tradingClass: notCarried(""),
  }),
  /** ReportSnapshot, ReportsFinSummary, RESC and others. */
  reportType: text,
  options: textOr(),
});
export const cancelFundamentalData = clientMessage(53, { version: literal("1"), reqId: requestId });

/** Bounds that are not set are absent. */
export const reqScannerSubscription = clientMessage(22, {
  reqId: requestId,
  rows: intOr(""),
  instrument: text,
  locationCode: text,
  scanCode: text,
  abovePx: roundedMicrosOr,
  belowPx: roundedMicrosOr,
  aboveVolume: intOr(""),
  marketCapAbove: roundedMicrosOr,
  marketCapBelow: roundedMicrosOr,
  moodyRatingAbove: text,
  moodyRatingBelow: text,
  spRatingAbove: text,
  spRatingBelow: text,
  maturityDateAbove: text,
  maturityDateBelow: text,
  couponRateAbove: roundedMicrosOr,
  couponRateBelow: roundedMicrosOr,
  excludeConvertible: bool,
  averageOptionVolumeAbove: intOr(""),
  scannerSettingPairs: text,
  stockTypeFilter: text,
  /** `tag=value;` of each. */
  filterOptions: textOr(),
  options: textOr(),
});
export const cancelScannerSubscription = clientMessage(23, { version: literal("1"), reqId: requestId });
export const reqScannerParameters = clientMessage(24, { version: literal("1") });
