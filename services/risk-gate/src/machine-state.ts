import type { Availability, BrokerState, EventByKind, TradingState } from "@bowline/contracts";
import { type JsonValue, type Px, us, type Us } from "@bowline/kernel";
import {
  type ApprovalTimes,
  type Holdings,
  makeHoldings,
  type Mark,
  type Reservation,
  type Reservations,
  type TradingStates,
} from "@bowline/risk";

type BarStatus = EventByKind<"md.bar">["status"];

/** Everything that the gate remembers: a fold of the journal. */
export type GateState = {
  nowUs: Us;
  clock: EventByKind<"control.clock"> | undefined;
  /** Minute of the last heartbeat. */
  heartbeatMinute: number;
  generation: string | undefined;
  brokerState: BrokerState | undefined;
  /** Symbols whose position the broker's last account showed differently; `undefined` before the first account. */
  differing: Set<string> | undefined;
  dayStart: { readonly sessionDate: string; readonly equity: number | undefined };
  readonly tradingStates: TradingStates;
  readonly leaseEpochs: Map<string, number>;
  readonly holdings: Holdings;
  readonly reservations: Reservations;
  readonly approvalTimes: ApprovalTimes;
  /** When each clOrdId was decided on. */
  readonly decided: Map<string, Us>;
  /** The least price step of each instrument that the broker told of. */
  readonly instruments: Map<string, Px>;
  readonly quotes: Map<string, EventByKind<"md.quote">>;
  readonly divergences: Map<string, EventByKind<"md.divergence">>;
  readonly barStatuses: Map<string, BarStatus>;
  readonly availability: Map<string, Availability>;
};

export const makeGateState = (): GateState => ({
  nowUs: us(1),
  clock: undefined,
  heartbeatMinute: 0,
  generation: undefined,
  brokerState: undefined,
  differing: undefined,
  dayStart: { sessionDate: "", equity: undefined },
  tradingStates: new Map(),
  leaseEpochs: new Map(),
  holdings: makeHoldings(),
  reservations: new Map(),
  approvalTimes: [],
  decided: new Map(),
  instruments: new Map(),
  quotes: new Map(),
  divergences: new Map(),
  barStatuses: new Map(),
  availability: new Map(),
});

type Pairs<V> = readonly (readonly [string, V])[];

/** The state as plain JSON: maps become pairs, in their order, which is part of the state. */
type GateSnapshot = Omit<
  GateState,
  | "differing"
  | "tradingStates"
  | "leaseEpochs"
  | "holdings"
  | "reservations"
  | "decided"
  | "instruments"
  | "quotes"
  | "divergences"
  | "barStatuses"
  | "availability"
> & {
  readonly differing: readonly string[] | undefined;
  readonly tradingStates: Pairs<TradingState>;
  readonly leaseEpochs: Pairs<number>;
  readonly holdings: Omit<Holdings, "quantities" | "ignored" | "marks"> & {
    readonly quantities: Pairs<number>;
    readonly ignored: Pairs<number>;
    readonly marks: Pairs<Mark>;
  };
  readonly reservations: Pairs<Reservation>;
  readonly decided: Pairs<Us>;
  readonly instruments: Pairs<Px>;
  readonly quotes: Pairs<EventByKind<"md.quote">>;
  /** Absent in a snapshot from before there was a second source. */
  readonly divergences?: Pairs<EventByKind<"md.divergence">>;
  readonly barStatuses: Pairs<BarStatus>;
  readonly availability: Pairs<Availability>;
};

export function snapshotGate(state: GateState): JsonValue {
  const { holdings } = state;
  const snapshot: GateSnapshot = {
    ...state,
    differing: state.differing === undefined ? undefined : [...state.differing],
    tradingStates: [...state.tradingStates],
    leaseEpochs: [...state.leaseEpochs],
    holdings: {
      ...holdings,
      quantities: [...holdings.quantities],
      ignored: [...holdings.ignored],
      marks: [...holdings.marks],
    },
    reservations: [...state.reservations].map(([id, held]) => [id, { ...held }]),
    approvalTimes: [...state.approvalTimes],
    decided: [...state.decided],
    instruments: [...state.instruments],
    quotes: [...state.quotes],
    divergences: [...state.divergences],
    barStatuses: [...state.barStatuses],
    availability: [...state.availability],
  };
  return snapshot as unknown as JsonValue;
}

export function restoreGate(json: JsonValue): GateState {
  const from = json as unknown as GateSnapshot;
  const { quantities, ignored, marks, ...cash } = from.holdings;
  return {
    ...makeGateState(),
    ...from,
    differing: from.differing === undefined ? undefined : new Set(from.differing),
    tradingStates: new Map(from.tradingStates),
    leaseEpochs: new Map(from.leaseEpochs),
    holdings: {
      ...makeHoldings(),
      ...cash,
      quantities: new Map(quantities),
      ignored: new Map(ignored),
      marks: new Map(marks),
    } as Holdings,
    reservations: new Map(from.reservations.map(([id, held]) => [id, { ...held }])),
    approvalTimes: [...from.approvalTimes],
    decided: new Map(from.decided),
    instruments: new Map(from.instruments),
    quotes: new Map(from.quotes),
    divergences: new Map(from.divergences ?? []),
    barStatuses: new Map(from.barStatuses),
    availability: new Map(from.availability),
  };
}
