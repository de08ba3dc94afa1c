import type { Entry, EventByKind } from "@bowline/contracts";
import { isoOfUs } from "@bowline/kernel";
import { makeSummaryFold, type RunSummary } from "@bowline/report";

type Trading = Pick<EventByKind<"risk.trading-state">, "scope" | "state" | "reason">;
type Flatten = EventByKind<"risk.flatten">;
type Lease = { readonly machine: string; readonly holder: string; readonly epoch: number };

/** How the system stands, from the journal alone. What no entry told yet is absent. */
export type Status = {
  readonly lastSeq: number;
  readonly generation?: string;
  readonly clock?: { readonly at: string; readonly phase: string; readonly sessionDate: string };
  readonly broker?: { readonly state: string; readonly reason: string };
  /** The gate's state by scope, `global` among them. */
  readonly trading: readonly Trading[];
  /** How far the closing of a scope's positions is, while it goes on. */
  readonly flattening: readonly Omit<Flatten, "kind">[];
  /** Our books against the broker's account: empty differences where nothing differs. */
  readonly reconciliation?: {
    readonly clean: boolean;
    readonly differences: EventByKind<"account.reconciliation">["differences"];
  };
  readonly leases: readonly Lease[];
  readonly counts: Omit<RunSummary, "durationMs">;
};

export type StatusView = { add(entry: Entry): void; show(deadLetters: number): Status };

type State = {
  lastSeq: number;
  generation?: string;
  clock?: EventByKind<"control.clock">;
  broker?: EventByKind<"broker.session">;
  reconciliation?: EventByKind<"account.reconciliation">;
};

export function makeStatusView(): StatusView {
  const state: State = { lastSeq: 0 };
  const trading = new Map<string, Trading>();
  const flattening = new Map<string, Omit<Flatten, "kind">>();
  const leases = new Map<string, Lease>();
  const summary = makeSummaryFold();

  const note = ({ event }: Entry): void => {
    switch (event.kind) {
      case "control.generation":
        state.generation = event.generation;
        break;
      case "control.clock":
        state.clock = event;
        break;
      case "control.lease":
        leases.set(event.machineName, { machine: event.machineName, holder: event.holder, epoch: event.leaseEpoch });
        break;
      case "broker.session":
        state.broker = event;
        break;
      case "risk.trading-state":
        trading.set(event.scope, { scope: event.scope, state: event.state, reason: event.reason });
        break;
      case "risk.flatten": {
        const { kind: _kind, ...told } = event;
        if (told.phase === "DONE" || told.phase === "ENDED") flattening.delete(told.scope);
        else flattening.set(told.scope, told);
        break;
      }
      case "account.reconciliation":
        state.reconciliation = event;
        break;
      default:
    }
  };
  return {
    add: (entry) => {
      state.lastSeq = entry.seq;
      note(entry);
      summary.add(entry);
    },
    show: (deadLetters) => {
      const { durationMs: _durationMs, ...counts } = summary.summary({ deadLetters, durationMs: 0 });
      return {
        ...shown(state),
        trading: sorted(trading),
        flattening: sorted(flattening),
        leases: sorted(leases),
        counts,
      };
    },
  };
}

const sorted = <T>(byName: ReadonlyMap<string, T>): readonly T[] =>
  [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

function shown({ lastSeq, generation, clock, broker, reconciliation }: State) {
  return {
    lastSeq,
    ...(generation === undefined ? {} : { generation }),
    ...(clock === undefined
      ? {}
      : { clock: { at: isoOfUs(clock.nowUs), phase: clock.phase, sessionDate: clock.sessionDate } }),
    ...(broker === undefined ? {} : { broker: { state: broker.state, reason: broker.reason } }),
    ...(reconciliation === undefined
      ? {}
      : { reconciliation: { clean: reconciliation.clean, differences: reconciliation.differences } }),
  };
}
