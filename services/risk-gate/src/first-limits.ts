import { type ConfigError, ConfigFailure, formatConfigError, readTextFile } from "@bowline/config";
import { type Result, sha256Hex } from "@bowline/kernel";
import { type LimitBook, parseLimits } from "@bowline/risk";
import type { JournalAtStart, LimitsVersion } from "@bowline/service-kit";

/** What a gate is made with; the journal's entries change it from there. */
export type FirstLimits = { readonly limits: LimitBook; readonly limitsHash: string };

/**
 * The limits that the journal began with: those of the file, where it has none yet. Where other limits hold than the file has, or the file
 * cannot be read any more, a person is told and nothing else. Throws ConfigFailure where nobody knows any limits.
 */
export async function firstLimits(
  file: string,
  { limitsVersions, alerts }: Pick<JournalAtStart, "limitsVersions" | "alerts">,
): Promise<FirstLimits> {
  const yaml = readTextFile(file, "a limits.yaml; `./bowline limits new` writes one");
  const hash = sha256Hex(yaml);
  const book = parseLimits(yaml, file);
  const versions = await limitsVersions(book.ok ? startedWith(hash, yaml) : undefined);
  if (versions === undefined) throw new ConfigFailure(book.ok ? [] : book.error);
  if (versions.inForce !== hash)
    alerts.raise({
      severity: "WARNING",
      code: "LIMITS_FILE_DIFFERS",
      subject: file,
      detail: `other limits hold, and an edit of the file changes none (./bowline limits apply does)${whyUnread(book)}`,
    });
  const first = parseLimits(versions.first.yaml, "the journal's limits");
  if (!first.ok) throw new ConfigFailure(first.error);
  return { limits: first.value, limitsHash: versions.first.hash };
}

const startedWith = (hash: string, yaml: string): LimitsVersion => ({
  kind: "control.limits",
  hash,
  replaces: "",
  yaml,
  reason: "what the gate started with",
  by: "loop",
});

const whyUnread = (book: Result<LimitBook, readonly ConfigError[]>): string =>
  book.ok ? "" : `; it cannot be read: ${book.error.map(formatConfigError).join("; ")}`;
