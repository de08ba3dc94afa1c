import { decodeEvent, type EventByKind, subjectOf } from "@bowline/contracts";
import { type Bus, firstEntryOn, lastEntryOn, type RawEntry } from "@bowline/bus";
import type { OwnWriter } from "./own-entries.ts";
import { FencedError } from "./publisher.ts";

export type StrategyVersion = EventByKind<"control.strategy">;
export type StrategyVersions = { readonly first: StrategyVersion; readonly newest: StrategyVersion };

/**
 * The versions of a strategy's file that the journal has. In one without any, the version that a worker starts with becomes the
 * first: the same for all workers, whichever of them was quicker, and for every replay.
 */
export async function strategyVersions(
  bus: Bus,
  write: OwnWriter,
  started: StrategyVersion,
): Promise<StrategyVersions> {
  const subject = subjectOf(started);
  if ((await firstEntryOn(bus, subject).catch(() => undefined)) === undefined)
    await write(started, `loop.strategy.${started.strategy}`, 1, { fenceSeq: 0 }).catch(unlessWritten);
  const [first, newest] = [await firstEntryOn(bus, subject), await lastEntryOn(bus, subject)];
  return { first: versionIn(first, subject), newest: versionIn(newest, subject) };
}

function unlessWritten(failure: unknown): void {
  if (!(failure instanceof FencedError)) throw failure;
}

function versionIn(raw: RawEntry | undefined, subject: string): StrategyVersion {
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  if (decoded?.ok === true && decoded.value.event.kind === "control.strategy") return decoded.value.event;
  throw new Error(`${subject}: no version of the strategy can be read there`);
}
