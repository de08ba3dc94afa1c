import { isRecord } from "@bowline/contracts";
import { type Bus, type CrashBook, type SnapshotStore, openCrashes, openSnapshots } from "@bowline/bus";
import { makeAdmission, readTrust, type Trust } from "./admission.ts";
import { type Alerts, makeAlerts } from "./alerts.ts";
import { type Clock, makeFreeClock, simulatedClock } from "./clock.ts";
import { makeRehearsal } from "./crash-point.ts";
import { type EntryBuffer, makeEntryBuffer } from "./entry-buffer.ts";
import { EXIT_BUG, EXIT_FENCED } from "./exit-codes.ts";
import { makeHolder } from "./holder.ts";
import { type Metrics, addGauge, makeMetrics } from "./http.ts";
import { HaltError } from "./halt.ts";
import { readGeneration } from "./journal-setup.ts";
import { type LeaseKeeper, makeLeaseKeeper } from "./lease-keeper.ts";
import type { Log } from "./log.ts";
import type { Identity } from "./machine-host/index.ts";
import { makeOwnWriter, type OwnWriter } from "./own-entries.ts";
import type { Publish } from "./sending.ts";
import { FencedError, publishOutputs } from "./publisher.ts";
import type { ServiceOptions } from "./service-options.ts";
import { makeTickTransport, type TickTransport } from "./tick-transport.ts";

export type ProcessOptions = ServiceOptions & {
  readonly bus: Bus;
  readonly log: Log;
  readonly configHash: string;
  readonly configText: string;
};

export type Fail = (failure: unknown) => void;

/** What the parts of a running process share. */
export type Running = {
  readonly options: ProcessOptions;
  readonly holder: string;
  readonly generation: string;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly keeper: LeaseKeeper;
  readonly buffer: EntryBuffer;
  readonly ticks: TickTransport;
  readonly crashes: CrashBook;
  readonly store: SnapshotStore;
  /** Entries of the loop itself. */
  readonly write: OwnWriter;
  readonly alerts: Alerts;
  readonly trust: Trust;
  readonly fail: Fail;
  readonly delay: () => Promise<void>;
};

const JOURNAL_WAIT_MS = 200;

export async function connectParts(options: ProcessOptions, onSurplus: (name: string) => void): Promise<Running> {
  const { bus, log, config, contract } = options;
  const holder = makeHolder(contract.service);
  const told: { alerts?: Alerts } = {};
  const fail = failWith(log, told);
  const metrics = makeMetrics(contract.service);
  for (const reading of options.gauges ?? []) addGauge(metrics, reading);
  const generation = await waitForGeneration(bus, log);
  const clock =
    config.BOWLINE_SIMULATED === "1"
      ? await simulatedClock(bus, holder, () => log.debug("waiting for the simulator"))
      : makeFreeClock();
  const identity = { build: config.BOWLINE_BUILD, configVersion: options.configHash };
  const onRetry = (err: string): void => log.warn({ err }, "publish repeated");
  const trust = readTrust(contract.service, config);
  const write = makeOwnWriter({ bus, identity, generation, clock, onRetry, ...trust });
  const alerts = makeAlerts({ source: contract.service, write, log, nowMs: () => performance.now() });
  told.alerts = alerts;
  const keeper = await makeLeaseKeeper(bus, {
    holder,
    ...(options.shareLeases === true ? { shareAs: contract.service } : {}),
    onSurplus,
    onTrouble: (failure) => log.warn({ err: String(failure) }, "leases"),
    onLost: (name) => fail(new FencedError(`${name}: lease lost`)),
  });
  const { guard } = trust;
  const admit = guard === undefined ? undefined : makeAdmission({ guard, bus, alerts, metrics, log });
  const buffer = makeEntryBuffer(bus, contract, {
    onUnreadable: (raw, reason) => {
      metrics.unreadable.inc();
      log.error({ seq: raw.seq, subject: raw.subject, reason }, "unreadable entry");
    },
    onSetAside: ({ seq, subject }, reason) =>
      alerts.raise({ severity: "CRITICAL", code: "ENTRY_SET_ASIDE", subject, detail: `entry ${seq}: ${reason}` }),
    onGap: (expected, got) => fail(new Error(`JOURNAL: expected sequence ${expected}, got ${got}`)),
    admit,
  });
  buffer.onArrival(() => metrics.entriesRead.inc());
  const delayMs = config.BOWLINE_TEST_DELAY_MS;
  const delay = (): Promise<void> =>
    delayMs === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, Math.random() * delayMs));
  return {
    options,
    holder,
    generation,
    clock,
    metrics,
    keeper,
    buffer,
    write,
    alerts,
    trust,
    fail,
    delay,
    identity,
    ticks: makeTickTransport(bus, clock.lockstep),
    crashes: await openCrashes(bus),
    store: await openSnapshots(bus),
  };
}

export function makePublishAs(
  { options, keeper, metrics, delay, trust: { sign } }: Running,
  written: { newest: number },
): (name: string) => Publish {
  const rehearse = makeRehearsal(options.config.BOWLINE_TEST_CRASH_AT, () => process.kill(process.pid, "SIGKILL"));
  return (name) => async (outputs) => {
    await delay();
    rehearse("before-publish", outputs);
    const published = await publishOutputs(options.bus, outputs, keeper.epochOf(name) ?? 0, {
      mayPublish: () => keeper.mayPublish(name),
      ...(sign === undefined ? {} : { sign }),
      onRetry: (message) => {
        metrics.publishRetries.inc();
        options.log.warn({ participant: name, err: message }, "publish repeated");
      },
    });
    rehearse("after-publish", outputs);
    metrics.published.inc(published.length);
    for (const { seq, event } of published) if (!isRecord(event)) written.newest = Math.max(written.newest, seq);
    return published;
  };
}

/** How long an alert may keep a process that must end. */
const LAST_WORD_MS = 1000;

const failWith =
  (log: Log, told: { readonly alerts?: Alerts }): Fail =>
  (failure) => {
    if (failure instanceof HaltError) return halt(failure, log, told.alerts);
    const fenced = failure instanceof FencedError;
    const text =
      failure instanceof Error ? (fenced ? failure.message : (failure.stack ?? failure.message)) : String(failure);
    log.fatal({ err: text }, fenced ? "fenced" : "bug");
    log.flush();
    process.exit(fenced ? EXIT_FENCED : EXIT_BUG);
  };

/** Its line is out before anything that may take time. What failed has stopped working: it does nothing while the alert is on its way. */
function halt(failure: HaltError, log: Log, alerts: Alerts | undefined): void {
  process.stderr.write(`${failure.message}\n`);
  log.fatal({ err: failure.message, exitCode: failure.exitCode }, "halt");
  log.flush();
  alerts?.raise({ severity: "CRITICAL", ...failure.alert });
  void (alerts?.settled(LAST_WORD_MS) ?? Promise.resolve()).finally(() => process.exit(failure.exitCode));
}

async function waitForGeneration(bus: Bus, log: Log): Promise<string> {
  for (;;) {
    const generation = await readGeneration(bus);
    if (generation !== undefined) return generation;
    log.debug("waiting for the journal: `bowline streams apply` makes it");
    await new Promise((resolve) => setTimeout(resolve, JOURNAL_WAIT_MS));
  }
}
