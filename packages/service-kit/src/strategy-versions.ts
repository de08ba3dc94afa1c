import { decodeEvent, type EventByKind, subjectOf } from "@bowline/contracts";
import { type Bus, firstEntryOn, lastEntryOn, type RawEntry } from "@bowline/bus";
import type { OwnWriter } from "./own-entries.ts";
import { FencedError } from "./publisher.ts";

export type StrategyVersion = EventByKind<"control.strategy">;
export type StrategyVersions = { readonly first: StrategyVersion; readonly newest: StrategyVersion };

/** The versions of a strategy's file that the journal has; `undefined` where it has none. */
export async function knownVersions(bus: Bus, strategy: string): Promise<StrategyVersions | undefined> {
  const subject = `bw.control.strategy.${strategy}`;
  const first = versionIn(await firstEntryOn(bus, subject).catch(() => undefined));
  const newest = versionIn(await lastEntryOn(bus, subject).catch(() => undefined));
  return first === undefined || newest === undefined ? undefined : { first, newest };
}

/**
 * The same; in a journal without any, the version that a worker starts with becomes the first: the same for all workers, whichever
 * of them was quicker, and for every replay.
 */
export async function strategyVersions(
  bus: Bus,
  write: OwnWriter,
  started: StrategyVersion,
): Promise<StrategyVersions> {
  const before = await knownVersions(bus, started.strategy);
  if (before !== undefined) return before;
  await write(started, `loop.strategy.${started.strategy}`, 1, { fenceSeq: 0 }).catch(unlessWritten);
  const known = await knownVersions(bus, started.strategy);
  if (known === undefined) throw new Error(`${subjectOf(started)}: no version of the strategy can be read there`);
  return known;
}

function unlessWritten(failure: unknown): void {
  if (!(failure instanceof FencedError)) throw failure;
}

function versionIn(raw: RawEntry | undefined): StrategyVersion | undefined {
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  return decoded?.ok === true && decoded.value.event.kind === "control.strategy" ? decoded.value.event : undefined;
}
