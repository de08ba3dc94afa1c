import type { EventOf } from "../schema/index.ts";
import * as broker from "./broker.ts";
import * as correction from "./correction.ts";
import * as control from "./control.ts";
import * as decisions from "./decision.ts";
import * as external from "./external.ts";
import * as md from "./md.ts";
import * as order from "./order.ts";
import type { algoMessage } from "./order-terms.ts";
import * as parent from "./parent.ts";
import * as position from "./position.ts";
import * as quote from "./quote.ts";
import * as replace from "./replace.ts";
import * as risk from "./risk.ts";
import type { bracketMessage, orderMessage } from "./shared.ts";
import * as signal from "./signal.ts";
import type { Shape } from "../schema/index.ts";

/** Every event that exists, in the order of the documentation. */
export const EVENT_DEFINITIONS = [
  md.mdBar,
  md.mdBarCorrected,
  quote.mdQuote,
  quote.mdDivergence,
  md.mdGap,
  md.mdInstrument,
  md.mdAvailability,
  md.mdHistory,
  md.requestSubscribe,
  md.requestUnsubscribe,
  md.requestBackfill,
  signal.signalAccepted,
  signal.signalRefused,
  order.orderIntent,
  order.orderCancelIntent,
  order.orderApproved,
  order.orderDenied,
  order.orderLapsed,
  order.orderSubmitted,
  order.orderAccepted,
  order.orderFilled,
  order.orderCommission,
  order.orderCanceled,
  order.orderRejected,
  order.orderExpired,
  order.orderUnknown,
  order.orderResolved,
  order.orderLost,
  replace.orderReplaceIntent,
  replace.orderReplaceApproved,
  replace.orderReplaceDenied,
  replace.orderReplaced,
  replace.orderReplaceRejected,
  replace.orderCancelRejected,
  correction.orderCorrected,
  correction.orderAnomaly,
  parent.orderParentIntent,
  parent.orderParentState,
  position.positionOpened,
  position.positionIncreased,
  position.positionReduced,
  position.positionFlipped,
  position.positionClosed,
  position.positionRestated,
  position.account,
  position.accountReconciliation,
  broker.brokerSession,
  broker.brokerReconciliation,
  external.brokerExternalOrder,
  external.brokerExternalFill,
  external.brokerExternalCommission,
  external.brokerAdjustment,
  broker.brokerAccount,
  broker.brokerPnl,
  risk.riskTradingState,
  risk.riskBreaker,
  risk.riskResumeRefused,
  risk.riskLimits,
  risk.riskLimitsRefused,
  risk.riskFlatten,
  control.controlClock,
  control.controlConfig,
  control.controlStrategy,
  control.controlGeneration,
  control.controlLease,
  control.controlQuarantine,
  control.controlHeartbeat,
  control.controlKill,
  control.controlPause,
  control.controlResume,
  control.controlLimits,
  control.controlAlert,
  decisions.decision,
  decisions.decisionCounts,
  decisions.shadowDecision,
] as const;

/** Any event, discriminated by `kind`. */
export type Event = EventOf<(typeof EVENT_DEFINITIONS)[number]>;
export type EventKind = Event["kind"];
/** The event of one kind. */
export type EventByKind<K extends EventKind> = Extract<Event, { kind: K }>;

/** What goes to the stream DECISIONS: nothing decides on it, and it is not read back. */
export const isRecord = ({ kind }: { readonly kind: string }): boolean =>
  kind === "decision" || kind === "decision.counts" || kind === "shadow.decision";

export type Order = Shape<(typeof orderMessage)["fields"]>;
export type Algo = Shape<(typeof algoMessage)["fields"]>;
/** How a parent intent is worked. */
export type StyleParams = Shape<(typeof parent.styleMessage)["fields"]>;
export type Bracket = Shape<(typeof bracketMessage)["fields"]>;
export type HistoryBar = Shape<(typeof md.historyBarMessage)["fields"]>;
export type BrokerPosition = Shape<(typeof position.brokerPositionMessage)["fields"]>;
export type DecisionLeaf = Shape<(typeof decisions.leafMessage)["fields"]>;
/** One symbol of a scope that is being flattened, as it is told. */
export type FlattenPart = Shape<(typeof risk.flattenPartMessage)["fields"]>;
export type Difference = Shape<(typeof position.differenceMessage)["fields"]>;

export { BROKER_STATES, type BrokerState } from "./broker.ts";
export {
  ALERT_SEVERITIES,
  type AlertSeverity,
  GLOBAL_SCOPE,
  KILL_LEVELS,
  type KillLevel,
  SESSION_PHASES,
  type SessionPhase,
} from "./control.ts";
export { ANOMALY_EFFECTS, type AnomalyEffect } from "./correction.ts";
export { ADJUSTMENT_EVIDENCE, type AdjustmentEvidence, EXTERNAL_POLICIES, type ExternalPolicy } from "./external.ts";
export {
  AVAILABILITIES,
  type Availability,
  BAR_CORRECTION_REASONS,
  BAR_SOURCES,
  BAR_STATUSES,
  type BarCorrectionReason,
  type BarSource,
  EXTENDED_HOURS,
  type ExtendedHours,
  HISTORY_FAILURES,
  type HistoryFailure,
  TIMEFRAMES,
  type Timeframe,
} from "./md.ts";
export {
  DATA_TYPES,
  type DataType,
  DIVERGENCES,
  type Divergence,
  HALTS,
  type Halt,
  SHORTABLES,
  type Shortable,
} from "./quote.ts";
export {
  BREAKER_ACTIONS,
  type BreakerAction,
  FLATTEN_PHASES,
  FLATTEN_STEPS,
  type FlattenPhase,
  type FlattenStep,
  TRADING_STATES,
  type TradingState,
} from "./risk.ts";
export { CHANGE_NAMES, type ChangeTerms } from "./replace.ts";
export { PARENT_STATES, type ParentState, STYLES, type Style } from "./parent.ts";
export * from "./shared-types.ts";
export { REFUSAL_CODES, type RefusalCode } from "./signal.ts";
