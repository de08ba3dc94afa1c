import { intOrZero, UNSET_INT } from "../field-text.ts";
import {
  amount,
  amountText,
  bool,
  choice,
  derived,
  type Field,
  type Fields,
  flag,
  flagged,
  group,
  int,
  intElse,
  intOr,
  list,
  listOr,
  microsOr,
  named,
  readFields,
  since,
  text,
  UNSET_DOUBLE,
  when,
  writeFields,
} from "../layout/index.ts";
import { SINCE } from "../protocol-version.ts";
import type { TagValue, WireComboLeg, WireDeltaNeutralOrder } from "../wire-types.ts";

/** The parts of an order that placeOrder, openOrder and completedOrder have in common. */

const tagValues = listOr(group({ tag: text, value: text }));

/** A leg's last four fields have usual values where a request for data leaves them out. */
const leg: Field<WireComboLeg> = group({
  conId: int,
  ratio: int,
  action: text,
  exchange: text,
  openClose: intElse(0),
  shortSaleSlot: intElse(0),
  designatedLocation: text as Field<string | undefined>,
  exemptCode: intElse(-1),
});

export const combo = {
  comboLegs: listOr(leg),
  comboLegPrices: listOr(amountText),
  smartComboRoutingParams: tagValues,
};

/** `conId|ratio` of each leg, the ratio of one that is sold negative: as TWS shows a combination. */
export const legsDescription = derived(({ comboLegs }) =>
  ((comboLegs ?? []) as readonly WireComboLeg[])
    .map(({ conId, action, ratio }) => `${conId}|${action === "SELL" ? "-" : ""}${ratio}`)
    .join(","),
);

/** Sizes and increment as text; seven more fields follow a positive increment. */
export const scale = (unsetSize: "" | typeof UNSET_INT) => ({
  scaleInitLevelSize: sizeText(unsetSize),
  scaleSubsLevelSize: sizeText(unsetSize),
  scalePriceIncrement: amount,
  scaleRest: when(({ scalePriceIncrement }) => Number(scalePriceIncrement) > 0, {
    scalePriceAdjustValue: text,
    scalePriceAdjustInterval: text,
    scaleProfitOffset: text,
    scaleAutoReset: text,
    scaleInitPosition: text,
    scaleInitFillQty: text,
    scaleRandomPercent: text,
  }),
});

export const SCALE_REST = [
  "scalePriceAdjustValue",
  "scalePriceAdjustInterval",
  "scaleProfitOffset",
  "scaleAutoReset",
  "scaleInitPosition",
  "scaleInitFillQty",
  "scaleRandomPercent",
] as const;

const sizeText = (unset: string): Field<string | undefined> => ({
  ...amount,
  shape: { is: "text", mayBeAbsent: true, never: UNSET_INT },
  write: (value, out) => void out.push(value ?? unset),
  read(reader, name, at) {
    const value = amount.read(reader, name, at);
    return value === UNSET_INT ? undefined : value;
  },
});

export const hedge = named({ type: text, param: text });
export const algo = named({
  strategy: text,
  params: list(group({ tag: text, value: text })) as Field<readonly TagValue[]>,
});
export const deltaNeutralContract = flagged({ conId: int, delta: text, price: text });

const isPegBenchmark = ({ orderType }: { readonly orderType?: unknown }): boolean =>
  orderType === "PEG BENCH" || orderType === "PEGBENCH";

export const pegBenchmark = when(isPegBenchmark, {
  pegBenchmark: group({
    referenceContractId: int,
    isPeggedChangeAmountDecrease: bool,
    peggedChangeAmount: text,
    referenceChangeAmount: text,
    referenceExchangeId: text,
  }),
});

/** "a" and, "o" or; clients write capitals too. */
const conjunction: Field<"a" | "o"> = {
  shape: { is: "oneOf", values: ["a", "o"], isOnWire: true },
  write: (value, out) => void out.push(value),
  read: (reader, name) => (reader.text(name).toLowerCase() === "o" ? "o" : "a"),
};

const threshold = { conjunction, isMore: bool, value: text };
const market = { ...threshold, conId: int, exchange: text };

const condition = choice("type", {
  price: { code: "1", fields: { ...market, triggerMethod: int } },
  time: { code: "3", fields: threshold },
  margin: { code: "4", fields: threshold },
  execution: { code: "5", fields: { conjunction, secType: text, exchange: text, symbol: text } },
  volume: { code: "6", fields: market },
  percentChange: { code: "7", fields: market },
});

export const conditions = {
  conditions: listOr(condition),
  conditionFlags: when((message) => message.conditions !== undefined, {
    conditionsIgnoreRth: flag,
    conditionsCancelOrder: flag,
  }),
};

/** What hedges a volatility order. Without one TWS sends the type "None", and a hedge's own fields all the same. */
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

const hedgeHead = { orderType: text, auxPx: microsOr("") };
export const settlement = { settlingFirm: text, clearingAccount: text, clearingIntent: text, openClose: text };

/** Two fields, and the others where there is a type. `more` is what stands between the contract and the short sale. */
export function deltaNeutral(more: Fields, writesNone: boolean): Field<WireDeltaNeutralOrder | undefined> {
  const rest = { conId: int, ...more, shortSale: bool, shortSaleSlot: int, designatedLocation: text };
  const fields = { ...hedgeHead, ...rest };
  return {
    shape: { is: "group", fields, mayBeAbsent: true, first: "orderType" },
    write(value, out, at) {
      if (value === undefined && !writesNone) out.push("", "");
      else writeFields(fields, value ?? NO_HEDGE, out, at.version);
    },
    read(reader, _name, at) {
      const head = readFields(hedgeHead, reader, at.version) as Pick<WireDeltaNeutralOrder, "orderType" | "auxPx">;
      if (head.orderType === "") return undefined;
      const order = { ...head, ...readFields(rest, reader, at.version) } as WireDeltaNeutralOrder;
      return head.orderType === "None" ? undefined : order;
    },
  };
}

/** A second stop price, which TWS tells of orders that trail nothing too, beside the offset of a trailing order's limit. */
export const stopOffset = {
  adjustedTrailStopPx: microsOr(UNSET_DOUBLE),
  lmtPxOffset: microsOr(UNSET_DOUBLE),
};

/** minTradeQty .. midOffsetAtHalf, as the server sends them. */
export const pegOffsets = {
  minTradeQty: since(SINCE.pegBestPegMid, intOr("")),
  minCompeteSize: since(SINCE.pegBestPegMid, intOr("")),
  competeAgainstBestOffset: since(SINCE.pegBestPegMid, amount),
  midOffsetAtWhole: since(SINCE.pegBestPegMid, amount),
  midOffsetAtHalf: since(SINCE.pegBestPegMid, amount),
};

/** 3 is what TWS sends for an order without a type. */
export const ocaType: Field<number> = {
  shape: { is: "integer", never: 0 },
  write: (value, out) => void out.push(value === 0 ? "3" : intOrZero(value)),
  read: (reader, name) => reader.int(name),
};
