import { boolText, decimalOrMax, decimalText, intText } from "../field-text.ts";
import type { WireFields } from "../framing.ts";
import { SINCE } from "../protocol-version.ts";
import type { WireContract } from "../wire-types.ts";
import { contractFields } from "./contract-fields.ts";

export interface ExecDetailsMessage {
  /** -1 for a fill as it happens, else the id of the reqExecutions that it answers. */
  readonly reqId: number;
  readonly orderId: number;
  readonly contract: WireContract;
  readonly execId: string;
  /** `wireTime`. */
  readonly time: string;
  readonly accountId: string;
  readonly exchange: string;
  readonly side: "BOT" | "SLD";
  readonly lastQty: number;
  readonly lastPx: number;
  readonly permId: number;
  readonly clientId: number;
  readonly cumQty: number;
  readonly avgPx: number;
  readonly orderRef: string;
  readonly liquidation?: boolean;
  readonly modelCode?: string;
  /** 1 added liquidity, 2 removed, 3 routed out; 0 not known. */
  readonly lastLiquidity?: number;
  readonly pendingPriceRevision?: boolean;
}

export function execDetails(serverVersion: number, message: ExecDetailsMessage): WireFields {
  const fields = [
    "11",
    intText(message.reqId),
    intText(message.orderId),
    ...contractFields(message.contract),
    message.execId,
    message.time,
    message.accountId,
    message.exchange,
    message.side,
    decimalText(message.lastQty),
    decimalText(message.lastPx),
    intText(message.permId),
    intText(message.clientId),
    boolText(message.liquidation),
    decimalText(message.cumQty),
    decimalText(message.avgPx),
    message.orderRef,
    "", // evRule
    "", // evMultiplier
    message.modelCode ?? "",
    intText(message.lastLiquidity ?? 0),
  ];
  return serverVersion < SINCE.pendingPriceRevision ? fields : [...fields, boolText(message.pendingPriceRevision)];
}

export const execDetailsEnd = (_serverVersion: number, message: { readonly reqId: number }): WireFields => [
  "55",
  "1",
  intText(message.reqId),
];

export interface CommissionReportMessage {
  readonly execId: string;
  /** Micros of the currency. */
  readonly commission: number;
  readonly currency: string;
  /** Absent for an execution that opens. */
  readonly realizedPnl?: number;
}

export const commissionReport = (_serverVersion: number, message: CommissionReportMessage): WireFields => [
  "59",
  "1",
  message.execId,
  decimalText(message.commission),
  message.currency,
  decimalOrMax(message.realizedPnl),
  decimalOrMax(undefined), // yield
  "", // yield redemption date
];
