import type { Groups } from "@bowline/config";
import type { Machine } from "@bowline/contracts";
import type { CompiledStrategy } from "@bowline/rules";
import { makeDeskMachine } from "./desk/machine.ts";
import { makeStrategyMachine } from "./machine.ts";

export type { InspectedRule, StrategyMachine } from "./machine/inspect.ts";
export type { Asked, Decision } from "./machine/records.ts";
export { makeStrategyMachine } from "./machine.ts";
export { makeShadowMachine } from "./shadow/machine.ts";

export type StrategyMachinesOptions = {
  readonly groups: Groups;
  readonly strategy: CompiledStrategy;
  readonly accountId: string;
};

/** Two machines for each ticker group, the desk's and the strategy's, in alphabetical order: what a worker can hold the leases of. */
export const makeStrategyMachines = ({ groups, strategy, accountId }: StrategyMachinesOptions): readonly Machine[] => [
  ...[...groups.byName].map(([group, symbols]) => makeDeskMachine({ group, symbols })),
  ...[...groups.byName].map(([group, symbols]) => makeStrategyMachine({ group, symbols, strategy, accountId })),
];
