import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeStrategyMachine } from "@bowline/strategy/machine";
import { afterAll } from "vitest";
import { runBacktestCommand } from "../backtest-run.ts";
import { makeReplay } from "./replay.ts";
import type { Session } from "./session.ts";
import type { AskedAt } from "./why.ts";

/** Records so many minutes of the synthetic market with the demo's predictions; the folder goes when the tests are over. */
export function recordMinutes(minutes: number): string {
  const folder = mkdtempSync(join(tmpdir(), "bowline-moment-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  runBacktestCommand({ seed: 1, minutes, record: folder });
  return folder;
}

export type Evaluated = AskedAt & { readonly symbol: string };

/** Every evaluation of a group's rules, from one replay of the whole session, and how many entries that took. */
export async function allEvaluations(session: Session, group: string): Promise<readonly Evaluated[]> {
  const found: Evaluated[] = [];
  let seq = 0;
  const machine = makeStrategyMachine({
    group,
    symbols: session.groups.byName.get(group) ?? [],
    strategy: session.strategy,
    accountId: session.accountId,
    onAsked: ({ symbol, verdict, record }) =>
      found.push({ symbol, seq, atUs: verdict.facts.nowUs, decision: record() }),
  });
  const replay = makeReplay(machine);
  await session.read(group, 0, { seq: session.span.lastSeq }, (entry) => {
    seq = entry.seq;
    replay.apply(entry);
  });
  return found;
}
