import type { FastifyInstance } from "fastify";
import type { Machine, ServiceContract } from "@bowline/contracts";
import { ConfigFailure } from "@bowline/config";
import { type Bus, connectBus } from "@bowline/bus";
import { type BaseConfig, describeConfig, readSecret } from "./config.ts";
import type { Edge } from "./edge.ts";
import { type Log, makeLog } from "./log.ts";
import { startProcess } from "./service-process.ts";
import type { TickSink, TickSource } from "./ticks.ts";

/** What a service may use while it is put together. */
export type ServiceContext = {
  readonly log: Log;
  /** Where execution puts raw ticks. */
  tickSink(): TickSink;
  /** Where the feed takes raw ticks from. */
  tickSource(): Promise<TickSource>;
};

export type ServiceOptions = {
  readonly contract: ServiceContract;
  readonly config: BaseConfig;
  /** Machines that this service can run; it competes for the lease of each. */
  machines?(): readonly Machine[];
  edges?(context: ServiceContext): readonly Edge[] | Promise<readonly Edge[]>;
  /** Share the leases evenly with the other processes of this service. */
  readonly shareLeases?: boolean;
  /** Why the service is not ready, beyond what the kit knows. */
  notReady?(): readonly string[];
  facts?(): Record<string, unknown>;
  routes?(app: FastifyInstance): void | Promise<void>;
};

/** Exit codes: 64 a configuration that cannot be used, 70 a bug, 75 somebody else took over (a restart may help). */
export const EXIT_CONFIG = 64;
export const EXIT_BUG = 70;
export const EXIT_FENCED = 75;

/** Runs a service until it is told to stop: connection, leases, snapshots, outbox, lock-step, health, metrics. */
export async function runService(options: ServiceOptions): Promise<void> {
  const log = makeLog(options.contract.service, options.config.BOWLINE_LOG_LEVEL);
  const { config } = options;
  const described = describeConfig(config);
  log.info({ config: JSON.parse(described.text) as unknown, hash: described.hash }, "configuration");
  const bus: Bus = await connectBus({
    url: config.BOWLINE_NATS_URL,
    name: options.contract.service,
    ...(config.BOWLINE_NATS_USER === undefined ? {} : { user: config.BOWLINE_NATS_USER }),
    ...(config.BOWLINE_NATS_PASSWORD_FILE === undefined
      ? {}
      : { password: readSecret(config.BOWLINE_NATS_PASSWORD_FILE) }),
  });
  const running = await startProcess({ ...options, bus, log, configHash: described.hash, configText: described.text });
  const stop = (signal: string): void => {
    log.info({ signal }, "stopping");
    void running.stop().finally(() => process.exit(0));
    setTimeout(() => process.exit(0), 2000).unref();
  };
  process.once("SIGTERM", () => stop("SIGTERM"));
  process.once("SIGINT", () => stop("SIGINT"));
}

/** The frame of a service's main: a wrong configuration ends with its findings and no stack. */
export async function main(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (failure) {
    if (failure instanceof ConfigFailure) {
      process.stderr.write(`${failure.message}\n`);
      process.exit(EXIT_CONFIG);
    }
    process.stderr.write(`${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
    process.exit(EXIT_BUG);
  }
}
