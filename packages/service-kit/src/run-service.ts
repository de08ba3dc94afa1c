import { ConfigFailure } from "@bowline/config";
import { describeConfig } from "./config.ts";
import { connectService } from "./connect.ts";
import { EXIT_BUG, EXIT_CONFIG } from "./exit-codes.ts";
import { makeLog } from "./log.ts";
import type { ServiceOptions } from "./service-options.ts";
import { startProcess } from "./service-process.ts";

/** Runs a service until it is told to stop: connection, leases, snapshots, outbox, lock-step, health, metrics. */
export async function runService(options: ServiceOptions): Promise<void> {
  const log = makeLog(options.contract.service, options.config.BOWLINE_LOG_LEVEL);
  const { config } = options;
  const described = describeConfig(config);
  log.info({ config: JSON.parse(described.text) as unknown, hash: described.hash }, "configuration");
  const bus = await connectService(config, options.contract.service);
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
