import {
  DiscardPolicy,
  type JetStreamManager,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from "@nats-io/jetstream";
import { Kvm } from "@nats-io/kv";
import { Objm } from "@nats-io/obj";
import type { Bus } from "./connection.ts";

export const JOURNAL = "JOURNAL";
export const DECISIONS = "DECISIONS";
export const SHADOW = "SHADOW";
export const ORDERS = "ORDERS";
export const DEADLETTER = "DEADLETTER";
export const TICKS = "TICKS";
export const LEASES = "leases";
export const CRASHES = "crashes";
export const SNAPSHOTS = "snapshots";

const NANOS_PER_DAY = 86_400e9;
const JOURNAL_SUBJECTS = ["md", "signal", "order", "position", "account", "risk", "broker", "request", "control"].map(
  (domain) => `bw.${domain}.>`,
);

export type StreamsOptions = {
  /** Journal size at which new entries are refused and trading halts. */
  readonly journalMaxBytes?: number;
  /** Keep raw ticks in a lossless stream, as lock-step needs it. */
  readonly ticks?: boolean;
};

const defaults: Partial<StreamConfig> = {
  storage: StorageType.File,
  retention: RetentionPolicy.Limits,
  num_replicas: 1,
  allow_direct: true,
};

/** Records of decisions stand beside the journal: nothing decides on them. */
const recordStream = (name: string, subject: string) => ({
  ...defaults,
  name,
  subjects: [subject],
  max_age: 30 * NANOS_PER_DAY,
  max_bytes: 4 * 1024 ** 3,
  duplicate_window: 120e9,
});

/** Every stream, as code. */
export function streamConfigs(options: StreamsOptions): (Partial<StreamConfig> & { name: string })[] {
  const configs: (Partial<StreamConfig> & { name: string })[] = [
    {
      ...defaults,
      name: JOURNAL,
      subjects: JOURNAL_SUBJECTS,
      discard: DiscardPolicy.New,
      max_age: 30 * NANOS_PER_DAY,
      max_bytes: options.journalMaxBytes ?? 8 * 1024 ** 3,
      duplicate_window: 120e9,
    },
    recordStream(DECISIONS, "bw.decision.>"),
    recordStream(SHADOW, "bw.shadow.>"),
    { ...defaults, name: ORDERS, sources: [{ name: JOURNAL, filter_subject: "bw.order.>" }] },
    { ...defaults, name: DEADLETTER, subjects: ["deadletter.>"], max_bytes: 256 * 1024 ** 2 },
  ];
  if (options.ticks === true)
    configs.push({ ...defaults, name: TICKS, subjects: ["tick.>"], max_age: NANOS_PER_DAY, max_bytes: 2 * 1024 ** 3 });
  return configs;
}

/** Creates or updates every stream, the lease and crash buckets and the snapshot store. */
export async function applyStreams(bus: Bus, options: StreamsOptions): Promise<void> {
  for (const config of streamConfigs(options)) await applyStream(bus.jsm, config);
  const kvm = new Kvm(bus.nats);
  await kvm.create(LEASES, { history: 1 });
  await kvm.create(CRASHES, { history: 1 });
  await new Objm(bus.nats).create(SNAPSHOTS, {});
}

async function applyStream(jsm: JetStreamManager, config: Partial<StreamConfig> & { name: string }): Promise<void> {
  const existing = await streamExists(jsm, config.name);
  if (existing) await jsm.streams.update(config.name, config);
  else await jsm.streams.add(config);
}

async function streamExists(jsm: JetStreamManager, name: string): Promise<boolean> {
  for await (const stream of jsm.streams.list()) if (stream.config.name === name) return true;
  return false;
}

/** A stream beside those of the system, for measurements. */
export async function addStream(bus: Bus, name: string, subjects: readonly string[]): Promise<void> {
  await applyStream(bus.jsm, { ...defaults, name, subjects: [...subjects] });
}
