import { lastSequence, subscribeCore } from "@bowline/bus";
import { recall } from "./admission.ts";
import { type EdgeHost, makeEdgeHost } from "./edge-host.ts";
import { type FreeRun, runFree } from "./free-run.ts";
import { limitsVersions } from "./limits-versions.ts";
import { followConductor } from "./lockstep/index.ts";
import { type MachineHost, makeMachineHost } from "./machine-host/index.ts";
import { type Participant, edgeParticipant, machineParticipant } from "./participant.ts";
import type { Publish } from "./sending.ts";
import { lagOf, listen } from "./process-health.ts";
import { type ProcessOptions, type Running, connectParts, makePublishAs } from "./process-parts.ts";
import { quarantineIfNeeded, quarantinedSequences, recordCrash } from "./quarantine.ts";
import { knownVersions, strategyVersions } from "./strategy-versions.ts";
import { findSnapshot, makeSnapshotTaker } from "./snapshots.ts";
import type { ServiceContext } from "./service-options.ts";
import { type TakeOver, makeTakeOver } from "./take-over.ts";

type Hosted = { readonly hosts: readonly MachineHost[]; readonly edges: readonly EdgeHost[] };

const HOUSEKEEP_MS = 1000;

/** One running service process: its participants, its leases, and one of the two ways of time. */
export async function startProcess(options: ProcessOptions): Promise<{ stop(): Promise<void> }> {
  const letGo: { of: (name: string) => Promise<void> } = { of: async () => undefined };
  const running = await connectParts(options, (name) => void letGo.of(name));
  const { buffer, clock, keeper, metrics, write } = running;
  const written = { newest: 0 };
  const publishAs = makePublishAs(running, written);
  await options.prepare?.({
    alerts: running.alerts,
    versionsOf: (started) => strategyVersions(options.bus, write, started),
    knownVersions: (strategy) => knownVersions(options.bus, strategy),
    limitsVersions: (started) =>
      limitsVersions(options.bus, { write, trusted: options.config.BOWLINE_TRUSTED_KEYS }, started),
  });
  const hosts = await restoreMachines(running);
  const edges = await makeEdges(running);
  const participants = makeParticipants(running, { hosts, edges }, publishAs, () => written.newest);
  const runs = new Map<string, FreeRun>();
  const takeOver = makeTakeOver({
    bus: options.bus,
    clock,
    log: options.log,
    buffer,
    holder: running.holder,
    write,
    edges,
    publishAs,
    wake: (name) => runs.get(name)?.wake(),
    holdsLease: keeper.holds,
    keepLease: keeper.mayPublish,
    epochOf: keeper.epochOf,
    onActive: (participant) => metrics.active.set({ participant: participant.name }, 1),
  });
  letGo.of = (name) => release(running, participants, name);

  const fromSeq = participants.length === 0 ? (await lastSequence(options.bus)) + 1 : firstNeeded(hosts, edges);
  const { guard } = running.trust;
  if (guard !== undefined && fromSeq > 1) await recall(guard, options.bus, fromSeq);
  await buffer.start(fromSeq);
  const stopDriving = drive(running, { hosts, participants }, takeOver, runs);
  await write(
    { kind: "control.config", service: options.contract.service, hash: options.configHash, yaml: options.configText },
    `loop.config.${options.contract.service}`,
    Math.round(performance.timeOrigin * 1000),
  );
  for (const participant of participants)
    keeper.compete(participant.name, (epoch) => void takeOver.takeOver(participant, epoch).catch(running.fail));
  const http = await listen(running, participants);
  return {
    stop: async () => {
      stopDriving();
      await Promise.allSettled(edges.map((host) => host.edge.stop()));
      await buffer.stop();
      await keeper.stop();
      await http.close();
      await options.bus.close();
    },
  };
}

async function makeEdges({
  options,
  identity,
  generation,
  clock,
  ticks,
  alerts,
}: Running): Promise<readonly EdgeHost[]> {
  const context: ServiceContext = {
    log: options.log,
    alerts,
    listen: (subject, onMessage) =>
      void subscribeCore(options.bus, subject, (bytes, _, respond) => onMessage(bytes, respond)),
    tickSink: () => ticks.sink,
    tickSource: ticks.source,
  };
  const edges = (await options.edges?.(context)) ?? [];
  return edges.map((edge) => makeEdgeHost(edge, identity, generation, clock));
}

function makeParticipants(
  running: Running,
  { hosts, edges }: Hosted,
  publishAs: (name: string) => Publish,
  newestWritten: () => number,
): readonly Participant[] {
  const { buffer, crashes, fail } = running;
  const onCrash = (name: string, seq: number, failure: unknown): void =>
    void recordCrash(crashes, name, seq, failure).finally(() => fail(failure));
  return [
    ...hosts.map((host) => machineParticipant(host, buffer, publishAs(host.name), onCrash)),
    ...edges.map((host) => edgeParticipant(host, buffer, newestWritten)),
  ];
}

/** An edge rebuilds what it knows from the whole journal; machines go on from their snapshots. */
const firstNeeded = (hosts: readonly MachineHost[], edges: readonly EdgeHost[]): number =>
  edges.length > 0 ? 1 : Math.min(...hosts.map((host) => host.position())) + 1;

function drive(
  running: Running,
  { hosts, participants }: { hosts: readonly MachineHost[]; participants: readonly Participant[] },
  takeOver: TakeOver,
  runs: Map<string, FreeRun>,
): () => void {
  const { options, buffer, clock, ticks, metrics, fail } = running;
  const snapshots = makeSnapshotTaker({
    store: running.store,
    generation: running.generation,
    everySeconds: options.config.BOWLINE_SNAPSHOT_SECONDS,
    keepsPast: options.keepsPastSnapshots === true,
    onFailure: (failure) => options.log.warn({ err: String(failure) }, "snapshot failed"),
  });
  const housekeep = (): void => {
    for (const participant of participants) participant.forget();
    if (options.keepsSnapshots !== false)
      for (const host of hosts)
        if (participants.some((p) => p.name === host.name && p.active)) snapshots.consider(host);
    if (participants.length > 0) buffer.trim(Math.min(...participants.map((p) => p.position())));
  };
  const timer = setInterval(() => {
    metrics.lag.set(lagOf(participants, buffer));
    if (!clock.lockstep) housekeep();
  }, HOUSEKEEP_MS);
  if (!clock.lockstep) {
    for (const participant of participants) runs.set(participant.name, runFree(participant, buffer, fail));
    return () => {
      clearInterval(timer);
      for (const run of runs.values()) run.stop();
    };
  }
  const follower = followConductor({
    bus: options.bus,
    process: running.holder,
    clock,
    buffer,
    participants,
    setTickRange: ticks.setRange,
    ticksSeq: ticks.lastSeq,
    wantsStart: takeOver.wantsStart,
    start: takeOver.startEdge,
    delay: running.delay,
    onRound: housekeep,
    onFailure: fail,
  });
  return () => {
    clearInterval(timer);
    follower.stop();
  };
}

/** Another worker has a share to take: this one lets go between two causes. */
async function release(
  { keeper, metrics, options }: Running,
  participants: readonly Participant[],
  name: string,
): Promise<void> {
  const participant = participants.find((p) => p.name === name && p.kind === "machine");
  if (participant === undefined || !participant.active || participant.pending() > 0) return;
  participant.active = false;
  metrics.active.set({ participant: name }, 0);
  await keeper.release(name);
  options.log.info({ participant: name }, "released to another worker");
}

async function restoreMachines({
  options,
  identity,
  generation,
  store,
  crashes,
  write,
  alerts,
}: Running): Promise<readonly MachineHost[]> {
  const hosts: MachineHost[] = [];
  for (const machine of options.machines?.() ?? []) {
    const skipped = await quarantineIfNeeded(crashes, machine.name, write);
    if (skipped !== undefined) {
      const detail = `it crashed at entry ${skipped} three times, and skips it from now on`;
      alerts.raise({ severity: "CRITICAL", code: "ENTRY_QUARANTINED", subject: machine.name, detail });
    }
    const host = makeMachineHost(machine, identity, await quarantinedSequences(options.bus, machine.name));
    const snapshot = await findSnapshot(options.bus, store, host, generation);
    if (snapshot !== undefined) host.restore(snapshot);
    options.log.info(
      { participant: host.name, position: host.position() },
      snapshot === undefined ? "starting from the journal's first entry" : "restored from a snapshot",
    );
    hosts.push(host);
  }
  return hosts;
}
