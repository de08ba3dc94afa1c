import type { CompiledAction } from "./define-action.ts";
import type { DeclaredIndicator } from "./indicators-schema.ts";
import type { Leaf } from "./leaf.ts";
import type { Parameter } from "./parameters.ts";
import type { PredictionPolicy } from "./prediction-policy.ts";
import type { Place, Slots } from "./program/slots.ts";
import type { RuleScope, StrategyAbout } from "./strategy-schema.ts";
import type { Trigger } from "./triggers.ts";
import type { Variables } from "./variables.ts";
import type { Requirement } from "./when/node.ts";

export type CompiledRule = {
  readonly id: string;
  /** Its place in the file, from 0. */
  readonly place: number;
  readonly priority: number;
  readonly on: Trigger;
  /** What `when` asks, in the order of the file: the first that is not true blocks. */
  readonly requirements: readonly Requirement[];
  /** After the requirements: armed, cooldown, how often it may fire, then what the actions themselves need. */
  readonly needs: readonly Leaf[];
  readonly actions: readonly CompiledAction[];
  readonly code: Int32Array;
  /** With `rearm`: what arms an edge rule again. */
  readonly rearmCode: Int32Array | undefined;
  readonly shared: readonly Place[];
  readonly own: readonly Place[];
  readonly isEdge: boolean;
  /** Whether `maxFires` bounds it. */
  readonly isCounted: boolean;
  readonly scope: RuleScope;
  /** Microseconds of rest after firing. */
  readonly cooldownUs: number;
};

/** Rules that the same entry triggers, in the order in which they decide: priority, then id. */
export type RuleTable = {
  readonly rules: readonly CompiledRule[];
  /** The facts that any of them looks at, apart from their own histories. */
  readonly shared: readonly Place[];
};

export type CompiledStrategy = {
  readonly name: string;
  readonly description: string;
  /** When it works and when it fails, where the file says so. */
  readonly about: StrategyAbout | undefined;
  /** Ticker groups that it trades; `undefined` for all. */
  readonly groups: readonly string[] | undefined;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** The indicators that rules call `ind.<name>`. */
  readonly indicators: Readonly<Record<string, DeclaredIndicator>>;
  /** What its rules remember, `vars.<name>`. */
  readonly vars: Variables;
  /** What it does when the model falls silent; `undefined` where that is nothing to it. */
  readonly predictions: PredictionPolicy | undefined;
  /** In the order in which they decide. */
  readonly rules: readonly CompiledRule[];
  /** The names of the facts that rules look at, in conditions and actions. */
  readonly facts: ReadonlySet<string>;
  /** What its rules listen to. */
  readonly keys: ReadonlySet<string>;
  /** The rules that listen to any of these keys. */
  tableOf(...keys: readonly string[]): RuleTable;
  /** Where programs work; what stands there counts only until the next rule is asked. */
  readonly memory: { readonly slots: Slots; readonly texts: ReadonlyMap<string, number> };
  /** SHA-256 of the file's text. */
  readonly hash: string;
};
