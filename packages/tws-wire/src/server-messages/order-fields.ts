import { boolText, decimalOrMax, decimalText, intOrMax, intOrZero, intText, textOf, UNSET_INT } from "../field-text.ts";
import { SINCE } from "../protocol-version.ts";
import type { TagValue, WireCondition, WireDeltaNeutralOrder, WireOrder, WireOrderRare } from "../wire-types.ts";

/** Groups of fields that openOrder and completedOrder have in common, in the order of the wire. */

const NOTHING_RARE: WireOrderRare = {};
export const rareOf = (order: WireOrder): WireOrderRare => order.rare ?? NOTHING_RARE;

/** action .. tif. A price that does not apply is 0.0, as TWS sends it. */
export const termFields = (order: WireOrder): readonly string[] => [
  order.action,
  decimalText(order.totalQty),
  order.orderType,
  order.lmtPx === undefined ? "0.0" : decimalText(order.lmtPx),
  order.auxPx === undefined ? "0.0" : decimalText(order.auxPx),
  order.tif,
];

/** ocaGroup .. orderRef. */
export const ownerFields = (order: WireOrder): readonly string[] => [
  order.ocaGroup,
  order.account,
  order.openClose,
  intText(order.origin),
  order.orderRef,
];

/** outsideRth .. goodAfterTime. */
export const timingFields = (order: WireOrder): readonly string[] => [
  boolText(order.outsideRth),
  boolText(order.hidden),
  decimalText(rareOf(order).discretionaryAmt ?? 0),
  order.goodAfterTime,
];

/** faGroup .. exemptCode. */
export const allocationFields = (serverVersion: number, order: WireOrder): readonly string[] => {
  const rare = rareOf(order);
  return [
    textOf(rare.faGroup),
    textOf(rare.faMethod),
    textOf(rare.faPercentage),
    ...(serverVersion < SINCE.faProfileGone ? [""] : []),
    textOf(rare.modelCode),
    order.goodTillDate,
    textOf(rare.rule80A),
    textOf(rare.percentOffset),
    textOf(rare.settlingFirm),
    intOrZero(rare.shortSaleSlot),
    textOf(rare.designatedLocation),
    intText(rare.exemptCode ?? -1),
  ];
};

/** startingPrice .. displaySize. */
export const boxFields = (rare: WireOrderRare): readonly string[] => [
  decimalText(rare.startingPx),
  decimalText(rare.stockRefPx),
  textOf(rare.delta),
  decimalText(rare.stockRangeLowerPx),
  decimalText(rare.stockRangeUpperPx),
  intOrMax(rare.displaySize),
];

/** Without a hedge TWS sends the order type "None", so that a hedge's own fields follow all the same. */
const NO_HEDGE: WireDeltaNeutralOrder = {
  orderType: "None",
  conId: 0,
  settlingFirm: "",
  clearingAccount: "",
  clearingIntent: "",
  openClose: "?",
  shortSale: false,
  shortSaleSlot: 0,
  designatedLocation: "",
};

/** volatility .. trailingPercent. A completed order says less of its hedge. */
export function volatilityFields(rare: WireOrderRare, message: "openOrder" | "completedOrder"): readonly string[] {
  const hedge = rare.deltaNeutral ?? NO_HEDGE;
  const settlement = [hedge.settlingFirm, hedge.clearingAccount, hedge.clearingIntent, hedge.openClose];
  return [
    textOf(rare.volatility),
    intOrZero(rare.volatilityType),
    hedge.orderType,
    decimalText(hedge.auxPx),
    intText(hedge.conId),
    ...(message === "openOrder" ? settlement : []),
    boolText(hedge.shortSale),
    intText(hedge.shortSaleSlot),
    hedge.designatedLocation,
    boolText(rare.continuousUpdate),
    intOrZero(rare.referencePriceType),
    decimalText(rare.trailStopPx),
    textOf(rare.trailingPercent),
  ];
}

/** comboLegsDescrip .. hedgeParam. */
export function comboAndScaleFields(rare: WireOrderRare): readonly string[] {
  const legs = rare.comboLegs ?? [];
  const prices = rare.comboLegPrices ?? [];
  const params = rare.smartComboRoutingParams ?? [];
  return [
    legs.map((leg) => `${leg.conId}|${leg.action === "SELL" ? "-" : ""}${leg.ratio}`).join(","),
    intText(legs.length),
    ...legs.flatMap((leg) => [
      intText(leg.conId),
      intText(leg.ratio),
      leg.action,
      leg.exchange,
      intOrZero(leg.openClose),
      intOrZero(leg.shortSaleSlot),
      textOf(leg.designatedLocation),
      intText(leg.exemptCode ?? -1),
    ]),
    intText(prices.length),
    ...prices,
    intText(params.length),
    ...tagValueFields(params),
    ...scaleFields(rare),
    textOf(rare.hedge?.type),
    ...(rare.hedge === undefined ? [] : [rare.hedge.param]),
  ];
}

const scaleFields = (rare: WireOrderRare): readonly string[] => {
  const scale = rare.scale;
  if (scale === undefined) return [UNSET_INT, UNSET_INT, ""];
  return [scale.initLevelSize || UNSET_INT, scale.subsLevelSize || UNSET_INT, scale.priceIncrement, ...scale.rest];
};

const tagValueFields = (params: readonly TagValue[]): readonly string[] =>
  params.flatMap(({ tag, value }) => [tag, value]);

/** clearingAccount .. solicited. */
export function clearingAndAlgoFields(rare: WireOrderRare): readonly string[] {
  const contract = rare.deltaNeutralContract;
  const algo = rare.algo;
  return [
    textOf(rare.clearingAccount),
    rare.clearingIntent ?? "IB",
    boolText(rare.notHeld),
    ...(contract === undefined ? ["0"] : ["1", intText(contract.conId), contract.delta, contract.price]),
    ...(algo === undefined ? [""] : [algo.strategy, intText(algo.params.length), ...tagValueFields(algo.params)]),
    boolText(rare.solicited),
  ];
}

/** randomizeSize .. the conditions' cancelOrder. */
export function pegAndConditionFields(rare: WireOrderRare): readonly string[] {
  const peg = rare.pegBenchmark;
  const conditions = rare.conditions ?? [];
  return [
    boolText(rare.randomizeSize),
    boolText(rare.randomizePrice),
    ...(peg === undefined
      ? []
      : [
          intText(peg.referenceContractId),
          boolText(peg.isPeggedChangeAmountDecrease),
          peg.peggedChangeAmount,
          peg.referenceChangeAmount,
          peg.referenceExchangeId,
        ]),
    intText(conditions.length),
    ...conditions.flatMap(conditionFields),
    ...(conditions.length === 0 ? [] : [boolText(rare.conditionsIgnoreRth), boolText(rare.conditionsCancelOrder)]),
  ];
}

const CONDITION_NUMBER: Readonly<Record<WireCondition["type"], string>> = {
  price: "1",
  time: "3",
  margin: "4",
  execution: "5",
  volume: "6",
  percentChange: "7",
};

function conditionFields(condition: WireCondition): readonly string[] {
  const head = [CONDITION_NUMBER[condition.type], condition.conjunction];
  if (condition.type === "execution") return [...head, condition.secType, condition.exchange, condition.symbol];
  const threshold = [...head, boolText(condition.isMore), condition.value];
  if (condition.type === "time" || condition.type === "margin") return threshold;
  const market = [...threshold, intText(condition.conId), condition.exchange];
  return condition.type === "price" ? [...market, intText(condition.triggerMethod)] : market;
}

/** minTradeQty .. midOffsetAtHalf. */
export const pegOffsetFields = (rare: WireOrderRare): readonly string[] => [
  intText(rare.minTradeQty),
  intText(rare.minCompeteSize),
  textOf(rare.competeAgainstBestOffset),
  textOf(rare.midOffsetAtWhole),
  textOf(rare.midOffsetAtHalf),
];

/** trailStopPrice, lmtPriceOffset: they stand once more here, beside those of the trail. */
export const stopOffsetFields = (rare: WireOrderRare): readonly string[] => [
  decimalOrMax(rare.trailStopPx),
  decimalOrMax(rare.adjusted?.lmtPxOffset),
];
