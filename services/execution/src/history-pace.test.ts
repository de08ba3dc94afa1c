import { addUs, type Us, us } from "@bowline/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IB_HISTORY_PER_TEN_MINUTES, makeHistoryPace, type PacedHistory } from "./history-pace.ts";

const T0 = us(1_700_000_000_000_000);
const request = (symbol: string, end: number): PacedHistory => ({ symbol, identity: `${symbol} 1m ${end}` });

/** When each request goes that is asked for one after the other. */
function times(requests: readonly PacedHistory[]): readonly number[] {
  const pace = makeHistoryPace(IB_HISTORY_PER_TEN_MINUTES);
  let nowUs: Us = T0;
  return requests.map((one) => {
    nowUs = addUs(nowUs, pace.waitUs(one, nowUs));
    pace.noteAt(one, nowUs);
    return (nowUs - T0) / 1_000_000;
  });
}

describe("the pace of history", () => {
  it("is sixty at once, then one for each that is ten minutes old", () => {
    const sent = times(Array.from({ length: 70 }, (_, n) => request(`S${n}`, 0)));
    expect(sent.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 0));
    expect(sent.slice(60)).toEqual(Array.from({ length: 10 }, () => 605));
  });
  it("knows identical requests and those of one contract", () => {
    expect(times([request("A", 1), request("A", 1), request("B", 1)])).toEqual([0, 16, 16]);
    expect(times([1, 2, 3, 4, 5, 6].map((end) => request("A", end)))).toEqual([0, 0, 0, 0, 0, 2.5]);
  });
  it("counts what was asked before a restart", () => {
    const pace = makeHistoryPace(IB_HISTORY_PER_TEN_MINUTES);
    for (let n = 0; n < 60; n++) pace.noteAt(request(`S${n}`, 0), addUs(T0, -300_000_000));
    expect(pace.waitUs(request("A", 1), T0)).toBe(305_000_000);
  });
  it("is never exceeded, whatever is asked", () => {
    const asked = fc.array(fc.tuple(fc.constantFrom("A", "B", "C"), fc.nat(40)), { maxLength: 150 });
    fc.assert(
      fc.property(asked, (wishes) => {
        const requests = wishes.map(([symbol, end]) => request(symbol, end));
        const sent = times(requests);
        const inSpan = (index: number, seconds: number) =>
          requests.filter((_, other) => other <= index && sent[other]! > sent[index]! - seconds);
        for (const [index, one] of requests.entries()) {
          expect(inSpan(index, 600).length).toBeLessThanOrEqual(60);
          expect(inSpan(index, 15).filter(({ identity }) => identity === one.identity)).toHaveLength(1);
          expect(inSpan(index, 2).filter(({ symbol }) => symbol === one.symbol).length).toBeLessThanOrEqual(5);
        }
      }),
      { numRuns: 30 },
    );
  });
});
