import {
  FADataType,
  LogLevel,
  Instrument,
  LocationCode,
  OptionExerciseAction,
  OptionType,
  type Contract,
  ScanCode,
  SecType,
} from "@stoqey/ib";
import { expect } from "vitest";
import { type Call, nothing, refused } from "./calls.ts";
import { stockOf } from "./market.ts";

const NO_ADVISOR = "Error validating request.-'bN' : cause - FA data operations ignored for non FA customers.";
const NO_DEFINITION = "No security definition has been found for the request";
const aapl = stockOf("AAPL");
const option: Contract = {
  ...aapl,
  ...{ secType: SecType.OPT, lastTradeDateOrContractMonth: "20240419", strike: 190, right: OptionType.Call },
};

/** Who one is, windows, advisors: what needs no market. */
export const SESSION_CALLS: readonly Call[] = [
  { name: "reqIds", call: (api) => void api.reqIds(), told: () => [["nextValidId", 1]] },
  {
    name: "reqManagedAccts",
    call: (api) => void api.reqManagedAccts(),
    told: ({ accountId }) => [["managedAccounts", accountId]],
  },
  { name: "setServerLogLevel", call: (api) => void api.setServerLogLevel(LogLevel.DETAIL), told: nothing },
  { name: "reqUserInfo", call: (api) => void api.reqUserInfo(6), told: () => [["userInfo", 6, ""]] },
  {
    name: "queryDisplayGroups",
    call: (api) => void api.queryDisplayGroups(7),
    told: () => [["displayGroupList", 7, "1|2|3|4|5|6|7"]],
  },
  {
    name: "subscribeToGroupEvents",
    call: (api) => void api.subscribeToGroupEvents(8, 1),
    told: () => [["displayGroupUpdated", 8, "none"]],
  },
  {
    name: "updateDisplayGroup",
    call: (api) => void api.updateDisplayGroup(8, "756733@SMART"),
    told: () => [["displayGroupUpdated", 8, "756733@SMART"]],
  },
  { name: "unsubscribeFromGroupEvents", call: (api) => void api.unsubscribeFromGroupEvents(8), told: nothing },
  {
    name: "reqSoftDollarTiers",
    call: (api) => void api.reqSoftDollarTiers(9),
    told: () => [["softDollarTiers", 9, []]],
  },
  {
    name: "reqFamilyCodes",
    call: (api) => void api.reqFamilyCodes(),
    told: () => [["familyCodes", [{ accountID: "*", familyCode: "" }]]],
  },
  {
    name: "requestFA",
    call: (api) => void api.requestFA(FADataType.GROUPS),
    told: () => [["info", NO_ADVISOR, 321]],
  },
  {
    name: "replaceFA",
    call: (api) => void api.replaceFA(10, FADataType.ALIASES, "<xml/>"),
    told: refused(10, 321, NO_ADVISOR),
  },
  {
    name: "calculateImpliedVolatility",
    call: (api) => void api.calculateImpliedVolatility(11, option, 4.35, 187.25),
    told: refused(11, 200, NO_DEFINITION),
  },
  {
    name: "cancelCalculateImpliedVolatility",
    call: (api) => void api.cancelCalculateImpliedVolatility(11),
    told: nothing,
  },
  {
    name: "calculateOptionPrice",
    call: (api) => void api.calculateOptionPrice(12, option, 0.25, 187.25),
    told: refused(12, 200, NO_DEFINITION),
  },
  { name: "cancelCalculateOptionPrice", call: (api) => void api.cancelCalculateOptionPrice(12), told: nothing },
  {
    name: "exerciseOptions",
    call: (api) => void api.exerciseOptions(13, option, OptionExerciseAction.EXERCISE, 2, "DU1234567", 0),
    told: refused(13, 200, NO_DEFINITION),
  },
];

const NEWS = "News feed is not allowed.";
const XML = /^<\?xml version="1.0" encoding="UTF-8"\?>\n<ScanParameterResponse>\n[^]*<\/ScanParameterResponse>$/;

/** News, calendars, fundamentals, scanners, depth. */
export const SIDE_CALLS: readonly Call[] = [
  {
    name: "reqNewsProviders",
    call: (api) => void api.reqNewsProviders(),
    told: () => [
      [
        "newsProviders",
        [
          { providerCode: "BRFG", providerName: "Briefing.com General Market Columns" },
          { providerCode: "BRFUPDN", providerName: "Briefing.com Analyst Actions" },
          { providerCode: "DJNL", providerName: "Dow Jones Newsletters" },
        ],
      ],
    ],
  },
  { name: "reqNewsBulletins", call: (api) => void api.reqNewsBulletins(true), told: nothing },
  { name: "cancelNewsBulletins", call: (api) => void api.cancelNewsBulletins(), told: nothing },
  {
    name: "reqNewsArticle",
    call: (api) => void api.reqNewsArticle(14, "BRFG", "BRFG$1"),
    told: refused(14, 10_172, "Failed to request news article."),
  },
  {
    name: "reqHistoricalNews",
    call: (api) => void api.reqHistoricalNews(15, 265_598, "BRFG", "20240301-14:30:00", "20240304-15:30:00", 10),
    told: () => [["historicalNewsEnd", 15, false]],
  },
  { name: "reqWshMetaData", call: (api) => void api.reqWshMetaData(16), told: refused(16, 10_276, NEWS) },
  { name: "reqCancelWshMetaData", call: (api) => void api.reqCancelWshMetaData(16), told: nothing },
  { name: "reqWshEventData", call: (api) => void api.reqWshEventData(17, 265_598), told: refused(17, 10_276, NEWS) },
  { name: "reqCancelWshEventData", call: (api) => void api.reqCancelWshEventData(17), told: nothing },
  {
    name: "reqFundamentalData",
    call: (api) => void api.reqFundamentalData(18, aapl, "ReportSnapshot"),
    told: refused(18, 430, "We are sorry, but fundamentals data for the security specified is not available."),
  },
  { name: "cancelFundamentalData", call: (api) => void api.cancelFundamentalData(18), told: nothing },
  {
    name: "reqScannerParameters",
    call: (api) => void api.reqScannerParameters(),
    told: () => [["scannerParameters", expect.stringMatching(XML)]],
  },
  {
    name: "reqScannerSubscription of what is not scanned here",
    call: (api) =>
      void api.reqScannerSubscription(19, {
        instrument: Instrument.STK,
        locationCode: LocationCode.STK_US,
        scanCode: ScanCode.HOT_BY_OPT_VOLUME,
      }),
    told: refused(19, 165, "Historical Market Data Service query message:no items retrieved"),
  },
  {
    name: "cancelScannerSubscription",
    call: (api) => void api.cancelScannerSubscription(19),
    told: refused(19, 162, "Historical Market Data Service error message:API scanner subscription cancelled: 19"),
  },
  {
    name: "reqMktDepthExchanges",
    call: (api) => void api.reqMktDepthExchanges(),
    told: () => [["mktDepthExchanges", []]],
  },
  {
    name: "reqMktDepth",
    call: (api) => void api.reqMktDepth(20, aapl, 5, true),
    told: refused(20, 10_092, "Deep market data is not supported for this combination of security type/exchange"),
  },
  {
    name: "cancelMktDepth",
    call: (api) => void api.cancelMktDepth(20, true),
    told: refused(20, 310, "Can't find the subscribed market depth with tickerId:20"),
  },
];
