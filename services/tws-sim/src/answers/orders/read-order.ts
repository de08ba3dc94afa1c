import { type JsonValue, ok, parseMicros, type Px, px, type Qty, qty, type Result, type Us, us } from "@bowline/kernel";
import {
  BROKER_ORD_TYPES,
  type OcaType,
  type OrderAlgo,
  type OrderCondition,
  type OrderRequest,
} from "@bowline/matching";
import { parseWireTime, type PlaceOrder, type TagValue, type WireOrder } from "@bowline/tws-wire";
import { invalid, type OrderRefusal, refuse, rejected } from "./order-refusal.ts";
import { type ConditionDesk, readConditions } from "./read-conditions.ts";
import { triggerMethodOf } from "./trigger-methods.ts";

const SIDES: Readonly<Record<string, OrderRequest["side"]>> = { BUY: "BUY", SELL: "SELL", SSHORT: "SELL" };
const TIMES_IN_FORCE = ["DAY", "GTC", "GTD", "IOC", "FOK", "OPG"] as const;
const OCA_TYPES: readonly OcaType[] = [1, 2, 3];
/** Spellings that IB's documents use as well. */
const OTHER_NAMES: Readonly<Record<string, OrderRequest["ordType"]>> = {
  STPLMT: "STP LMT",
  TRAILLMT: "TRAIL LIMIT",
  "TRAIL LMT": "TRAIL LIMIT",
  LMTCLS: "LOC",
  MKTCLS: "MOC",
  LOO: "LMT",
  MOO: "MKT",
};
/** Types that TWS has and this simulator does not work. */
const NOT_WORKED: ReadonlySet<string> = new Set([
  "MTL",
  "STP PRT",
  "MKT PRT",
  "PEG MKT",
  "PEG MID",
  "PEG BEST",
  "PEG STK",
  "PEG BENCH",
  "PEG PRIM",
  "BOX TOP",
  "VOL",
  "SNAP MKT",
  "SNAP MID",
  "SNAP PRIM",
  "PASSV REL",
  "AUC",
  "REL + LMT",
  "REL + MKT",
]);

export type ReadContext = {
  readonly symbol: string;
  readonly clientId: number;
  /** The accounts of this login. */
  readonly accounts: readonly string[];
  /** Whether an order may leave its account out. */
  readonly needsAccount: boolean;
  readonly desk: ConditionDesk;
};

/** A placeOrder as the broker takes it. What is not simulated is refused, never ignored. */
export function readOrder(place: PlaceOrder, context: ReadContext): Result<OrderRequest, OrderRefusal> {
  const { order } = place;
  const refusal = REFUSALS.map((look) => look(order, context)).find((found) => found !== undefined);
  if (refusal !== undefined) return refusal;
  const times = readTimes(order);
  if (!times.ok) return times;
  const conditions = readConditions(order.rare?.conditions ?? [], context.desk);
  if (!conditions.ok) return conditions;
  return ok({
    clientId: context.clientId,
    ibOrderId: place.orderId,
    symbol: context.symbol,
    orderQty: qty(order.totalQty ?? 0),
    ...termsOf(order),
    ...pricesOf(order),
    ...attributesOf(order),
    ...times.value,
    ...(conditions.value.length === 0 ? {} : conditionsOf(order, conditions.value)),
    carried: order as unknown as JsonValue,
  });
}

type Terms = Pick<OrderRequest, "side" | "ordType" | "timeInForce" | "orderRef" | "transmit"> & Partial<OrderRequest>;

const termsOf = (order: WireOrder): Terms => ({
  side: SIDES[order.action] ?? "BUY",
  ordType: ordTypeOf(order.orderType) ?? "MKT",
  timeInForce: order.orderType === "LOO" || order.orderType === "MOO" ? "OPG" : (timeInForceOf(order.tif) ?? "DAY"),
  orderRef: order.orderRef,
  transmit: order.transmit,
  account: order.account || undefined,
  parentIbOrderId: order.parentId || undefined,
  ocaGroup: order.ocaGroup || undefined,
  ocaType: OCA_TYPES.find((type) => type === order.ocaType),
});

const conditionsOf = ({ rare }: WireOrder, conditions: readonly OrderCondition[]): Partial<OrderRequest> => ({
  conditions,
  conditionsIgnoreRth: rare?.conditionsIgnoreRth,
  conditionsCancelOrder: rare?.conditionsCancelOrder,
});

const ordTypeOf = (name: string): OrderRequest["ordType"] | undefined =>
  BROKER_ORD_TYPES.find((known) => known === name) ?? OTHER_NAMES[name];
const timeInForceOf = (name: string): OrderRequest["timeInForce"] | undefined =>
  TIMES_IN_FORCE.find((known) => known === name);

type Look = (order: WireOrder, context: ReadContext) => Result<never, OrderRefusal> | undefined;

/** What an order may be refused for by itself: the first finding counts. */
const REFUSALS: readonly Look[] = [
  ({ action }) => (SIDES[action] === undefined ? invalid(`Invalid side was entered: ${action}`) : undefined),
  ({ orderType }) =>
    NOT_WORKED.has(orderType) ? refuse(387, "Unsupported order type for this exchange and security type.") : undefined,
  ({ orderType }) => (ordTypeOf(orderType) === undefined ? invalid("Invalid order type was entered") : undefined),
  ({ tif }) => (timeInForceOf(tif) === undefined ? rejected(`Invalid time in force: ${tif}`) : undefined),
  ({ rare: { faGroup = "", faMethod = "" } = {} }) =>
    faGroup + faMethod === ""
      ? undefined
      : rejected("This login has no advisor's accounts: allocation groups cannot be used"),
  ({ account }, { accounts, needsAccount }) => {
    const isFine = account === "" ? !needsAccount : accounts.includes(account);
    return isFine ? undefined : refuse(435, "You must specify an account.");
  },
  ({ totalQty, rare }) =>
    totalQty === undefined && rare?.cashQty !== undefined
      ? refuse(10244, "Cash quantity cannot be used for this order")
      : undefined,
  ({ triggerMethod }) =>
    triggerMethodOf(triggerMethod) === undefined ? invalid(`Trigger method ${triggerMethod} is not known.`) : undefined,
];

const pxOf = (micros: number | undefined): Px | undefined => (micros === undefined ? undefined : px(micros));
const isTrailing = ({ orderType }: WireOrder): boolean => orderType.startsWith("TRAIL");

/** `auxPx` is a stop price, a touch price, a distance or an offset: that depends on the type. */
function pricesOf(order: WireOrder): Partial<OrderRequest> {
  const { rare = {}, auxPx } = order;
  const lmtPx = pxOf(order.lmtPx);
  if (isTrailing(order)) {
    const trailingMicros = percentMicros(rare.trailingPercent);
    return {
      lmtPx,
      trailingMicros,
      trailingAmount: trailingMicros === undefined ? pxOf(auxPx) : undefined,
      trailStopPx: pxOf(rare.trailStopPx),
      // Clients send it among the fields of adjustable orders.
      lmtPxOffset: pxOf(rare.adjusted?.lmtPxOffset),
    };
  }
  if (order.orderType === "REL") {
    // 0 means no cap.
    const cap = order.lmtPx === 0 ? undefined : lmtPx;
    return { lmtPx: cap, pegOffsetPx: pxOf(auxPx), percentOffsetMicros: ratioMicros(rare.percentOffset) };
  }
  if (order.orderType === "MIDPRICE") return { lmtPx: order.lmtPx === 0 ? undefined : lmtPx };
  return { lmtPx, stopPx: pxOf(auxPx) };
}

/** "1.5" percent as micros of 1. */
const percentMicros = (text: string | undefined): number | undefined => {
  const micros = text === undefined ? undefined : parseMicros(text);
  return micros === undefined || micros === 0 ? undefined : Math.round(micros / 100);
};
/** "0.015" as micros of 1. */
const ratioMicros = (text: string | undefined): number | undefined => {
  const micros = text === undefined ? undefined : parseMicros(text);
  return micros === 0 ? undefined : micros;
};
const qtyOf = (micros: number | undefined): Qty | undefined =>
  micros === undefined || micros === 0 ? undefined : qty(micros);
/** Sizes that the wire carries as whole shares. */
const sharesOf = (count: number | undefined): Qty | undefined =>
  count === undefined || count === 0 ? undefined : qty(count * WHOLE_SHARE);
const WHOLE_SHARE = 1_000_000;

function attributesOf(order: WireOrder): Partial<OrderRequest> {
  const { rare = {} } = order;
  const slot = rare.shortSaleSlot;
  return {
    triggerMethod: triggerMethodOf(order.triggerMethod) || undefined,
    outsideRth: order.outsideRth || undefined,
    hidden: order.hidden || undefined,
    whatIf: order.whatIf || undefined,
    allOrNone: rare.allOrNone || undefined,
    minQty: sharesOf(rare.minQty),
    displayQty: sharesOf(rare.displaySize),
    discretionaryAmount: order.orderType === "REL" ? undefined : pxOf(rare.discretionaryAmt || undefined),
    shortSaleSlot: slot === 1 || slot === 2 ? slot : undefined,
    algo: algoOf(rare.algo),
    scale: scaleOf(rare.scale),
  };
}

function algoOf(
  algo: { readonly strategy: string; readonly params: readonly TagValue[] } | undefined,
): OrderAlgo | undefined {
  if (algo === undefined || algo.strategy === "") return undefined;
  const params = algo.params.map(({ tag, value }) => [tag, value] as const);
  const timeOf = (tag: string): Us | undefined => {
    const text = algo.params.find((param) => param.tag === tag)?.value;
    const time = text === undefined ? undefined : parseWireTime(text);
    return time === undefined ? undefined : us(time);
  };
  return { strategy: algo.strategy, params, startUs: timeOf("startTime"), endUs: timeOf("endTime") };
}

function scaleOf(scale: NonNullable<WireOrder["rare"]>["scale"]): OrderRequest["scale"] {
  if (scale === undefined) return undefined;
  const increment = parseMicros(scale.priceIncrement);
  return {
    initLevelQty: qtyOf(parseMicros(scale.initLevelSize)),
    subsLevelQty: qtyOf(parseMicros(scale.subsLevelSize)),
    priceIncrementPx: increment === undefined ? undefined : px(increment),
  };
}

const WRONG_TIME = "The date, time, or time-zone entered is invalid. The correct format is yyyymmdd hh:mm:ss xx/xxxx.";

function readTimes({
  goodAfterTime,
  goodTillDate,
}: WireOrder): Result<Pick<OrderRequest, "goodAfterUs" | "goodTillUs">, OrderRefusal> {
  const [after, till] = [goodAfterTime, goodTillDate].map((text) => (text === "" ? undefined : parseWireTime(text)));
  if ((goodAfterTime !== "" && after === undefined) || (goodTillDate !== "" && till === undefined))
    return refuse(343, WRONG_TIME);
  return ok({
    goodAfterUs: after === undefined ? undefined : us(after),
    goodTillUs: till === undefined ? undefined : us(till),
  });
}
