import type { FieldReader } from "../field-reader.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract, WireOrder, WireOrderRare } from "../wire-types.ts";
import { isCombo } from "./contract-fields.ts";
import { readContract } from "./contract.ts";
import {
  readAdjusted,
  readAlgo,
  readAmount,
  readConditions,
  readDeltaNeutralContract,
  readDeltaNeutralOrder,
  readFlag,
  readHedge,
  readLegPrices,
  readOptionalInt,
  readOptionalText,
  readOrderLegs,
  readPegBenchmark,
  readScale,
  readTagValues,
} from "./order-parts.ts";

/** A new order, or, where this client has already sent one with the same id, its modification. */
export interface PlaceOrder {
  readonly type: "placeOrder";
  readonly orderId: number;
  readonly contract: WireContract;
  readonly secIdType: string;
  readonly secId: string;
  readonly order: WireOrder;
}

/**
 * Every field is read in the order of the wire, and the message must end where the version says: an order that was read
 * out of step would be another order.
 */
export function decodePlaceOrder(reader: FieldReader, serverVersion: number): PlaceOrder {
  const orderId = reader.requestId("orderId");
  const contract = readContract(reader);
  const secIdType = reader.text("secIdType");
  const secId = reader.text("secId");
  const terms = readTerms(reader);
  const combo = isCombo({ contract }) ? readCombo(reader) : undefined;
  const timing = readTiming(reader);
  const allocation = readAllocation(reader, serverVersion);
  const { ocaType, ...execution } = readExecution(reader);
  const pricing = readPricing(reader);
  const clearing = readClearing(reader);
  const { whatIf, ...handling } = readHandling(reader, terms.orderType);
  const late = readLate(reader, serverVersion, contract, terms.orderType);
  reader.end();

  const { rareFlags, ...plain } = terms;
  const { discretionaryAmt, ...dates } = timing;
  const rare = pruned({
    ...rareFlags,
    ...combo,
    discretionaryAmt,
    ...allocation,
    ...execution,
    ...pricing,
    ...clearing,
    ...handling,
    ...late,
  });
  return {
    type: "placeOrder",
    orderId,
    contract,
    secIdType,
    secId,
    order: { ...plain, ...dates, ocaType, whatIf, ...(rare && { rare }) },
  };
}

/** Without the fields that are absent; `undefined` where none is left. */
function pruned(rare: WireOrderRare): WireOrderRare | undefined {
  const present = Object.entries(rare).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return present.length === 0 ? undefined : (Object.fromEntries(present) as WireOrderRare);
}

/** action .. hidden. */
function readTerms(reader: FieldReader) {
  return {
    action: reader.text("action"),
    totalQty: reader.decimal("totalQuantity"),
    orderType: reader.text("orderType"),
    lmtPx: reader.decimal("lmtPrice"),
    auxPx: reader.decimal("auxPrice"),
    tif: reader.text("tif") || "DAY",
    ocaGroup: reader.text("ocaGroup"),
    account: reader.text("account"),
    openClose: readOpenClose(reader),
    origin: reader.int("origin"),
    orderRef: reader.text("orderRef"),
    transmit: reader.bool("transmit"),
    parentId: reader.int("parentId"),
    rareFlags: {
      blockOrder: readFlag(reader, "blockOrder"),
      sweepToFill: readFlag(reader, "sweepToFill"),
      displaySize: readOptionalInt(reader, "displaySize"),
    },
    triggerMethod: reader.int("triggerMethod"),
    outsideRth: reader.bool("outsideRth"),
    hidden: reader.bool("hidden"),
  };
}

/** Some clients send the default of private accounts, "O", others nothing. */
function readOpenClose(reader: FieldReader): string {
  const openClose = reader.text("openClose");
  return openClose === "O" ? "" : openClose;
}

const readCombo = (reader: FieldReader): WireOrderRare => ({
  comboLegs: readOrderLegs(reader),
  comboLegPrices: readLegPrices(reader),
  smartComboRoutingParams: readTagValues(reader, "smartComboRoutingParams"),
});

/** sharesAllocation .. goodTillDate. */
function readTiming(reader: FieldReader) {
  reader.skip("sharesAllocation");
  return {
    discretionaryAmt: reader.decimal("discretionaryAmt") || undefined,
    goodAfterTime: reader.text("goodAfterTime"),
    goodTillDate: reader.text("goodTillDate"),
  };
}

/** faGroup .. exemptCode. */
function readAllocation(reader: FieldReader, serverVersion: number): WireOrderRare {
  const fa = {
    faGroup: readOptionalText(reader, "faGroup"),
    faMethod: readOptionalText(reader, "faMethod"),
    faPercentage: readOptionalText(reader, "faPercentage"),
  };
  if (serverVersion < SINCE.faProfileGone) reader.skip("faProfile");
  const modelCode = readOptionalText(reader, "modelCode");
  const shortSaleSlot = readOptionalInt(reader, "shortSaleSlot");
  const designatedLocation = readOptionalText(reader, "designatedLocation");
  const exemptCode = reader.intOrUnset("exemptCode");
  return {
    ...fa,
    modelCode,
    shortSaleSlot,
    designatedLocation,
    exemptCode: exemptCode === -1 ? undefined : exemptCode,
  };
}

/** ocaType .. overridePercentageConstraints. */
function readExecution(reader: FieldReader) {
  const ocaType = reader.int("ocaType");
  const flags = {
    rule80A: readOptionalText(reader, "rule80A"),
    settlingFirm: readOptionalText(reader, "settlingFirm"),
    allOrNone: readFlag(reader, "allOrNone"),
    minQty: readOptionalInt(reader, "minQty"),
    percentOffset: readAmount(reader, "percentOffset") || undefined,
  };
  for (const gone of ["eTradeOnly", "firmQuoteOnly", "nbboPriceCap"]) reader.skip(gone);
  return {
    ocaType,
    ...flags,
    auctionStrategy: readOptionalInt(reader, "auctionStrategy"),
    startingPx: reader.decimal("startingPrice"),
    stockRefPx: reader.decimal("stockRefPrice"),
    delta: readAmount(reader, "delta") || undefined,
    stockRangeLowerPx: reader.decimal("stockRangeLower"),
    stockRangeUpperPx: reader.decimal("stockRangeUpper"),
    overridePercentageConstraints: readFlag(reader, "overridePercentageConstraints"),
  };
}

/** volatility .. hedgeParam. */
function readPricing(reader: FieldReader): WireOrderRare {
  const fields = {
    volatility: readAmount(reader, "volatility") || undefined,
    volatilityType: readOptionalInt(reader, "volatilityType"),
    deltaNeutral: readDeltaNeutralOrder(reader),
    continuousUpdate: readFlag(reader, "continuousUpdate"),
    referencePriceType: readOptionalInt(reader, "referencePriceType"),
    trailStopPx: reader.decimal("trailStopPrice"),
    trailingPercent: readAmount(reader, "trailingPercent") || undefined,
    scale: readScale(reader),
  };
  for (const unused of ["scaleTable", "activeStartTime", "activeStopTime"]) reader.skip(unused);
  return { ...fields, hedge: readHedge(reader) };
}

/** optOutSmartRouting .. algoId. */
const readClearing = (reader: FieldReader): WireOrderRare => ({
  optOutSmartRouting: readFlag(reader, "optOutSmartRouting"),
  clearingAccount: readOptionalText(reader, "clearingAccount"),
  clearingIntent: readOptionalText(reader, "clearingIntent"),
  notHeld: readFlag(reader, "notHeld"),
  deltaNeutralContract: readDeltaNeutralContract(reader),
  algo: readAlgo(reader),
  algoId: readOptionalText(reader, "algoId"),
});

/** whatIf .. mifid2ExecutionAlgo. */
function readHandling(reader: FieldReader, orderType: string) {
  const whatIf = reader.bool("whatIf");
  const first = {
    miscOptions: readOptionalText(reader, "miscOptions"),
    solicited: readFlag(reader, "solicited"),
    randomizeSize: readFlag(reader, "randomizeSize"),
    randomizePrice: readFlag(reader, "randomizePrice"),
    pegBenchmark: readPegBenchmark(reader, orderType),
  };
  const conditions = readConditions(reader);
  const conditionFlags = conditions.length === 0 ? {} : readConditionFlags(reader);
  const adjusted = readAdjusted(reader);
  const extOperator = readOptionalText(reader, "extOperator");
  const tier = { name: reader.text("softDollarName"), value: reader.text("softDollarValue") };
  const softDollarTier = tier.name === "" && tier.value === "" ? undefined : tier;
  const cashQty = reader.decimal("cashQty") || undefined;
  for (const unused of ["mifid2DecisionMaker", "mifid2DecisionAlgo", "mifid2ExecutionTrader", "mifid2ExecutionAlgo"])
    reader.skip(unused);
  return { whatIf, ...first, conditions, ...conditionFlags, adjusted, extOperator, softDollarTier, cashQty };
}

const readConditionFlags = (reader: FieldReader): WireOrderRare => ({
  conditionsIgnoreRth: readFlag(reader, "conditionsIgnoreRth"),
  conditionsCancelOrder: readFlag(reader, "conditionsCancelOrder"),
});

/** dontUseAutoPriceForHedge .. manualOrderIndicator: what later versions added, one by one. */
function readLate(
  reader: FieldReader,
  serverVersion: number,
  contract: WireContract,
  orderType: string,
): WireOrderRare {
  const since = <T>(version: number, read: () => T): T | undefined => (serverVersion >= version ? read() : undefined);
  const first = {
    dontUseAutoPriceForHedge: readFlag(reader, "dontUseAutoPriceForHedge"),
    isOmsContainer: readFlag(reader, "isOmsContainer"),
    discretionaryUpToLimitPrice: readFlag(reader, "discretionaryUpToLimitPrice"),
    usePriceMgmtAlgo: readFlag(reader, "usePriceMgmtAlgo"),
    duration: since(SINCE.duration, () => readOptionalInt(reader, "duration")),
    postToAts: since(SINCE.postToAts, () => reader.intOrUnset("postToAts")),
    autoCancelParent: since(SINCE.autoCancelParent, () => readFlag(reader, "autoCancelParent")),
    advancedErrorOverride: since(SINCE.advancedOrderReject, () => readOptionalText(reader, "advancedErrorOverride")),
    manualOrderTime: since(SINCE.manualOrderTime, () => readOptionalText(reader, "manualOrderTime")),
    ...since(SINCE.pegBestPegMid, () => readPegOffsets(reader, contract, orderType)),
    customerAccount: since(SINCE.customerAccount, () => readOptionalText(reader, "customerAccount")),
    professionalCustomer: since(SINCE.professionalCustomer, () => readFlag(reader, "professionalCustomer")),
  };
  if (serverVersion >= SINCE.rfqFields && serverVersion < SINCE.rfqFieldsGone) {
    reader.skip("rfqText");
    reader.skip("rfqNumber");
  }
  return {
    ...first,
    includeOvernight: since(SINCE.includeOvernight, () => readFlag(reader, "includeOvernight")),
    manualOrderIndicator: since(SINCE.cmeTagging, () => reader.intOrUnset("manualOrderIndicator")),
  };
}

/** An offset of infinity, as each client words it, means: up to the middle of the market; then both middle offsets follow. */
const isInfinite = (text: string): boolean => /^\+?inf(?:inity|inite)?$/i.test(text);

function readPegOffsets(reader: FieldReader, contract: WireContract, orderType: string): WireOrderRare {
  const minTradeQty = contract.exchange === "IBKRATS" ? reader.intOrUnset("minTradeQty") : undefined;
  const isBest = orderType === "PEG BEST" || orderType === "PEGBEST";
  const isMid = orderType === "PEG MID" || orderType === "PEGMID";
  const minCompeteSize = isBest ? reader.intOrUnset("minCompeteSize") : undefined;
  const competeAgainstBestOffset = isBest ? readAmount(reader, "competeAgainstBestOffset") : undefined;
  const offsets = { minTradeQty, minCompeteSize, competeAgainstBestOffset };
  if (!isMid && !isInfinite(competeAgainstBestOffset ?? "")) return offsets;
  return {
    ...offsets,
    midOffsetAtWhole: readAmount(reader, "midOffsetAtWhole"),
    midOffsetAtHalf: readAmount(reader, "midOffsetAtHalf"),
  };
}
