import type { Bus } from "@bowline/bus";
import { type Groups, readGroups } from "@bowline/config";
import type { Event, EventByKind } from "@bowline/contracts";
import { type LimitBook, readLimits } from "@bowline/risk";
import { makeRiskGate, type RiskGate } from "@bowline/risk-gate/machine";
import { CommandFailure } from "../command.ts";
import { readEntries } from "../journal-reading.ts";

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

/**
 * The gate as it stands, made again from the journal with the limits that it runs with, or with others: a gate that reads the same
 * entries knows the same. Throws where the journal does not name its files and no flag does.
 */
export async function gateOfJournal(bus: Bus, flags: RiskFlags): Promise<GateNow> {
  const entries: Parameters<RiskGate["apply"]>[0][] = [];
  let config: EventByKind<"control.config"> | undefined;
  let accountId: string | undefined;
  const denials: EventByKind<"order.denied">[] = [];
  const note = (event: Event): void => {
    if (event.kind === "control.config" && event.service === "risk-gate") config = event;
    if (event.kind === "broker.account") accountId ??= event.accountId;
    if (event.kind === "order.denied") denials.unshift(event);
  };
  await readEntries(bus, {
    onEntry: (entry) => {
      note(entry.event);
      // A machine never sees what it wrote itself.
      if (entry.header.machine !== "risk-gate") entries.push(entry);
    },
  });
  const setting = settingsOf(config);
  const limits = readLimits(flags.limits ?? setting("BOWLINE_LIMITS", "--limits"));
  const groups = readGroups(flags.groups ?? setting("BOWLINE_GROUPS", "--groups"));
  const account = accountId ?? setting("BOWLINE_ACCOUNT", "a session with the broker");
  const gate = makeRiskGate({ limits, groups, accountId: account });
  for (const entry of entries) gate.apply(entry, () => undefined);
  return { gate, limits, groups, accountId: account, denials: denials.slice(0, DENIALS_SHOWN) };
}

/** What the gate started with, as its process journaled it. */
export function settingsOf(config: EventByKind<"control.config"> | undefined) {
  const settings = JSON.parse(config?.yaml ?? "{}") as Readonly<Record<string, unknown>>;
  return (key: string, instead: string): string => {
    const value = settings[key];
    if (typeof value === "string" && value !== "") return value;
    throw new CommandFailure(`the journal does not say ${key} of the gate: it needs ${instead}`);
  };
}
