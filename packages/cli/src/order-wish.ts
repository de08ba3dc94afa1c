import {
  makeClOrdId,
  ORD_TYPES,
  type Order,
  STYLES,
  type Style,
  type StyleParams,
  TIMES_IN_FORCE,
} from "@bowline/contracts";
import { addSeconds, type Px, px, type Qty, qty, type Us } from "@bowline/kernel";
import { ORDER_TYPES, orderFaults, STYLE_TABLE } from "@bowline/orders";
import { usageFailure } from "./command.ts";
import { microsOf, oneOfWords, termsTyped } from "./term-flags.ts";

/** The flags of `./bowline order`, as they were typed. */
export type OrderFlags = {
  readonly type?: string;
  readonly limit?: string;
  readonly stop?: string;
  readonly trail?: string;
  readonly offset?: string;
  readonly tif?: string;
  readonly show?: string;
  readonly reduceOnly?: boolean;
  readonly stopLoss?: string;
  readonly takeProfit?: string;
  readonly style?: string;
  readonly over?: string;
  readonly slices?: number;
  readonly arm?: string;
  readonly breakEven?: string;
  readonly rung?: readonly string[];
  readonly strategy: string;
} & Readonly<Record<string, unknown>>;

/** What the journal knows of the place where the order goes. */
export type OrderPlace = {
  readonly accountId: string;
  readonly group: string;
  readonly symbol: string;
  /** The journal's own time. */
  readonly nowUs: Us;
  /** Tells this order from every other that is typed. */
  readonly serial: string;
};

export type Wish = { readonly order: Order; readonly style: StyleParams };

/** How long the desk may take to see it; its orders have times of their own. */
const TAKEN_WITHIN_SECONDS = 60;

/** What a person typed, as a parent intent. Throws with what is wrong before anything is journaled. */
export function orderWish(
  typed: { readonly side: string; readonly quantity: string },
  flags: OrderFlags,
  place: OrderPlace,
): Wish {
  const side = oneOfWords("side", typed.side, ["BUY", "SELL"] as const);
  const style = styleOf(flags);
  const isStop = style.name === "TRAILING_STOP" || style.name === "BREAK_EVEN";
  const isExit = flags.reduceOnly === true || isStop;
  const { accountId, group, symbol, nowUs, serial } = place;
  const ids = { accountId, strategy: flags.strategy, symbol, rule: RULE, triggerKey: `operator:${serial}`, attempt: 0 };
  const order: Order = {
    clOrdId: makeClOrdId({ ...ids, leg: "PARENT" }),
    accountId,
    strategy: flags.strategy,
    rule: RULE,
    group,
    symbol,
    side,
    orderQty: quantityOf("quantity", typed.quantity),
    ...termsOfFlags(flags, style.name),
    purpose: isExit ? "EXIT" : "ENTRY",
    ...(isExit ? { reduceOnly: true } : {}),
    triggerKey: ids.triggerKey,
    expiresUs: addSeconds(nowUs, TAKEN_WITHIN_SECONDS),
    ...bracketOf(flags, (leg) => makeClOrdId({ ...ids, leg })),
  };
  refuseFaults(order, style);
  return { order, style };
}

const RULE = "by-hand";

function refuseFaults(order: Order, style: StyleParams): void {
  const fault = STYLE_TABLE[style.name].fault(order, style);
  if (fault !== undefined) throw usageFailure(`--style ${style.name.toLowerCase()}: ${fault}`);
  // What a ladder's steps are, their own orders say.
  const faults = style.name === "LADDER" ? [] : orderFaults(order);
  if (faults.length === 0) return;
  const { needs, oneOf = [], timesInForce } = ORDER_TYPES[order.ordType];
  throw usageFailure(
    `${order.ordType}: ${faults.map(({ code, field }) => `${field} ${code.toLowerCase().replaceAll("_", " ")}`).join(", ")}`,
    `  it needs ${[...needs, ...(oneOf.length > 0 ? [`one of ${oneOf.join(", ")}`] : [])].join(", ") || "no price"}; times in force ${timesInForce.join(", ")}`,
  );
}

const priceOf = (name: string, text: string): Px => px(microsOf(name, text));
const quantityOf = (name: string, text: string): Qty => qty(microsOf(name, text));

/** `2` is dollars, `1.5%` a part of the price. */
export function trailOf(text: string): Pick<Order, "trailAmt" | "trailPercent"> {
  if (!text.endsWith("%")) return { trailAmt: priceOf("--trail", text) };
  return { trailPercent: Math.round(microsOf("--trail", text.slice(0, -1)) / 100) };
}

/** A market order must be asked for by name: what says nothing of a price is no order. */
function ordTypeOf({ type, limit, stop, trail }: OrderFlags, style: Style): Order["ordType"] {
  if (type !== undefined) return oneOfWords("--type", type, ORD_TYPES);
  if (style === "TRAILING_STOP") return "MKT";
  if (style === "LADDER") return "LMT";
  if (trail !== undefined) return "TRAIL";
  if (stop !== undefined) return limit === undefined ? "STP" : "STP_LMT";
  if (limit !== undefined) return "LMT";
  throw usageFailure("say at which price: --limit, --stop or --trail, or --type MKT");
}

const given = <T>(text: string | undefined, to: (text: string) => T): T | undefined =>
  text === undefined ? undefined : to(text);

function usualTif(ordType: Order["ordType"], { till }: OrderFlags): string {
  if (ordType === "MOO" || ordType === "LOO") return "OPG";
  return till === undefined ? "DAY" : "GTD";
}

function termsOfFlags(flags: OrderFlags, style: Style): Pick<Order, "ordType" | "timeInForce"> & Partial<Order> {
  const ordType = ordTypeOf(flags, style);
  const { limit, stop, trail, offset, show, tif = usualTif(ordType, flags) } = flags;
  return {
    ordType,
    timeInForce: oneOfWords("--tif", tif, TIMES_IN_FORCE),
    lmtPx: given(limit, (text) => priceOf("--limit", text)),
    stopPx: given(stop, (text) => priceOf("--stop", text)),
    ...(style === "TRAILING_STOP" ? {} : given(trail, trailOf)),
    [ordType === "REL" ? "pegOffset" : "lmtOffset"]: given(offset, (text) => priceOf("--offset", text)),
    ...(style === "ICEBERG" || show === undefined ? {} : { displayQty: quantityOf("--show", show) }),
    ...termsTyped(flags),
  };
}

function bracketOf(
  { stopLoss, takeProfit }: OrderFlags,
  idOf: (leg: string) => string,
): Pick<Order, "bracket"> | Record<string, never> {
  if (stopLoss === undefined && takeProfit === undefined) return {};
  if (stopLoss === undefined || takeProfit === undefined)
    throw usageFailure("a bracket has both: --stop-loss and --take-profit");
  return {
    bracket: {
      stopClOrdId: idOf("STOP"),
      stopPx: priceOf("--stop-loss", stopLoss),
      targetClOrdId: idOf("TARGET"),
      targetLmtPx: priceOf("--take-profit", takeProfit),
    },
  };
}

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

function secondsOf(text: string): number {
  const [, count = "", unit = ""] = /^(\d+)([smh])$/.exec(text) ?? [];
  const seconds = Number(count) * (UNITS[unit] ?? 0);
  if (seconds <= 0) throw usageFailure(`--over: ${JSON.stringify(text)} is no time such as 90s, 10m or 2h`);
  return seconds;
}

function rungOf(text: string): StyleParams["ladder"][number] {
  const [quantity = "", price = ""] = text.split("@");
  return { orderQty: quantityOf("--rung", quantity), lmtPx: priceOf("--rung", price) };
}

function styleOf({ style = "plain", over, slices, show, trail, arm, breakEven, rung = [] }: OrderFlags): StyleParams {
  const name = oneOfWords("--style", style, STYLES);
  return {
    name,
    ladder: rung.map(rungOf),
    ...(over === undefined ? {} : { overSeconds: secondsOf(over) }),
    ...(slices === undefined ? {} : { slices }),
    ...(name === "ICEBERG" && show !== undefined ? { showQty: quantityOf("--show", show) } : {}),
    ...(name === "TRAILING_STOP" && trail !== undefined ? trailOf(trail) : {}),
    ...(arm === undefined ? {} : { armPx: priceOf("--arm", arm) }),
    ...(breakEven === undefined ? {} : { breakEvenPx: priceOf("--break-even", breakEven) }),
  };
}

export const isPaperAccount = (accountId: string): boolean => accountId.startsWith("D");
