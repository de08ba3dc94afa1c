import { decodeEvent, definitionOf, type Entry, SIGNERS, signersOf, subjectFilter } from "@bowline/contracts";
import { type Bus, deadLetter, readAll, type ReadEntry } from "@bowline/bus";
import { type Guard, makeGuard, makeSigner, readTrustedKeys, type Refusal, type SignEntry } from "@bowline/signing";
import type { Alerts } from "./alerts.ts";
import type { BaseConfig } from "./config.ts";
import type { Metrics } from "./http.ts";
import type { Log } from "./log.ts";

/** What a service signs with, and whom it believes. */
export type Trust = { readonly sign?: SignEntry; readonly guard?: Guard };

/** Reads the keys that a configuration names. What this process signed itself it believes without another look. Throws where a file is none. */
export function readTrust(service: string, config: BaseConfig): Trust {
  const { BOWLINE_SIGNING_KEY_FILE: keyFile, BOWLINE_TRUSTED_KEYS: trustedFile } = config;
  const guard = trustedFile === undefined ? undefined : makeGuard(readTrustedKeys(trustedFile));
  const signer = SIGNERS.find((one) => one === service);
  const trust = guard === undefined ? {} : { guard };
  if (keyFile === undefined || signer === undefined) return trust;
  const sign = makeSigner(signer, keyFile);
  if (guard === undefined) return { sign };
  return {
    guard,
    sign(kind, subject, bytes) {
      const signature = sign(kind, subject, bytes);
      if (signature !== undefined) guard.knowOwn({ subject, bytes, signature });
      return signature;
    },
  };
}

/** Which of the entries that are read reach the participants: given a readable one, returns it as they see it. */
export type Admit = (raw: ReadEntry, entry: Entry) => Entry | undefined;

export type AdmissionOptions = {
  readonly guard: Guard;
  readonly bus: Bus;
  readonly alerts: Pick<Alerts, "raise">;
  readonly metrics: Metrics;
  readonly log: Pick<Log, "error" | "warn">;
};

/** An older one was told of when it came. */
const NEWS_MS = 60_000;

/**
 * What is not believed is not applied: it is counted, put aside, and told once. A kill takes effect whoever it is from, as it only goes
 * down; without a signature it is nobody's, so that it stands in the way of no other.
 */
export function makeAdmission({ guard, bus, alerts, metrics, log }: AdmissionOptions): Admit {
  const tell = async (raw: ReadEntry, { code, detail }: Refusal): Promise<void> => {
    const { seq, subject } = raw;
    log.error({ seq, subject, code, detail }, "signature refused");
    if (!(await deadLetter(bus, raw, `SIGNATURE ${code}: ${detail}`))) return;
    const text = `entry ${seq} was not applied: ${code}: ${detail}`;
    alerts.raise({ severity: "CRITICAL", code: "SIGNATURE_REFUSED", subject, detail: text });
  };
  return (raw, entry) => {
    const { event, header, seq, subject } = entry;
    if (signersOf(event.kind) === undefined) return entry;
    const proof = raw.proof();
    const refusal = guard.judge({ ...raw, ...proof }, event);
    if (refusal === undefined) return entry;
    metrics.signaturesRefused.inc({ code: refusal.code });
    if (event.kind !== "control.kill") {
      void tell(raw, refusal);
      return undefined;
    }
    if (proof.storedMs > Temporal.Now.instant().epochMilliseconds - NEWS_MS) {
      const detail = `entry ${seq} by ${event.by} is obeyed without a good signature: ${refusal.code}: ${refusal.detail}`;
      alerts.raise({ severity: "WARNING", code: "KILL_UNSIGNED", subject: event.scope, detail });
    }
    return { seq, subject, event, header: { ...header, machine: UNSIGNED, causeSeq: seq, ordinal: 0 } };
  };
}

const UNSIGNED = "unsigned";

/** What a copy must not bring again, and what is so rare that all of it can be looked at. */
const RECALLED = ["control.resume", "control.limits"] as const;

/** For a reader that begins in the middle: what was used before that is used. */
export async function recall(guard: Guard, bus: Bus, beforeSeq: number): Promise<void> {
  for (const kind of RECALLED)
    await readAll(bus, {
      filter: subjectFilter(definitionOf(kind)),
      onEntry: (raw) => {
        const decoded = raw.seq < beforeSeq ? decodeEvent(raw.subject, raw.bytes) : undefined;
        if (decoded?.ok === true) guard.judge({ ...raw, ...raw.proof() }, decoded.value.event);
      },
    });
}
