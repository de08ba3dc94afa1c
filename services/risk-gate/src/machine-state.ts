import type { Availability, BrokerState, EventByKind, TradingState } from "@bowline/contracts";
import { makeOpenPredictions, type OpenPredictions } from "@bowline/market";
import type { Groups as OrderGroups } from "@bowline/orders";
import { type JsonValue, type Money, type Px, type Qty, us, type Us, ZERO_MONEY } from "@bowline/kernel";
import {
  type Activity,
  type EquityMarks,
  type FillQuality,
  type Holdings,
  type ModelRecords,
  makeActivity,
  makeEquityMarks,
  makeFillQuality,
  makeHoldings,
  makeModelRecords,
  makePnlGap,
  makePricePaths,
  makeRoundTrips,
  type PnlGap,
  type PricePaths,
  type Reservations,
  type RoundTrips,
  type TradingStates,
} from "@bowline/risk";
import { type ClockLags, makeClockLags } from "./clocks-apart.ts";
import type { Closings, Flattens } from "./flatten/flatten-state.ts";
import { pack, unpack } from "./pack.ts";
import type { Protections } from "./protect/protection-state.ts";

export type Instrument = { readonly minTick: Px; readonly sector?: string | undefined };
/** A breaker that is tripped; `quietUs`: since when what tripped it is calm. */
export type Trip = { readonly scope: string; readonly state: TradingState; quietUs: Us | undefined };
export type WaitingResume = { readonly resume: EventByKind<"control.resume">; readonly askedUs: Us };
type ParentIntent = { readonly orderQty: Qty; partsQty: Qty };

/** Everything that the gate remembers: a fold of the journal. */
export type GateState = {
  nowUs: Us;
  clock: EventByKind<"control.clock"> | undefined;
  /** The first clock of the journal. */
  firstClockUs: Us | undefined;
  /** Time between the last two clocks. */
  clockStepUs: number;
  readonly clockLags: ClockLags;
  /** The newest clock that was answered. */
  beatUs: Us | undefined;
  generation: string | undefined;
  /** Build of the process that holds the gate's lease. */
  ownBuild: string | undefined;
  /** Build of the process that holds each machine's lease. */
  readonly builds: Map<string, string>;
  brokerState: BrokerState | undefined;
  /** Since when the session with the broker is not READY; `undefined` where it is. */
  brokerDownUs: Us | undefined;
  /** Since when a position has differed from the broker's, in our books, and in portfolio's. */
  differsUs: Us | undefined;
  booksDifferUs: Us | undefined;
  /** Our equity and the broker's when it last told. */
  equityTold: { readonly ours: Money; readonly theirs: Money } | undefined;
  /** What the broker had more than we know of, and a person has let pass: a deposit, a fee. */
  equityTaken: Money;
  /** How far our cash was from the broker's when it last told, and the time before; a person may have let a distance pass. */
  cashTold: { readonly gap: Money; readonly before: Money } | undefined;
  cashTaken: Money;
  readonly pnlGap: PnlGap;
  /** When the broker last told of the account. */
  accountUs: Us | undefined;
  /** What the account holds, as the broker last told. */
  positionsTold: EventByKind<"broker.account">["positions"];
  /** Symbols whose position the broker's last account showed differently; `undefined` before the first account. */
  differing: Set<string> | undefined;
  /** Brought by sales of this session. */
  soldToday: Money;
  /** The limits in force, where an operator gave them; `undefined` where they are those that the gate was made with. */
  limits: { readonly hash: string; readonly yaml: string } | undefined;
  /** The limits that this session began with. */
  sessionLimits: { readonly sessionDate: string; readonly limits: Readonly<Record<string, unknown>> } | undefined;
  readonly equity: EquityMarks;
  /** What holds for each scope: the strictest of what people and findings asked for, and of its breakers. */
  readonly tradingStates: TradingStates;
  /** What people and findings asked for. */
  readonly baseStates: TradingStates;
  /** Breakers that are tripped, by `CODE|scope`. */
  readonly tripped: Map<string, Trip>;
  /** Scopes that are being flattened, and the symbols that are being closed for them. */
  readonly flattens: Flattens;
  readonly closings: Closings;
  /** Positions whose stop is placed again. */
  readonly protections: Protections;
  /** Resumes that wait for a clean reconciliation, by scope. */
  readonly resumes: Map<string, WaitingResume>;
  readonly leaseEpochs: Map<string, number>;
  /** The last clock that each service answered. */
  readonly heartbeats: Map<string, Us>;
  readonly holdings: Holdings;
  readonly reservations: Reservations;
  /** Orders that ended with more filled than was told so far. */
  readonly owed: Map<string, { readonly symbol: string; readonly cumQty: Qty }>;
  /** Parent intents that orders may be parts of. */
  readonly parents: Map<string, ParentIntent>;
  readonly activity: Activity;
  readonly fillQuality: FillQuality;
  readonly trips: RoundTrips;
  /** When each clOrdId was decided on. */
  readonly decided: Map<string, Us>;
  readonly instruments: Map<string, Instrument>;
  readonly prices: PricePaths;
  readonly divergences: Map<string, EventByKind<"md.divergence">>;
  readonly availability: Map<string, Availability>;
  readonly predictions: Map<string, EventByKind<"signal.accepted">>;
  /** Predictions whose time has not come, and what became of the others. */
  readonly openPredictions: OpenPredictions;
  readonly models: ModelRecords;
  /** Orders that protect a position, with it: a watch of its own, which lives where the strategy does not. */
  readonly groups: OrderGroups;
};

export const makeGateState = (): GateState => ({
  nowUs: us(1),
  clock: undefined,
  firstClockUs: undefined,
  clockStepUs: 0,
  clockLags: makeClockLags(),
  beatUs: undefined,
  generation: undefined,
  ownBuild: undefined,
  builds: new Map(),
  brokerState: undefined,
  brokerDownUs: undefined,
  differsUs: undefined,
  booksDifferUs: undefined,
  equityTold: undefined,
  equityTaken: ZERO_MONEY,
  cashTold: undefined,
  cashTaken: ZERO_MONEY,
  pnlGap: makePnlGap(),
  accountUs: undefined,
  positionsTold: [],
  differing: undefined,
  soldToday: ZERO_MONEY,
  limits: undefined,
  sessionLimits: undefined,
  equity: makeEquityMarks(),
  tradingStates: new Map(),
  baseStates: new Map(),
  tripped: new Map(),
  flattens: new Map(),
  closings: new Map(),
  protections: new Map(),
  resumes: new Map(),
  leaseEpochs: new Map(),
  heartbeats: new Map(),
  holdings: makeHoldings(),
  reservations: new Map(),
  owed: new Map(),
  parents: new Map(),
  activity: makeActivity(),
  fillQuality: makeFillQuality(),
  trips: makeRoundTrips(),
  decided: new Map(),
  instruments: new Map(),
  prices: makePricePaths(),
  divergences: new Map(),
  availability: new Map(),
  predictions: new Map(),
  openPredictions: makeOpenPredictions(),
  models: makeModelRecords(),
  groups: new Map(),
});

export const snapshotGate = (state: GateState): JsonValue => pack(state);

export const restoreGate = (json: JsonValue): GateState => ({ ...makeGateState(), ...(unpack(json) as GateState) });
