import type { CompiledStrategy } from "@bowline/rules";
import { type Asked, makeShadowMachine } from "@bowline/strategy/machine";
import { makeReplay } from "../moment/replay.ts";
import type { Session } from "../moment/session.ts";
import { type Difference, differenceOf } from "./difference.ts";

/** `active` and `candidate` as the first and the second file. */
export type Files = { readonly active: CompiledStrategy; readonly candidate: CompiledStrategy };
export type Replayed = { readonly differences: readonly Difference[]; readonly entries: number };

/**
 * Every differing decision of two files on the entries of a session: each is asked as a shadow beside what really traded, so both
 * see the positions and orders that there were.
 */
export async function replayBoth(session: Session, files: Files, isStrict = false): Promise<Replayed> {
  const differences: Difference[] = [];
  let entries = 0;
  for (const group of session.groups.byName.keys()) {
    const [one, other] = [shadowOf(session, group, files.active), shadowOf(session, group, files.candidate)];
    await session.read(group, 0, { seq: session.span.lastSeq }, (entry) => {
      entries += 1;
      const [ones, others] = [one.ask(entry), other.ask(entry)];
      for (const key of new Set([...ones.keys(), ...others.keys()])) {
        const [active, candidate] = [ones.get(key), others.get(key)];
        if (!isStrict && !fired(active) && !fired(candidate)) continue;
        const { symbol, verdict } = (active ?? candidate) as Asked;
        const place = { seq: entry.seq, atUs: verdict.facts.nowUs, symbol, rule: verdict.rule.id };
        const difference = differenceOf(place, active?.record(), candidate?.record(), isStrict);
        if (difference !== undefined) differences.push(difference);
      }
    });
  }
  return { differences: differences.toSorted((a, b) => a.seq - b.seq), entries };
}

/** Before its record is made, which takes most of the time. */
const fired = (asked: Asked | undefined): boolean =>
  asked?.verdict.evaluation.outcome === "FIRED" && asked.verdict.conflict === undefined;

function shadowOf({ groups, strategy, accountId }: Session, group: string, candidate: CompiledStrategy) {
  const answers = new Map<string, Asked>();
  const machine = makeShadowMachine({
    group,
    symbols: groups.byName.get(group) ?? [],
    strategy,
    candidate,
    accountId,
    onAsked: (asked) => void answers.set(`${asked.symbol} ${asked.verdict.rule.id} ${asked.triggerKey}`, asked),
  });
  const replay = makeReplay(machine);
  return {
    ask(entry: Parameters<typeof replay.apply>[0]): ReadonlyMap<string, Asked> {
      answers.clear();
      replay.apply(entry);
      return answers;
    },
  };
}
