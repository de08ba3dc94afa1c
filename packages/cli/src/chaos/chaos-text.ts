import { describeFault } from "@bowline/chaos";
import { isoOfUs } from "@bowline/kernel";
import type { ChaosResult, SessionViolation } from "./run-chaos.ts";

/** A violation as its reader needs it: what, where, the entries, and the command that repeats it. */
export function describeViolation(seed: number, violation: SessionViolation): string {
  const { session, run, law, text, fired, entries, again, runDir } = violation;
  return [
    `VIOLATED ${law}: seed ${seed}, session ${session}, ${run === undefined ? "before any run" : `run ${run}`}`,
    `  ${text}`,
    "  faults of the session:",
    ...fired.map(
      (one) => `    run ${one.run}, entry ${one.seq}: ${describeFault(one.fault)}, at ${one.state} of ${one.clOrdId}`,
    ),
    "  entries:",
    ...entries.map(({ seq, header, event }) => `    ${seq} ${isoOfUs(header.eventUs)} ${JSON.stringify(event)}`),
    `  logs: ${runDir}/logs`,
    `  again: ${again}`,
  ].join("\n");
}

/** What was let loose, and what came of it. */
export function describeResult(result: ChaosResult): string {
  const { runs, sessions, seed, kinds, states, violations, durationMs, neverFired } = result;
  const minutes = (durationMs / 60_000).toFixed(1);
  const counts = (record: Readonly<Record<string, number>>): string =>
    Object.entries(record)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  return [
    `${runs} runs in ${sessions} sessions, seed ${seed}, ${minutes} minutes: ${violations.length} violations`,
    `  kinds: ${counts(kinds)}`,
    `  order states hit: ${counts(states)}`,
    `  ${result.placedOrders} orders placed, ${result.lostOrders} lost; ${result.placedChanges} changes of them placed, ${result.madeChanges} made; ${result.equalToCalm} sessions decided as the calm run, ` +
      `${result.notCompared} lost an order and could not be compared; ${result.killed} were killed by an operator`,
    ...(neverFired === 0 ? [] : [`  ${neverFired} runs were never let loose: their moment did not come`]),
  ].join("\n");
}
