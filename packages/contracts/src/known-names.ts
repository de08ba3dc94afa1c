import { type Event, type EventKind, GLOBAL_SCOPE } from "./events/index.ts";

/** What a scope may be the name of. */
export type NameKind = "account" | "group" | "strategy" | "symbol";

/** What a scope is called by, with every name of its kind that the journal knows. */
export type ScopeName = {
  readonly kind: NameKind;
  readonly name: string;
  readonly isKnown: boolean;
  /** In the alphabet's order. */
  readonly names: readonly string[];
};

export type KnownNames = {
  add(event: Event): void;
  /** `undefined` of what is everything. */
  find(scope: string): ScopeName | undefined;
};

/** Kinds of entries that tell names. */
export const NAMING_KINDS = [
  "broker.account",
  "control.lease",
  "control.strategy",
  "md.instrument",
  "order.parent-intent",
] as const satisfies readonly EventKind[];

const ofGroup = /^(?:desk|strategy)\.(.+)$/;

/** Who the journal tells of: accounts, groups and symbols, and strategies, those of orders by hand among them. */
export function makeKnownNames(): KnownNames {
  const names: Readonly<Record<NameKind, Set<string>>> = {
    account: new Set(),
    group: new Set(),
    strategy: new Set(),
    symbol: new Set(),
  };
  return {
    add(event) {
      if (event.kind === "control.strategy") names.strategy.add(event.strategy);
      if (event.kind === "order.parent-intent") names.strategy.add(event.order.strategy);
      if (event.kind === "control.lease") {
        const [, group] = ofGroup.exec(event.machineName) ?? [];
        if (group !== undefined) names.group.add(group);
      }
      if (event.kind === "md.instrument") {
        names.group.add(event.group);
        names.symbol.add(event.symbol);
      }
      if (event.kind === "broker.account") {
        names.account.add(event.accountId);
        for (const { symbol } of event.positions) names.symbol.add(symbol);
      }
    },
    find(scope) {
      if (scope === GLOBAL_SCOPE) return undefined;
      const [first = "", second] = scope.split(":");
      const [kind, name] = second === undefined ? (["symbol", first] as const) : [first as NameKind, second];
      return { kind, name, isKnown: names[kind].has(name), names: [...names[kind]].sort() };
    },
  };
}
