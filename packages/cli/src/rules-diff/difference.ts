import type { DecisionLeaf } from "@bowline/contracts";
import type { Us } from "@bowline/kernel";
import type { Decision } from "@bowline/strategy/machine";

/** What a decision comes to, as far as two of them are compared. */
export type Told = Pick<Decision, "outcome" | "firstBlocker" | "leaves" | "sizing">;

export type Place = {
  /** The entry that asked. */
  readonly seq: number;
  readonly atUs: Us;
  readonly symbol: string;
  readonly rule: string;
};

/** The first leaf that tells the two apart; a side is absent where its file has no such leaf. */
export type LeafDifference = {
  readonly name: string;
  readonly active: DecisionLeaf | undefined;
  readonly candidate: DecisionLeaf | undefined;
};

export type Difference = Place & {
  /** Absent where the file has no such rule, or the rule was not asked. */
  readonly active: Told | undefined;
  readonly candidate: Told | undefined;
  readonly leaf: LeafDifference | undefined;
};

/**
 * Two answers to one entry differ where one fires and the other does not, or both fire for another size. What holds back both is
 * no other decision, whichever condition it is: with `isStrict` it is.
 */
export function differenceOf(
  place: Place,
  active: Told | undefined,
  candidate: Told | undefined,
  isStrict = false,
): Difference | undefined {
  const [one, other] = [fires(active), fires(candidate)];
  const isSame =
    one === other &&
    (one ? sizeOf(active) === sizeOf(candidate) : !isStrict || blockerOf(active) === blockerOf(candidate));
  return isSame ? undefined : { ...place, active, candidate, leaf: firstLeaf(active?.leaves, candidate?.leaves) };
}

const fires = (told: Told | undefined): boolean => told?.outcome === "FIRED";
const sizeOf = (told: Told | undefined): string => JSON.stringify(told?.sizing ?? []);
const blockerOf = (told: Told | undefined): string => told?.firstBlocker ?? "not asked";

/** In the order of the files: one that came to another result, else one that is held against something else. */
function firstLeaf(
  active: readonly DecisionLeaf[] = [],
  candidate: readonly DecisionLeaf[] = [],
): LeafDifference | undefined {
  const names = [...new Set([...candidate, ...active].map(({ name }) => name))];
  const pairs = names.map((name): LeafDifference => {
    const isIt = (leaf: DecisionLeaf): boolean => leaf.name === name;
    return { name, active: active.find(isIt), candidate: candidate.find(isIt) };
  });
  return (
    pairs.find((pair) => pair.active?.result !== pair.candidate?.result) ??
    pairs.find(
      (pair) => pair.active?.threshold !== pair.candidate?.threshold || pair.active?.value !== pair.candidate?.value,
    )
  );
}
