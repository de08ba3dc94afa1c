import { type Bus, DEADLETTER, readAll } from "@bowline/bus";
import { type Groups, readGroups } from "@bowline/config";
import type { Entry, EventByKind } from "@bowline/contracts";
import { type LimitBook, parseLimits, readLimits } from "@bowline/risk";
import { makeRiskGate, type RiskGate } from "@bowline/risk-gate/machine";
import { readEntries } from "../journal-reading.ts";
import { type ServiceSettings, settingsOf } from "../service-settings.ts";

export type RiskFlags = { readonly limits?: string; readonly groups?: string };
export type GateNow = {
  readonly gate: RiskGate;
  readonly limits: LimitBook;
  readonly groups: Groups;
  readonly accountId: string;
  /** The last denials, newest first. */
  readonly denials: readonly EventByKind<"order.denied">[];
};

const DENIALS_SHOWN = 10;
export const GATE = "risk-gate";

export type GateJournal = {
  readonly entries: readonly Entry[];
  /** What the gate started with. */
  readonly settings: ServiceSettings;
  readonly accountId: string;
};

/** Everything that is in the journal, with what the gate is made of. Throws where the journal does not name the account. */
export async function readGateJournal(bus: Bus): Promise<GateJournal> {
  const entries: Entry[] = [];
  let config: EventByKind<"control.config"> | undefined;
  let accountId: string | undefined;
  const refused = await refusedEntries(bus);
  await readEntries(bus, {
    onEntry: (entry) => {
      const { event } = entry;
      if (refused.has(entry.seq)) return;
      if (event.kind === "control.config" && event.service === GATE) config = event;
      if (event.kind === "broker.account") accountId ??= event.accountId;
      entries.push(entry);
    },
  });
  const settings = settingsOf("gate", config);
  return { entries, settings, accountId: accountId ?? settings.need("BOWLINE_ACCOUNT", "a session with the broker") };
}

/** Entries that the gate, or execution, did not believe: it never saw them. */
async function refusedEntries(bus: Bus): Promise<ReadonlySet<number>> {
  const refused = new Set<number>();
  const onEntry = ({ bytes }: { readonly bytes: Uint8Array }): void => {
    const { seq, reason } = JSON.parse(new TextDecoder().decode(bytes)) as { seq: number; reason: string };
    if (reason.startsWith("SIGNATURE")) refused.add(seq);
  };
  await readAll(bus, { stream: DEADLETTER, onEntry });
  return refused;
}

/** The limits that the journal began with; what operators gave since then is folded as the gate folded it. */
export function firstLimitsIn(entries: readonly Entry[]) {
  const event = entries.find((entry) => entry.event.kind === "control.limits")?.event;
  if (event?.kind !== "control.limits") return undefined;
  const limits = parseLimits(event.yaml, "the journal's limits");
  return limits.ok ? { limits: limits.value, limitsHash: event.hash } : undefined;
}

/**
 * The gate as it stands, made again from the journal with the limits that it runs with, or with others: a gate that reads the same
 * entries knows the same. Throws where the journal does not name its files and no flag does.
 */
export async function gateOfJournal(bus: Bus, flags: RiskFlags): Promise<GateNow> {
  const { entries, settings, accountId } = await readGateJournal(bus);
  const given = flags.limits === undefined ? firstLimitsIn(entries) : { limits: readLimits(flags.limits) };
  const { limits, ...version } = given ?? { limits: readLimits(settings.need("BOWLINE_LIMITS", "--limits")) };
  const groups = readGroups(flags.groups ?? settings.need("BOWLINE_GROUPS", "--groups"));
  const gate = makeRiskGate({ limits, ...version, groups, accountId });
  const denials: EventByKind<"order.denied">[] = [];
  for (const entry of entries) {
    if (entry.event.kind === "order.denied") denials.unshift(entry.event);
    // A machine never sees what it wrote itself.
    if (entry.header.machine !== GATE) gate.apply(entry, () => undefined);
  }
  return { gate, limits: gate.limitsInForce(), groups, accountId, denials: denials.slice(0, DENIALS_SHOWN) };
}
