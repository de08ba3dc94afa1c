import type { Event, EventByKind, Side } from "@bowline/contracts";
import {
  type Money,
  type Px,
  type Qty,
  ZERO_MONEY,
  negMoney,
  negQty,
  notional,
  subMoney,
  subQty,
} from "@bowline/kernel";

/** Everything that moves a position: what was executed, what was corrected of it, and what the broker holds without telling why. */
export type Executed = EventByKind<"order.filled" | "order.corrected" | "broker.external-fill" | "broker.adjustment">;

const EXECUTED: ReadonlySet<string> = new Set([
  "order.filled",
  "order.corrected",
  "broker.external-fill",
  "broker.adjustment",
]);
export const isExecuted = (event: Event): event is Executed => EXECUTED.has(event.kind);

/** What of an execution counts beyond what was counted of it before. */
export type ExecutedChange = {
  readonly accountId: string;
  readonly symbol: string;
  /** Signed: what the position changes by. */
  readonly quantity: Qty;
  /** What cash changes by, commissions apart. */
  readonly cash: Money;
};

/** Positive for a buy, negative for a sale. */
export const signedQty = (side: Side, quantity: Qty): Qty => (side === "BUY" ? quantity : negQty(quantity));

/** False for what the policy keeps out of the books. */
export const countsInBooks = (
  event: Executed | EventByKind<"order.commission" | "broker.external-commission">,
): boolean => !("policy" in event) || event.policy !== "IGNORE";

/** The change that one entry brings: whoever folds these has the position and the cash of the account, corrections included. */
export function executedChange(event: Executed): ExecutedChange {
  const { accountId, symbol } = event;
  if (event.kind === "broker.adjustment") {
    const cash = event.px === undefined ? ZERO_MONEY : negMoney(notional(event.quantity, event.px));
    return { accountId, symbol, quantity: event.quantity, cash };
  }
  const { side } = event;
  const quantity = signedQty(side, event.lastQty);
  const cash = cashOf(side, event.lastQty, event.lastPx);
  if (event.kind === "order.filled" || event.correctedQty === undefined || event.correctedPx === undefined)
    return { accountId, symbol, quantity, cash };
  const before = signedQty(side, event.correctedQty);
  return {
    accountId,
    symbol,
    quantity: subQty(quantity, before),
    cash: subMoney(cash, cashOf(side, event.correctedQty, event.correctedPx)),
  };
}

function cashOf(side: Side, quantity: Qty, price: Px): Money {
  const value = notional(quantity, price);
  return side === "BUY" ? negMoney(value) : value;
}

/** What a charge adds to what was charged for its execution before. */
export const chargedChange = ({
  commission,
  commissionBefore,
}: Pick<EventByKind<"order.commission">, "commission" | "commissionBefore">): Money =>
  commissionBefore === undefined ? commission : subMoney(commission, commissionBefore);

/** Kinds after which an order works no more; what was filled stays filled. */
const ENDS: ReadonlySet<string> = new Set(["order.canceled", "order.rejected", "order.expired", "order.lost"]);
export const endsOrder = (event: { readonly kind: string }): boolean => ENDS.has(event.kind);
