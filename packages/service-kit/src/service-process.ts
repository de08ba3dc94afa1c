import { randomBytes } from "node:crypto";
import { type Entry, type Event, SCHEMA_VERSION, decodeEvent, edgeId, lockstepHelloCodec } from "@bowline/contracts";
import { type Bus, type CrashBook, DECISIONS, lastEntryOn, lastSequence, openCrashes, openSnapshots, readAll, requestCore } from "@bowline/bus";
import { type Clock, makeFreeClock, simulatedClock } from "./clock.ts";
import { type EdgeHost, makeEdgeHost } from "./edge-host.ts";
import { type EntryBuffer, makeEntryBuffer } from "./entry-buffer.ts";
import { type FreeRun, runFree } from "./free-run.ts";
import { serveHttp, makeMetrics, type Metrics } from "./http.ts";
import { type LeaseKeeper, makeLeaseKeeper } from "./lease-keeper.ts";
import { followConductor } from "./lockstep/index.ts";
import { readGeneration } from "./journal-setup.ts";
import type { Log } from "./log.ts";
import { type Identity, type MachineHost, makeMachineHost } from "./machine-host/index.ts";
import { type Participant, type Publish, edgeParticipant, machineParticipant } from "./participant.ts";
import { FencedError, type Output, publishOutputs } from "./publisher.ts";
import { EXIT_BUG, EXIT_FENCED, type ServiceOptions } from "./run-service.ts";
import { findSnapshot, makeSnapshotTaker } from "./snapshots.ts";
import { type StreamTickSink, type StreamTickSource, makeCoreTickSink, makeCoreTickSource, makeStreamTickSink, makeStreamTickSource } from "./tick-transport.ts";

export type ProcessOptions = ServiceOptions & { readonly bus: Bus; readonly log: Log; readonly configHash: string; readonly configText: string };

const CRASHES_BEFORE_QUARANTINE = 3;
const JOURNAL_WAIT_MS = 200;

/** One running service process: its participants, its leases, and one of the two ways of time. */
export async function startProcess(options: ProcessOptions): Promise<{ stop(): Promise<void> }> {
  const { bus, log, config, contract } = options;
  const holder = `${contract.service}-${process.pid}-${randomBytes(3).toString("hex")}`;
  const identity: Identity = { build: config.BOWLINE_BUILD, configVersion: options.configHash };
  const metrics = makeMetrics(contract.service);
  const fail = failWith(log);
  const generation = await waitForGeneration(bus, log);
  const clock = config.BOWLINE_SIMULATED === "1" ? await simulatedClock(bus, holder, () => log.debug("waiting for the simulator")) : makeFreeClock();
  const crashes = await openCrashes(bus);
  const store = await openSnapshots(bus);
  const keeper = await makeLeaseKeeper(bus, {
    holder, ...(options.shareLeases === true ? { shareAs: contract.service } : {}),
    onLost: (name) => fail(new FencedError(`${name}: lease lost`)),
    onTrouble: (failure) => log.warn({ err: String(failure) }, "leases"),
    onSurplus: (name) => void letGo(name),
  });
  const ticks = makeTicks(bus, clock);
  const buffer = makeEntryBuffer(bus, contract,
    (raw, reason) => { metrics.unreadable.inc(); log.error({ seq: raw.seq, subject: raw.subject, reason }, "unreadable entry"); },
    (expected, got) => fail(new Error(`JOURNAL: expected sequence ${expected}, got ${got}`)));
  buffer.onArrival(() => metrics.entriesRead.inc());

  const delay = (): Promise<void> => (config.BOWLINE_TEST_DELAY_MS === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, Math.random() * config.BOWLINE_TEST_DELAY_MS)));
  let newestWritten = 0;
  const publishAs = (name: string): Publish => async (outputs) => {
    await delay();
    const published = await publishOutputs(bus, outputs, keeper.epochOf(name) ?? 0, {
      mayPublish: () => keeper.mayPublish(name),
      onRetry: (message) => { metrics.publishRetries.inc(); log.warn({ participant: name, err: message }, "publish repeated"); },
    });
    metrics.published.inc(published.length);
    for (const { seq, event } of published) if (event.kind !== "decision") newestWritten = Math.max(newestWritten, seq);
    return published;
  };
  const onCrash = (name: string, seq: number, failure: unknown): void => void recordCrash(crashes, name, seq, failure).finally(() => fail(failure));

  const hosts = await restoreMachines(options, identity, generation, bus, store, log);
  const context = { log, tickSink: () => ticks.sink, tickSource: ticks.source };
  const edges = ((await options.edges?.(context)) ?? []).map((edge) => makeEdgeHost(edge, identity, generation, clock));
  const participants: Participant[] = [
    ...hosts.map((host) => machineParticipant(host, buffer, publishAs(host.name), onCrash)),
    ...edges.map((host) => edgeParticipant(host, buffer, () => newestWritten)),
  ];
  const runs = new Map<string, FreeRun>();
  const snapshots = makeSnapshotTaker(store, generation, config.BOWLINE_SNAPSHOT_SECONDS, (failure) => log.warn({ err: String(failure) }, "snapshot failed"));
  const housekeep = (): void => {
    for (const host of hosts) snapshots.consider(host);
    if (participants.length > 0) buffer.trim(Math.min(...participants.map((p) => p.position())));
  };
  const startPosition = edges.length > 0 ? 0 : Math.min(...hosts.map((host) => host.position()), Number.MAX_SAFE_INTEGER);
  await buffer.start((participants.length === 0 ? await lastSequence(bus) : startPosition) + 1);

  const waitingForStart = new Set<string>();
  const startEdge = async (name: string): Promise<void> => {
    const host = edges.find((edge) => edge.name === name);
    const participant = participants.find((p) => p.name === name);
    if (host === undefined || participant === undefined) return;
    await buffer.reached(await lastSequence(bus));
    participant.applyThrough(buffer.lastSeq());
    await host.edge.start(host.makePort(publishAs(name), () => runs.get(name)?.wake()));
    waitingForStart.delete(name);
    participant.active = true;
    metrics.active.set({ participant: name }, 1);
    log.info({ participant: name }, "active");
    runs.get(name)?.wake();
  };
  const activateMachine = async (participant: Participant, target: number): Promise<void> => {
    if (!clock.lockstep) while (participant.position() < target) await new Promise((resolve) => setTimeout(resolve, 5));
    await learnDecisions(bus, participant);
    participant.active = true;
    metrics.active.set({ participant: participant.name }, 1);
    log.info({ participant: participant.name, position: participant.position(), pending: participant.pending() }, "active");
    runs.get(participant.name)?.wake();
  };
  const onWon = (participant: Participant) => (epoch: number): void => {
    const { name } = participant;
    takeOver().catch(fail);
    async function takeOver(): Promise<void> {
      const target = await lastSequence(bus);
      await publishOwn(bus, options, identity, generation, clock, epoch, { kind: "control.lease", machineName: name, holder, leaseEpoch: epoch }, `loop.lease.${name}`, epoch);
      await quarantineIfNeeded(bus, options, identity, generation, clock, crashes, name);
      await buffer.reached(target);
      if (participant.kind === "machine") return activateMachine(participant, target);
      if (!clock.lockstep) return startEdge(name);
      waitingForStart.add(name);
      while (waitingForStart.has(name)) {
        await requestCore(bus, "lockstep.hello", lockstepHelloCodec.encode({ process: holder, participant: name }), 500);
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
    }
  };
  const letGo = async (name: string): Promise<void> => {
    const participant = participants.find((p) => p.name === name && p.kind === "machine");
    if (participant === undefined || !participant.active || participant.pending() > 0) return;
    participant.active = false;
    metrics.active.set({ participant: name }, 0);
    await keeper.release(name);
    log.info({ participant: name }, "released to another worker");
  };

  let follower: { stop(): void } | undefined;
  if (clock.lockstep) {
    follower = followConductor({
      bus, process: holder, clock, buffer, participants: () => participants, setTickRange: ticks.setRange, ticksSeq: ticks.lastSeq,
      wantsStart: (name) => waitingForStart.has(name), start: startEdge, delay, onRound: housekeep, onFailure: fail,
    });
  } else {
    for (const participant of participants) runs.set(participant.name, runFree(participant, buffer, fail));
  }
  const timer = clock.lockstep ? undefined : setInterval(housekeep, 1000);
  const lagTimer = setInterval(() => metrics.lag.set(lagOf(participants, buffer)), 1000);
  await publishOwn(bus, options, identity, generation, clock, 0, { kind: "control.config", service: contract.service, hash: options.configHash, yaml: options.configText }, `loop.config.${contract.service}`, Math.round(performance.timeOrigin * 1000));
  for (const participant of participants) keeper.compete(participant.name, onWon(participant));

  const http = await serveHttp({
    host: config.BOWLINE_HTTP_HOST, port: config.BOWLINE_HTTP_PORT, metrics, ...(options.routes === undefined ? {} : { routes: options.routes }),
    health: {
      healthy: () => bus.isConnected(),
      notReady: () => [...(bus.isConnected() ? [] : ["NATS does not answer"]), ...participants.filter((p) => !p.active && options.shareLeases !== true).map((p) => `${p.name} is standby`), ...(options.notReady?.() ?? [])],
      facts: () => ({ holder, participants: participants.map((p) => ({ name: p.name, active: p.active, position: p.position(), epoch: keeper.epochOf(p.name) ?? 0 })), lag: lagOf(participants, buffer), ...options.facts?.() }),
    },
  });
  log.info({ httpPort: http.port, holder }, "listening");
  return {
    stop: async () => {
      clearInterval(timer);
      clearInterval(lagTimer);
      follower?.stop();
      for (const run of runs.values()) run.stop();
      await Promise.allSettled(edges.map((host) => host.edge.stop()));
      await buffer.stop();
      await keeper.stop();
      await http.close();
      await bus.close();
    },
  };
}

const lagOf = (participants: readonly Participant[], buffer: EntryBuffer): number => participants.reduce((lag, p) => Math.max(lag, buffer.lastSeq() - p.position()), 0);

const failWith = (log: Log) => (failure: unknown): void => {
  const fenced = failure instanceof FencedError;
  log.fatal({ err: failure instanceof Error ? (fenced ? failure.message : failure.stack) : String(failure) }, fenced ? "fenced" : "bug");
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

async function recordCrash(crashes: CrashBook, name: string, seq: number, failure: unknown): Promise<void> {
  const known = await crashes.get(name);
  const count = known?.seq === seq ? known.count + 1 : 1;
  await crashes.put(name, { seq, count, reason: failure instanceof Error ? failure.message : String(failure) });
}

type Own = Extract<Event, { kind: "control.lease" | "control.config" | "control.quarantine" }>;

/** What the loop itself writes: not an output of any machine. */
async function publishOwn(bus: Bus, options: ProcessOptions, identity: Identity, generation: string, clock: Clock, epoch: number, event: Own, writer: string, serial: number): Promise<void> {
  const id = edgeId(writer, generation, serial, 0);
  const nowUs = clock.nowUs();
  const header = { id, causeId: "", causeSeq: serial, ordinal: 0, correlationId: id, machine: writer, ...identity, eventUs: nowUs, seenUs: nowUs, schemaVersion: SCHEMA_VERSION };
  const output: Output = { header, event };
  await publishOutputs(bus, [output], epoch, { mayPublish: async () => undefined, onRetry: (message) => options.log.warn({ err: message }, "publish repeated") });
}

async function quarantineIfNeeded(bus: Bus, options: ProcessOptions, identity: Identity, generation: string, clock: Clock, crashes: CrashBook, name: string): Promise<void> {
  const crash = await crashes.get(name);
  if (crash === undefined || crash.count !== CRASHES_BEFORE_QUARANTINE) return;
  await publishOwn(bus, options, identity, generation, clock, 0, { kind: "control.quarantine", machineName: name, entrySeq: crash.seq, reason: crash.reason }, `loop.quarantine.${name}`, crash.seq);
  await crashes.put(name, { ...crash, count: crash.count + 1 });
}

async function restoreMachines(options: ProcessOptions, identity: Identity, generation: string, bus: Bus, store: Awaited<ReturnType<typeof openSnapshots>>, log: Log): Promise<readonly MachineHost[]> {
  const hosts: MachineHost[] = [];
  for (const machine of options.machines?.() ?? []) {
    const host = makeMachineHost(machine, identity, await quarantined(bus, machine.name));
    const snapshot = await findSnapshot(bus, store, host, generation);
    if (snapshot !== undefined) host.restore(snapshot);
    log.info({ participant: host.name, position: host.position() }, snapshot === undefined ? "starting from the journal's first entry" : "restored from a snapshot");
    hosts.push(host);
  }
  return hosts;
}

async function quarantined(bus: Bus, name: string): Promise<ReadonlySet<number>> {
  const skips = new Set<number>();
  const note = ({ event }: Pick<Entry, "event">): void => {
    if (event.kind === "control.quarantine") skips.add(event.entrySeq);
  };
  await readAll(bus, { filter: `bw.control.quarantine.${name}`, onEntry: (raw) => { const d = decodeEvent(raw.subject, raw.bytes); if (d.ok) note(d.value); } });
  return skips;
}

/** Decision records are in a stream of their own: what it has is not published again. */
async function learnDecisions(bus: Bus, participant: Participant): Promise<void> {
  if (!participant.name.startsWith("strategy.")) return;
  const raw = await lastEntryOn(bus, `bw.decision.${participant.name.slice("strategy.".length)}.>`, DECISIONS).catch(() => undefined);
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  if (decoded?.ok !== true) return;
  participant.knowDecision(decoded.value.header.causeSeq, decoded.value.header.ordinal);
}

type Ticks = { readonly sink: TickSinkLike; source(): Promise<import("./ticks.ts").TickSource>; setRange(range: { fromSeq: number; throughSeq: number }): void; lastSeq(): number };
type TickSinkLike = import("./ticks.ts").TickSink;

function makeTicks(bus: Bus, clock: Clock): Ticks {
  if (!clock.lockstep) return { sink: makeCoreTickSink(bus), source: async () => makeCoreTickSource(bus), setRange: () => undefined, lastSeq: () => 0 };
  const sink: StreamTickSink = makeStreamTickSink(bus);
  let source: StreamTickSource | undefined;
  return {
    sink,
    source: async () => (source ??= await makeStreamTickSource(bus)),
    setRange: (range) => source?.setRange(range),
    lastSeq: () => sink.lastSeq(),
  };
}
