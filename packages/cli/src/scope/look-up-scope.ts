import { type Bus, lastEntryOn } from "@bowline/bus";
import { nearestWord } from "@bowline/config";
import {
  definitionOf,
  type Event,
  type EventKind,
  GLOBAL_SCOPE,
  makeKnownNames,
  NAMING_KINDS,
  type ScopeName,
  subjectFilter,
} from "@bowline/contracts";
import { type ConnectionFlags, withRunning } from "../connection.ts";
import { entryOf, readEntries } from "../journal-reading.ts";

/** Whether anybody has the name that a command gave. */
export type ScopeLook =
  | { readonly is: "known" }
  | ({ readonly is: "unknown"; readonly nearest?: string } & Omit<ScopeName, "isKnown">)
  | { readonly is: "unchecked"; readonly because: string };

const PATIENCE_MS = 3000;
/** There is one at every look at the broker: the last will do. */
const TOLD_OFTEN: EventKind = "broker.account";

/** Asks the running system; what it does not say in time stays open. */
export async function lookUpScope(flags: ConnectionFlags, scope: string): Promise<ScopeLook> {
  if (scope === GLOBAL_SCOPE) return { is: "known" };
  const late = Promise.withResolvers<ScopeLook>();
  const timer = setTimeout(
    () => late.resolve({ is: "unchecked", because: "the journal does not answer" }),
    PATIENCE_MS,
  );
  const looked = withRunning(flags, "scope", ({ bus }) => scopeIn(bus, scope)).catch(unchecked);
  return Promise.race([looked, late.promise]).finally(() => clearTimeout(timer));
}

const unchecked = (failure: unknown): ScopeLook => ({
  is: "unchecked",
  because: failure instanceof Error ? failure.message : String(failure),
});

async function scopeIn(bus: Bus, scope: string): Promise<ScopeLook> {
  const known = makeKnownNames();
  const kinds = NAMING_KINDS.filter((kind) => kind !== TOLD_OFTEN);
  await Promise.all(kinds.map((kind) => eachOf(bus, kind, known.add)));
  const raw = await lastEntryOn(bus, subjectFilter(definitionOf(TOLD_OFTEN))).catch(() => undefined);
  const account = raw && entryOf(raw);
  if (account !== undefined) known.add(account.event);
  const found = known.find(scope);
  if (found === undefined || found.isKnown) return { is: "known" };
  const { kind, name, names } = found;
  const nearest = nearestWord(name, names);
  return { is: "unknown", kind, name, names, ...(nearest === undefined ? {} : { nearest }) };
}

/** The same for a resume: a name that was killed is one that can be let go on. */
export const lookUpResumed = (bus: Bus, scope: string): Promise<ScopeLook> => resumedIn(bus, scope).catch(unchecked);

async function resumedIn(bus: Bus, scope: string): Promise<ScopeLook> {
  const look = await scopeIn(bus, scope);
  if (look.is !== "unknown") return look;
  let wasHeld = false;
  const see = (event: Event): void => {
    wasHeld ||= (event.kind === "control.kill" || event.kind === "risk.trading-state") && event.scope === scope;
  };
  await eachOf(bus, "control.kill", see);
  await eachOf(bus, "risk.trading-state", see);
  return wasHeld ? { is: "known" } : look;
}

const eachOf = (bus: Bus, kind: EventKind, see: (event: Event) => void) =>
  readEntries(bus, { filter: subjectFilter(definitionOf(kind)), onEntry: ({ event }) => see(event) });
