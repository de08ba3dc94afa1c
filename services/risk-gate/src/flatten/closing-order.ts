import { makeClOrdId, type Order } from "@bowline/contracts";
import { addSeconds, MICROS, type Px, px, type Qty, qty } from "@bowline/kernel";
import { averageDailyQty, closingPx, type DenialCode, middleOf, sliceQty } from "@bowline/risk";
import { againstOwn } from "../own-order.ts";
import type { Gate } from "../gate.ts";
import { closableQty, leftIn, ownedBy } from "./flatten-scope.ts";
import type { Closing } from "./flatten-state.ts";

/**
 * Why there is no closing order now. ORDER_IN_DOUBT: nobody knows what became of an order in the symbol. FILLS_OWED:
 * one ended with more filled than was told. BEYOND_COLLAR: the quote is. OTHERS_CLOSE:
 * orders that are not ours, or another strategy's, may take all of the position. ENDED_UNFILLED: the last one was refused, lapsed or
 * lost, the next is due in a moment. CANCELS_PENDING: orders in the symbol are being canceled. Otherwise codes of checks.
 */
export type ClosingWait =
  | "ORDER_IN_DOUBT"
  | "FILLS_OWED"
  | "BEYOND_COLLAR"
  | "OTHERS_CLOSE"
  | "ENDED_UNFILLED"
  | "CANCELS_PENDING"
  | DenialCode;

export type ClosingOrder = { readonly order: Order; readonly refPx: Px };

/**
 * The next slice of a closing as every check lets it pass, or what it waits for. `ending` are orders that are out of the way before it
 * is sent. Nothing changes.
 */
export function closingOrder(gate: Gate, closing: Closing, ending: ReadonlySet<string>): ClosingOrder | string {
  const priced = price(gate, closing);
  if (typeof priced === "string") return priced;
  const orderQty = slice(gate, closing, ending, priced);
  if (orderQty === 0) return wait("OTHERS_CLOSE");
  const order = write(gate, closing, { ...priced, orderQty });
  const against = reasonsAgainst(gate, order, ending);
  return against.length > 0 ? against.join(" ") : { order, refPx: priced.refPx };
}

type Priced = { readonly refPx: Px; readonly askPx: Px; readonly lmtPx: Px | undefined };

function price(gate: Gate, { symbol, tries, anchorPx }: Closing): Priced | ClosingWait {
  const { state, limits } = gate;
  const quote = state.prices.quotes.get(symbol);
  const refPx = middleOf(quote);
  const minTick = state.instruments.get(symbol)?.minTick ?? 0;
  if (quote === undefined) return wait("MARKET_DATA_STALE");
  if (refPx === undefined || quote.bidPx === undefined || quote.askPx === undefined) return wait("MARKET_DATA_INSANE");
  if (minTick <= 0) return wait("INSTRUMENT_UNKNOWN");
  const { bidPx, askPx } = quote;
  const buys = leftIn(gate, symbol).quantity < 0;
  const asked = { buys, quote: { bidPx, askPx }, anchorPx: anchorPx ?? refPx, tries, minTick: px(minTick) };
  const lmtPx = closingPx(asked, limits.flatten);
  return lmtPx === undefined && limits.flatten.beyondCollar === "wait"
    ? wait("BEYOND_COLLAR")
    : { refPx, askPx, lmtPx };
}

function slice(gate: Gate, { symbol }: Closing, ending: ReadonlySet<string>, { askPx, lmtPx }: Priced): Qty {
  const { state, limits } = gate;
  const left = leftIn(gate, symbol);
  const leftQty = Math.min(closableQty(gate, symbol, ending), Math.abs(ownedBy(gate, symbol, left)));
  const quote = state.prices.quotes.get(symbol);
  return sliceQty(
    {
      leftQty: qty(leftQty),
      countedPx: px(Math.max(askPx, lmtPx ?? askPx)),
      displayedQty: left.quantity < 0 ? quote?.askQty : quote?.bidQty,
      averageDailyQty: averageDailyQty(state.prices, symbol),
    },
    limits.flatten,
    limits.limitsFor(aboutOf(gate, symbol)),
  );
}

const aboutOf = (gate: Gate, symbol: string) => ({
  accountId: gate.accountId,
  group: gate.groups.groupOf(symbol) ?? "none",
  strategy: leftIn(gate, symbol).strategy,
  symbol,
});

/** Its id is made of what every fold of the journal has alike: nobody makes another order with it. */
function write(gate: Gate, closing: Closing, { refPx, lmtPx, orderQty }: Priced & { readonly orderQty: Qty }): Order {
  const { state, limits } = gate;
  const about = aboutOf(gate, closing.symbol);
  const number = closing.orders + 1;
  const triggerKey = `flatten:${closing.beganUs}:${number}`;
  return {
    clOrdId: makeClOrdId({ ...about, rule: "flatten", triggerKey, leg: "EXIT", attempt: number }),
    ...about,
    rule: "flatten",
    side: leftIn(gate, closing.symbol).quantity < 0 ? "BUY" : "SELL",
    orderQty,
    ...(lmtPx === undefined ? { ordType: "MKT" as const } : { ordType: "LMT" as const, lmtPx }),
    timeInForce: "DAY",
    purpose: "EXIT",
    triggerKey,
    expiresUs: addSeconds(state.nowUs, limits.flatten.repriceSeconds),
    decisionPx: refPx,
    reduceOnly: true,
    ...(isExtended(gate) ? { outsideRth: true } : {}),
  };
}

const wait = (why: ClosingWait): ClosingWait => why;

const isExtended = ({ state, limits }: Gate): boolean =>
  limits.flatten.outsideRth === "extended" && (state.clock?.phase === "PRE" || state.clock?.phase === "POST");

/** It is sent while FLATTENING, and a lot is a share, for what is left over must go too. */
function reasonsAgainst(gate: Gate, order: Order, ending: ReadonlySet<string>): readonly string[] {
  const isLeft = (code: string): boolean => {
    if (code === "MARKET_CLOSED") return !isExtended(gate);
    return code !== "QTY_INCREMENT_INVALID" || !isWhole(order.orderQty);
  };
  return againstOwn(gate, order, { ending, closes: true }).filter(isLeft);
}

const isWhole = (quantity: Qty): boolean => quantity % MICROS === 0;
