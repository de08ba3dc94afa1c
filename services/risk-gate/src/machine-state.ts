import type { Availability, BrokerState, EventByKind } from "@bowline/contracts";
import { type JsonValue, type Money, type Px, type Qty, us, type Us, ZERO_MONEY } from "@bowline/kernel";
import {
  type Activity,
  type EquityMarks,
  type Holdings,
  makeActivity,
  makeEquityMarks,
  makeHoldings,
  makePricePaths,
  makeRoundTrips,
  type PricePaths,
  type Reservations,
  type RoundTrips,
  type TradingStates,
} from "@bowline/risk";
import { pack, unpack } from "./pack.ts";

export type Instrument = { readonly minTick: Px; readonly sector?: string | undefined };
export type WaitingResume = { readonly resume: EventByKind<"control.resume">; readonly askedUs: Us };
type ParentIntent = { readonly orderQty: Qty; partsQty: Qty };

/** Everything that the gate remembers: a fold of the journal. */
export type GateState = {
  nowUs: Us;
  clock: EventByKind<"control.clock"> | undefined;
  /** Time between the last two clocks. */
  clockStepUs: number;
  /** Minute of the last heartbeat. */
  heartbeatMinute: number;
  generation: string | undefined;
  /** Build of the process that holds the gate's lease. */
  ownBuild: string | undefined;
  brokerState: BrokerState | undefined;
  /** When the broker last told of the account. */
  accountUs: Us | undefined;
  /** What the account holds, as the broker last told. */
  positionsTold: EventByKind<"broker.account">["positions"];
  /** Symbols whose position the broker's last account showed differently; `undefined` before the first account. */
  differing: Set<string> | undefined;
  /** Brought by sales of this session. */
  soldToday: Money;
  /** The limits that this session began with. */
  sessionLimits: { readonly sessionDate: string; readonly limits: Readonly<Record<string, unknown>> } | undefined;
  readonly equity: EquityMarks;
  readonly tradingStates: TradingStates;
  /** Resumes that wait for a clean reconciliation, by scope. */
  readonly resumes: Map<string, WaitingResume>;
  readonly leaseEpochs: Map<string, number>;
  /** The last clock that each service answered. */
  readonly heartbeats: Map<string, Us>;
  readonly holdings: Holdings;
  readonly reservations: Reservations;
  /** Parent intents that orders may be parts of. */
  readonly parents: Map<string, ParentIntent>;
  readonly activity: Activity;
  readonly trips: RoundTrips;
  /** When each clOrdId was decided on. */
  readonly decided: Map<string, Us>;
  readonly instruments: Map<string, Instrument>;
  readonly prices: PricePaths;
  readonly divergences: Map<string, EventByKind<"md.divergence">>;
  readonly availability: Map<string, Availability>;
  readonly predictions: Map<string, EventByKind<"signal.accepted">>;
};

export const makeGateState = (): GateState => ({
  nowUs: us(1),
  clock: undefined,
  clockStepUs: 0,
  heartbeatMinute: 0,
  generation: undefined,
  ownBuild: undefined,
  brokerState: undefined,
  accountUs: undefined,
  positionsTold: [],
  differing: undefined,
  soldToday: ZERO_MONEY,
  sessionLimits: undefined,
  equity: makeEquityMarks(),
  tradingStates: new Map(),
  resumes: new Map(),
  leaseEpochs: new Map(),
  heartbeats: new Map(),
  holdings: makeHoldings(),
  reservations: new Map(),
  parents: new Map(),
  activity: makeActivity(),
  trips: makeRoundTrips(),
  decided: new Map(),
  instruments: new Map(),
  prices: makePricePaths(),
  divergences: new Map(),
  availability: new Map(),
  predictions: new Map(),
});

export const snapshotGate = (state: GateState): JsonValue => pack(state);

export const restoreGate = (json: JsonValue): GateState => ({ ...makeGateState(), ...(unpack(json) as GateState) });
