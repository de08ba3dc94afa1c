import type { Groups } from "@bowline/config";
import type { Emit, Entry } from "@bowline/contracts";
import { type DrawdownTiers, type LimitBook, loosened, makeReturnsModel, type ReturnsModel } from "@bowline/risk";
import { type GateState, makeGateState } from "./machine-state.ts";

export type RiskGateOptions = { readonly limits: LimitBook; readonly groups: Groups; readonly accountId: string };

/** The gate at one entry; one object for all of them, as most entries are quotes. */
export type Gate = RiskGateOptions & {
  state: GateState;
  emit: Emit;
  entry: Entry | undefined;
  readonly tiers: DrawdownTiers;
  /** What daily bars say, made once for as long as they stay. */
  returns(): ReturnsModel;
  /** Limits that are looser than those that the session began with. */
  loosened(): readonly string[];
  /** Forgets what was made from bars and limits. */
  forget(): void;
};

export function makeGate(options: RiskGateOptions): Gate {
  let returns: ReturnsModel | undefined;
  let looser: readonly string[] | undefined;
  const { drawdownTier1, drawdownTier2, drawdownTier3, drawdownRecovery } = options.limits.everywhere;
  const gate: Gate = {
    ...options,
    state: makeGateState(),
    emit: () => undefined,
    entry: undefined,
    tiers: { from: [drawdownTier1, drawdownTier2, drawdownTier3], recovery: drawdownRecovery },
    returns: () => (returns ??= makeReturnsModel(gate.state.prices.days)),
    loosened: () => (looser ??= loosenedIn(gate)),
    forget: () => {
      [returns, looser] = [undefined, undefined];
    },
  };
  return gate;
}

const loosenedIn = ({ state, limits }: Gate): readonly string[] =>
  state.sessionLimits === undefined ? [] : loosened(state.sessionLimits.limits, limits.everywhere);
