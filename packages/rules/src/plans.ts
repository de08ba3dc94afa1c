import type { AlertSeverity, Side } from "@bowline/contracts";
import type { Px, Qty } from "@bowline/kernel";
import type { SizingStep } from "./define-sizing.ts";
import type { FactType } from "./environment/types.ts";
import type { VariableValue } from "./variables.ts";

/** An entry that is ready to be sent: everything but the ids. */
export type EnterPlan = {
  readonly type: "enter";
  readonly side: Side;
  readonly orderQty: Qty;
  readonly ordType: "MKT" | "LMT";
  /** Present with LMT. */
  readonly lmtPx: Px | undefined;
  readonly stopPx: Px;
  readonly targetLmtPx: Px;
  /** Mid price that the decision saw. */
  readonly decisionPx: Px;
  readonly expiresMs: number;
  /** An entry that is not filled after so many minutes is canceled. */
  readonly cancelAfterMinutes: number;
  /** It adds to the position that is open. */
  readonly adds?: true;
  readonly sizing: readonly SizingStep[];
};

/** Closes the position at the market, once its own orders are out of the way. */
export type ExitPlan = { readonly type: "exit"; readonly expiresMs: number };

/** What a working order is to be changed to; what is absent stays. */
export type OrderChange = {
  readonly clOrdId: string;
  readonly orderQty?: Qty;
  readonly lmtPx?: Px;
  readonly stopPx?: Px;
};

/** Changes working orders: each is as it was until the broker shows it changed. */
export type ChangePlan = {
  readonly type: "change";
  readonly changes: readonly OrderChange[];
  readonly expiresMs: number;
  readonly reason: string;
  /** How the new terms were computed. */
  readonly sizing: readonly SizingStep[];
};

/** Puts a stop and a target over an open position that no order protects; each takes from the other what it fills. */
export type ProtectPlan = {
  readonly type: "protect";
  readonly orderQty: Qty;
  readonly stopPx: Px;
  readonly targetLmtPx: Px;
  readonly expiresMs: number;
  readonly sizing: readonly SizingStep[];
};

/** Sells or buys back a part of the position, less than the whole; what protects it is made smaller first. */
export type ReducePlan = {
  readonly type: "reduce";
  /** What is left of the position then, positive. */
  readonly keepQty: Qty;
  readonly expiresMs: number;
  readonly sizing: readonly SizingStep[];
};

/** Ends what would open or increase a position. */
export type CancelOrdersPlan = { readonly type: "cancelOrders" };

/** Closes what is open in any symbol of the ticker group. */
export type FlattenAllPlan = { readonly type: "flattenAll"; readonly expiresMs: number };

/** Tells a person. */
export type NotifyPlan = {
  readonly type: "notify";
  readonly severity: AlertSeverity;
  readonly text: string;
  readonly cooldownMinutes: number;
};

/** Closes the position, and when it is confirmed closed enters the other way. */
export type ReversePlan = {
  readonly type: "reverse";
  readonly direction: "LONG" | "SHORT";
  readonly withinMinutes: number;
  readonly expiresMs: number;
};

/** Lets nothing open or increase a position for a time. */
export type PausePlan = { readonly type: "pause"; readonly scope: "symbol" | "strategy"; readonly minutes: number };

/** Remembers a value. */
export type SetVariablePlan = {
  readonly type: "setVariable";
  readonly name: string;
  readonly scope: "symbol" | "group";
  readonly of: FactType;
  readonly value: VariableValue;
};

/** Stands in the decision's record. */
export type TagPlan = { readonly type: "tag"; readonly text: string };

/** What an action wants done. The strategy service has one file for each type. */
export type Plan =
  | ProtectPlan
  | EnterPlan
  | ExitPlan
  | ChangePlan
  | ReducePlan
  | CancelOrdersPlan
  | FlattenAllPlan
  | NotifyPlan
  | PausePlan
  | ReversePlan
  | SetVariablePlan
  | TagPlan;

/** The action found while planning that it cannot be done. */
export type NoPlan = {
  readonly type: "none";
  readonly blocker: string;
  readonly value: string;
  readonly threshold: string;
  readonly sizing: readonly SizingStep[];
};

export const noPlan = (
  blocker: string,
  value: string,
  threshold: string,
  sizing: readonly SizingStep[] = [],
): NoPlan => ({ type: "none", blocker, value, threshold, sizing });
