import type { ChangeTerms, Side } from "@bowline/contracts";
import type { Money, Px, Qty, Us } from "@bowline/kernel";

/** The broker's words for an order's state. */
export const BROKER_ORDER_STATUSES = [
  "ApiPending",
  "PendingSubmit",
  "PendingCancel",
  "PreSubmitted",
  "Submitted",
  "ApiCancelled",
  "Cancelled",
  "Filled",
  "Inactive",
  "Unknown",
] as const;
export type BrokerOrderStatus = (typeof BROKER_ORDER_STATUSES)[number];

/**
 * By what the broker names an order. `orderId` (permId) is unique for ever; `ibOrderId` only in one session of one
 * client id and is absent where the callback is about another client's order.
 */
export type BrokerRef = { readonly orderId?: string; readonly clOrdId?: string; readonly ibOrderId?: number };

/** What the broker tells about orders, free of any library: numbers are micros, what is unset is absent. */
export type BrokerCallback =
  | ({
      readonly type: "openOrder";
      readonly ref: BrokerRef;
      readonly symbol: string;
      readonly side: Side;
      readonly orderQty: Qty;
      /** Absent where it is the account of the session. */
      readonly accountId?: string;
      readonly status: BrokerOrderStatus;
    } & ChangeTerms)
  | {
      readonly type: "orderStatus";
      readonly ref: BrokerRef;
      readonly status: BrokerOrderStatus;
      readonly filledQty?: Qty;
    }
  | {
      readonly type: "completedOrder";
      readonly ref: BrokerRef;
      readonly symbol: string;
      readonly side: Side;
      readonly orderQty: Qty;
      readonly status: BrokerOrderStatus;
      readonly filledQty?: Qty;
      readonly reason: string;
    }
  | {
      readonly type: "execution";
      readonly ref: BrokerRef;
      readonly symbol: string;
      readonly side: Side;
      /** Absent where it is the account of the session. */
      readonly accountId?: string;
      readonly execId: string;
      readonly lastQty: Qty;
      readonly lastPx: Px;
      readonly transactUs: Us;
    }
  | { readonly type: "commission"; readonly execId: string; readonly commission: Money; readonly currency: string }
  | { readonly type: "error"; readonly ref: BrokerRef; readonly code: number; readonly message: string };
