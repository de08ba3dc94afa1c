import { type Bus, lastEntryOn, lastSequence, readFrom } from "@bowline/bus";
import { ConfigFailure, formatConfigError, readTextFile } from "@bowline/config";
import { type EventByKind } from "@bowline/contracts";
import { sha256Hex } from "@bowline/kernel";
import { type LimitBook, loosenedBook, parseLimits } from "@bowline/risk";
import { journalAlert, journalCommand } from "@bowline/service-kit/operator";
import { limitsChange, makeSign, makeSigner, readSigningKey, SECOND_VALID_MS } from "@bowline/signing";
import { CommandFailure } from "../command.ts";
import { entryOf, readEntries } from "../journal-reading.ts";
import { notJournaled } from "../operator-flags.ts";

/** A file that is to become the limits, beside those that hold. */
export type LimitsChange = {
  readonly hash: string;
  readonly replaces: string;
  readonly yaml: string;
  /** Limits that would be looser. */
  readonly looser: readonly string[];
};

/** Reads and checks the file. What does not hold changes nothing: it is journaled as an alert, and thrown with file, line and column. */
export async function prepareChange(bus: Bus, file: string): Promise<LimitsChange> {
  const yaml = readTextFile(file, "a limits.yaml; `./bowline limits new` writes one");
  const book = parseLimits(yaml, file);
  if (!book.ok) {
    const about = { kind: "control.alert", source: "limits", severity: "WARNING", code: "LIMITS_REFUSED" } as const;
    const detail = book.error.map(formatConfigError).join("; ");
    await journalAlert(bus, { ...about, subject: file, detail }).catch(() => undefined);
    throw new ConfigFailure(book.error);
  }
  const current = await limitsInForce(bus);
  return { hash: sha256Hex(yaml), replaces: current.hash, yaml, looser: loosenedBook(current.book, book.value) };
}

/** The second signature, by another operator than the one who applies the change: counts for a day, once, for this change alone. */
export function signChange(change: LimitsChange, keyFile: string): string {
  const { subject, bytes } = limitsChange(change);
  return makeSign(readSigningKey(keyFile), { validMs: SECOND_VALID_MS })(subject, bytes);
}

type Given = { readonly reason: string; readonly by: string; readonly secondSignature?: string };

/** Journals the change, signed, and waits for what the gate says of it. Throws where it refuses, or says nothing in time. */
export async function applyChange(
  bus: Bus,
  { hash, replaces, yaml }: LimitsChange,
  { keyFile, withinMs, ...given }: Given & { readonly keyFile: string; readonly withinMs: number },
): Promise<EventByKind<"risk.limits"> & { readonly seq: number }> {
  const answer = Promise.withResolvers<EventByKind<"risk.limits"> & { readonly seq: number }>();
  const fromSeq = (await lastSequence(bus)) + 1;
  const reader = await readFrom(bus, {
    fromSeq,
    filter: ["bw.risk.limits", "bw.risk.limits-refused"],
    onEntry: (raw) => {
      const event = entryOf(raw)?.event;
      if (event?.kind === "risk.limits" && event.hash === hash) answer.resolve({ ...event, seq: raw.seq });
      if (event?.kind === "risk.limits-refused" && event.hash === hash)
        answer.reject(new CommandFailure(`NOT DONE, the old limits hold: ${event.because}${howToSign(event.because)}`));
    },
    onGap: () => undefined,
  });
  const silence = new CommandFailure(
    "NOT DONE as far as is known: the gate has not answered. ./bowline alerts tells where it did not believe the signature",
  );
  const timer = setTimeout(() => answer.reject(silence), withinMs);
  try {
    const version = { kind: "control.limits", hash, replaces, yaml, ...given } as const;
    await journalCommand(bus, version, makeSigner("operator", keyFile)).catch(notJournaled);
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    await reader.stop();
  }
}

const howToSign = (because: string): string =>
  because.startsWith("LIMIT_CHANGE_UNSIGNED")
    ? "\n  the other operator runs ./bowline limits sign FILE with a key of their own; you add --second SIGNATURE"
    : "";

/** The version that holds: the last that the gate took, else the one that the journal began with. */
async function limitsInForce(bus: Bus): Promise<{ readonly hash: string; readonly book: LimitBook }> {
  const raw = await lastEntryOn(bus, "bw.risk.limits").catch(() => undefined);
  const taken = raw === undefined ? undefined : entryOf(raw)?.event;
  const wanted = taken?.kind === "risk.limits" ? taken.hash : undefined;
  let version: EventByKind<"control.limits"> | undefined;
  await readEntries(bus, {
    filter: "bw.control.limits",
    onEntry: ({ event, header }) => {
      if (event.kind !== "control.limits") return;
      if (wanted === undefined ? header.machine === "loop.limits" : event.hash === wanted) version ??= event;
    },
  });
  const book = version === undefined ? undefined : parseLimits(version.yaml, "the limits in force");
  if (version === undefined || book?.ok !== true)
    throw new CommandFailure("the journal knows no limits: the gate writes what it starts with");
  return { hash: version.hash, book: book.value };
}
