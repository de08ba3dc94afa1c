import { type FieldReader, isUnsetDecimal } from "../field-reader.ts";
import type {
  TagValue,
  WireAdjustedOrder,
  WireAlgo,
  WireComboLeg,
  WireCondition,
  WireDeltaNeutralContract,
  WireDeltaNeutralOrder,
  WirePegBenchmark,
  WireScale,
} from "../wire-types.ts";

/** The parts of an order that are there only if a field before them says so. Each reads nothing where it is absent. */

export function readOrderLegs(reader: FieldReader): readonly WireComboLeg[] {
  return Array.from({ length: reader.count("comboLegs", 8) }, () => ({
    conId: reader.int("legConId"),
    ratio: reader.int("legRatio"),
    action: reader.text("legAction"),
    exchange: reader.text("legExchange"),
    openClose: reader.int("legOpenClose"),
    shortSaleSlot: reader.int("legShortSaleSlot"),
    designatedLocation: reader.text("legDesignatedLocation"),
    exemptCode: reader.intOrUnset("legExemptCode") ?? -1,
  }));
}

export const readLegPrices = (reader: FieldReader): readonly string[] =>
  Array.from({ length: reader.count("comboLegPrices", 1) }, () => readAmount(reader, "legPrice"));

export const readTagValues = (reader: FieldReader, field: string): readonly TagValue[] =>
  Array.from({ length: reader.count(field, 2) }, () => ({ tag: reader.text("tag"), value: reader.text("value") }));

/** A number that is carried but not acted on: its text, "" where it is not set. */
export function readAmount(reader: FieldReader, field: string): string {
  const text = reader.text(field);
  return isUnsetDecimal(text) ? "" : text;
}

/** A flag that is either true or absent. */
export const readFlag = (reader: FieldReader, field: string): true | undefined =>
  reader.bool(field) ? true : undefined;

/** Text that is absent where it is empty. */
export const readOptionalText = (reader: FieldReader, field: string): string | undefined =>
  reader.text(field) || undefined;

/** An integer for which the default, 0 or not set, is absent. */
export const readOptionalInt = (reader: FieldReader, field: string): number | undefined =>
  reader.intOrUnset(field) || undefined;

/** volatility's hedge: two fields, and eight more if there is a hedge. "None" is a hedge to the layout, but none to us. */
export function readDeltaNeutralOrder(reader: FieldReader): WireDeltaNeutralOrder | undefined {
  const orderType = reader.text("deltaNeutralOrderType");
  const auxPx = reader.decimal("deltaNeutralAuxPrice");
  if (orderType === "") return undefined;
  const order = {
    orderType,
    auxPx,
    conId: reader.int("deltaNeutralConId"),
    settlingFirm: reader.text("deltaNeutralSettlingFirm"),
    clearingAccount: reader.text("deltaNeutralClearingAccount"),
    clearingIntent: reader.text("deltaNeutralClearingIntent"),
    openClose: reader.text("deltaNeutralOpenClose"),
    shortSale: reader.bool("deltaNeutralShortSale"),
    shortSaleSlot: reader.int("deltaNeutralShortSaleSlot"),
    designatedLocation: reader.text("deltaNeutralDesignatedLocation"),
  };
  return orderType === "None" ? undefined : order;
}

const SCALE_REST = [
  "PriceAdjustValue",
  "PriceAdjustInterval",
  "ProfitOffset",
  "AutoReset",
  "InitPosition",
  "InitFillQty",
  "RandomPercent",
];

export function readScale(reader: FieldReader): WireScale | undefined {
  const initLevelSize = readAmount(reader, "scaleInitLevelSize");
  const subsLevelSize = readAmount(reader, "scaleSubsLevelSize");
  const priceIncrement = readAmount(reader, "scalePriceIncrement");
  const rest = Number(priceIncrement) > 0 ? SCALE_REST.map((field) => reader.text(`scale${field}`)) : [];
  if (initLevelSize === "" && subsLevelSize === "" && priceIncrement === "") return undefined;
  return { initLevelSize, subsLevelSize, priceIncrement, rest };
}

export function readHedge(reader: FieldReader): { readonly type: string; readonly param: string } | undefined {
  const type = reader.text("hedgeType");
  return type === "" ? undefined : { type, param: reader.text("hedgeParam") };
}

export function readDeltaNeutralContract(reader: FieldReader): WireDeltaNeutralContract | undefined {
  if (!reader.bool("deltaNeutralContract")) return undefined;
  return {
    conId: reader.int("deltaNeutralConId"),
    delta: reader.text("deltaNeutralDelta"),
    price: reader.text("deltaNeutralPrice"),
  };
}

export function readAlgo(reader: FieldReader): WireAlgo | undefined {
  const strategy = reader.text("algoStrategy");
  return strategy === "" ? undefined : { strategy, params: readTagValues(reader, "algoParams") };
}

const isPegBenchmark = (orderType: string): boolean => orderType === "PEG BENCH" || orderType === "PEGBENCH";

export function readPegBenchmark(reader: FieldReader, orderType: string): WirePegBenchmark | undefined {
  if (!isPegBenchmark(orderType)) return undefined;
  return {
    referenceContractId: reader.int("referenceContractId"),
    isPeggedChangeAmountDecrease: reader.bool("isPeggedChangeAmountDecrease"),
    peggedChangeAmount: reader.text("peggedChangeAmount"),
    referenceChangeAmount: reader.text("referenceChangeAmount"),
    referenceExchangeId: reader.text("referenceExchangeId"),
  };
}

export function readConditions(reader: FieldReader): readonly WireCondition[] {
  const conditions: WireCondition[] = [];
  for (let left = reader.count("conditions", 4); left > 0; left -= 1) {
    const condition = readCondition(reader);
    if (condition !== undefined) conditions.push(condition);
  }
  return conditions;
}

function readCondition(reader: FieldReader): WireCondition | undefined {
  const type = reader.text("conditionType");
  const conjunction = reader.text("conditionConjunction").toLowerCase() === "o" ? "o" : "a";
  switch (type) {
    case "1":
      return {
        type: "price",
        conjunction,
        ...readOperator(reader),
        ...readMarket(reader),
        triggerMethod: reader.int("conditionTriggerMethod"),
      };
    case "3":
      return { type: "time", conjunction, ...readOperator(reader) };
    case "4":
      return { type: "margin", conjunction, ...readOperator(reader) };
    case "5":
      return {
        type: "execution",
        conjunction,
        secType: reader.text("conditionSecType"),
        exchange: reader.text("conditionExchange"),
        symbol: reader.text("conditionSymbol"),
      };
    case "6":
      return { type: "volume", conjunction, ...readOperator(reader), ...readMarket(reader) };
    case "7":
      return { type: "percentChange", conjunction, ...readOperator(reader), ...readMarket(reader) };
    default:
      reader.fail("conditionType", "NOT_KNOWN", type);
      return undefined;
  }
}

const readOperator = (reader: FieldReader) => ({
  isMore: reader.bool("conditionIsMore"),
  value: reader.text("conditionValue"),
});

const readMarket = (reader: FieldReader) => ({
  conId: reader.int("conditionConId"),
  exchange: reader.text("conditionExchange"),
});

/** Six fields; absent where the order does not become another one. The offset belongs to TRAIL LIMIT orders too. */
export function readAdjusted(reader: FieldReader): WireAdjustedOrder | undefined {
  const adjusted = {
    orderType: reader.text("adjustedOrderType"),
    triggerPx: reader.decimal("triggerPrice"),
    lmtPxOffset: reader.decimal("lmtPriceOffset"),
    stopPx: reader.decimal("adjustedStopPrice"),
    stopLimitPx: reader.decimal("adjustedStopLimitPrice"),
    trailingAmount: reader.decimal("adjustedTrailingAmount"),
    trailingUnit: reader.int("adjustableTrailingUnit"),
  };
  const isSet = (adjusted.orderType !== "" && adjusted.orderType !== "None") || adjusted.lmtPxOffset !== undefined;
  return isSet ? adjusted : undefined;
}
