import {
  amount,
  between,
  bool,
  clientMessage,
  flag,
  groupOr,
  int,
  intOr,
  intOrNothing,
  literal,
  microsOr,
  requestId,
  since,
  text,
  textFor,
  textOr,
  until,
  when,
} from "../layout/index.ts";
import {
  algo,
  combo,
  conditions,
  deltaNeutral,
  deltaNeutralContract,
  hedge,
  pegBenchmark,
  scale,
  settlement,
} from "../order/parts.ts";
import { withOrder } from "../order/sorting.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder } from "../wire-types.ts";
import { contract, isCombo } from "./contract-fields.ts";

interface OrderRequest {
  readonly orderId: number;
  readonly contract: WireContract;
  readonly secIdType: string;
  readonly secId: string;
  readonly order: WireOrder;
}

type SoFar = Readonly<Record<string, unknown>>;
const isType =
  (...types: readonly unknown[]) =>
  ({ orderType }: SoFar): boolean =>
    types.includes(orderType);
const isPegBest = isType("PEG BEST", "PEGBEST");
const isPegMid = isType("PEG MID", "PEGMID");

/** An offset of infinity, as each client words it, means: up to the middle of the market; then both middle offsets follow. */
const isUpToMid = ({ competeAgainstBestOffset }: SoFar): boolean =>
  typeof competeAgainstBestOffset === "string" && /^\+?inf(?:inity|inite)?$/i.test(competeAgainstBestOffset);

/** action .. hidden. */
const terms = {
  action: text,
  totalQty: microsOr(""),
  orderType: text,
  lmtPx: microsOr(""),
  auxPx: microsOr(""),
  tif: textFor([""], "DAY"),
  ocaGroup: text,
  account: text,
  // Some clients send the default of private accounts, others nothing.
  openClose: textFor(["O"], ""),
  origin: int,
  orderRef: text,
  transmit: bool,
  parentId: int,
  blockOrder: flag,
  sweepToFill: flag,
  displaySize: intOrNothing,
  triggerMethod: int,
  outsideRth: bool,
  hidden: bool,
};

/** sharesAllocation .. overridePercentageConstraints. */
const allocationAndExecution = {
  sharesAllocation: literal(""),
  discretionaryAmt: microsOr("0"),
  goodAfterTime: text,
  goodTillDate: text,
  faGroup: textOr(),
  faMethod: textOr(),
  faPercentage: textOr(),
  faProfile: until(SINCE.faProfileGone, literal("")),
  modelCode: textOr(),
  shortSaleSlot: intOrNothing,
  designatedLocation: textOr(),
  exemptCode: intOr("-1"),
  ocaType: int,
  rule80A: textOr(),
  settlingFirm: textOr(),
  allOrNone: flag,
  minQty: intOrNothing,
  percentOffset: amount,
  eTradeOnly: literal("0"),
  firmQuoteOnly: literal("0"),
  nbboPriceCap: literal(""),
  auctionStrategy: intOrNothing,
  startingPx: microsOr(""),
  stockRefPx: microsOr(""),
  delta: amount,
  stockRangeLowerPx: microsOr(""),
  stockRangeUpperPx: microsOr(""),
  overridePercentageConstraints: flag,
};

/** volatility .. algoId. */
const pricingAndClearing = {
  volatility: amount,
  volatilityType: intOrNothing,
  deltaNeutral: deltaNeutral(settlement, false),
  continuousUpdate: flag,
  referencePriceType: intOrNothing,
  trailStopPx: microsOr(""),
  trailingPercent: amount,
  ...scale(""),
  scaleTable: literal(""),
  activeStartTime: literal(""),
  activeStopTime: literal(""),
  hedge,
  optOutSmartRouting: flag,
  clearingAccount: textOr(),
  clearingIntent: textOr(),
  notHeld: flag,
  deltaNeutralContract,
  algo,
  algoId: textOr(),
};

/** whatIf .. mifid2ExecutionAlgo. */
const handling = {
  whatIf: bool,
  miscOptions: textOr(),
  solicited: flag,
  randomizeSize: flag,
  randomizePrice: flag,
  pegBenchmarkOnly: pegBenchmark,
  ...conditions,
  adjustedOrderType: textOr("", "None"),
  adjustedTriggerPx: microsOr(""),
  lmtPxOffset: microsOr(""),
  adjustedStopPx: microsOr(""),
  adjustedStopLimitPx: microsOr(""),
  adjustedTrailingAmount: microsOr(""),
  adjustedTrailingUnit: intOrNothing,
  extOperator: textOr(),
  softDollarTier: groupOr({ name: text, value: text }, { name: "", value: "" }),
  cashQty: microsOr("0"),
  mifid2DecisionMaker: literal(""),
  mifid2DecisionAlgo: literal(""),
  mifid2ExecutionTrader: literal(""),
  mifid2ExecutionAlgo: literal(""),
};

const ifAtsOrPegged = {
  ats: when((message) => (message.contract as WireContract).exchange === "IBKRATS", { minTradeQty: intOr("") }),
  best: when(isPegBest, { minCompeteSize: intOr(""), competeAgainstBestOffset: amount }),
  mid: when((message) => isPegMid(message) || (isPegBest(message) && isUpToMid(message)), {
    midOffsetAtWhole: amount,
    midOffsetAtHalf: amount,
  }),
};

/** dontUseAutoPriceForHedge .. manualOrderIndicator: what later versions added, one by one. */
const later = {
  dontUseAutoPriceForHedge: flag,
  isOmsContainer: flag,
  discretionaryUpToLimitPrice: flag,
  usePriceMgmtAlgo: flag,
  duration: since(SINCE.duration, intOrNothing),
  postToAts: since(SINCE.postToAts, intOr("")),
  autoCancelParent: since(SINCE.autoCancelParent, flag),
  advancedErrorOverride: since(SINCE.advancedOrderReject, textOr()),
  manualOrderTime: since(SINCE.manualOrderTime, textOr()),
  ats: since(SINCE.pegBestPegMid, ifAtsOrPegged.ats),
  best: since(SINCE.pegBestPegMid, ifAtsOrPegged.best),
  mid: since(SINCE.pegBestPegMid, ifAtsOrPegged.mid),
  customerAccount: since(SINCE.customerAccount, textOr()),
  professionalCustomer: since(SINCE.professionalCustomer, flag),
  rfqText: between(SINCE.rfqFields, SINCE.rfqFieldsGone, literal("")),
  rfqNumber: between(SINCE.rfqFields, SINCE.rfqFieldsGone, literal("2147483647")),
  includeOvernight: since(SINCE.includeOvernight, flag),
  manualOrderIndicator: since(SINCE.cmeTagging, intOr("")),
};

/** A new order, or, where this client has already sent one with the same id, its modification. */
export const placeOrder = clientMessage(
  3,
  {
    message: withOrder<OrderRequest>(["orderId", "contract", "secIdType", "secId"], {
      orderId: requestId,
      contract,
      secIdType: text,
      secId: text,
      ...terms,
      legs: when(isCombo, combo),
      ...allocationAndExecution,
      ...pricingAndClearing,
      ...handling,
      ...later,
    }),
  },
  { isExact: true },
);
