import { ConfigFailure } from "@bowline/config";
import type { Event } from "@bowline/contracts";
import { type CompiledStrategy, checkRules } from "@bowline/rules";

/**
 * The strategy that a journal's first version is: what its machines began with, whatever the file on disk is now. Later versions are
 * entries that a replay comes across. Throws ConfigFailure where its text does not hold: another file would give other answers.
 */
export function strategyOfVersion(event: Event | undefined): CompiledStrategy | undefined {
  if (event?.kind !== "control.strategy") return undefined;
  const checked = checkRules(event.yaml, `${event.strategy}.yaml of the journal`);
  if (!checked.ok) throw new ConfigFailure(checked.error);
  return checked.value;
}
