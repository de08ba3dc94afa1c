import type { z } from "@bowline/config";
import type { Facts } from "./facts.ts";
import type { Leaf } from "./leaf.ts";
import type { NoPlan, Plan } from "./plans.ts";

/** What of a symbol an action takes for itself: of two rules that fire at once and claim the same, only the first acts. */
export type Claim = "position" | "stop" | "target" | "orders";

export type CompiledAction = {
  readonly name: string;
  readonly claims: readonly Claim[];
  /** Whether it may open or increase a position. */
  readonly opens: boolean;
  /** What must hold for the action itself, whatever the rule's conditions say. */
  readonly needs: readonly Leaf[];
  /** Called only when all needs are true. */
  plan(facts: Facts): Plan | NoPlan;
};

export type Action<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  /** What it does, for the reference page. */
  readonly doc: string;
  readonly claims: readonly Claim[];
  readonly opens: boolean;
  readonly schema: S;
  compile(params: z.output<S>): Pick<CompiledAction, "needs" | "plan">;
};

export const defineAction = <S extends z.ZodType>(action: Action<S>): Action<S> => action;
