import type { z } from "@bowline/config";
import type { Side } from "@bowline/contracts";
import type { Px, Qty } from "@bowline/kernel";
import type { SizingStep } from "./define-sizing.ts";
import type { Facts } from "./facts.ts";
import type { Leaf } from "./leaf.ts";

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
  readonly sizing: readonly SizingStep[];
};

/** Closes the position at the market, once its own orders are out of the way. */
export type ExitPlan = { readonly type: "exit"; readonly expiresMs: number };

/** The action found while planning that it cannot be done. */
export type NoPlan = {
  readonly type: "none";
  readonly blocker: string;
  readonly value: string;
  readonly threshold: string;
  readonly sizing: readonly SizingStep[];
};

export type Plan = EnterPlan | ExitPlan | NoPlan;

export type CompiledAction = {
  readonly name: string;
  /** What must hold for the action itself, whatever the rule's conditions say. */
  readonly needs: readonly Leaf[];
  /** Called only when all needs are true. */
  plan(facts: Facts): Plan;
};

export type Action<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  readonly schema: S;
  compile(params: z.output<S>): CompiledAction;
};

export const defineAction = <S extends z.ZodType>(action: Action<S>): Action<S> => action;
