import {
  asciiText,
  bool,
  type ContentOf,
  group,
  int,
  intElse,
  listOr,
  literal,
  micros,
  microsElse,
  microsOr,
  notCarried,
  serverMessage,
  since,
  text,
  textOr,
  until,
  when,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import { right, withContract } from "./contract-fields.ts";

const ONE = 1_000_000;
const secIds = listOr(group({ tag: text, value: text }));

/** What sizes may be, in micros of a share. Before 164 it was one number, or a multiplier. */
const sizeRules = {
  minQty: since(SINCE.fractionalSizes, microsElse(ONE)),
  qtyIncrement: since(SINCE.sizeRules, microsElse(ONE)),
  suggestedQtyIncrement: since(SINCE.sizeRules, microsElse(ONE)),
};

/** A fund's own fields, as text: nothing here acts on them. */
const fund = {
  name: text,
  family: text,
  type: text,
  frontLoad: text,
  backLoad: text,
  backLoadTimeInterval: text,
  managementFee: text,
  isClosed: bool,
  isClosedForNewInvestors: bool,
  isClosedForNewMoney: bool,
  notifyAmount: text,
  minimumInitialPurchase: text,
  subsequentMinimumPurchase: text,
  blueSkyStates: text,
  blueSkyTerritories: text,
  distributionPolicy: text,
  assetType: text,
};

/** Everything but bonds, which have a layout of their own. */
export const contractDetails = serverMessage(10, {
  version: until(SINCE.sizeRules, literal("8")),
  reqId: int,
  details: withContract({
    symbol: text,
    secType: text,
    /** With its time and zone: `20240119-16:00-US/Eastern`. */
    lastTradeDate: text,
    lastTradingDay: since(SINCE.lastTradeDate, textOr()),
    strike: micros,
    right: right(""),
    exchange: text,
    currency: text,
    localSymbol: text,
    marketName: text,
    tradingClass: text,
    conId: int,
    /** The smallest price step is also a matter of the market rule. */
    minTickPx: micros,
    sizeMultiplier: until(SINCE.sizeRules, intElse(100)),
    multiplier: text,
    /** Comma separated, as are the exchanges and the market rules that belong to them one by one. */
    orderTypes: text,
    validExchanges: text,
    priceMagnifier: intElse(1),
    underConId: intElse(0),
    longName: asciiText,
    primaryExch: text,
    contractMonth: textOr(),
    industry: textOr(),
    category: textOr(),
    subcategory: textOr(),
    /** "US/Eastern". */
    timeZoneId: text,
    /** `20240102:0930-20240102:1600;20240103:CLOSED`. */
    tradingHours: text,
    liquidHours: text,
    evRule: textOr(),
    evMultiplier: microsOr(""),
    secIds,
    aggGroup: intElse(1),
    underSymbol: textOr(),
    underSecType: textOr(),
    marketRuleIds: text,
    realExpirationDate: textOr(),
    /** "COMMON", "ETF". */
    stockType: textOr(),
    ...sizeRules,
    funds: since(
      SINCE.fundFields,
      when(({ secType }) => secType === "FUND", { fund: group(fund) }),
    ),
    ineligibilityReasons: since(SINCE.ineligibilityReasons, listOr(group({ id: text, description: text }))),
  }),
});
export type ContractDetailsMessage = ContentOf<typeof contractDetails>;

export const bondContractDetails = serverMessage(18, {
  version: until(SINCE.sizeRules, literal("6")),
  reqId: int,
  details: withContract({
    symbol: text,
    secType: text,
    cusip: text,
    coupon: micros,
    /** With its time and zone, as `lastTradeDate` of other instruments. */
    maturity: text,
    issueDate: text,
    ratings: text,
    bondType: text,
    couponType: text,
    isConvertible: bool,
    isCallable: bool,
    isPutable: bool,
    description: text,
    exchange: text,
    currency: text,
    marketName: text,
    tradingClass: text,
    conId: int,
    minTickPx: micros,
    sizeMultiplier: until(SINCE.sizeRules, intElse(100)),
    orderTypes: text,
    validExchanges: text,
    nextOptionDate: text,
    nextOptionType: text,
    isNextOptionPartial: bool,
    notes: text,
    longName: asciiText,
    timeZoneId: since(SINCE.bondTradingHours, textOr()),
    tradingHours: since(SINCE.bondTradingHours, textOr()),
    liquidHours: since(SINCE.bondTradingHours, textOr()),
    evRule: textOr(),
    evMultiplier: microsOr(""),
    secIds,
    aggGroup: intElse(1),
    marketRuleIds: text,
    minQty: since(SINCE.sizeRules, microsElse(ONE)),
    qtyIncrement: sizeRules.qtyIncrement,
    suggestedQtyIncrement: sizeRules.suggestedQtyIncrement,
    lastTradeDate: notCarried(""),
    strike: notCarried(0),
    right: notCarried(""),
    multiplier: notCarried(""),
    primaryExch: notCarried(""),
    localSymbol: notCarried(""),
  }),
});

export const contractDetailsEnd = serverMessage(52, { version: literal("1"), reqId: int });
