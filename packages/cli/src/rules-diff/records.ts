import type { Entry } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import { type Difference, differenceOf, type Place, type Told } from "./difference.ts";

export type Recorded = {
  readonly differences: readonly Difference[];
  /** Entries between which both have written records; absent where one has written none. */
  readonly span: { readonly fromSeq: number; readonly toSeq: number } | undefined;
};

type Answer = {
  readonly seq: number;
  readonly atUs: Us;
  readonly symbol: string;
  readonly rule: string;
  readonly told: Told;
};

/**
 * Every differing decision of the strategy that trades and its shadow, from what both recorded. A rule that is held back by the same
 * condition again writes no record: its last one stands for it.
 */
export function compareRecords(active: readonly Entry[], shadow: readonly Entry[], isStrict = false): Recorded {
  const [ones, others] = [answersOf(active), answersOf(newestOf(shadow))];
  const span = spanOf(ones, others);
  if (span === undefined) return { differences: [], span };
  const [standingOnes, standingOthers] = [makeStanding(), makeStanding()];
  const differences: Difference[] = [];
  for (const { one, other } of pairUp(ones, others)) {
    const place = (one ?? other) as Answer;
    const told = [standingOnes.of(place, one), standingOthers.of(place, other)] as const;
    if (place.seq < span.fromSeq || place.seq > span.toSeq) continue;
    const difference = differenceOf(placeOf(place), ...told, isStrict);
    if (difference !== undefined) differences.push(difference);
  }
  return { differences, span };
}

/** From where the shadow begins, to where the one that is behind has come. */
function spanOf(ones: readonly Answer[], others: readonly Answer[]): Recorded["span"] {
  const fromSeq = others[0]?.seq;
  const toSeq = Math.min(ones.at(-1)?.seq ?? 0, others.at(-1)?.seq ?? 0);
  return fromSeq === undefined || toSeq < fromSeq ? undefined : { fromSeq, toSeq };
}

const placeOf = ({ seq, atUs, symbol, rule }: Answer): Place => ({ seq, atUs, symbol, rule });

/** What a side came to at an entry: its record, or the last one where it is held back as before. One that fired would have been recorded. */
function makeStanding() {
  const last = new Map<string, Told>();
  return {
    of({ symbol, rule }: Answer, answer: Answer | undefined): Told | undefined {
      const key = `${symbol} ${rule}`;
      const before = last.get(key);
      if (answer === undefined) return before?.outcome === "BLOCKED" ? before : undefined;
      last.set(key, answer.told);
      return answer.told;
    },
  };
}

/** Of several candidates that ran one after the other, the last. */
function newestOf(shadow: readonly Entry[]): readonly Entry[] {
  const version = shadow.at(-1)?.header.configVersion;
  return shadow.filter(({ header }) => header.configVersion === version);
}

function answersOf(entries: readonly Entry[]): readonly Answer[] {
  return entries
    .flatMap(({ header, event }) => {
      // The gate's answer is told in a record of its own.
      if ((event.kind !== "decision" && event.kind !== "shadow.decision") || event.verdict !== undefined) return [];
      const { symbol, rule } = event;
      return [{ seq: header.causeSeq, atUs: header.eventUs, symbol, rule, told: event }];
    })
    .toSorted((a, b) => a.seq - b.seq);
}

type Pair = { one?: Answer; other?: Answer };

/** By entry, symbol and rule, in the order of the journal. */
function pairUp(ones: readonly Answer[], others: readonly Answer[]): readonly Pair[] {
  const pairs = new Map<string, Pair>();
  const pairOf = ({ seq, symbol, rule }: Answer): Pair => {
    const key = `${seq} ${symbol} ${rule}`;
    const known = pairs.get(key) ?? {};
    pairs.set(key, known);
    return known;
  };
  for (const one of ones) pairOf(one).one = one;
  for (const other of others) pairOf(other).other = other;
  return [...pairs.values()].sort((a, b) => seqOf(a) - seqOf(b));
}

const seqOf = ({ one, other }: Pair): number => (one ?? other)?.seq ?? 0;
