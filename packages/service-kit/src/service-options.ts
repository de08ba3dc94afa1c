import type { FastifyInstance } from "fastify";
import type { Machine, ServiceContract } from "@bowline/contracts";
import type { Alerts } from "./alerts.ts";
import type { BaseConfig } from "./config.ts";
import type { Edge } from "./edge.ts";
import type { GaugeReading } from "./http.ts";
import type { LimitsVersion, LimitsVersions } from "./limits-versions.ts";
import type { Log } from "./log.ts";
import type { StrategyVersion, StrategyVersions } from "./strategy-versions.ts";
import type { TickSink, TickSource } from "./ticks.ts";

/** What a service may use while it is put together. */
export type ServiceContext = {
  readonly log: Log;
  /** The way to a person. */
  readonly alerts: Alerts;
  /** Hears core NATS: lossy, and outside the journal. `respond` answers where the sender waits for an answer. Ends with the process. */
  listen(subject: string, onMessage: (bytes: Uint8Array, respond: (bytes: Uint8Array) => void) => void): void;
  /** Where execution puts raw ticks. */
  tickSink(): TickSink;
  /** Where the feed takes raw ticks from. */
  tickSource(): Promise<TickSource>;
};

/** The journal as a service finds it when it starts. */
export type JournalAtStart = {
  readonly alerts: Alerts;
  /** The first and the newest version of a strategy file; where there is none, this one is written as the first. */
  versionsOf(started: StrategyVersion): Promise<StrategyVersions>;
  /** The same for who may write none: `undefined` where there is none yet. */
  knownVersions(strategy: string): Promise<StrategyVersions | undefined>;
  /** The versions of the limits: where there is none, this one is written as the first. */
  limitsVersions(started: LimitsVersion | undefined): Promise<LimitsVersions | undefined>;
};

export type ServiceOptions = {
  readonly contract: ServiceContract;
  readonly config: BaseConfig;
  /** Before the machines are made: what they start with may stand in the journal. */
  prepare?(journal: JournalAtStart): Promise<void>;
  /** Machines that this service can run; it competes for the lease of each. */
  machines?(): readonly Machine[];
  edges?(context: ServiceContext): readonly Edge[] | Promise<readonly Edge[]>;
  /** Share the leases evenly with the other processes of this service. */
  readonly shareLeases?: boolean;
  /** Without snapshots it reads the whole journal when it starts. */
  readonly keepsSnapshots?: boolean;
  /** Keep snapshots of the past: any moment of the session is then replayed from the one before it. */
  readonly keepsPastSnapshots?: boolean;
  /** Why the service is not ready, beyond what the kit knows. */
  notReady?(): readonly string[];
  facts?(): Record<string, unknown>;
  /** What the service measures besides, read when somebody asks for its metrics. */
  readonly gauges?: readonly GaugeReading[];
  routes?(app: FastifyInstance): void | Promise<void>;
};
