import type { IbSessionOptions } from "@bowline/broker-ib";
import type { Entry, ExternalPolicy } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { type OrderBook, type OrderOutput, makeOrderBook } from "@bowline/orders";
import type { Alerts, EdgePort, Log, TickSink } from "@bowline/service-kit";
import { type Changes, makeChanges } from "./changes.ts";
import { type Work, makeWork } from "./approvals.ts";
import type { Rehearse } from "./crash-point.ts";
import { type DataRequests, makeDataRequests } from "./data-requests.ts";
import { IB_HISTORY_PER_TEN_MINUTES } from "./history-pace.ts";
import type { DeadMan } from "./dead-man.ts";
import { type GateStates, makeGateStates } from "./gate-states.ts";
import type { LiveLimits } from "./live-limits.ts";
import type { KillFile } from "./kill-file.ts";
import { type KillSwitch, makeKillSwitch } from "./kill-switch.ts";
import type { Link } from "./link.ts";
import type { WriteAheadLog } from "./log/write-ahead-log.ts";
import { type Outbox, makeOutbox } from "./outbox.ts";
import { type NetFills, makeNetFills } from "./positions.ts";
import { makeSilentStreams, QUOTES_SILENT_AFTER_US, type SilentStreams } from "./silent-streams.ts";
import { type TickBuffer, makeTickBuffer } from "./tick-buffer.ts";
import type { TakenPosition } from "./reconcile.ts";
import type { RestartWindow } from "./restart-window.ts";
import type { Timing } from "./timing.ts";

export type ExecutionOptions = {
  readonly tws: Pick<IbSessionOptions, "host" | "port" | "clientId" | "accountId" | "mode" | "dataType">;
  readonly log: WriteAheadLog;
  readonly ticks: TickSink;
  readonly logger: Log;
  /** The way to a person. */
  readonly alerts: Pick<Alerts, "raise">;
  /** When TWS restarts every night. */
  readonly restartWindow: RestartWindow;
  /** Left out: what IB takes. */
  readonly historyPerTenMinutes?: number;
  readonly rehearse: Rehearse;
  /** What becomes of orders that are not ours; ADOPT where it is left out. */
  readonly externalPolicy?: ExternalPolicy;
  /** Pressed from outside the journal too; one of its own where it is left out. */
  readonly kill?: KillSwitch;
  readonly killFile?: Pick<KillFile, "forbids">;
  /** Client id of a second session that only compares; none where it is left out. */
  readonly dropCopyClientId?: number;
  /** Whether this is real money; left out where it is not. */
  readonly liveLimits?: LiveLimits;
  /** Other than the usual, in tests. */
  readonly timing?: Partial<Timing>;
};

/** Since `start`: the way into the journal and the connection to TWS. */
export type Running = { readonly port: EdgePort; readonly link: Link; readonly generation: string };

/** What the parts of the edge share. */
export type Core = {
  readonly options: ExecutionOptions;
  readonly book: OrderBook;
  readonly kill: KillSwitch;
  /** What the gate says of each scope. */
  readonly gateStates: GateStates;
  readonly work: Work;
  readonly fills: NetFills;
  readonly outbox: Outbox;
  readonly requests: DataRequests;
  readonly ticks: TickBuffer;
  /** Of five-second bars, and of quotes where nothing else is wanted. */
  readonly streams: { readonly bars: SilentStreams; readonly quotes: SilentStreams };
  /** The approval that an order of ours goes back to, by the clOrdId of any leg. */
  readonly approvalOf: Map<string, Entry>;
  /** Orders whose send is under way. */
  readonly sending: Set<string>;
  readonly changes: Changes;
  /** When each order's send ended, on this process's monotonic clock. */
  readonly sentMs: Map<string, number>;
  /** Executions that the session was told, and when they were executed. */
  readonly heardExecutions: Map<string, Us>;
  /** When this edge last wrote into the journal: until then it had heard everything. */
  lastHeardUs: Us | undefined;
  /** Positions that an operator said are right, until a look has considered them. */
  readonly takenPositions: Map<string, TakenPosition>;
  /** In real time, since the start. */
  deadMan: DeadMan | undefined;
  generation: string | undefined;
  /** Of the gate's newest lease. */
  gateEpoch: number;
  seq: number;
  running: Running | undefined;
  downFor: string;
  /** When old things were forgotten last. */
  forgotUs: number;
  /** A throw where none can be caught: the next turn ends the process with it. */
  bug: { readonly failure: unknown } | undefined;
};

export function makeCore(options: ExecutionOptions): Core {
  const approvalOf = new Map<string, Entry>();
  const core: Core = {
    options,
    book: makeOrderBook(options.externalPolicy === undefined ? {} : { externalPolicy: options.externalPolicy }),
    kill: options.kill ?? makeKillSwitch(options.log.kills(), options.log.accountCanceled()),
    gateStates: makeGateStates(),
    work: makeWork(),
    fills: makeNetFills(),
    outbox: makeOutbox((clOrdId) => approvalOf.get(clOrdId)),
    requests: makeDataRequests({
      historyPerTenMinutes: options.historyPerTenMinutes ?? IB_HISTORY_PER_TEN_MINUTES,
      onRefused: (what) => options.logger.warn({ what }, "refused by the broker"),
      tell: (alert) => options.alerts.raise(alert),
    }),
    streams: { bars: makeSilentStreams(), quotes: makeSilentStreams(QUOTES_SILENT_AFTER_US) },
    ticks: makeTickBuffer(options.ticks, (failure) => fail(core, failure)),
    approvalOf,
    sending: new Set(),
    changes: makeChanges(),
    sentMs: new Map(),
    heardExecutions: new Map(),
    lastHeardUs: undefined,
    takenPositions: new Map(),
    deadMan: undefined,
    generation: undefined,
    gateEpoch: 0,
    seq: 0,
    running: undefined,
    downFor: "not started",
    forgotUs: 0,
    bug: undefined,
  };
  return core;
}

/** An approval of which nothing was begun: it lapses by itself, and its reason is not lost. */
export function tellNotSent({ options }: Core, { event, seq }: Entry, reason: string): void {
  if (event.kind !== "order.approved") return options.logger.warn({ seq, reason }, "not sent");
  const { clOrdId } = event.order;
  options.logger.warn({ clOrdId, seq, reason }, "not sent");
  options.alerts.raise({ severity: "INFO", code: "ORDER_NOT_SENT", subject: clOrdId, detail: reason });
}

export const wake = (core: Core): void => core.running?.port.wake();

export function fail(core: Core, failure: unknown): void {
  core.bug ??= { failure };
  wake(core);
}

/** Entries about orders, to be journaled at the next turn. */
export function say(core: Core, outputs: readonly OrderOutput[]): void {
  if (outputs.length === 0) return;
  core.outbox.addOrders(outputs);
  for (const output of outputs) core.fills.observe(output);
  wake(core);
}
