import { boolText, decimalOrMax, decimalText, intOrMax, intText, UNSET_INT } from "../field-text.ts";
import { SINCE } from "../protocol-version.ts";
import type { TagValue, WireCondition, WireOrder, WireOrderRare } from "../wire-types.ts";

/** Groups of fields that openOrder and completedOrder have in common, in the order of the wire. */

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
  decimalText(order.rare?.discretionaryAmt ?? 0),
  order.goodAfterTime,
];

/** faGroup .. exemptCode. */
export const allocationFields = (serverVersion: number, order: WireOrder): readonly string[] => {
  const { rare } = order;
  return [
    rare?.faGroup ?? "",
    rare?.faMethod ?? "",
    rare?.faPercentage ?? "",
    ...(serverVersion < SINCE.faProfileGone ? [""] : []),
    rare?.modelCode ?? "",
    order.goodTillDate,
    rare?.rule80A ?? "",
    rare?.percentOffset ?? "",
    rare?.settlingFirm ?? "",
    intText(rare?.shortSaleSlot ?? 0),
    rare?.designatedLocation ?? "",
    intText(rare?.exemptCode ?? -1),
  ];
};

/** startingPrice .. displaySize. */
export const boxFields = (rare: WireOrderRare | undefined): readonly string[] => [
  decimalText(rare?.startingPx),
  decimalText(rare?.stockRefPx),
  rare?.delta ?? "",
  decimalText(rare?.stockRangeLowerPx),
  decimalText(rare?.stockRangeUpperPx),
  intOrMax(rare?.displaySize),
];

/** volatility .. trailingPercent. Without a hedge TWS sends the order type "None", so its own fields follow all the same. */
export function volatilityFields(
  rare: WireOrderRare | undefined,
  message: "openOrder" | "completedOrder",
): readonly string[] {
  const hedge = rare?.deltaNeutral;
  const whole = message === "openOrder";
  return [
    rare?.volatility ?? "",
    intText(rare?.volatilityType ?? 0),
    hedge?.orderType ?? "None",
    decimalText(hedge?.auxPx),
    intText(hedge?.conId ?? 0),
    ...(whole
      ? [hedge?.settlingFirm ?? "", hedge?.clearingAccount ?? "", hedge?.clearingIntent ?? "", hedge?.openClose ?? "?"]
      : []),
    boolText(hedge?.shortSale),
    intText(hedge?.shortSaleSlot ?? 0),
    hedge?.designatedLocation ?? "",
    boolText(rare?.continuousUpdate),
    intText(rare?.referencePriceType ?? 0),
    decimalText(rare?.trailStopPx),
    rare?.trailingPercent ?? "",
  ];
}

/** comboLegsDescrip .. hedgeParam. */
export function comboAndScaleFields(rare: WireOrderRare | undefined): readonly string[] {
  const legs = rare?.comboLegs ?? [];
  const prices = rare?.comboLegPrices ?? [];
  const params = rare?.smartComboRoutingParams ?? [];
  return [
    legs.map((leg) => `${leg.conId}|${leg.action === "SELL" ? "-" : ""}${leg.ratio}`).join(","),
    intText(legs.length),
    ...legs.flatMap((leg) => [
      intText(leg.conId),
      intText(leg.ratio),
      leg.action,
      leg.exchange,
      intText(leg.openClose ?? 0),
      intText(leg.shortSaleSlot ?? 0),
      leg.designatedLocation ?? "",
      intText(leg.exemptCode ?? -1),
    ]),
    intText(prices.length),
    ...prices,
    intText(params.length),
    ...tagValueFields(params),
    ...scaleFields(rare),
    rare?.hedge?.type ?? "",
    ...(rare?.hedge === undefined ? [] : [rare.hedge.param]),
  ];
}

const scaleFields = (rare: WireOrderRare | undefined): readonly string[] => {
  const scale = rare?.scale;
  if (scale === undefined) return [UNSET_INT, UNSET_INT, ""];
  return [scale.initLevelSize || UNSET_INT, scale.subsLevelSize || UNSET_INT, scale.priceIncrement, ...scale.rest];
};

const tagValueFields = (params: readonly TagValue[]): readonly string[] =>
  params.flatMap(({ tag, value }) => [tag, value]);

/** clearingAccount .. solicited. */
export function clearingAndAlgoFields(rare: WireOrderRare | undefined): readonly string[] {
  const contract = rare?.deltaNeutralContract;
  const algo = rare?.algo;
  return [
    rare?.clearingAccount ?? "",
    rare?.clearingIntent ?? "IB",
    boolText(rare?.notHeld),
    ...(contract === undefined ? ["0"] : ["1", intText(contract.conId), contract.delta, contract.price]),
    ...(algo === undefined ? [""] : [algo.strategy, intText(algo.params.length), ...tagValueFields(algo.params)]),
    boolText(rare?.solicited),
  ];
}

/** randomizeSize .. the conditions' cancelOrder. */
export function pegAndConditionFields(rare: WireOrderRare | undefined): readonly string[] {
  const peg = rare?.pegBenchmark;
  const conditions = rare?.conditions ?? [];
  return [
    boolText(rare?.randomizeSize),
    boolText(rare?.randomizePrice),
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
    ...(conditions.length === 0 ? [] : [boolText(rare?.conditionsIgnoreRth), boolText(rare?.conditionsCancelOrder)]),
  ];
}

function conditionFields(condition: WireCondition): readonly string[] {
  const { conjunction } = condition;
  switch (condition.type) {
    case "price":
      return [
        "1",
        conjunction,
        boolText(condition.isMore),
        condition.value,
        intText(condition.conId),
        condition.exchange,
        intText(condition.triggerMethod),
      ];
    case "time":
      return ["3", conjunction, boolText(condition.isMore), condition.value];
    case "margin":
      return ["4", conjunction, boolText(condition.isMore), condition.value];
    case "execution":
      return ["5", conjunction, condition.secType, condition.exchange, condition.symbol];
    case "volume":
      return [
        "6",
        conjunction,
        boolText(condition.isMore),
        condition.value,
        intText(condition.conId),
        condition.exchange,
      ];
    case "percentChange":
      return [
        "7",
        conjunction,
        boolText(condition.isMore),
        condition.value,
        intText(condition.conId),
        condition.exchange,
      ];
  }
}

/** minTradeQty .. midOffsetAtHalf. */
export const pegOffsetFields = (rare: WireOrderRare | undefined): readonly string[] => [
  intText(rare?.minTradeQty),
  intText(rare?.minCompeteSize),
  rare?.competeAgainstBestOffset ?? "",
  rare?.midOffsetAtWhole ?? "",
  rare?.midOffsetAtHalf ?? "",
];

/** trailStopPrice, lmtPriceOffset: they stand once more here, beside those of the trail. */
export const stopOffsetFields = (rare: WireOrderRare | undefined): readonly string[] => [
  decimalOrMax(rare?.trailStopPx),
  decimalOrMax(rare?.adjusted?.lmtPxOffset),
];
