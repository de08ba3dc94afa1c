import { decodeEvent, definitionOf, type EventByKind, subjectFilter } from "@bowline/contracts";
import { type Bus, lastEntryOn, readAll, type ReadEntry } from "@bowline/bus";
import { type Guard, makeGuard, readTrustedKeys } from "@bowline/signing";
import type { OwnWriter } from "./own-entries.ts";
import { FencedError } from "./publisher.ts";

export type LimitsVersion = EventByKind<"control.limits">;

const WRITER = "loop.limits";

/** The version that a journal began with, and the one that holds. */
export type LimitsVersions = { readonly first: LimitsVersion; readonly inForce: string };

/**
 * In a journal without a version of the limits, that of the file is written as the first. What becomes of the file later changes nothing:
 * only an operator's signed word does. `undefined` where there is neither.
 */
export async function limitsVersions(
  bus: Bus,
  { write, trusted }: { readonly write: OwnWriter; readonly trusted: string | undefined },
  started: LimitsVersion | undefined,
): Promise<LimitsVersions | undefined> {
  const known = await findFirst(bus, trusted);
  if (known === undefined && started !== undefined)
    await write(started, WRITER, 1, { fenceSeq: 0 }).catch((failure: unknown) => {
      if (!(failure instanceof FencedError)) throw failure;
    });
  // In a journal whose beginning is gone nothing tells: the file holds, until a snapshot says otherwise.
  const first = known ?? (await findFirst(bus, trusted)) ?? started;
  return first === undefined ? undefined : { first, inForce: (await lastTaken(bus)) ?? first.hash };
}

/** The hash of the last version that the gate took from an operator. */
async function lastTaken(bus: Bus): Promise<string | undefined> {
  const raw = await lastEntryOn(bus, subjectFilter(definitionOf("risk.limits"))).catch(() => undefined);
  const decoded = raw === undefined ? undefined : decodeEvent(raw.subject, raw.bytes);
  return decoded?.ok === true && decoded.value.event.kind === "risk.limits" ? decoded.value.event.hash : undefined;
}

/** The first that the loop wrote and that is believed. */
async function findFirst(bus: Bus, trusted: string | undefined): Promise<LimitsVersion | undefined> {
  const guard = trusted === undefined ? undefined : makeGuard(readTrustedKeys(trusted));
  let first: LimitsVersion | undefined;
  const filter = subjectFilter(definitionOf("control.limits"));
  await readAll(bus, { filter, onEntry: (raw) => void (first ??= versionIn(raw, guard)) });
  return first;
}

function versionIn(raw: ReadEntry, guard: Guard | undefined): LimitsVersion | undefined {
  const decoded = decodeEvent(raw.subject, raw.bytes);
  if (!decoded.ok || decoded.value.event.kind !== "control.limits" || decoded.value.header.machine !== WRITER)
    return undefined;
  const { event } = decoded.value;
  return guard?.judge({ ...raw, ...raw.proof() }, event) === undefined ? event : undefined;
}
