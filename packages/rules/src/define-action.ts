import type { z } from "@bowline/config";
import type { Fact } from "./environment/define-fact.ts";
import type { FactType } from "./environment/types.ts";
import type { Value } from "./expression/evaluate-tree.ts";
import type { Facts } from "./facts.ts";
import type { Leaf } from "./leaf.ts";
import type { EnterPlan, NoPlan, Plan } from "./plans.ts";
import type { Variable } from "./variables.ts";

/** What of a symbol an action takes for itself: of two rules that fire at once and claim the same, only the first acts. */
export type Claim = "position" | "stop" | "target" | "orders" | `vars.${string}`;

export type CompiledAction = {
  readonly name: string;
  readonly claims: readonly Claim[];
  /** Whether it may open or increase a position. */
  readonly opens: boolean;
  /** As its schema read them. */
  readonly params: unknown;
  /** What its expressions look at. */
  readonly facts: readonly Fact[];
  /** What must hold for the action itself, whatever the rule's conditions say. */
  readonly needs: readonly Leaf[];
  /** Called only when all needs are true. */
  plan(facts: Facts): Plan | NoPlan;
  /** What it does once that is done, asked on the facts of then. */
  readonly next?: NextStep | undefined;
};

export type NextStep = {
  readonly needs: readonly Leaf[];
  /** Called only when all needs are true. */
  plan(facts: Facts, direction: "LONG" | "SHORT"): EnterPlan | NoPlan;
};

/** An expression that stands in an action. */
export type Formula = {
  readonly text: string;
  /** What it comes to, in the scale of its type; `undefined` is UNKNOWN. */
  value(facts: Facts): Value;
};

/** Reads an expression of a type that stands at a key of an action. What is wrong with it is found with the file. */
export type FormulaReader = (text: string, type: FactType, at: readonly PropertyKey[]) => Formula;

/** A variable of the file by the name that stands at a key of an action; one that is not declared is found with the file. */
export type VariableReader = (name: string, at: readonly PropertyKey[]) => Variable | undefined;

export type Action<S extends z.ZodType = z.ZodType> = {
  /** Name in rule files. */
  readonly name: string;
  /** What it does, for the reference page. */
  readonly doc: string;
  readonly claims: readonly Claim[];
  readonly opens: boolean;
  readonly schema: S;
  /** `claims` beside those of the action, where they rest on its parameters. */
  compile(
    params: z.output<S>,
    formulaOf: FormulaReader,
    variableOf: VariableReader,
  ): Pick<CompiledAction, "needs" | "plan" | "next"> & { readonly claims?: readonly Claim[] };
};

export const defineAction = <S extends z.ZodType>(action: Action<S>): Action<S> => action;
