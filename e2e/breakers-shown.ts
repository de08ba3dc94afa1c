import { readFileSync } from "node:fs";
import { readGroups } from "@bowline/config";
import type { Entry, Event } from "@bowline/contracts";
import { US_PER_SECOND } from "@bowline/kernel";
import { BREAKER_CODES, readLimits } from "@bowline/risk";
import { contract } from "@bowline/risk-gate/contract";
import { makeRiskGate } from "@bowline/risk-gate/machine";
import { figure } from "@bowline/testkit";
import type { LiveSystem } from "./live-system.ts";

/** Breakers that the titles of tests in a file name. */
export function codesNamedIn(file: string): readonly string[] {
  const titles = [...readFileSync(file, "utf8").matchAll(/\bit\(\s*"([^"]*)"/g)].map(([, title = ""]) => title);
  return BREAKER_CODES.filter((code) => titles.some((title) => new RegExp(`\\b${code}\\b`).test(title)));
}

/** Breakers that a file names and that did not trip in its system, or did not come back: by itself, or by a person. */
export function notShown(live: LiveSystem, file: string): readonly string[] {
  const missing: string[] = [];
  for (const code of codesNamedIn(file)) {
    const moves = live.entries().filter(({ event }) => event.kind === "risk.breaker" && event.code === code);
    const trip = moves.find(({ event }) => event.kind === "risk.breaker" && event.action === "TRIPPED");
    const back = moves.find(({ event }) => event.kind === "risk.breaker" && event.action !== "TRIPPED");
    if (trip === undefined || back === undefined) {
      missing.push(code);
      continue;
    }
    figure(`${code}: fired after`, secondsBetween(lastActBefore(live, trip), trip), "s");
    figure(`${code}: came back after`, secondsBetween(trip, back), "s");
  }
  return missing;
}

const secondsBetween = (from: Entry, to: Entry): number => (to.header.seenUs - from.header.seenUs) / US_PER_SECOND;

/** What the journal had newest when the test last did something before an entry. */
function lastActBefore(live: LiveSystem, { seq, event }: Entry): Entry {
  const act = live.acts().findLast((one) => one < seq);
  const entry = live.entries().find((one) => one.seq === act);
  if (entry === undefined) throw new Error(`nothing was done before entry ${seq}: ${JSON.stringify(event)}`);
  return entry;
}

/** A time that the gate is not told is none for it. */
const isRead = ({ event }: Entry): boolean =>
  contract.consumes.includes(event.kind) &&
  (event.kind !== "md.bar" || contract.timeframes?.includes(event.timeframe) === true);

type Move = { readonly atSeq: number; readonly code: string; readonly scope: string; readonly action: string };

/** What tripped and came back, at which entries: as it was, and as a gate that begins anew and reads the journal has it. */
export function tripsOf(live: LiveSystem): { readonly before: readonly Move[]; readonly again: readonly Move[] } {
  const moveOf = (atSeq: number, event: Event): readonly Move[] =>
    event.kind === "risk.breaker" ? [{ atSeq, code: event.code, scope: event.scope, action: event.action }] : [];
  const entries = [...live.entries()];
  const before = entries.flatMap(({ header, event }) => moveOf(header.causeSeq, event));
  const gate = makeRiskGate({
    limits: readLimits(live.files.limits),
    groups: readGroups(live.files.groups),
    accountId: "DU1234567",
  });
  const again: Move[] = [];
  for (const entry of entries)
    if (entry.header.machine !== "risk-gate" && isRead(entry))
      gate.apply(entry, (event) => void again.push(...moveOf(entry.seq, event)));
  figure("trips and returns, told again at the same entries", before.length, "entries");
  return { before, again: again.slice(0, before.length) };
}
