import type { Header } from "@bowline/contracts";
import { describe, expect, it } from "vitest";
import { makeRepeatFilter, MOST_UNDER_WAY } from "./repeat-filter.ts";

const header = (causeSeq: number, ordinal = 0, machine = "risk-gate"): Header =>
  ({ machine, causeSeq, ordinal }) as Header;
/** Which of them are repeats, in this order. */
const repeats = (headers: readonly Header[], filter = makeRepeatFilter()): readonly boolean[] =>
  headers.map((each) => filter.isRepeat(each));

describe("a filter of repeats", () => {
  it("lets each entry of a writer through once", () => {
    expect(repeats([header(1), header(1), header(1, 1), header(2), header(1, 1), header(1, 0, "strategy")])).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  it("lets through, once, what was overtaken by all others that were on their way with it", () => {
    const filter = makeRepeatFilter();
    const before = Array.from({ length: 1000 }, (_, n) => header(n + 1));
    const others = Array.from({ length: MOST_UNDER_WAY - 1 }, (_, n) => header(1002 + n));
    expect(repeats([...before, ...others, header(1001), header(1001)], filter)).toEqual([
      ...before.map(() => false),
      ...others.map(() => false),
      false,
      true,
    ]);
  });

  it("takes everything older for a repeat, also what it never saw", () => {
    const even = Array.from({ length: 2 * MOST_UNDER_WAY }, (_, n) => header(2 * n));
    const filter = makeRepeatFilter();
    repeats(even, filter);
    expect(repeats([header(1), header(MOST_UNDER_WAY), header(2 * MOST_UNDER_WAY - 3)], filter)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("goes on from its state as if it had never stopped", () => {
    const many = Array.from({ length: 3 * MOST_UNDER_WAY }, (_, n) => header((n * 7) % 1000, n % 3));
    const whole = makeRepeatFilter();
    const first = makeRepeatFilter();
    repeats(many.slice(0, 400), first);
    const second = makeRepeatFilter(JSON.parse(JSON.stringify(first.state())) as ReturnType<typeof first.state>);
    expect(repeats(many.slice(400), second)).toEqual(repeats(many, whole).slice(400));
    expect(second.state()).toStrictEqual(whole.state());
  });

  it("goes on from the state of an older snapshot, which knows the last cause alone", () => {
    const filter = makeRepeatFilter({ "risk-gate": { causeSeq: 7, ordinals: [2, 0] } });
    expect(repeats([header(6), header(7), header(7, 1), header(7, 2), header(8)], filter)).toEqual([
      true,
      true,
      false,
      true,
      false,
    ]);
  });
});
