import { type Bus, type CrashBook, type SnapshotStore, openCrashes, openSnapshots } from "@bowline/bus";
import { type Clock, makeFreeClock, simulatedClock } from "./clock.ts";
import { type EntryBuffer, makeEntryBuffer } from "./entry-buffer.ts";
import { EXIT_BUG, EXIT_FENCED } from "./exit-codes.ts";
import { makeHolder } from "./holder.ts";
import { type Metrics, makeMetrics } from "./http.ts";
import { readGeneration } from "./journal-setup.ts";
import { type LeaseKeeper, makeLeaseKeeper } from "./lease-keeper.ts";
import type { Log } from "./log.ts";
import type { Identity } from "./machine-host/index.ts";
import type { Publish } from "./participant.ts";
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
  readonly fail: Fail;
  readonly delay: () => Promise<void>;
};

const JOURNAL_WAIT_MS = 200;

export async function connectParts(options: ProcessOptions, onSurplus: (name: string) => void): Promise<Running> {
  const { bus, log, config, contract } = options;
  const holder = makeHolder(contract.service);
  const fail = failWith(log);
  const metrics = makeMetrics(contract.service);
  const generation = await waitForGeneration(bus, log);
  const clock =
    config.BOWLINE_SIMULATED === "1"
      ? await simulatedClock(bus, holder, () => log.debug("waiting for the simulator"))
      : makeFreeClock();
  const keeper = await makeLeaseKeeper(bus, {
    holder,
    ...(options.shareLeases === true ? { shareAs: contract.service } : {}),
    onSurplus,
    onTrouble: (failure) => log.warn({ err: String(failure) }, "leases"),
    onLost: (name) => fail(new FencedError(`${name}: lease lost`)),
  });
  const buffer = makeEntryBuffer(
    bus,
    contract,
    (raw, reason) => {
      metrics.unreadable.inc();
      log.error({ seq: raw.seq, subject: raw.subject, reason }, "unreadable entry");
    },
    (expected, got) => fail(new Error(`JOURNAL: expected sequence ${expected}, got ${got}`)),
  );
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
    fail,
    delay,
    identity: { build: config.BOWLINE_BUILD, configVersion: options.configHash },
    ticks: makeTickTransport(bus, clock.lockstep),
    crashes: await openCrashes(bus),
    store: await openSnapshots(bus),
  };
}

export function makePublishAs(
  { options, keeper, metrics, delay }: Running,
  written: { newest: number },
): (name: string) => Publish {
  return (name) => async (outputs) => {
    await delay();
    const published = await publishOutputs(options.bus, outputs, keeper.epochOf(name) ?? 0, {
      mayPublish: () => keeper.mayPublish(name),
      onRetry: (message) => {
        metrics.publishRetries.inc();
        options.log.warn({ participant: name, err: message }, "publish repeated");
      },
    });
    metrics.published.inc(published.length);
    for (const { seq, event } of published)
      if (event.kind !== "decision") written.newest = Math.max(written.newest, seq);
    return published;
  };
}

const failWith =
  (log: Log): Fail =>
  (failure) => {
    const fenced = failure instanceof FencedError;
    const text =
      failure instanceof Error ? (fenced ? failure.message : (failure.stack ?? failure.message)) : String(failure);
    log.fatal({ err: text }, fenced ? "fenced" : "bug");
    log.flush();
    process.exit(fenced ? EXIT_FENCED : EXIT_BUG);
  };

async function waitForGeneration(bus: Bus, log: Log): Promise<string> {
  for (;;) {
    const generation = await readGeneration(bus);
    if (generation !== undefined) return generation;
    log.debug("waiting for the journal: `bowline streams apply` makes it");
    await new Promise((resolve) => setTimeout(resolve, JOURNAL_WAIT_MS));
  }
}
