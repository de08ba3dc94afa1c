import { EVENT_DEFINITIONS, type EventKind } from "../../packages/contracts/src/events/index.ts";
import type { ServiceContract } from "../../packages/contracts/src/service-contract.ts";
import { ROOT } from "../../packages/contracts/src/subjects.ts";

/** The machines and edges of a service, as they are named in leases, headers and subjects; `*` stands for a ticker group. */
const PARTICIPANTS: Readonly<Record<string, readonly string[]>> = {
  execution: ["execution"],
  "market-data": ["clock", "feed", "market-data"],
  "prediction-ingest": ["prediction-ingest"],
  strategy: ["desk.*", "strategy.*"],
  "strategy-shadow": ["shadow.*"],
  "risk-gate": ["risk-gate"],
  portfolio: ["portfolio"],
  monitor: ["monitor"],
};

/** Which bars a service writes: the one kind that has two writers. */
const TIMEFRAMES: Readonly<Record<string, readonly string[]>> = { execution: ["5s"], "market-data": ["1m"] };

function participantsOf(service: string): readonly string[] {
  const participants = PARTICIPANTS[service];
  if (participants === undefined)
    throw new Error(`${service}: name its machines and edges in tools/nats-permissions/subjects.ts`);
  return participants;
}

/** The subjects on which a service publishes entries of a kind: what of the subject is its own name is fixed, the rest is open. */
export function subjectsOf(service: string, kind: EventKind): readonly string[] {
  const template = `${ROOT}.${EVENT_DEFINITIONS.find((definition) => definition.kind === kind)?.subject ?? kind}`;
  const open = (subject: string): string => subject.replaceAll(/\{[^}]+\}/g, "*");
  // An alert is the whole service's, whichever of its participants saw the cause.
  if (kind === "control.alert") return [template.replace("{source}", service)];
  if (/\{(source|machineName)\}/.test(template))
    return participantsOf(service).map((name) => open(template.replace(/\{(source|machineName)\}/, name)));
  if (template.includes("{timeframe}")) {
    const timeframes = TIMEFRAMES[service];
    if (timeframes === undefined) throw new Error(`${service}: name its bars in tools/nats-permissions/subjects.ts`);
    return timeframes.map((timeframe) => open(template.replace("{timeframe}", timeframe)));
  }
  return [open(template.replace("{service}", service))];
}

/** Kinds that the loop writes in the name of every service. */
const LOOP_KINDS: readonly EventKind[] = ["control.lease", "control.config", "control.quarantine", "control.alert"];

/** Every subject of the journal and of DECISIONS that a service writes. */
export const entrySubjects = ({ service, publishes }: ServiceContract): readonly string[] =>
  [...new Set([...publishes, ...LOOP_KINDS])].flatMap((kind) => subjectsOf(service, kind));

/** Reading, by whoever may read: streams and buckets by name are open to all, and nothing is changed by it. */
export const READING: readonly string[] = [
  "$JS.API.INFO",
  "$JS.API.STREAM.INFO.*",
  "$JS.API.STREAM.MSG.GET.*",
  "$JS.API.DIRECT.GET.>",
  "$JS.API.CONSUMER.CREATE.*",
  "$JS.API.CONSUMER.CREATE.*.>",
  "$JS.API.CONSUMER.INFO.*.*",
  "$JS.API.CONSUMER.DELETE.*.*",
  "$JS.API.CONSUMER.MSG.NEXT.*.*",
  "$JS.FC.>",
];

/** Finding out what there is to read: a person's tools ask. */
export const LISTING: readonly string[] = [
  "$JS.API.STREAM.LIST",
  "$JS.API.STREAM.NAMES",
  "$JS.API.CONSUMER.LIST.*",
  "$JS.API.CONSUMER.NAMES.*",
];

/** Its names are as open as those of strategy, whose snapshots it must not write: it reads the journal again when it starts. */
export const WITHOUT_SNAPSHOTS: ReadonlySet<string> = new Set(["strategy-shadow"]);

/** What the kit writes beside the journal for a service: leases, crash counts, snapshots, dead letters, its words in lock-step. */
export function kitSubjects(service: string): readonly string[] {
  const names = participantsOf(service);
  return [
    ...names.map((name) => `$KV.leases.${name}`),
    ...(names.some((name) => name.includes("*")) ? [`$KV.leases.presence.${service}.*`] : []),
    ...names.map((name) => `$KV.crashes.${name}`),
    ...(WITHOUT_SNAPSHOTS.has(service) ? [] : [...snapshotSubjects(names), "$JS.API.STREAM.PURGE.OBJ_snapshots"]),
    "deadletter.*",
    "lockstep.hello",
    "lockstep.report",
  ];
}

/** Chunks have random names, whose digest stands in the snapshot's own entry; that one has the machine's name, in base64. */
const snapshotSubjects = (names: readonly string[]): readonly string[] => [
  "$O.snapshots.C.*",
  ...new Set(names.flatMap((name) => (name.includes("*") ? ["$O.snapshots.M.*"] : snapshotEntries(name)))),
];

const snapshotEntries = (name: string): readonly string[] =>
  [0, 1].map((slot) => `$O.snapshots.M.${base64Url(`${name}.${slot}`)}`);

/** Padded, as the object store writes names. */
const base64Url = (text: string): string => btoa(text).replaceAll("+", "-").replaceAll("/", "_");

/** Snapshots of the others, for who may write any because its groups are not known here. */
export const othersSnapshots = (service: string): readonly string[] =>
  !WITHOUT_SNAPSHOTS.has(service) && participantsOf(service).some((name) => name.includes("*"))
    ? Object.entries(PARTICIPANTS)
        .filter(([other]) => other !== service)
        .flatMap(([, names]) => names.flatMap(snapshotEntries))
    : [];
