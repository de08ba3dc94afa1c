import type { Groups } from "@bowline/config";
import type { Emit, Entry } from "@bowline/contracts";
import { type DrawdownTiers, type LimitBook, loosened, makeReturnsModel, type ReturnsModel } from "@bowline/risk";
import { type GateState, makeGateState } from "./machine-state.ts";

export type RiskGateOptions = {
  readonly limits: LimitBook;
  /** Version of the limits; operators can give others. Left out: the limits stay as they are. */
  readonly limitsHash?: string;
  readonly groups: Groups;
  readonly accountId: string;
};

/** The gate at one entry; one object for all of them, as most entries are quotes. */
export type Gate = Omit<RiskGateOptions, "limits"> & {
  /** Those in force. */
  limits: LimitBook;
  state: GateState;
  emit: Emit;
  entry: Entry | undefined;
  tiers: DrawdownTiers;
  /** What daily bars say, made once for as long as they stay. */
  returns(): ReturnsModel;
  /** Limits that are looser than those that the session began with. */
  loosened(): readonly string[];
  /** Forgets what was made from bars and limits. */
  forget(): void;
  /** Other limits hold from here on. */
  useLimits(limits: LimitBook): void;
};

export function makeGate(options: RiskGateOptions): Gate {
  let returns: ReturnsModel | undefined;
  let looser: readonly string[] | undefined;
  const gate: Gate = {
    ...options,
    state: makeGateState(),
    emit: () => undefined,
    entry: undefined,
    tiers: tiersOf(options.limits),
    returns: () => (returns ??= makeReturnsModel(gate.state.prices.days)),
    loosened: () => (looser ??= loosenedIn(gate)),
    forget: () => {
      [returns, looser] = [undefined, undefined];
    },
    useLimits(limits) {
      gate.limits = limits;
      gate.tiers = tiersOf(limits);
      gate.forget();
    },
  };
  return gate;
}

const tiersOf = ({ everywhere }: LimitBook): DrawdownTiers => ({
  from: [everywhere.drawdownTier1, everywhere.drawdownTier2, everywhere.drawdownTier3],
  recovery: everywhere.drawdownRecovery,
});

const loosenedIn = ({ state, limits }: Gate): readonly string[] =>
  state.sessionLimits === undefined ? [] : loosened(state.sessionLimits.limits, limits.everywhere);
